// The rows of a contest: its options and what is known of each are lists in one order, and every change touches all of them.
import type { BallotContest, CandidateProject, ContestOption, Nominee, PastProjects } from "#ui/bindings";
import { emptyProject } from "#ui/rooms/prepare/defaults";

export const unknownNominee: Nominee = {
  sex: "",
  ethnicity: "",
  born: "",
  post: "",
  note: "",
  nominator: { by: "presidium" },
};

/** A long list is replaced, not shifted row by row: every shifted row would be drawn again by itself. */
function replace(entry: BallotContest, changed: <T>(list: T[]) => T[]): void {
  entry.contest.options = changed(entry.contest.options);
  if (entry.projects.length > 0) entry.projects = changed(entry.projects);
  if (entry.headings?.length) entry.headings = changed(entry.headings);
  if (entry.election?.nominees.length) entry.election.nominees = changed(entry.election.nominees);
}

function freshId(entry: BallotContest): string {
  const taken = entry.contest.options.map((option) => Number.parseInt(option.id, 10) || 0);
  return String(Math.max(0, ...taken) + 1);
}

/** Lists given by hand say nothing of the rows before them. */
function fill(entry: BallotContest): void {
  const { options, kind } = entry.contest;
  if (kind === "selection" || kind === "evaluation")
    while (entry.projects.length < options.length) entry.projects.push({ ...emptyProject });
  // A row added stands under the heading of the last.
  const { headings } = entry;
  if (headings?.length) while (headings.length < options.length) headings.push(headings.at(-1) ?? "");
  const nominees = entry.election?.nominees;
  if (nominees) while (nominees.length < options.length) nominees.push(structuredClone(unknownNominee));
}

export function addRow(entry: BallotContest): void {
  entry.contest.options.push({ id: freshId(entry), name: "" });
  fill(entry);
}

export function removeRow(entry: BallotContest, row: number): void {
  replace(entry, (list) => list.filter((_, at) => at !== row));
}

export function moveRow(entry: BallotContest, row: number, by: number): void {
  const to = row + by;
  if (to < 0 || to >= entry.contest.options.length) return;
  replace(entry, (list) => {
    const moved = [...list];
    moved.splice(to, 0, ...moved.splice(row, 1));
    return moved;
  });
}

/** By the number a row came in with; rows without one stay behind, as they stand. */
export function byNumber(options: ContestOption[]): number[] {
  const number = (index: number) => Number.parseInt(options[index]?.id ?? "", 10) || Number.MAX_SAFE_INTEGER;
  return options.map((_, index) => index).sort((one, other) => number(one) - number(other));
}

/** Puts the rows in an order given as the indices of the rows as they are. */
export function reorder(entry: BallotContest, order: number[]): void {
  replace(entry, <T>(list: T[]) => order.map((index) => list[index] as T));
}

export function listPastProjects(entry: BallotContest, past: PastProjects): void {
  entry.contest.options = past.projects.map(({ name }, index) => ({ id: String(index + 1), name }));
  entry.projects = past.projects.map(({ project }) => ({ ...project }));
  entry.headings = undefined;
}

/** Candidate projects behind the rows there are; a row nothing was typed into gives way. */
export function listCandidates(entry: BallotContest, candidates: CandidateProject[]): void {
  for (let row = entry.contest.options.length - 1; row >= 0; row -= 1)
    if (entry.contest.options[row]?.name.trim() === "") removeRow(entry, row);
  for (const { name, project } of candidates) {
    addRow(entry);
    const row = entry.contest.options.length - 1;
    const option = entry.contest.options[row];
    if (option) option.name = name;
    entry.projects[row] = { ...project };
  }
}

/** Options stand under headings, or no longer. */
export function group(entry: BallotContest, on: boolean): void {
  entry.headings = on ? entry.contest.options.map(() => "") : undefined;
}
