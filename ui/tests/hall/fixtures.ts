// Every picture of the hall, with the pages that are hard to set: 1, 12 and 40 rows, long names, no votes, a tie, a void vote.
import type {
  HallControl,
  HallKind,
  HallList,
  HallRoomView,
  HallRow,
  HallTable,
  HallThreshold,
  HallVerdict,
  HallView,
  HowToMark,
  Motion,
  Outcome,
  Pages,
  Picture,
  Scene,
} from "#ui/bindings";
import { LONG_NAME, PROJECTS, SELECTION } from "../count/fixtures";

export const SESSION = "青石镇第十八届人民代表大会第五次会议";

const ballot = SELECTION.title;
const control: HallControl = { all_deputies: 58, present: 56, issued: 56, returned: 56 };
const onePage = { page: 0, pages: 1, parts: [] };

/** More than half of all 58 deputies. */
export const MAJORITY: HallThreshold = {
  needed: 30,
  label: "过半数",
  majority: true,
  rule: { base: "all_deputies", least: { over: [1, 2] } },
};

/** Two thirds of the 56 present. */
const TWO_THIRDS: HallThreshold = {
  needed: 38,
  label: "实到代表三分之二以上",
  majority: false,
  rule: { base: "present", least: { at_least: [2, 3] } },
};
const agenda = [
  "听取和审议镇人民政府工作报告",
  "审查和批准2025年财政预算执行情况和2026年预算",
  "听取2025年度民生实事项目完成情况的报告",
  "票决2026年度民生实事项目",
  "通过各项决议",
];

/** Votes in the order of the ballot, as they stand in the session's picture. */
export const LIVE = [38, 39, 36, 31, 37, 33, 35, 22, 34, 29, 27, 25];

function live(names: string[], votes: number[], pages: Pages = onePage, no = 1): Picture {
  const rows = names.map((name, index) => ({
    no: no + index,
    name,
    for: votes[index] ?? 0,
    against: 1,
    abstain: 2,
    grades: [],
  }));
  return {
    scene: "counting",
    ballot,
    control,
    progress: {
      shows: "live",
      counted: 40,
      title: ballot,
      kind: "selection",
      threshold: MAJORITY,
      scale: 58,
      grades: [],
      abstention: "abstain",
      stacked: false,
      rows,
      write_ins: null,
      pages,
    },
  };
}

function row(no: number | null, name: string, votes: number, outcome: Outcome): HallRow {
  return {
    no,
    name,
    for: votes,
    against: 55 - votes,
    abstain: 0,
    grades: [],
    rate: null,
    level: null,
    outcome,
  };
}

const table: HallTable = {
  title: ballot,
  kind: "selection",
  seats: 10,
  options: 12,
  valid: 55,
  void: 1,
  threshold: MAJORITY,
  grades: [],
  abstention: "abstain",
  rows_void: false,
  stacked: false,
  verdict: { chosen: 10, tied: 0, seats_left: 0, next: "none" },
  rows: [
    row(2, PROJECTS[1] ?? "", 54, "chosen"),
    row(1, PROJECTS[0] ?? "", 53, "chosen"),
    row(5, PROJECTS[4] ?? "", 52, "chosen"),
    row(3, PROJECTS[2] ?? "", 50, "chosen"),
    row(7, PROJECTS[6] ?? "", 49, "chosen"),
    row(9, PROJECTS[8] ?? "", 48, "chosen"),
    row(6, PROJECTS[5] ?? "", 47, "chosen"),
    row(4, PROJECTS[3] ?? "", 44, "chosen"),
    row(10, PROJECTS[9] ?? "", 41, "chosen"),
    row(11, PROJECTS[10] ?? "", 38, "chosen"),
    row(12, PROJECTS[11] ?? "", 35, "seats_full"),
    row(8, PROJECTS[7] ?? "", 28, "below_threshold"),
  ],
};

function result(rows: HallRow[], pages: Pages = onePage, change: Partial<HallTable> = {}): Picture {
  return { scene: "result", ballot, control, tables: [{ ...table, rows, ...change }], pages };
}

