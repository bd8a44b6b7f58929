// A shell that answers from given views and remembers what was asked.
import { emit } from "@tauri-apps/api/event";
import { clearMocks, mockIPC, mockWindows } from "@tauri-apps/api/mocks";
import type {
  Ballot,
  BallotContest,
  FloorRound,
  FloorView,
  FrameView,
  OfferedThreshold,
  PreparedBallot,
  PrepareView,
  Preset,
  Presets,
  RoundLabel,
  SeatsRule,
  Setting,
  SettingsView,
  SittingsView,
  Step,
  StepName,
} from "#ui/bindings";

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

/** Returns the name of a first vote on a ballot. */
export function label(title: string, more: Partial<RoundLabel> = {}): RoundLabel {
  return { title, colour: "", twin: null, kind: { why: "first" }, time: 1, matter: "projects", ...more };
}

const thresholds: OfferedThreshold[] = [
  { form: "half", threshold: { base: "all_deputies", least: { over: [1, 2] } } },
  { form: "two_thirds", threshold: { base: "all_deputies", least: { at_least: [2, 3] } } },
  { form: "none", threshold: null },
];

/** The floor before anybody was counted. */
export const EMPTY_FLOOR: FloorView = {
  all_deputies: 58,
  quorum: 39,
  attendance: null,
  count_again: true,
  to_open: [],
  follow_ups: [],
  hand_votes: [],
  rounds: [],
  cards: [],
  attendance_due: { ballots: false, hands: false },
  usual_presidium_quorum: { over: [1, 2] },
  thresholds,
  new_motion: {
    title: "",
    text: "",
    body: { body: "congress" },
    way: {
      way: "hands",
      threshold: { base: "all_deputies", least: { over: [1, 2] } },
      counted: "minority",
    },
  },
};

/** A round whose ballots are out. */
export const VOTING: FloorRound = {
  round: 1,
  title: "票决票",
  kind: { why: "first" },
  present: 56,
  printed: 60,
  issued: 56,
  few_returned: 28,
  collected: null,
  left_over: null,
  valid: null,
  announced: false,
  counting: false,
  result_announced: false,
  outcomes: [],
  announce_missing: { code: "not_collected" },
  result_missing: { code: "not_certified" },
  correctable: true,
  broken_off: null,
  break_off_missing: null,
  corrections: [],
  correction_missing: { code: "not_collected" },
  together: [],
  notices: [],
};

export function frameAt(present: StepName): FrameView {
  return {
    title: "青石镇第十八届人民代表大会第五次会议",
    attendance: null,
    round: null,
    counts: [],
    counting: null,
    several: false,
    hall: { scene: "welcome" },
    rechecking: false,
    under_way: null,
    steps: stepsUpTo(present),
    steps_of: null,
    follow: null,
    to_rule: 0,
    staff: [{ id: "secretary-1", name: "苏文", role: "secretary" }],
    absent: [],
    pins: [],
    names: [],
    away: null,
    sealed: null,
    rehearsal: false,
  };
}

/** The presidium and two plenary sittings; the first has been called. */
export function sittings(): SittingsView {
  const member = (number: number, name: string) => ({ number, name });
  const chairs = "陈志远";
  const of = { held_on: "2026-01-16", begins: "08:30:00", venue: "", chairs };
  return {
    sittings: [
      {
        sitting: { id: 1, kind: "presidium", ...of, items: [{ kind: null, text: "推选执行主席", of: [] }] },
        name: { kind: "presidium", number: 1 },
        needed: 1,
        roll: {
          called: [{ member: member(1, "陈志远"), presence: { is: "present" } }],
          observers: 0,
          present: 1,
        },
      },
      {
        sitting: {
          id: 2,
          kind: "plenary",
          ...of,
          items: [{ kind: null, text: "票决民生实事项目", of: [{ hung: "ballot", ballot: "projects" }] }],
        },
        name: { kind: "plenary", number: null },
        needed: 2,
        roll: null,
      },
    ],
    proposed: null,
    next: 3,
    presidium: [member(1, "陈志远")],
    deputies: [
      { member: member(1, "陈志远"), delegation: "第一代表团", note: "" },
      { member: member(2, "刘敏"), delegation: "第一代表团", note: "" },
      { member: member(3, "买买提·艾力"), delegation: "第二代表团", note: "" },
    ],
    to_hang: [
      { of: { hung: "ballot", ballot: "projects" }, title: "民生实事项目票决票" },
      { of: { hung: "motion", vote: 1 }, title: "关于工作报告的决议" },
    ],
    due: 2,
    there: ["present", "late"],
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
    sittings: 0,
    agenda_planned: false,
    acted: [],
    candidates: [],
    ballots: [],
    past: null,
    notices: [],
    usual_blanks: [
      { row: "abstain", section: "valid" },
      { row: "void", section: "by_row" },
      { row: "for", section: "by_row" },
    ],
    usual_weights: [
      [100, 0],
      [100, 50, 0],
      [100, 67, 33, 0],
      [100, 75, 50, 25, 0],
    ],
    thresholds,
    pins: [],
    quorums: [
      { form: "two_thirds", quorum: [2, 3] },
      { form: "half", quorum: [1, 2] },
    ],
  };
}

