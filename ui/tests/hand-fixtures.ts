// Motions decided without paper, at every point of their way.
import type {
  Compared,
  FloorHandVote,
  HandDeskView,
  HandState,
  HandsAsked,
  Motion,
  Staff,
} from "#ui/bindings";

export const staff: Staff[] = [
  { id: "secretary-1", name: "苏文", role: "secretary" },
  { id: "chief-1", name: "周建国", role: "chief_scrutineer" },
  { id: "teller-1", name: "刘敏", role: "teller" },
  { id: "teller-2", name: "高翔", role: "teller" },
];
export const motion: Motion = {
  title: "关于政府工作报告的决议",
  text: "",
  body: { body: "congress" },
  way: {
    way: "hands",
    threshold: { base: "all_deputies", least: { over: [1, 2] } },
    counted: "minority",
  },
};
export const acclamation: Motion = { ...motion, way: { way: "acclamation" } };
export const keypads: Motion = {
  ...motion,
  way: { way: "keypads", threshold: { base: "all_deputies", least: { over: [1, 2] } } },
};
export const presidium: Motion = {
  ...motion,
  body: { body: "presidium", members: 7, quorum: { over: [1, 2] } },
};
export const open: Compared = { compared: "open" };

/** The numbers of the few, and those a display shows. */
export const minority: HandsAsked = { counted: "minority", kinds: ["against", "abstain"] };
export const shown: HandsAsked = {
  counted: "shown",
  kinds: ["for", "against", "abstain", "not_pressed"],
};

export function put(counted_by: string[], compared: Compared = open): HandState {
  return { state: "put", count: 1, all: 58, present: 56, counted_by, compared };
}

export function vote(
  state: HandState,
  of: Motion = motion,
  missing: FloorHandVote["missing"] = null,
): FloorHandVote {
  const needed = of.way.way === "acclamation" ? null : 30;
  const asked = of.way.way === "hands" ? minority : of.way.way === "keypads" ? shown : null;
  const presidium_quorum = of.body.body === "presidium" ? 4 : null;
  return {
    vote: 1,
    motion: of,
    asked,
    state,
    needed,
    presidium_quorum,
    presidium_present: null,
    missing,
    withdraw_missing: null,
    corrections: [],
  };
}

export const desk: HandDeskView = {
  vote: 1,
  title: motion.title,
  asked: minority,
  present: 56,
  mine: null,
};
