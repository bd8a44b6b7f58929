// The three places of the counting table, and which of them the day has come to.
import type { Step, StepName } from "#ui/bindings";

/** 录入、核对裁定、核定. */
export const places = ["desk", "rulings", "certify"] as const;
export type CountPlace = (typeof places)[number];

/** Returns where a step of the count is done; null for a step of another room. */
export function placeOfStep(step: StepName): CountPlace | null {
  switch (step) {
    case "first_keying":
    case "second_keying":
      return "desk";
    case "rule":
      return "rulings";
    case "certify":
      return "certify";
    case "describe":
    case "roster":
    case "staff":
    case "ballot":
    case "print_ballot":
    case "attendance":
    case "open":
    case "collect":
    case "announce_collection":
    case "report":
    case "announce_result":
    case "decision":
      return null;
  }
}

/** Returns the place that is next: that of the present step, or the last one once the count is over. */
export function nextPlace(steps: readonly Step[]): CountPlace {
  const present = steps.find((step) => step.state === "present");
  const certified = steps.some((step) => step.step === "certify" && step.state === "done");
  return (present && placeOfStep(present.step)) ?? (certified ? "certify" : "desk");
}

/** Tells whether counting has begun: the validity of the vote is announced. */
export function countingBegan(steps: readonly Step[]): boolean {
  return steps.some((step) => step.step === "announce_collection" && step.state === "done");
}