/** A saved ballot of which nothing is out. */
export function preparedBallot(ballot: Ballot, more: Partial<PreparedBallot> = {}): PreparedBallot {
  const nothing = { current: null, to_withdraw: [], to_issue: [], copies: 58 };
  return { ballot, issued: false, deletable: false, ...nothing, ...more };
}

const ofKind: Record<BallotContest["contest"]["kind"], Setting[]> = {
  selection: ["symbols", "threshold", "cap", "blank", "tie", "shortfall", "result_order"],
  election: ["symbols", "threshold", "cap", "blank", "write_ins", "tie", "shortfall", "result_order"],
  evaluation: ["grades", "rate", "blank", "levels", "told"],
  motion: ["symbols", "threshold", "blank"],
};
const ofBallot: Setting[] = ["quorum", "valid_if", "bundles", "hall", "departure"];

/** What a ballot comes to: every setting says its own name. */
export function settingsOf(ballot: Ballot, more: Partial<SettingsView> = {}): SettingsView {
  const said = (setting: Setting) => ({ setting, said: { zh: setting, en: setting }, departs: false });
  return {
    contests: ballot.contests.map(({ contest }) => ({
      contest: contest.id,
      settings: ofKind[contest.kind].map(said),
    })),
    ballot: ofBallot.map(said),
    problem: null,
    concerns: [],
    departures: [],
    ...more,
  };
}

const selectionRule: SeatsRule = {
  seats: 1,
  threshold: { base: "all_deputies", least: { over: [1, 2] } },
  cap: "at_most",
  over_cap: "section",
  blank_row: "abstain",
  blank_section: "valid",
  illegible_row: "row",
  write_ins: "none",
  write_in_unmarked: "for",
  tie: "runoff",
  shortfall: "further",
};

function preset(
  id: string,
  zh: string,
  title: string,
  contest: BallotContest,
  hall: Ballot["hall"] = "live",
): Preset {
  const ballot: Ballot = {
    id,
    title: `${title}票`,
    colour: "粉红色",
    contests: [],
    valid_if: "returned_at_most_issued",
    bundle_size: 10,
    hall,
  };
  return { id, name: { zh, en: id }, ballot, contest };
}

/** Presets as the shell gives them for a session in 2026. */
export function presets(): Presets {
  const drawn: BallotContest["symbols"] = [
    { symbol: "circle", mark: "for" },
    { symbol: "cross", mark: "against" },
  ];
  const named = (id: string, title: string) => ({ id, title, options: [] });
  const selection: BallotContest = {
    contest: { ...named("selection", "2026年度民生实事项目票决"), kind: "selection", rule: selectionRule },
    projects: [],
    symbols: drawn,
  };
  const election: BallotContest = {
    contest: {
      ...named("deputy", "选举副镇长"),
      kind: "election",
      rule: { ...selectionRule, write_ins: "needs_against" },
    },
    projects: [],
    symbols: drawn,
    order: "name_strokes",
    election: {
      post: "deputy_head",
      by_election: false,
      margin: null,
      write_in_deputies_only: false,
      nominees: [],
    },
  };
  const evaluation: BallotContest = {
    contest: {
      ...named("evaluation", "2025年度民生实事项目满意度测评"),
      kind: "evaluation",
      rule: {
        grades: ["满意", "基本满意", "不满意"],
        blank_row: "abstain",
        blank_section: "valid",
        illegible_row: "row",
        multi_mark: "void",
        rate: { grades: [0, 1], base: "valid", decimals: 2 },
      },
    },
    projects: [],
    symbols: [0, 1, 2].map((mark) => ({ symbol: "tick" as const, mark })),
    assessment: { weights: [], abstention: "abstain", abstention_base: "counted", levels: { by: "none" } },
  };
  return {
    presets: [
      preset("selection", "民生实事票决", "2026年度民生实事项目票决", selection),
      preset("deputy", "组织法选举·副职", "选举副镇长", election, "progress"),
      preset("evaluation", "满意度测评", "2025年度民生实事项目满意度测评", evaluation),
    ],
    hands: [
      {
        id: "presidium",
        name: { zh: "主席团表决", en: "Vote of the presidium" },
        motion: {
          title: "",
          text: "",
          body: { body: "presidium", members: 0, quorum: { over: [1, 2] } },
          way: {
            way: "hands",
            threshold: { base: "all_deputies", least: { over: [1, 2] } },
            counted: "minority",
          },
        },
      },
    ],
    folder: "/票决台/presets",
    faults: [],
  };
}

/** Text as a person reads it: without the thin spaces. */
export const plain = (text: string | null | undefined) => (text ?? "").replaceAll("\u2009", "");
