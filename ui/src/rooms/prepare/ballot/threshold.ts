// Which of the thresholds offered by name holds; any other is typed as a fraction.
import type { OfferedQuorum, OfferedThreshold, Threshold, ThresholdForm } from "#ui/bindings";

export type TypedForm = ThresholdForm | "other";

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export function thresholdForm(offered: OfferedThreshold[], threshold: Threshold | null): TypedForm {
  const least = threshold?.least ?? null;
  return offered.find((one) => same(one.threshold?.least ?? null, least))?.form ?? "other";
}

/** A base chosen before stays. */
export function thresholdOf(
  offered: OfferedThreshold[],
  form: TypedForm,
  before: Threshold | null,
): Threshold | null {
  const named = offered.find((one) => one.form === form);
  if (!named) return before ?? offered[0]?.threshold ?? null;
  return named.threshold && { ...named.threshold, base: before?.base ?? named.threshold.base };
}

export function quorumForm(offered: OfferedQuorum[], quorum: OfferedQuorum["quorum"]): TypedForm {
  return offered.find((one) => same(one.quorum, quorum))?.form ?? "other";
}