const CHAIR = "镇人大主席、副主席选举";
const EVALUATION = "2025年度民生实事项目满意度测评";
const GRADES = ["满意", "基本满意", "不满意"];
const FIVE_GRADES = ["很满意", "满意", "基本满意", "不太满意", "不满意"];

/** 36 characters: what a project is called where nobody shortened it. */
const LONGEST = `${LONG_NAME}（二期）`;

/** The longest name that is seen in a township: eight syllables, with a note. */
export const MINORITY_NAME = "阿卜杜热合曼·买买提依明·努尔（维吾尔族）";

function graded(names: string[], grades: number[][]): HallRow[] {
  return names.map((name, index) => ({
    ...row(index + 1, name, 0, "graded"),
    against: 0,
    abstain: 2,
    grades: grades[index % grades.length] ?? [],
    rate: index === 0 ? "100.00" : "96.36",
    level: "基本满意",
  }));
}

const selection: HowToMark = {
  title: ballot,
  kind: "selection",
  grades: [],
  seats: 10,
  options: 12,
  write_ins: "none",
  cap: "at_most",
  over_cap: "section",
  symbols: [
    { symbol: "circle", mark: "for" },
    { symbol: "cross", mark: "against" },
  ],
  blank: "abstain",
  abstention: "abstain",
};

const election: HowToMark = {
  ...selection,
  title: "镇人大主席",
  kind: "election",
  seats: 1,
  options: 1,
  write_ins: "needs_against",
};

const evaluation: HowToMark = {
  ...selection,
  title: EVALUATION,
  kind: "evaluation",
  grades: GRADES,
  seats: null,
  cap: null,
  over_cap: null,
  symbols: [
    { symbol: "circle", mark: 0 },
    { symbol: "triangle", mark: 1 },
    { symbol: "cross", mark: 2 },
  ],
};

function how(...contests: HowToMark[]): Picture {
  return { scene: "how_to_mark", ballot: "2026年度民生实事项目票决票", colour: "粉红", contests };
}

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

function elected(tables: HallTable[]): Picture {
  return { scene: "elected", ballot, control, tables, pages: onePage };
}

function list(title: string, kind: HallKind, seats: number, names: string[]): HallList {
  const items = names.map((text, index) => ({ no: index + 1, text }));
  return { title, kind, seats, options: names.length, items };
}

function standing(lists: HallList[], pages: Pages = onePage): Picture {
  return { scene: "options", ballot: "选举人大主席、副主席、镇长选票", lists, pages };
}

const done: HallVerdict = { chosen: 1, tied: 0, seats_left: 0, next: "none" };

/** Two posts of one sheet: both are filled. */
const posts: HallTable[] = [
  {
    ...table,
    title: "镇人大主席",
    kind: "election",
    seats: 1,
    options: 1,
    verdict: done,
    rows: [row(1, "陈志远", 52, "chosen"), row(null, "王秀英", 2, "below_threshold")],
  },
  {
    ...table,
    title: "镇人大副主席",
    kind: "election",
    seats: 2,
    options: 3,
    verdict: { ...done, chosen: 2 },
    rows: [
      row(1, "田富", 47, "chosen"),
      row(3, MINORITY_NAME, 40, "chosen"),
      row(2, "田大利", 18, "below_threshold"),
    ],
  },
];

