// Files for the recount page: the example of docs/count-file.md, its result, and a journal of the same round.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const doc = readFileSync("../docs/count-file.md", "utf8");
const [, example = "", result = ""] = doc.split("```json\n").map((part) => part.split("\n```")[0] ?? "");

export const FILE = example;
export const RESULT = JSON.stringify(JSON.parse(result));

export interface Row {
  at: string;
  actor: string;
  kind: string;
  body: string;
}

/** A journal as lines, its hashes those of docs/journal.md. */
export function journalOf(rows: Row[]): string {
  let before = "piaojue.journal/1";
  const lines = rows.map((row, index) => {
    const fields = [before, String(index + 1), row.at, row.actor, row.kind, row.body];
    const netstrings = fields.map((field) => `${Buffer.byteLength(field)}:${field},`).join("");
    before = createHash("sha256").update(netstrings).digest("hex");
    return JSON.stringify({ seq: index + 1, ...row, hash: before });
  });
  return `${[JSON.stringify({ format: "piaojue.journal/1" }), ...lines].join("\n")}\n`;
}

const row = (kind: string, body: unknown): Row => ({
  at: "2026-01-16T14:00:00+08:00",
  actor: "teller-1",
  kind,
  body: JSON.stringify(body),
});

/** The example's contest as a journal writes it. */
function recordedBallot() {
  const { contests, valid_if } = JSON.parse(FILE);
  const { seats, rule, ...contest } = contests[0];
  const threshold = { base: "all_deputies", least: { over: [1, 2] } };
  const asked = { ...contest, rule: { ...rule, seats, threshold } };
  return { id: "b", title: "项目票", valid_if, bundle_size: 10, contests: [{ contest: asked }] };
}

const MARKS: string[][] = JSON.parse(FILE).sheets.map(
  (sheet: { projects: { marks: string[] } }) => sheet.projects.marks,
);

/** What both tellers keyed: in the second pass the first sheet's first row otherwise. */
const keyed = (["first", "second"] as const).flatMap((pass) => {
  const place = { bundle: 1, pass, round: 1 };
  const sheets = MARKS.map((marks, at) => {
    const read = pass === "second" && at === 0 ? ["against", ...marks.slice(1)] : marks;
    return row("keying.sheet_keyed", { place, sheet: at + 1, reading: [{ marks: read }] });
  });
  return [row("keying.bundle_taken", { place }), ...sheets, row("keying.bundle_closed", { place })];
});

const counts = (of: number, against: number, abstain: number, void_: number) => ({
  for: of,
  against,
  abstain,
  void: void_,
  grades: [0, 0, 0, 0, 0],
});

export const ROWS: Row[] = [
  row("ballot.saved", { ballot: recordedBallot() }),
  row("round.opened", {
    all_deputies: 4,
    ballot: "b",
    issued: 4,
    kind: { why: "first" },
    present: 4,
    printed: 6,
    round: 1,
  }),
  row("round.collected", { returned: 3, round: 1, spoiled: 0 }),
  ...keyed,
  row("ruling.difference_ruled", {
    round: 1,
    place: { bundle: 1, sheet: 1 },
    names: [],
    rows: [{ contest: 0, row: 0, mark: "for" }],
  }),
  row("round.certified", {
    round: 1,
    totals: [{ valid: 2, void: 1, rows: [counts(2, 0, 0, 0), counts(1, 1, 0, 0), counts(0, 0, 1, 1)] }],
  }),
];

export const JOURNAL = journalOf(ROWS);

export const HOSTILE = FILE.replaceAll("通村公路硬化", "<script>document.title=1</script>\\u202e\\u0007")
  .replace("山塘除险加固", "很".repeat(400))
  .replace("2024年度民生实事项目", "<img src=x onerror=alert(1)>");
