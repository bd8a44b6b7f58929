import type { StepName } from "../../bindings/StepName";

/** The pages of the room, in the order they are filled in. */
export const pages = ["meeting", "deputies", "observers", "staff", "ballots", "past"] as const;
export type Page = (typeof pages)[number];

/** The page on which a step of the day is done, if it is done in this room. */
export function pageOfStep(step: StepName | null): Page | null {
  if (step === "describe") return "meeting";
  if (step === "roster") return "deputies";
  if (step === "staff") return "staff";
  if (step === "ballot") return "ballots";
  return null;
}
