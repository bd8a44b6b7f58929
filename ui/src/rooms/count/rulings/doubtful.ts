// Sections for the chief scrutineer, grouped by what is doubtful about them, so that the same kind can be ruled on in one go.
import type { Doubt } from "../../../bindings/Doubt";
import type { DoubtfulView } from "../../../bindings/DoubtfulView";
import type { SectionPlace } from "../../../bindings/SectionPlace";
import { t } from "../../../text/index.svelte";

/** What a section is doubtful for, first of all. */
export type Kind = Doubt["kind"] | "noted";

/** Returns what a section is doubtful for, first of all; a keyer's note where the rules say nothing. */
export function kindOf(section: DoubtfulView): Kind {
  return section.proposed[0]?.kind ?? "noted";
}

/** Tells whether two sections of the same contest are doubtful for the same things; a keyer's own words are never alike. */
export function alike(one: DoubtfulView, other: DoubtfulView): boolean {
  const kinds = (section: DoubtfulView) => section.proposed.map((doubt) => doubt.kind).join();
  const plain = one.noted.length === 0 && other.noted.length === 0;
  return plain && one.section.contest === other.section.contest && kinds(one) === kinds(other);
}

/** Tells whether two places are the same. */
export function samePlace(one: SectionPlace, other: SectionPlace): boolean {
  return (
    one.contest === other.contest &&
    one.place.bundle === other.place.bundle &&
    one.place.sheet === other.place.sheet
  );
}

/** Returns a doubt in words. */
export function doubtSentence(doubt: Doubt): string {
  const words = t().count.rulings.doubts;
  switch (doubt.kind) {
    case "over_cap":
    case "under_cap":
      return words[doubt.kind](doubt.approvals, doubt.seats);
    case "blank_section":
      return words.blank_section;
    case "illegible_row":
    case "multiple_grades":
      return words[doubt.kind](doubt.row + 1);
    case "write_ins_without_against":
      return words.write_ins_without_against(doubt.write_ins, doubt.against);
    case "write_in_unmarked":
      return words.write_in_unmarked(doubt.name);
  }
}

/** Returns all that is doubtful about a section, in words. */
export function doubtSentences(section: DoubtfulView): string[] {
  return [
    ...section.proposed.map(doubtSentence),
    ...section.noted.map((reason) => t().count.rulings.doubts.noted(reason)),
  ];
}
