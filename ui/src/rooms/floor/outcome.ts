// What came of a question, and what is left to do about it.
import type { FollowUp, OutcomeLine } from "#ui/bindings";
import { t } from "#ui/text/index.svelte";

/** Whether the ballot that must follow a result is set up: it has a card of its own then. */
export function isSetUp({ next, proposed, unready }: FollowUp): boolean {
  return (next === "runoff" || next === "further") && proposed === null && unready === null;
}

/** Returns what came of it in one line: persons are elected, projects and motions pass; with the question's title where a ballot has several. */
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
