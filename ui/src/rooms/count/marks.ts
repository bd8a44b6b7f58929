// How a mark is named and drawn: by the symbol map of its section.
import type { DeskContest, KeyMeaning, Mark, Symbol } from "#ui/bindings";
import { t } from "#ui/text/index.svelte";

/** Returns the word for a mark; a grade has the word the ballot gives it. */
export function markWord(mark: Mark, contest: DeskContest): string {
  if (typeof mark !== "number") return t().common.marks[mark];
  return contest.grades[mark] ?? t().count.marks.grade(mark + 1);
}

/** Returns the symbol that stands on the paper for a mark, if one does. */
export function symbolOf(mark: Mark, contest: DeskContest): Symbol | null {
  return contest.keys.find((meaning) => meaning.mark === mark)?.symbol ?? null;
}

/** Returns the meaning a typed key has in a section. */
export function meaningOf(key: string, contest: DeskContest): KeyMeaning | null {
  return contest.keys.find((meaning) => meaning.key === key) ?? null;
}
