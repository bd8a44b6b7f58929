// The form of a motion, and the words for what it says.
import type {
  CountedHands,
  FloorHandVote,
  HandOutcome,
  Hands,
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
  way: "hands" | "acclamation";
  threshold: Threshold | null;
  counted: CountedHands;
  reason: string;
};

/** What stands behind a choice that a motion does not make yet. */
export type Usual = { motion: Motion; quorum: Least; thresholds: OfferedThreshold[] };

export function formOf(motion: Motion, usual: Usual): MotionForm {
  const [hands] = [motion.way, usual.motion.way].filter((way) => way.way === "hands");
  return {
    title: motion.title,
    text: motion.text,
    body: motion.body.body,
    members: motion.body.body === "presidium" ? motion.body.members : null,
    quorum: (motion.body.body === "presidium" && motion.body.quorum) || usual.quorum,
    way: motion.way.way,
    threshold: hands?.threshold ?? null,
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
    way:
      form.way === "hands"
        ? { way: "hands", threshold: form.threshold, counted: form.counted }
        : { way: "acclamation" },
    ...(form.reason.trim() === "" ? {} : { departure_reason: form.reason.trim() }),
  };
}

/** Who votes, how, and what it takes. */
export function factsOf({ motion, needed }: Pick<FloorHandVote, "motion" | "needed">): string[] {
  const words = t().hand;
  const body = motion.body.body === "congress" ? words.body.congress : words.presidiumOf(motion.body.members);
  if (motion.way.way === "acclamation") return [body, words.way.acclamation];
  const takes = motion.way.threshold === null ? words.moreFor : words.neededWhenPut;
  return [body, words.way.hands, needed === null ? takes : words.needed(needed)];
}

/** What became of a motion, in one line. */
export function outcomeLine(outcome: HandOutcome): string {
  const words = t().hand;
  if (outcome.outcome === "acclaimed") {
    return outcome.passed ? words.acclaimedLine.passed : words.acclaimedLine.rejected;
  }
  const { for: votes, against, abstain } = outcome.result;
  return words.resultLine(votes, against, abstain);
}

export function hasPassed(outcome: HandOutcome): boolean {
  return outcome.outcome === "acclaimed" ? outcome.passed : outcome.result.passed;
}

/** The kinds of hands counted, in the order they are asked for. */
export type HandKind = "for" | "against" | "abstain";

export function kindsOf(counted: CountedHands): HandKind[] {
  return counted === "minority" ? ["against", "abstain"] : ["for", "against", "abstain"];
}

/** Numbers typed for the kinds of hands. */
export type TypedHands = Partial<Record<HandKind, number | null>>;

/** The hands typed, or null while a number is missing. */
export function handsOf(counted: CountedHands, typed: TypedHands): Hands | null {
  const { for: votes = null, against = null, abstain = null } = typed;
  if (against === null || abstain === null) return null;
  if (counted === "minority") return { counted, against, abstain };
  return votes === null ? null : { counted, for: votes, against, abstain };
}

/** The number of one kind; null where it is derived. */
export function numberOf(hands: Hands, kind: HandKind): number | null {
  if (kind !== "for") return hands[kind];
  return hands.counted === "each" ? hands.for : null;
}
