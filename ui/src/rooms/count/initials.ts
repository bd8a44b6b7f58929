// Choosing a written-in name by the initials of its pinyin, so that no input method is needed; typing it works as well.
import type { OfferedName } from "#ui/bindings";

/** How many names are offered at once: one for each of the keys 1 to 9. */
export const OFFERED_AT_ONCE = 9;

/** Tells whether initials are being typed, not a name. */
export function areInitials(typed: string): boolean {
  return /^[a-z]+$/iu.test(typed.trim());
}

/** Returns the names that fit what was typed: by initials, or by part of the name. */
export function fitting(typed: string, names: readonly OfferedName[]): string[] {
  const text = typed.normalize("NFKC").replaceAll(/\s/gu, "").toLowerCase();
  if (text === "") return [];
  const fits = areInitials(text)
    ? ({ initials }: OfferedName) => beginsWith(text, initials)
    : ({ name }: OfferedName) => name.includes(text);
  return names
    .filter(fits)
    .map(({ name }) => name)
    .slice(0, OFFERED_AT_ONCE);
}

/** A character whose reading is not known fits every letter. */
function beginsWith(letters: string, initials: readonly string[]): boolean {
  return (
    letters.length <= initials.length &&
    [...letters].every((letter, at) => initials[at] === "" || initials[at]?.includes(letter))
  );
}
