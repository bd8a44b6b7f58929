// Whether the result can be announced, read off the steps of the day.
import type { Refusal } from "../../bindings/Refusal";
import type { Step } from "../../bindings/Step";

/** Returns what must be done before the result is announced; null when nothing is missing. */
export function missingToAnnounce(steps: readonly Step[]): Refusal | null {
  const at = (name: Step["step"]) => steps.find((step) => step.step === name);
  if (at("certify")?.state !== "done") return { code: "not_certified" };
  if (at("report")?.state !== "done") return { code: "report_not_printed" };
  return at("announce_result")?.missing ?? null;
}
