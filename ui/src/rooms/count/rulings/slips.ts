// Bundles in which a pass slipped: what likely happened, in words, and how it can be put right.
import type { BundleSlips, Mend, Pass, Slip } from "#ui/bindings";
import { t } from "#ui/text/index.svelte";

/** A way to put a keying right. */
export interface Remedy {
  pass: Pass;
  mend: Mend;
}

/** Returns what likely happened, in one sentence. */
export function slipSentence(slip: Slip): string {
  const words = t().count.rulings.slips;
  const pass = t().count.passes[slip.pass];
  return slip.from === slip.to
    ? words[slip.slipped](pass, slip.from)
    : words.oneOf[slip.slipped](pass, slip.from, slip.to);
}

/** Returns how many sheets were keyed and planned, in one sentence. */
export function numbersSentence({ planned, first, second }: BundleSlips): string {
  const words = t().count.rulings.slips;
  return first === second ? words.alike(first, planned) : words.apart(first, second, planned);
}

/** Returns the remedy of a likely slip: key the one sheet, or strike the one reading. */
export function remedyOf(slip: Slip): Remedy {
  return { pass: slip.pass, mend: { mend: slip.slipped, sheet: slip.at } };
}

/** Returns a remedy in words. */
export function remedyWords({ pass, mend }: Remedy): string {
  const words = t().count.rulings.slips;
  const name = t().count.passes[pass];
  return mend.mend === "anew" ? words.anew(name) : words.mends[mend.mend](name, mend.sheet);
}
