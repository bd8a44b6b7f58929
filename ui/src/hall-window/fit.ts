// How large a text can be in a given width: one line if it fits, else two, never below the smallest readable size.
// Chinese characters are one em wide, so a sum of widths is close enough and needs no measuring in the window.
import { LEAST_TEXT } from "./page";

/** A size in page pixels, the number of lines it takes, and how far the characters are set narrower. */
export interface Fitted {
  size: number;
  lines: 1 | 2;
  squeeze: number;
}

/** Characters are never set narrower than this: then a name ends in an ellipsis. */
const LEAST_SQUEEZE = 0.62;

const NARROW = /[iljtfr.,:;'|!()\s]/u;
const HAIR = /[\u2009\u200a\u202f]/u;

/** Returns the width of a text in em. */
export function ems(text: string): number {
  return [...text].reduce((sum, char) => sum + widthOf(char), 0);
}

function widthOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (HAIR.test(char)) return 0.2;
  if (code >= 0x2e80 || (code >= 0x2010 && code <= 0x203f)) return 1;
  if (NARROW.test(char)) return 0.36;
  return code >= 0x41 && code <= 0x5a ? 0.7 : 0.59;
}

/** Returns the size at which a text fits: at most `most` on one line, else two lines of the smallest size, set narrower if need be. */
export function sizeFor(text: string, width: number, most: number): Fitted {
  const wide = Math.max(ems(text), 1);
  const oneLine = Math.floor(width / wide);
  if (oneLine >= LEAST_TEXT) return { size: Math.min(most, oneLine), lines: 1, squeeze: 1 };
  // Two lines hold a little less than twice the width: no character is broken in two.
  const room = Math.max(2 * width - 2 * LEAST_TEXT, LEAST_TEXT);
  const squeeze = Math.max(LEAST_SQUEEZE, Math.min(1, room / (wide * LEAST_TEXT)));
  return { size: LEAST_TEXT, lines: 2, squeeze };
}

/** Returns one size for a list of texts, so that rows of a page look alike; texts that do not fit take two lines each. */
export function sizesFor(texts: readonly string[], width: number, most: number): Fitted[] {
  const sizes = texts.map((text) => sizeFor(text, width, most));
  const common = Math.min(most, ...sizes.map((fitted) => fitted.size));
  return sizes.map((fitted) => ({ ...fitted, size: common }));
}

/** Returns the size of the names on a page of so many rows: fewer rows may be larger. */
export function nameSize(rows: number): number {
  if (rows <= 4) return 60;
  if (rows <= 6) return 54;
  return rows <= 9 ? 46 : 40;
}

/** Returns names as they are set beside each other: two characters are as wide as three (张　伟). */
export function padded(names: readonly string[]): string[] {
  const three = names.some((name) => /^\p{Script=Han}{3}$/u.test(name));
  return names.map((name) => (three && /^\p{Script=Han}{2}$/u.test(name) ? [...name].join("\u3000") : name));
}

/** Returns the size at which a text takes one line of at most `most`, or else two even lines. */
export function linesFor(text: string, width: number, most: number): number {
  const wide = Math.max(ems(text), 1);
  const oneLine = Math.floor(width / wide);
  if (oneLine >= most * 0.8) return Math.min(most, oneLine);
  return Math.max(LEAST_TEXT, Math.min(Math.floor(most * 0.8), Math.floor(width / (wide / 2 + 1))));
}
