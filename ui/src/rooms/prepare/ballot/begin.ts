// A new ballot, or one more question on a ballot, from a preset.
import type { Ballot, BallotContest, Preset } from "#ui/bindings";
import { addRow } from "./rows";

/** The preset's contest with one empty row, under an id that the ballot does not have yet. */
export function contestFrom(preset: Preset, beside: BallotContest[]): BallotContest {
  const entry = structuredClone(preset.contest);
  const taken = beside.map((one) => one.contest.id);
  let number = 2;
  while (taken.includes(entry.contest.id)) entry.contest.id = `${preset.contest.contest.id}-${number++}`;
  addRow(entry);
  return entry;
}

export function ballotFrom(preset: Preset, id: string): Ballot {
  return { ...structuredClone(preset.ballot), id, contests: [contestFrom(preset, [])] };
}
