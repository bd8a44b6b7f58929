// What a round is called in words. Which ballot it is and which vote on it comes with the view.
import type { RoundLabel } from "#ui/bindings";
import { t } from "#ui/text/index.svelte";

/** What a vote held once more is called; nothing for a first one. */
export function roundWord({ kind, time, matter }: RoundLabel): string | null {
  const words = t().frame.round;
  if (kind.why === "first") return null;
  const word = kind.why === "further" ? t().matter[matter].further : words[kind.why];
  return time > 1 ? words.time(time, word) : word;
}

/** Which ballot it is, in one line. */
export function ballotLine({ title, colour, twin }: RoundLabel): string {
  const number = twin === null ? "" : t().frame.round.twin(twin);
  return [title, colour, number].filter((one) => one !== "").join(" · ");
}

/** The whole name in one line, where nothing can be drawn: titles of dialogs, labels that are read out. */
export function labelLine(label: RoundLabel): string {
  const word = roundWord(label);
  return ballotLine(label) + (word === null ? "" : ` · ${word}`);
}
