// A shell that answers from given views and remembers what was asked.
import { emit } from "@tauri-apps/api/event";
import { clearMocks, mockIPC, mockWindows } from "@tauri-apps/api/mocks";
import type { FrameView } from "../src/bindings/FrameView";
import type { PrepareView } from "../src/bindings/PrepareView";
import type { Step } from "../src/bindings/Step";
import type { StepName } from "../src/bindings/StepName";

type Answers = Record<string, (args: Record<string, unknown>) => unknown>;

/** What was asked, in order: name and arguments. */
export type Asked = { name: string; args: Record<string, unknown> }[];

export function answering(answers: Answers): { asked: Asked; changed: () => Promise<void> } {
  const asked: Asked = [];
  mockWindows("operator", "hall");
  mockIPC(
    (name, payload) => {
      const args = (payload ?? {}) as Record<string, unknown>;
      const answer = answers[name];
      if (!name.startsWith("plugin:")) asked.push({ name, args: structuredClone(args) });
      return answer ? answer(args) : null;
    },
    { shouldMockEvents: true },
  );
  return { asked, changed: () => emit("session-changed") };
}

/** Ends the shell once everything under way has ended. */
export async function quiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  clearMocks();
}

const order: StepName[] = [
  "describe",
  "roster",
  "staff",
  "ballot",
  "print_ballot",
  "attendance",
  "open",
  "collect",
  "announce_collection",
  "first_keying",
  "second_keying",
  "rule",
  "certify",
  "report",
  "announce_result",
  "decision",
];

/** Returns the steps of the day when it has come to one of them. */
export function stepsUpTo(present: StepName): Step[] {
  const at = order.indexOf(present);
  return order.map((step, index) => ({
    step,
    state: index < at ? "done" : index === at ? "present" : "later",
    missing: null,
  }));
}

export function frameAt(present: StepName): FrameView {
  return {
    title: "青石镇第十八届人民代表大会第五次会议",
    attendance: null,
    round: null,
    hall: { scene: "welcome" },
    steps: stepsUpTo(present),
    to_rule: 0,
    staff: [{ id: "secretary-1", name: "苏文", role: "secretary" }],
  };
}

export function prepared(): PrepareView {
  return {
    meeting: {
      place: "青石镇",
      congress: 18,
      meeting: 5,
      all_deputies: 58,
      held_on: "2026-01-16",
      venue: "镇政府三楼会议室",
      agenda: ["票决2026年度民生实事项目"],
    },
    title: "青石镇第十八届人民代表大会第五次会议",
    quorum: 39,
    majority: 30,
    deputies: [
      {
        number: 1,
        name: "陈志远",
        sex: "男",
        ethnicity: "汉族",
        delegation: "第一代表团",
        post: "镇人大主席",
        note: "",
      },
      { number: 2, name: "刘敏", sex: "女", ethnicity: "汉族", delegation: "第一代表团", post: "", note: "" },
    ],
    observers: [],
    staff: [{ id: "secretary-1", name: "苏文", role: "secretary" }],
    ballots: [],
    past: null,
    notices: [],
  };
}

/** Text as a person reads it: without the thin spaces. */
export const plain = (text: string | null | undefined) => (text ?? "").replaceAll("\u2009", "");
