import type { StepName } from "#ui/bindings";

/** The pages of the room, in the order they are filled in. */
export const pages = ["meeting", "deputies", "observers", "staff", "sittings", "ballots", "past"] as const;
export type Page = (typeof pages)[number];

const stepOfPages: Partial<Record<Page, StepName>> = {
  meeting: "describe",
  deputies: "roster",
  staff: "staff",
  ballots: "ballot",
};

/** The step of the day that is done on this page; null for what may be left out. */
export function stepOfPage(page: Page): StepName | null {
  return stepOfPages[page] ?? null;
}

/** The page on which a step of the day is done, if it is done in this room. */
export function pageOfStep(step: StepName | null): Page | null {
  return pages.find((page) => step !== null && stepOfPages[page] === step) ?? null;
}
