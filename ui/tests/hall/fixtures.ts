// Every picture of the hall, with the pages that are hard to set: 1, 12 and 40 rows, long names, no votes, a tie, a void vote.
import type { HallControl } from "../../src/bindings/HallControl";
import type { HallRow } from "../../src/bindings/HallRow";
import type { HallTable } from "../../src/bindings/HallTable";
import type { HallView } from "../../src/bindings/HallView";
import type { Outcome } from "../../src/bindings/Outcome";
import type { Picture } from "../../src/bindings/Picture";
import { LONG_NAME, PROJECTS, SELECTION } from "../count/fixtures";

export const SESSION = "青石镇第十八届人民代表大会第五次会议";

const ballot = SELECTION.title;
const control: HallControl = { all_deputies: 58, present: 56, issued: 56, returned: 56 };
const onePage = { page: 0, pages: 1 };
const agenda = [
  "听取和审议镇人民政府工作报告",
  "审查和批准2025年财政预算执行情况和2026年预算",
  "听取2025年度民生实事项目完成情况的报告",
  "票决2026年度民生实事项目",
  "通过各项决议",
];

/** Votes in the order of the ballot, as they stand in the session's picture. */
export const LIVE = [38, 39, 36, 31, 37, 33, 35, 22, 34, 29, 27, 25];

function live(names: string[], votes: number[], pages = onePage, no = 1): Picture {
  const rows = names.map((name, index) => ({ no: no + index, name, for: votes[index] ?? 0 }));
  return {
    scene: "counting",
    ballot,
    control,
    progress: { shows: "live", counted: 40, title: ballot, needed: 30, scale: 58, rows, pages },
  };
}

function row(no: number | null, name: string, votes: number, outcome: Outcome): HallRow {
  return { no, name, for: votes, against: 55 - votes, abstain: 0, outcome };
}

const table: HallTable = {
  title: ballot,
  seats: 10,
  options: 12,
  valid: 55,
  void: 1,
  needed: 30,
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

function result(rows: HallRow[], pages = onePage): Picture {
  return { scene: "result", ballot, control, table: { ...table, rows }, pages };
}

/** Every picture, by the name of its screenshot. */
export const PICTURES: Record<string, Picture> = {
  welcome: { scene: "welcome", held_on: "2026-01-16", venue: "镇政府三楼会议室" },
  agenda: { scene: "agenda", items: agenda.map((text, index) => ({ no: index + 1, text })), pages: onePage },
  attendance: {
    scene: "attendance",
    figures: { all_deputies: 58, present: 56, observers: 12, quorum: 39, met: true },
  },
  "attendance-short": {
    scene: "attendance",
    figures: { all_deputies: 58, present: 37, observers: 0, quorum: 39, met: false },
  },
  options: {
    scene: "options",
    title: ballot,
    seats: 10,
    options: 12,
    items: PROJECTS.map((text, index) => ({ no: index + 1, text })),
    pages: onePage,
  },
  "options-long": {
    scene: "options",
    title: ballot,
    seats: 20,
    options: 40,
    items: PROJECTS.map((_, index) => ({ no: index + 13, text: LONG_NAME })),
    pages: { page: 1, pages: 4 },
  },
  how: {
    scene: "how_to_mark",
    ballot: "2026年度民生实事项目票决票",
    colour: "粉红",
    contests: [
      {
        title: ballot,
        seats: 10,
        options: 12,
        cap: "at_most",
        symbols: [
          { symbol: "circle", mark: "for" },
          { symbol: "cross", mark: "against" },
        ],
        blank: "abstain",
      },
    ],
  },
  voting: { scene: "voting", ballot, present: 56, issued: 56 },
  collection: { scene: "collection", ballot, control, valid: true },
  "collection-void": { scene: "collection", ballot, control: { ...control, returned: 59 }, valid: false },
  live: live(PROJECTS, LIVE),
  "live-zero": live(PROJECTS, []),
  "live-one": live(["关于镇人民政府工作报告的决议"], [45]),
  "live-long": live(Array(12).fill(LONG_NAME), LIVE),
  "live-forty": live(PROJECTS.slice(0, 4), [12, 0, 58, 30], { page: 3, pages: 4 }, 37),
  "counting-sheets": { scene: "counting", ballot, control, progress: { shows: "sheets", keyed: 30 } },
  "counting-nothing": { scene: "counting", ballot, control, progress: { shows: "nothing" } },
  result: result(table.rows),
  "result-long": result(table.rows.map((it) => ({ ...it, name: LONG_NAME }))),
  "result-one": result([row(1, "关于镇人民政府工作报告的决议", 55, "chosen")]),
  "result-tie": result(
    [
      row(1, "张青山", 41, "chosen"),
      row(2, "李伟（女，回族）", 36, "tied"),
      row(3, "王秀云", 36, "tied"),
      row(null, "𬱖䶮", 3, "below_threshold"),
    ],
    { page: 1, pages: 2 },
  ),
  "result-zero": result(PROJECTS.map((name, index) => row(index + 1, name, 0, "below_threshold"))),
  elected: {
    scene: "elected",
    ballot,
    control,
    table: { ...table, rows: table.rows.filter((it) => it.outcome === "chosen") },
    pages: onePage,
  },
  "elected-none": { scene: "elected", ballot, control, table: { ...table, rows: [] }, pages: onePage },
  blank: { scene: "blank" },
};

/** Returns the view of the hall with a picture on it. */
export function hallView(picture: Picture): HallView {
  return { title: SESSION, picture };
}