/** Every picture, by the name of its screenshot. */
export const PICTURES: Record<string, Picture> = {
  welcome: { scene: "welcome", held_on: "2026-01-16", venue: "镇政府三楼会议室" },
  past_projects: {
    scene: "past_projects",
    year: 2025,
    all: 3,
    done: 2,
    completed: [
      { no: 1, text: "通村公路硬化" },
      { no: 2, text: "山塘水库除险加固" },
    ],
    open: [{ no: 1, text: "农村公益性公墓建设" }],
    pages: onePage,
  },
  agenda: { scene: "agenda", items: agenda.map((text, index) => ({ no: index + 1, text })), pages: onePage },
  attendance: {
    scene: "attendance",
    figures: { all_deputies: 58, present: 56, observers: 12, quorum: 39, met: true },
  },
  "attendance-short": {
    scene: "attendance",
    figures: { all_deputies: 58, present: 37, observers: 0, quorum: 39, met: false },
  },
  options: standing([list(ballot, "selection", 10, PROJECTS)]),
  "options-long": standing([{ ...list(ballot, "selection", 20, Array(8).fill(LONGEST)), options: 40 }], {
    page: 1,
    pages: 5,
    parts: [],
  }),
  "options-election": standing(
    [list("镇人大副主席候选人", "election", 2, ["田富", "田大利", MINORITY_NAME, "李伟（女，回族）"])],
    {
      page: 1,
      pages: 2,
      parts: [
        { title: "镇人大主席", page: 0 },
        { title: "镇人大副主席", page: 1 },
      ],
    },
  ),
  "options-one": standing([list("镇人大主席", "election", 1, ["陈志远"])]),
  "options-one-long": standing([list("镇人大主席", "election", 1, [MINORITY_NAME])]),
  "options-posts": standing([
    list("镇人大主席", "election", 1, ["陈志远"]),
    list("镇人大副主席", "election", 2, ["田富", "田大利", MINORITY_NAME]),
    list("镇长", "election", 1, ["何丽萍"]),
  ]),
  how: how(selection),
  "how-election": how(election, { ...election, title: "镇人大副主席", seats: 2, options: 3 }),
  "how-evaluation": how(evaluation),
  "how-evaluation-ticks": how({
    ...evaluation,
    symbols: [0, 1, 2].map((mark) => ({ symbol: "tick", mark })),
  }),
  "how-four": how(
    election,
    { ...election, title: "镇人大副主席", seats: 2, options: 3 },
    { ...election, title: "镇长", seats: 1, options: 1 },
    { ...election, title: "副镇长", seats: 3, options: 4 },
  ),
  "how-mixed": how(election, selection, evaluation),
  voting: { scene: "voting", ballot, present: 56, issued: 56 },
  collection: { scene: "collection", ballot, control, valid: true },
  "collection-void": { scene: "collection", ballot, control: { ...control, returned: 59 }, valid: false },
  live: live(PROJECTS, LIVE),
  "live-zero": live(PROJECTS, []),
  zero: {
    scene: "zero",
    ballot,
    counts: {
      shows: "live",
      counted: 0,
      title: ballot,
      kind: "selection",
      threshold: null,
      scale: 1,
      grades: [],
      abstention: "abstain",
      stacked: false,
      rows: PROJECTS.map((name, index) => ({
        no: index + 1,
        name,
        for: 0,
        against: 0,
        abstain: 0,
        grades: [],
      })),
      write_ins: null,
      pages: onePage,
    },
  },
  "live-one": live(["关于镇人民政府工作报告的决议"], [45]),
  "live-long": live(Array(8).fill(LONGEST), LIVE),
  "live-forty": live(PROJECTS.slice(0, 4), [12, 0, 58, 30], { page: 3, pages: 4, parts: [] }, 37),
  "counting-sheets": { scene: "counting", ballot, control, progress: { shows: "sheets", keyed: 30 } },
  "counting-nothing": { scene: "counting", ballot, control, progress: { shows: "nothing" } },
  "live-election": {
    scene: "counting",
    ballot,
    control,
    progress: {
      shows: "live",
      counted: 40,
      title: CHAIR,
      kind: "election",
      threshold: TWO_THIRDS,
      scale: 58,
      grades: [],
      abstention: "abstain",
      stacked: false,
      rows: ["田富", "田大利", MINORITY_NAME].map((name, index) => ({
        no: index + 1,
        name,
        for: 30 - index,
        against: 1,
        abstain: 2,
        grades: [],
      })),
      write_ins: 3,
      pages: onePage,
    },
  },
  "live-evaluation": {
    scene: "counting",
    ballot,
    control,
    progress: {
      shows: "live",
      counted: 40,
      title: EVALUATION,
      kind: "evaluation",
      threshold: null,
      scale: 58,
      grades: GRADES,
      abstention: "abstain",
      stacked: false,
      rows: PROJECTS.map((name, index) => ({
        no: index + 1,
        name,
        for: 0,
        against: 0,
        abstain: 1,
        grades: [30, 8, 1],
      })),
      write_ins: null,
      pages: onePage,
    },
  },
  "live-motion": {
    scene: "counting",
    ballot,
    control,
    progress: {
      shows: "live",
      counted: 40,
      title: "关于镇人民政府工作报告的决议",
      kind: "motion",
      threshold: MAJORITY,
      scale: 58,
      grades: [],
      abstention: "abstain",
      stacked: false,
      rows: [{ no: 1, name: "关于镇人民政府工作报告的决议", for: 37, against: 1, abstain: 2, grades: [] }],
      write_ins: null,
      pages: onePage,
    },
  },
  result: result(table.rows),
  "result-two-thirds": result(table.rows.slice(0, 9), onePage, { threshold: TWO_THIRDS, rows_void: true }),
  "result-election": result(
    [
      row(1, "田大利", 50, "chosen"),
      row(2, MINORITY_NAME, 41, "chosen"),
      row(3, "田富", 35, "seats_full"),
      row(4, "李伟（女，回族）", 20, "below_threshold"),
      row(null, "𬱖䶮", 3, "below_threshold"),
    ],
    onePage,
    { title: CHAIR, kind: "election", seats: 2, options: 4, verdict: { ...done, chosen: 2 } },
  ),
  "result-evaluation": result(
    graded(PROJECTS, [
      [53, 0, 0],
      [40, 11, 2],
    ]),
    onePage,
    {
      title: EVALUATION,
      kind: "evaluation",
      seats: null,
      threshold: null,
      grades: GRADES,
      verdict: null,
    },
  ),
  "result-evaluation-five": result(
    graded(Array(7).fill(LONGEST), [[30, 10, 5, 5, 3]]),
    { page: 6, pages: 7, parts: [] },
    {
      title: EVALUATION,
      kind: "evaluation",
      seats: null,
      threshold: null,
      grades: FIVE_GRADES,
      abstention: "dont_know",
      rows_void: true,
      stacked: true,
      verdict: null,
    },
  ),
  "result-evaluation-shares": result(
    graded(PROJECTS.slice(0, 5), [
      [53, 0, 0],
      [40, 11, 2],
    ]).map((one) => ({ ...one, shares: ["89.29", "10.71", null] })),
    { page: 0, pages: 3, parts: [] },
    {
      title: EVALUATION,
      kind: "evaluation",
      seats: null,
      threshold: null,
      grades: GRADES,
      stacked: true,
      verdict: null,
      overall: { rate: "96.36", shares: ["80.71", "15.65", "3.64"] },
    },
  ),
  "result-motion": result([row(1, "关于镇人民政府工作报告的决议", 52, "chosen")], onePage, {
    title: "关于镇人民政府工作报告的决议",
    kind: "motion",
    seats: null,
    options: 1,
    verdict: null,
  }),
  "result-motion-lost": result([row(1, LONG_NAME, 29, "below_threshold")], onePage, {
    title: LONG_NAME,
    kind: "motion",
    seats: null,
    options: 1,
    verdict: null,
  }),
  "result-hundreds": result(
    PROJECTS.slice(0, 8).map((_, index) => row(index + 489, LONGEST, 29, "below_threshold")),
    { page: 41, pages: 42, parts: [] },
    { options: 500, valid: 160, void: 160 },
  ),
  "result-long": result(table.rows.slice(4).map((it) => ({ ...it, name: LONGEST }))),
  "result-one": result([row(1, "陈志远", 55, "chosen")], onePage, {
    title: "镇人大主席",
    kind: "election",
    seats: 1,
    options: 1,
    verdict: done,
  }),
  "result-one-lost": result([row(1, MINORITY_NAME, 12, "below_threshold")], onePage, {
    title: "镇人大主席",
    kind: "election",
    seats: 1,
    options: 1,
    verdict: { chosen: 0, tied: 0, seats_left: 1, next: "further" },
  }),
  "result-one-and-written": result(posts[0]?.rows ?? [], onePage, posts[0]),
  "result-posts": { scene: "result", ballot, control, tables: posts, pages: onePage },
  "result-short": result([row(2, "田大利", 41, "chosen"), row(1, "田富", 29, "below_threshold")], onePage, {
    title: "镇人大副主席",
    kind: "election",
    seats: 2,
    options: 2,
    verdict: { chosen: 1, tied: 0, seats_left: 1, next: "further" },
  }),
  "result-tie": result(
    [
      row(1, "张青山", 41, "chosen"),
      row(2, "李伟（女，回族）", 36, "tied"),
      row(3, "王秀云", 36, "tied"),
      row(null, "𬱖䶮", 3, "below_threshold"),
    ],
    { page: 1, pages: 2, parts: [] },
    {
      title: CHAIR,
      kind: "election",
      seats: 2,
      options: 3,
      verdict: { chosen: 1, tied: 2, seats_left: 1, next: "runoff" },
    },
  ),
  "result-zero": result(PROJECTS.map((name, index) => row(index + 1, name, 0, "below_threshold"))),
  elected: elected([{ ...table, verdict: null, rows: table.rows.filter((it) => it.outcome === "chosen") }]),
  "elected-persons": elected([
    {
      ...table,
      title: CHAIR,
      kind: "election",
      verdict: null,
      rows: [
        row(1, "田大利", 50, "chosen"),
        row(2, MINORITY_NAME, 41, "chosen"),
        row(3, "田富", 35, "chosen"),
      ],
    },
  ]),
  "elected-posts": elected(
    posts.map((it) => ({
      ...it,
      verdict: null,
      rows: it.rows.filter(({ outcome }) => outcome === "chosen"),
    })),
  ),
  "elected-none": elected([{ ...table, verdict: null, rows: [] }]),
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
  recess: { scene: "recess", until: "14:30:00", note: "请各代表团分组讨论" },
  "recess-plain": { scene: "recess", until: null, note: "" },
  line: { scene: "line", text: "请各位代表对号入座，并将手机调至静音" },
  "line-long": { scene: "line", text: "请各位代表凭选票到指定票箱投票，".repeat(5) },
  blank: { scene: "blank" },
};

