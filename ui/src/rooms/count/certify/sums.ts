// The control sums as a check list: which contest each one is about, and by how much it is off.
import type { ControlSum } from "../../../bindings/ControlSum";

/** A control sum with the contest it is about, if it is about one. */
export interface CheckedSum extends ControlSum {
  contest: number | null;
  off: number;
}

/** Returns the sums with their contests: those of a contest come in the order of the ballot. */
export function checked(sums: readonly ControlSum[]): CheckedSum[] {
  const met = new Map<string, number>();
  return sums.map((it) => {
    const ofContest = it.sum === "valid_and_void" || it.sum === "rows";
    const contest = ofContest ? (met.get(it.sum) ?? 0) : null;
    met.set(it.sum, (met.get(it.sum) ?? 0) + 1);
    return { ...it, contest, off: it.left - it.right };
  });
}
