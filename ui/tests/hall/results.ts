// Results and who is elected, with the pages that are hard to set.
import type { HallRow, HallTable, HallVerdict, Outcome, Pages, Picture } from "#ui/bindings";
import { LONG_NAME, PROJECTS } from "../count/fixtures";
import {
  ballot,
  CHAIR,
  control,
  EVALUATION,
  FIVE_GRADES,
  GRADES,
  LONGEST,
  MAJORITY,
  MINORITY_NAME,
  onePage,
  TWO_THIRDS,
} from "./given";

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

function elected(tables: HallTable[]): Picture {
  return { scene: "elected", ballot, control, tables, pages: onePage };
}

export const RESULTS: Record<string, Picture> = {
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
};
