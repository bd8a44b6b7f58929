// Motions decided without paper.
import type { Motion, Picture } from "#ui/bindings";

const motion: Motion = {
  title: "青石镇第十八届人民代表大会第五次会议关于政府工作报告的决议（草案）",
  text: "会议听取和审议了镇长所作的政府工作报告，决定批准这个报告。",
  body: { body: "congress" },
  way: {
    way: "hands",
    threshold: { base: "all_deputies", least: { over: [1, 2] } },
    counted: "minority",
  },
};

const ofPresidium: Motion = {
  ...motion,
  title: "总监票人、监票人名单（草案）",
  text: "",
  body: { body: "presidium", members: 7 },
};

const byKeypads: Motion = {
  ...motion,
  way: { way: "keypads", threshold: { base: "all_deputies", least: { over: [1, 2] } } },
};

const acclaimed: Motion = { ...motion, title: "会议议程（草案）", text: "", way: { way: "acclamation" } };

const longest: Motion = {
  ...motion,
  title: "关于批准决议（草案）".repeat(7),
  text: "会议决定批准这个报告。".repeat(21),
};

function byHand(
  votes: number,
  against: number,
  abstain: number,
  needed: number | null,
  passed: boolean,
): Picture {
  const outcome = { outcome: "counted", result: { for: votes, against, abstain, needed, passed } } as const;
  return { scene: "hand_result", motion, all: 58, present: 56, outcome };
}

export const MOTIONS: Record<string, Picture> = {
  "hand-motion": { scene: "hand_motion", motion, needed: 30 },
  "hand-motion-long": { scene: "hand_motion", motion: longest, needed: 30 },
  "hand-motion-acclamation": { scene: "hand_motion", motion: acclaimed, needed: null },
  "hand-voting": { scene: "hand_voting", motion, all: 58, present: 56, needed: 30 },
  "hand-voting-presidium": { scene: "hand_voting", motion: ofPresidium, all: 7, present: 7, needed: 4 },
  "hand-passed": byHand(52, 3, 1, 30, true),
  "hand-rejected": byHand(29, 20, 7, 30, false),
  "keypads-voting": { scene: "hand_voting", motion: byKeypads, all: 58, present: 56, needed: 30 },
  "keypads-passed": {
    scene: "hand_result",
    motion: byKeypads,
    all: 58,
    present: 56,
    outcome: {
      outcome: "counted",
      result: { for: 50, against: 3, abstain: 1, not_pressed: 2, needed: 30, passed: true },
    },
  },
  "hand-acclaimed": {
    scene: "hand_result",
    motion: acclaimed,
    all: 58,
    present: 56,
    outcome: { outcome: "acclaimed", passed: true },
  },
  "hand-not-acclaimed": {
    scene: "hand_result",
    motion: acclaimed,
    all: 58,
    present: 56,
    outcome: { outcome: "acclaimed", passed: false },
  },
};