/** Returns the view of the hall with a picture on it. */
export function hallView(picture: Picture): HallView {
  return {
    title: SESSION,
    look: { theme: "red", turn_every: null },
    pushed: 1,
    picture,
    rechecking: false,
    rehearsal: false,
    turning: null,
  };
}

/** The operator's list of pictures: the session's own, a ballot at work and one of the same title that is over. */
export function hallRoom(change: Partial<HallRoomView> = {}): HallRoomView {
  const may = (scene: Scene) => ({ scene, refused: null });
  const notYet = (scene: Scene) => ({ scene, refused: { code: "result_not_announced" } as const });
  const before = (id: string) => [
    may({ scene: "options", ballot: id, page: 0 }),
    may({ scene: "how_to_mark", ballot: id }),
  ];
  return {
    shown: { scene: "welcome" },
    due: { scene: "welcome" },
    rechecking: null,
    groups: [
      {
        of: { of: "session" },
        in_hand: true,
        scenes: [
          may({ scene: "welcome" }),
          may({ scene: "agenda", page: 0 }),
          may({ scene: "attendance" }),
          may({ scene: "recess", until: null, note: "" }),
          { scene: { scene: "line", text: "" }, refused: { code: "line_empty" } },
          may({ scene: "blank" }),
        ],
        announcing: null,
      },
      {
        of: { of: "ballot", ballot: "a", title: "选票" },
        in_hand: false,
        scenes: [...before("a"), may({ scene: "result", round: 1, page: 0 })],
        announcing: null,
      },
      {
        of: { of: "ballot", ballot: "b", title: "选票" },
        in_hand: true,
        scenes: [...before("b"), notYet({ scene: "result", round: 2, page: 0 })],
        announcing: { round: 2, ballot: "选票", missing: null },
      },
    ],
    ...change,
  };
}
