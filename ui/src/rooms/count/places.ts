// The three places of the counting table, and the steps of the day done there.
import type { CountPlace, StepName } from "#ui/bindings";

/** 录入、核对裁定、核定. */
export const places: readonly CountPlace[] = ["desk", "rulings", "certify"];

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
