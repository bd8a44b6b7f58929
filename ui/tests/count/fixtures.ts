// A counting table with everything on it: a selection of 12 to 10, an election with write-ins, an evaluation.
import type {
  Column,
  CountPlace,
  CountView,
  DeskContest,
  DeskView,
  DifferenceView,
  DoubtfulView,
  FrameView,
  KeyMeaning,
  KindView,
  RoundFigures,
  Staff,
  StepName,
} from "#ui/bindings";
import { label, stepsUpTo } from "../shell";

export const PROJECTS = [
  "青石村至云岭村通组公路硬化工程",
  "镇中心幼儿园改扩建项目",
  "农村饮水安全巩固提升工程（二期）",
  "镇卫生院中医馆标准化建设",
  "“一老一小”综合服务中心建设",
  "高标准农田建设及灌溉渠道清淤疏浚",
  "集镇生活污水管网改造",
  "村级文化广场和健身设施提升",
  "山塘水库除险加固",
  "农村危房改造与地质灾害隐患点避险搬迁",
  "路灯亮化工程（太阳能路灯300盏）",
  "垃圾分类收集点及转运站建设",
];

export const LONG_NAME = "青石村至云岭村通组公路硬化及沿线安防设施排水沟综合整治提升工程";

const unread: KeyMeaning[] = [
  { key: "0", mark: "blank", symbol: null },
  { key: "/", mark: "illegible", symbol: null },
];

const APPROVALS: Column[] = [{ of: "for" }, { of: "against" }, { of: "abstain" }, { of: "void" }];

export const SELECTION: DeskContest = {
  title: "2026年度民生实事项目票决",
  matter: "projects",
  columns: APPROVALS,
  rows: PROJECTS,
  seats: 10,
  keys: [
    { key: "1", mark: "for", symbol: "circle" },
    { key: "2", mark: "against", symbol: "cross" },
    ...unread,
  ],
  blank: "abstain",
  abstention: "abstain",
  grades: [],
  write_ins: false,
};

export const ELECTION: DeskContest = {
  title: "副镇长选举",
  matter: "persons",
  columns: APPROVALS,
  rows: ["张青山", "李　伟", "王秀云", "赵国强"],
  seats: 3,
  keys: [
    { key: "1", mark: "for", symbol: "circle" },
    { key: "2", mark: "against", symbol: "cross" },
    ...unread,
  ],
  blank: "abstain",
  abstention: "abstain",
  grades: [],
  write_ins: true,
};

export const EVALUATION: DeskContest = {
  title: "2025年度民生实事项目满意度测评",
  matter: "grades",
  columns: [
    { of: "grade", grade: 0 },
    { of: "grade", grade: 1 },
    { of: "grade", grade: 2 },
    { of: "abstain" },
    { of: "void" },
  ],
  rows: PROJECTS.slice(0, 3),
  seats: null,
  keys: [
    { key: "1", mark: 0, symbol: "tick" },
    { key: "2", mark: 1, symbol: "triangle" },
    { key: "3", mark: 2, symbol: "cross" },
    ...unread,
    { key: "*", mark: "multiple", symbol: null },
  ],
  blank: "abstain",
  abstention: "abstain",
  grades: ["满意", "基本满意", "不满意"],
  write_ins: false,
};

/** Returns a selection of so many rows. */
export function longSelection(rows: number, name = LONG_NAME): DeskContest {
  return {
    ...SELECTION,
    rows: Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? name : `第${row + 1}号项目`)),
  };
}

export const STAFF: Staff[] = [
  { id: "s", name: "陈静", role: "secretary" },
  { id: "c", name: "郑国栋", role: "chief_scrutineer" },
  { id: "j1", name: "周建国", role: "scrutineer" },
  { id: "j2", name: "吴秀兰", role: "scrutineer" },
  { id: "t1", name: "刘敏", role: "teller" },
  { id: "t2", name: "孙丽", role: "teller" },
];

export const FIGURES: RoundFigures = {
  round: 1,
  label: label("2026年度民生实事项目票决", { colour: "粉红色" }),
  issued: 56,
  returned: 56,
  first: 24,
  second: 0,
};

/** Where the count goes on when the day has come to a step; nowhere before it began. */
const PLACES: Partial<Record<StepName, CountPlace>> = {
  first_keying: "desk",
  second_keying: "desk",
  rule: "rulings",
  certify: "certify",
  report: "certify",
  announce_result: "certify",
  decision: "certify",
};

