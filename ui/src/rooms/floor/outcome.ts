// What came of a question in one line: persons are elected, projects and motions pass.
import type { OutcomeLine } from "#ui/bindings";
import { t } from "#ui/text/index.svelte";

/** Returns the line; with the question's title where a ballot has several. */
export function outcomeSentence(outcome: OutcomeLine, titled: boolean): string {
  const { title, matter, chosen, seats_left, next } = outcome;
  const words = t().matter[matter];
  const said = [
    matter === "grades" ? words.done : words.won(chosen),
    ...(seats_left > 0 ? [words.seatsLeft(seats_left)] : []),
    ...(next === "none" ? [] : [words.next[next]]),
  ].join(t().floor.comma);
  return titled ? t().floor.outcomeOf(title, said) : said;
}
