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

const words = "一二三四五六七八九";

/** Reads 一 to 九十九 as a congress and its sessions are counted; null for anything else. */
function inWords(text: string): number | null {
  const [, tens, ten, ones] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(text) ?? [];
  if (tens === undefined || (ten === "" && (tens === "") === (ones === ""))) return null;
  const of = (word = "") => words.indexOf(word) + 1;
  const counted = (word = "", none = 0) => (word === "" ? none : of(word));
  return ten === "" ? counted(tens) + counted(ones) : counted(tens, 1) * 10 + counted(ones);
}

/**
 * Reads a whole number; full-width figures are figures, and nothing else is ever left out of what was typed. Chinese
 * numerals are read where numbers are usually written so.
 */
export function readNumber(typed: string, least = 0, most = MOST, numerals = false): ReadNumber {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return { value: null, fault: null };
  const read = numerals ? inWords(text) : null;
  if (read !== null) return readNumber(String(read), least, most);
  const refused = (fault: NumberFault): ReadNumber => ({ value: null, fault });
  if (/^[-\u2212\u2013\u2014]\s*[0-9.]+$/.test(text)) return refused({ code: "negative" });
  if (/^[0-9]*[.\u3002][0-9]*$/.test(text)) return refused({ code: "fraction" });
  if (!/^[0-9]+$/.test(text)) return refused({ code: "not_figures" });
  const value = Number(text);
  if (value > most) return refused({ code: "too_large", most });
  if (value < least) return refused({ code: "too_small", least });
  return { value, fault: null };
}
