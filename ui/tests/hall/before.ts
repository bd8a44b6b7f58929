// What the hall shows before anything is counted.
import type { HallKind, HallList, HowToMark, Pages, Picture } from "#ui/bindings";
import { PROJECTS } from "../count/fixtures";
import { ballot, control, EVALUATION, GRADES, LONGEST, MINORITY_NAME, onePage } from "./given";

const agenda = [
  "听取和审议镇人民政府工作报告",
  "审查和批准2025年财政预算执行情况和2026年预算",
  "听取2025年度民生实事项目完成情况的报告",
  "票决2026年度民生实事项目",
  "通过各项决议",
];

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

function list(title: string, kind: HallKind, seats: number, names: string[]): HallList {
  const items = names.map((text, index) => ({ no: index + 1, text }));
  return { title, kind, seats, options: names.length, items };
}

function standing(lists: HallList[], pages: Pages = onePage): Picture {
  return { scene: "options", ballot: "选举人大主席、副主席、镇长选票", lists, pages };
}

export const BEFORE: Record<string, Picture> = {
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
};
