// How a mark is named and drawn: by the symbol map of its section.
import type { DeskContest } from "../../bindings/DeskContest";
import type { KeyMeaning } from "../../bindings/KeyMeaning";
import type { Mark } from "../../bindings/Mark";
import type { Symbol } from "../../bindings/Symbol";
import { t } from "../../text/index.svelte";

/** Returns the word for a mark. */
export function markWord(mark: Mark): string {
  return typeof mark === "number" ? t().count.marks.grade(mark + 1) : t().common.marks[mark];
}

/** Returns the symbol that stands on the paper for a mark, if one does. */
export function symbolOf(mark: Mark, contest: DeskContest): Symbol | null {
  return contest.keys.find((meaning) => meaning.mark === mark)?.symbol ?? null;
}

/** Returns the meaning a typed key has in a section. */
export function meaningOf(key: string, contest: DeskContest): KeyMeaning | null {
  return contest.keys.find((meaning) => meaning.key === key) ?? null;
}
