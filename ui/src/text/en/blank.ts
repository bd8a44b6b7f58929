import type { AbstentionWord } from "#ui/bindings";
import type { Text } from "#ui/text/zh";

const abstentions: Record<AbstentionWord, string> = { abstain: "abstain", dont_know: "don't know" };

export const blank: Text["blank"] = {
  abstentions: { abstain: "Abstain", dont_know: "Don't know" },
  row: (row, word) =>
    ({ abstain: `counts as “${abstentions[word]}”`, for: "counts as “for”", void: "the row is void" })[row],
  section: (section, word) =>
    ({
      valid: `valid, every row counts as “${abstentions[word]}”`,
      void: "void",
      by_row: "every row counts as a blank row",
    })[section],
};