/** Returns the frame when the day has come to a step. */
export function frameAt(present: StepName): FrameView {
  const place = PLACES[present];
  const certified = ["report", "announce_result", "decision"].includes(present);
  const to_rule = present === "rule" ? 4 : 0;
  return {
    title: "青石镇第十八届人民代表大会第五次会议",
    attendance: { all_deputies: 58, present: 56, observers: 12, quorum: 39, met: true },
    round: FIGURES,
    counts: place ? [{ figures: FIGURES, place, certified, announced: false, to_rule, notices: [] }] : [],
    counting: place ? 1 : null,
    several: false,
    hall: { scene: "counting", round: 1, page: 0 },
    rechecking: false,
    under_way: null,
    steps: stepsUpTo(present),
    steps_of: FIGURES.label,
    follow: null,
    to_rule,
    staff: STAFF,
    absent: [],
    pins: [],
    names: [],
    away: null,
    sealed: null,
    rehearsal: false,
  };
}

/** Returns a teller's desk: two bundles closed, the third in hand at its fifth sheet. */
export function desk(contests: DeskContest[] = [SELECTION]): DeskView {
  return {
    round: 1,
    pass: "second",
    teller: "刘敏",
    label: FIGURES.label,
    contests,
    bundles: [1, 2, 3, 4, 5, 6].map((bundle) => ({
      bundle,
      sheets: bundle === 6 ? 6 : 10,
      keyed: bundle < 3 ? 10 : bundle === 3 ? 4 : 0,
      state: bundle < 3 ? "closed" : bundle === 3 ? "mine" : "waiting",
      teller: bundle < 4 ? "刘敏" : null,
      since: bundle < 4 ? `2026-01-16T14:2${bundle}:00+08:00` : null,
      refused: { code: "bundle_in_hand", bundle: 3 },
    })),
    loans: [],
    in_hand: { bundle: 3, sheet: 5, sheets: 10, last: 10, whole: false, unfinished: null },
    keyed: 24,
    minutes_left: 9,
    returned: 56,
    takers: ["j1", "j2", "c"],
  };
}

export const HEAD = "3f9a1c07be52d846a0915e7cd3b84f2617c60a9d5e83b1f4720d9c6ae15b7f08";

/** Returns a desk whose third bundle is out with this keyer and whose fourth with another. */
export function deskWithLoans(): DeskView {
  const view = freeDesk();
  const at = "2026-01-16T14:05:00+08:00";
  return {
    ...view,
    bundles: view.bundles.map((bundle) =>
      bundle.bundle === 3 || bundle.bundle === 4
        ? {
            ...bundle,
            keyed: 0,
            state: "lent",
            teller: bundle.bundle === 3 ? "刘敏" : "孙丽",
            since: at,
            refused: { code: "bundle_is_lent", bundle: 3, name: "刘敏" },
          }
        : bundle,
    ),
    loans: [
      { loan: 1, teller: "刘敏", mine: true, bundles: [3], at },
      { loan: 2, teller: "孙丽", mine: false, bundles: [4], at },
    ],
  };
}

/** Returns the frame of a file that was taken to another computer. */
export function frameAway(finished: boolean): FrameView {
  const frame = frameAt("second_keying");
  return {
    ...frame,
    attendance: null,
    staff: STAFF.filter(({ id }) => id === "t1"),
    away: { round: 1, pass: "second", teller: "t1", bundles: [3, 4], finished },
  };
}

/** Returns a desk with nothing in hand; one bundle was keyed by the same person in the other pass. */
export function freeDesk(): DeskView {
  const view = desk();
  return {
    ...view,
    in_hand: null,
    keyed: 20,
    bundles: view.bundles.map((bundle) => {
      if (bundle.bundle < 3) {
        return { ...bundle, refused: { code: "bundle_taken", bundle: bundle.bundle, name: "刘敏" } };
      }
      if (bundle.bundle === 4) {
        return {
          ...bundle,
          refused: { code: "keyed_in_the_other_pass", bundle: 4, name: "刘敏" },
        };
      }
      return { ...bundle, keyed: 0, state: "waiting", teller: null, since: null, refused: null };
    }),
  };
}

export const DIFFERENCE: DifferenceView = {
  place: { bundle: 3, sheet: 5 },
  rows: [
    { contest: 0, row: 2, first: "for", second: "against" },
    { contest: 0, row: 9, first: "against", second: "blank" },
  ],
  names: [],
  ruled: null,
};

const RULED: DifferenceView["ruled"] = {
  by: "周建国",
  at: "2026-01-16T14:40:00+08:00",
  rows: [
    { contest: 0, row: 2, mark: "for" },
    { contest: 0, row: 9, mark: "blank" },
  ],
  names: [],
};

const KINDS: KindView[] = [
  {
    contest: 0,
    grounds: [
      {
        ground: "over_cap",
        rule: { setting: "cap", cap: "at_most", seats: 10, over_cap: "section" },
        article: null,
      },
    ],
    void: true,
    in_one_go: true,
    verdicts: [
      { verdict: "as_proposed", needs_reason: false },
      { verdict: "void", needs_reason: false },
      { verdict: "read", needs_reason: true },
    ],
  },
  {
    contest: 0,
    grounds: [
      { ground: "illegible_row", rule: { setting: "illegible_row", voids: "row" }, article: null },
      { ground: "noted", rule: null, article: null },
    ],
    void: false,
    in_one_go: false,
    verdicts: [
      { verdict: "as_proposed", needs_reason: false },
      { verdict: "void", needs_reason: true },
      { verdict: "read", needs_reason: true },
    ],
  },
];

