import type {
  Concern,
  Departure,
  Failure,
  FaultFound,
  FlawFound,
  Notice,
  PaperStop,
  Refusal,
  Trouble,
} from "#ui/bindings";
import { t } from "./index.svelte";
import type { Text } from "./zh";

/** What was refused, and what to do next, in one sentence. */
export function refusalSentence(refusal: Refusal, text: Text = t()): string {
  const say = text.failures.refusals[refusal.code] as (of: Refusal) => string;
  return say(refusal);
}

/** Something odd that stops nothing. */
export function noticeSentence(notice: Notice, text: Text = t()): string {
  const say = text.failures.notices[notice.notice] as (of: Notice) => string;
  return say(notice);
}

/** Where the candidates are not what the law asks for. */
export function concernSentence(concern: Concern, text: Text = t()): string {
  const say = text.failures.concerns[concern.concern] as (of: Concern) => string;
  return say(concern);
}

/** Where the settings contradict the law. */
export function departureSentence(departure: Departure, text: Text = t()): string {
  const say = text.failures.departures[departure.departure] as (of: Departure) => string;
  return say(departure);
}

/** What stops a paper, and where to put it right. */
export function stopSentence(stop: PaperStop, text: Text = t()): string {
  const say = text.failures.stops[stop.stop] as (of: PaperStop) => string;
  return say(stop);
}

/** What is wrong with a session file, and in which entry. */
export function flawSentence({ seq, fault }: FlawFound, text: Text = t()): string {
  const { faults, flaw } = text.failures;
  const say = faults[fault.fault] as (of: FaultFound) => string;
  const refusal = fault.fault === "unaskable" ? fault.refusal : null;
  const said = refusal === null ? say(fault) : flaw.because(say(fault), refusalSentence(refusal, text));
  return seq === null ? said : flaw.entry(seq, said);
}

/** A failure of any kind. */
export function failureSentence(failure: Failure, text: Text = t()): string {
  if (failure.kind === "refused") return refusalSentence(failure.refusal, text);
  if (failure.kind === "not_set") return stopSentence(failure.stop, text);
  const say = text.failures.failed[failure.code] as (of: Trouble) => string;
  if (failure.code === "damaged") {
    return text.failures.flaw.damaged(say(failure), flawSentence(failure.flaw, text));
  }
  return say(failure);
}
