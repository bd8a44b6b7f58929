// Whole numbers as they are typed.

/** The most any number of the record can be, as `bounds.rs` says. */
const MOST = 1_000_000;

/** Why what was typed is no number of this field. */
export type NumberFault =
  | { code: "fraction" }
  | { code: "negative" }
  | { code: "not_figures" }
  | { code: "too_small"; least: number }
  | { code: "too_large"; most: number };

/** What was typed, read: a whole number, nothing, or no number and why. */
export type ReadNumber = { value: number | null; fault: NumberFault | null };

/** Reads a whole number; full-width figures are figures, and nothing else is ever left out of what was typed. */
export function readNumber(typed: string, least = 0, most = MOST): ReadNumber {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return { value: null, fault: null };
  const refused = (fault: NumberFault): ReadNumber => ({ value: null, fault });
  if (/^[-\u2212\u2013\u2014]\s*[0-9.]+$/.test(text)) return refused({ code: "negative" });
  if (/^[0-9]*[.\u3002][0-9]*$/.test(text)) return refused({ code: "fraction" });
  if (!/^[0-9]+$/.test(text)) return refused({ code: "not_figures" });
  const value = Number(text);
  if (value > most) return refused({ code: "too_large", most });
  if (value < least) return refused({ code: "too_small", least });
  return { value, fault: null };
}
