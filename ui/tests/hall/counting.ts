// The count as it goes on, and the empty table before it.
import type { Picture, Progress } from "#ui/bindings";
import { PROJECTS } from "../count/fixtures";
import {
  ballot,
  CHAIR,
  control,
  EVALUATION,
  GRADES,
  LONGEST,
  MAJORITY,
  MINORITY_NAME,
  onePage,
  TWO_THIRDS,
} from "./given";

/** Votes in the order of the ballot, as they stand in the session's picture. */
const LIVE = [38, 39, 36, 31, 37, 33, 35, 22, 34, 29, 27, 25];
const MOTION = "关于镇人民政府工作报告的决议";

type Live = Extract<Progress, { shows: "live" }>;
type Row = Live["rows"][number];

/** Forty sheets of a selection counted. */
const selection: Live = {
  shows: "live",
  counted: 40,
  title: ballot,
  kind: "selection",
  threshold: MAJORITY,
  scale: 58,
  grades: [],
  abstention: "abstain",
  stacked: false,
  rows: [],
  write_ins: null,
  pages: onePage,
};

const rowsOf = (names: string[], marks: (index: number) => Pick<Row, "for"> & Partial<Row>, no = 1): Row[] =>
  names.map((name, index) => ({ no: no + index, name, against: 1, abstain: 2, grades: [], ...marks(index) }));

function live(change: Partial<Live>): Picture {
  return { scene: "counting", ballot, control, progress: { ...selection, ...change } };
}

function votes(names: string[], given: number[], no = 1): Partial<Live> {
  return { rows: rowsOf(names, (index) => ({ for: given[index] ?? 0 }), no) };
}

const nothing: Live = {
  ...selection,
  counted: 0,
  threshold: null,
  scale: 1,
  rows: rowsOf(PROJECTS, () => ({ for: 0, against: 0, abstain: 0 })),
};

export const COUNTING: Record<string, Picture> = {
  live: live(votes(PROJECTS, LIVE)),
  "live-zero": live(votes(PROJECTS, [])),
  zero: { scene: "zero", ballot, counts: nothing },
  "live-one": live(votes([MOTION], [45])),
  "live-long": live(votes(Array(8).fill(LONGEST), LIVE)),
  "live-forty": live({
    ...votes(PROJECTS.slice(0, 4), [12, 0, 58, 30], 37),
    pages: { page: 3, pages: 4, parts: [] },
  }),
  "counting-sheets": { scene: "counting", ballot, control, progress: { shows: "sheets", keyed: 30 } },
  "counting-nothing": { scene: "counting", ballot, control, progress: { shows: "nothing" } },
  "live-election": live({
    ...votes(["田富", "田大利", MINORITY_NAME], [30, 29, 28]),
    title: CHAIR,
    kind: "election",
    threshold: TWO_THIRDS,
    write_ins: 3,
  }),
  "live-evaluation": live({
    title: EVALUATION,
    kind: "evaluation",
    threshold: null,
    grades: GRADES,
    rows: rowsOf(PROJECTS, () => ({ for: 0, against: 0, abstain: 1, grades: [30, 8, 1] })),
  }),
  "live-motion": live({ ...votes([MOTION], [37]), title: MOTION, kind: "motion" }),
};