const overVoted: DoubtfulView = {
  section: { place: { bundle: 2, sheet: 9 }, contest: 0 },
  proposed: [{ kind: "over_cap", approvals: 11, seats: 10 }],
  kind: 0,
  strangers: [],
  namesakes: [],
  noted: [],
  marks: PROJECTS.map((_, row) => (row === 7 ? "against" : "for")),
  write_ins: [],
  verdict: null,
  ruled: null,
};

/** Returns the counting table while rulings are open. */
export function countToRule(): CountView {
  const pass = (keyed: number) => ({
    teller: "刘敏",
    since: "2026-01-16T14:20:00+08:00",
    sheets: keyed,
    keyed,
    closed: true,
  });
  return {
    round: 1,
    label: FIGURES.label,
    contests: [SELECTION],
    returned: 56,
    bundles: desk().bundles.map(({ bundle, sheets }) => ({
      bundle,
      sheets,
      first: pass(sheets),
      second: { ...pass(sheets), teller: "孙丽" },
    })),
    minutes_left: { first: 0, second: 0 },
    to_key: [],
    settled: 50,
    slipped: [],
    differences: [
      { ...DIFFERENCE, place: { bundle: 1, sheet: 7 }, ruled: RULED },
      DIFFERENCE,
      { ...DIFFERENCE, place: { bundle: 6, sheet: 2 }, rows: DIFFERENCE.rows.slice(0, 1) },
    ],
    kinds: KINDS,
    doubtful: [
      overVoted,
      { ...overVoted, section: { place: { bundle: 4, sheet: 1 }, contest: 0 } },
      {
        ...overVoted,
        section: { place: { bundle: 5, sheet: 4 }, contest: 0 },
        proposed: [{ kind: "illegible_row", row: 7 }],
        kind: 1,
        noted: ["涂改不清"],
        marks: PROJECTS.map((_, row) => (row === 7 ? "illegible" : row > 8 ? "blank" : "for")),
      },
    ],
    names: [],
    apart: [],
    errors: [
      { pass: "first", teller: "刘敏", sheets: 56, places: 3 },
      { pass: "second", teller: "孙丽", sheets: 56, places: 1 },
    ],
    controls: [
      { sum: "first_keyed", contest: null, row: null, left: 56, right: 56 },
      { sum: "second_keyed", contest: null, row: null, left: 56, right: 56 },
      { sum: "settled", contest: null, row: null, left: 50, right: 56 },
      { sum: "valid_and_void", contest: 0, row: null, left: 50, right: 56 },
      { sum: "rows", contest: 0, row: null, left: 50, right: 50 },
    ],
    hand_tally: null,
    hand_count: null,
    reopen_missing: { code: "not_certified" },
    reopenings: [],
    missing: { code: "differences_open", sheets: 2 },
    certified: null,
    result: null,
  };
}

const VOTES = [53, 54, 50, 44, 52, 47, 49, 28, 48, 41, 38, 35];

/** Returns the counting table when everything is equal, certified or not. */
export function countToCertify(certified: boolean): CountView {
  const view = countToRule();
  const equal = view.controls.map((sum) => ({ ...sum, left: 56, right: 56 }));
  equal[4] = { sum: "rows", contest: 0, row: null, left: 55, right: 55 };
  return {
    ...view,
    settled: 56,
    controls: equal,
    missing: certified ? { code: "already_certified" } : null,
    reopen_missing: certified ? null : { code: "not_certified" },
    certified: certified
      ? { by: "郑国栋", at: "2026-01-16T14:48:00+08:00", proven: false, pin_removed: null }
      : null,
    result: [
      {
        title: SELECTION.title,
        seats: 10,
        options: 12,
        valid: 55,
        void: 1,
        needed: 30,
        grades: [],
        rows: PROJECTS.map((name, row) => ({
          no: row + 1,
          name,
          for: VOTES[row] ?? 0,
          against: 55 - (VOTES[row] ?? 0) - 1,
          abstain: 1,
          void: 0,
          grades: [],
          rate: null,
          level: null,
          reached: (VOTES[row] ?? 0) >= 30,
          outcome:
            row === 7
              ? ("below_threshold" as const)
              : row === 11
                ? ("seats_full" as const)
                : ("chosen" as const),
        })).sort((one, other) => other.for - one.for),
        seats_left: 0,
        next: "none",
        order: "approvals",
      },
    ],
  };
}
