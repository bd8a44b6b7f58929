// Who must key what after a repair, in one sentence each.
import type { ToKey } from "#ui/bindings";
import { t } from "#ui/text/index.svelte";

/** Returns who is to key what. */
export function toKeySentence({ bundle, pass, teller, barred, sheet, keyed, sheets, lent }: ToKey): string {
  const words = t().count.rulings.toKey;
  const name = t().count.passes[pass];
  if (teller === null)
    return barred === null ? words.anybody(bundle, name) : words.anyBut(bundle, name, barred);
  if (lent) return words.lent(teller, bundle, name);
  if (sheet !== null) return words.sheet(teller, bundle, name, sheet);
  return keyed >= sheets
    ? words.handIn(teller, bundle, name)
    : words.bundle(teller, bundle, name, keyed, sheets);
}
