// What was typed of a review and is not recorded yet, kept while the person walks through other rooms.
import { SvelteMap } from "svelte/reactivity";
import type { ProgressLine, ProjectReview, ProjectsView, ReviewId, SheetRow } from "#ui/bindings";
import { Draft } from "#ui/frame/draft.svelte";
import { money, yuanOf } from "#ui/frame/money";
import { shortDay, taskOf } from "./after";

/** One row as it is typed. */
export type Typed = {
  project: number;
  name: string;
  going: boolean;
  percent: number | null;
  paid: string;
  seen: string;
  problem: string;
  who: string;
  what: string;
  by: string;
};
export type TypedReview = { on: string; chair: string; rows: Typed[] };

const empty: TypedReview = { on: "", chair: "", rows: [] };

/** What stood before is there to be overtyped; what was seen and wrong is told anew each time. */
const fresh = (row: SheetRow, year: string): Typed => ({
  project: row.project,
  name: row.name,
  going: true,
  percent: row.percent,
  paid: money(row.paid),
  seen: "",
  problem: "",
  who: row.task?.who ?? "",
  what: row.task?.what ?? "",
  by: shortDay(row.task?.by ?? "", year),
});

const recorded = (line: ProgressLine, name: string, year: string): Typed => ({
  project: line.project,
  name,
  going: true,
  percent: line.percent,
  paid: money(line.paid),
  seen: line.seen,
  problem: line.problem,
  who: line.task?.who ?? "",
  what: line.task?.what ?? "",
  by: shortDay(line.task?.by ?? "", year),
});

class Reviews {
  readonly #drafts = new SvelteMap<ReviewId, Draft<TypedReview>>();

  /** The draft of a review; it begins with what is recorded, or with what stood before. */
  of(id: ReviewId, view: ProjectsView): Draft<TypedReview> {
    const kept = this.#drafts.get(id);
    const draft = kept ?? new Draft<TypedReview>(empty);
    draft.follow(begun(id, view));
    if (!kept) this.#drafts.set(id, draft);
    return draft;
  }

  get unsaved(): boolean {
    return [...this.#drafts.values()].some((draft) => draft.dirty);
  }

  forget(): void {
    this.#drafts.clear();
  }
}

function begun(id: ReviewId, view: ProjectsView): TypedReview {
  const held = view.reviews.find(({ review }) => review.id === id)?.review;
  const year = (held?.held_on ?? view.today).slice(0, 4);
  if (!held) {
    const chair = view.reviews[0]?.review.chair ?? "";
    return { on: view.today, chair, rows: view.sheet.map((row) => fresh(row, year)) };
  }
  const nameOf = (project: number) => view.projects.find((one) => one.id === project)?.facts.name ?? "";
  const rows = held.lines.map((line) => recorded(line, nameOf(line.project), year));
  return { on: held.held_on, chair: held.chair, rows };
}

export const reviews = new Reviews();

/** The review as it is recorded, or the first row that cannot be, from 0. */
export async function reviewOf(id: ReviewId, typed: TypedReview): Promise<ProjectReview | number> {
  const lines: ProgressLine[] = [];
  const year = typed.on.slice(0, 4);
  for (const [at, row] of typed.rows.entries()) {
    if (!row.going) continue;
    const paid = await yuanOf(row.paid);
    const task = taskOf(row.who, row.what, row.by, year);
    if (paid === null || task === "half" || row.percent === null) return at;
    const { project, percent, seen, problem } = row;
    lines.push({ project, percent, paid, seen, problem, task });
  }
  return { id, held_on: typed.on, chair: typed.chair, lines };
}
