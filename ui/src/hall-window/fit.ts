// How large a text can be in a given width and height, never below the smallest readable size. The same sums are made in
// `session::views::hall::fit`, which says how many rows a page holds: so what is given here always fits.
// Chinese characters are one em wide, so a sum of widths is close enough and needs no measuring in the window.
import { spaced } from "#ui/text/index.svelte";
import { LEAST_PITCH, LEAST_TEXT } from "./page";

/** Names set one below the other: one size for all of them, and how many lines each takes. */
export interface Set {
  size: number;
  lines: number[];
}

/** Height of a line of a name, and what its row has above and below it. */
export const LINE = 1.2;
const AROUND = 8;
/** So many names are rather large than on one line. */
const FEW = 4;

const NARROW = /[iljtfr.,:;'|!()\s]/u;
const HAIR = /[\u2009\u200a\u202f]/u;

/** Returns the width of a text in em. */
export function ems(text: string): number {
  return [...text].reduce((sum, char) => sum + widthOf(char), 0);
}

function widthOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (HAIR.test(char)) return 0.2;
  if (code >= 0x2e80 || char === "·" || (code >= 0x2010 && code <= 0x203f)) return 1;
  if (NARROW.test(char)) return 0.36;
  if (char === "%") return 0.95;
  return code >= 0x41 && code <= 0x5a ? 0.72 : 0.6;
}

/** Returns how many lines a text of so many em takes; one that is broken ends up to an em early. */
export function linesOf(wide: number, size: number, width: number): number {
  return wide * size <= width ? 1 : Math.ceil((wide * size) / Math.max(width - size, size));
}

/**
 * Returns the largest size, at most `most`, at which names fit below each other into a height; `width` may depend on it.
 * No name takes more lines for being larger; where there are few, two.
 */
export function largest(
  names: readonly string[],
  width: (size: number) => number,
  height: number,
  most: number,
  below = 0,
): Set {
  const wide = names.map((name) => ems(spaced(name)));
  const at = (size: number) => wide.map((one) => linesOf(one, size, width(size)));
  const fewest = at(LEAST_TEXT);
  const allowed = names.length <= FEW ? 2 : 1;
  for (let size = Math.floor(most); size > LEAST_TEXT; size -= 1) {
    const lines = at(size);
    const rows = lines.map((count) => rowHeight(count, size) + below);
    const grown = lines.some((count, index) => count > Math.max(fewest[index] ?? 1, allowed));
    if (!grown && rows.reduce((sum, row) => sum + row, 0) <= height) return { size, lines };
  }
  return { size: LEAST_TEXT, lines: fewest };
}

/** Returns the least height of a row whose name takes so many lines. */
export function rowHeight(lines: number, size: number): number {
  return Math.max(LEAST_PITCH, lines * size * LINE + AROUND);
}

/** Returns the largest size, at most `most`, at which a text by itself fills a place of so many lines as it needs. */
export function filling(text: string, width: number, height: number, most: number, line = 1.4): number {
  const wide = ems(spaced(text));
  for (let size = most; size > LEAST_TEXT; size -= 1) {
    if (linesOf(wide, size, width) * size * line <= height) return size;
  }
  return LEAST_TEXT;
}

/** Returns how large names may be where so many rows share a height: few fill the page. */
export function mostFor(rows: number, height: number): number {
  return Math.max(LEAST_TEXT, Math.min(104, (height / Math.max(rows, 1)) * 0.6));
}

/** Returns names as they are set beside each other: two characters are as wide as three (张　伟). */
export function padded(names: readonly string[]): string[] {
  const three = names.some((name) => /^\p{Script=Han}{3}$/u.test(name));
  return names.map((name) => (three && /^\p{Script=Han}{2}$/u.test(name) ? [...name].join("\u3000") : name));
}

/** Returns the size at which a text takes one line of at most `most`, never less than can be read. */
export function oneLine(text: string, width: number, most: number): number {
  return Math.max(LEAST_TEXT, Math.min(most, Math.floor(width / Math.max(ems(text), 1))));
}

/** Returns the size at which a text takes one line of at most `most`, or else two even lines. */
export function linesFor(text: string, width: number, most: number): number {
  const wide = Math.max(ems(text), 1);
  const one = Math.floor(width / wide);
  if (one >= most * 0.8) return Math.min(most, one);
  return Math.max(LEAST_TEXT, Math.min(Math.floor(most * 0.8), Math.floor(width / (wide / 2 + 1))));
}
