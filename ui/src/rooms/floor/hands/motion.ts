// The form of a motion, and the words for what it says.
import type {
  CountedHands,
  FloorHandVote,
  HandKind,
  HandOutcome,
  Hands,
  HandsAsked,
  Least,
  Motion,
  OfferedThreshold,
  Threshold,
} from "#ui/bindings";
import { t } from "#ui/text/index.svelte";

/** What is typed; what a choice hides is kept, so that choosing back and forth loses nothing. */
export type MotionForm = {
  title: string;
  text: string;
  body: "congress" | "presidium";
  members: number | null;
  quorum: Least;
  way: Motion["way"]["way"];
  threshold: Threshold | null;
  counted: CountedHands;
  reason: string;
};

/** What stands behind a choice that a motion does not make yet. */
export type Usual = { motion: Motion; quorum: Least; thresholds: OfferedThreshold[] };

export function formOf(motion: Motion, usual: Usual): MotionForm {
  const ways = [motion.way, usual.motion.way];
  const [hands] = ways.filter((way) => way.way === "hands");
  const [numbers] = ways.filter((way) => way.way !== "acclamation");
  return {
    title: motion.title,
    text: motion.text,
    body: motion.body.body,
    members: motion.body.body === "presidium" ? motion.body.members : null,
    quorum: (motion.body.body === "presidium" && motion.body.quorum) || usual.quorum,
    way: motion.way.way,
    threshold: numbers?.threshold ?? null,
    counted: hands?.counted ?? "minority",
    reason: motion.departure_reason ?? "",
  };
}

export function motionOf(form: MotionForm): Motion {
  return {
    title: form.title.trim(),
    text: form.text.trim(),
    body:
      form.body === "congress"
        ? { body: "congress" }
        : { body: "presidium", members: form.members ?? 0, quorum: form.quorum },
    way: wayOf(form),
    ...(form.reason.trim() === "" ? {} : { departure_reason: form.reason.trim() }),
  };
}

function wayOf({ way, threshold, counted }: MotionForm): Motion["way"] {
  switch (way) {
    case "hands":
      return { way, threshold, counted };
    case "keypads":
      return { way, threshold };
    case "acclamation":
      return { way };
  }
}

/** Who votes, how, and what it takes. */
export function factsOf({ motion, needed }: Pick<FloorHandVote, "motion" | "needed">): string[] {
  const words = t().hand;
  const body = motion.body.body === "congress" ? words.body.congress : words.presidiumOf(motion.body.members);
  if (motion.way.way === "acclamation") return [body, words.way.acclamation];
  const takes = motion.way.threshold === null ? words.moreFor : words.neededWhenPut;
  return [body, words.way[motion.way.way], needed === null ? takes : words.needed(needed)];
}

/** What became of a motion, in one line. */
export function outcomeLine(outcome: HandOutcome): string {
  const words = t().hand;
  if (outcome.outcome === "acclaimed") {
    return outcome.passed ? words.acclaimedLine.passed : words.acclaimedLine.rejected;
  }
  const { for: votes, against, abstain, not_pressed = null } = outcome.result;
  const line = words.resultLine(votes, against, abstain);
  return not_pressed === null ? line : line + words.notPressed(not_pressed);
}

export function hasPassed(outcome: HandOutcome): boolean {
  return outcome.outcome === "acclaimed" ? outcome.passed : outcome.result.passed;
}

/** Numbers typed for the kinds that are asked for. */
export type TypedHands = Partial<Record<HandKind, number | null>>;

/** The hands typed, or null while a number is missing. */
export function handsOf({ counted, kinds }: HandsAsked, typed: TypedHands): Hands | null {
  const numbers = kinds.map((kind) => [kind, typed[kind] ?? null] as const);
  if (numbers.some(([, number]) => number === null)) return null;
  return { counted, ...Object.fromEntries(numbers) } as Hands;
}

/** The number of one kind; null where it is derived. */
export function numberOf(hands: Hands, kind: HandKind): number | null {
  return (hands as Partial<Record<HandKind, number>>)[kind] ?? null;
}
