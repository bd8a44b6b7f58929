import type { Threshold } from "#ui/bindings";

/** The thresholds a form offers by name; any other is typed as a fraction. */
export type ThresholdForm = "half" | "two_thirds" | "none" | "other";

export function thresholdForm(threshold: Threshold | null): ThresholdForm {
  if (threshold === null) return "none";
  const least = JSON.stringify(threshold.least);
  if (least === '{"over":[1,2]}') return "half";
  if (least === '{"at_least":[2,3]}') return "two_thirds";
  return "other";
}

export function thresholdOf(form: ThresholdForm, before: Threshold | null): Threshold | null {
  const base = before?.base ?? "all_deputies";
  switch (form) {
    case "half":
      return { base, least: { over: [1, 2] } };
    case "two_thirds":
      return { base, least: { at_least: [2, 3] } };
    case "none":
      return null;
    case "other":
      return before ?? { base, least: { over: [1, 2] } };
  }
}
