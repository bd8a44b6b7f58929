// The control sums as a check list: by how much each one is off.
import type { ControlSum } from "#ui/bindings";

/** A control sum and by how much its left side is more than its right. */
export interface CheckedSum extends ControlSum {
  off: number;
}

/** Returns the sums with what they are off by. */
export function checked(sums: readonly ControlSum[]): CheckedSum[] {
  return sums.map((it) => ({ ...it, off: it.left - it.right }));
}
