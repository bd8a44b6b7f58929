// A count file as docs/count-file.md has it: read whole, or refused whole.
import { HIGHEST, once, Place } from "./checking.js";
import { readJson } from "./json.js";

const MOST = 1000000;
const VALID_IF = ["returned_at_most_issued", "returned_at_most_present", "returned_equals_issued"];
const BASES = ["all_deputies", "present", "returned", "valid"];
const SEATS_WORDS = {
  cap: ["at_most", "exactly", "none"],
  over_cap: ["section", "sheet", "flag"],
  write_ins: ["none", "needs_against", "allowed"],
  write_in_unmarked: ["for", "void"],
  tie: ["runoff", "presidium", "all_in", "ballot_order"],
  shortfall: ["further", "accept"],
};
const MARKS = ["for", "against", "abstain", "blank", "illegible"];
const GRADE_MARKS = ["abstain", "blank", "illegible", "multiple"];

const hasSeats = (kind) => kind === "selection" || kind === "election";

function control(place) {
  place.object(["all_deputies", "present", "printed", "issued", "spoiled", "returned"]);
  const all_deputies = place.of("all_deputies").whole(1, MOST);
  const number = (key, most = MOST) => place.of(key).whole(0, most);
  return {
    all_deputies,
    present: number("present", all_deputies),
    printed: number("printed"),
    issued: number("issued"),
    spoiled: number("spoiled"),
    returned: number("returned"),
  };
}

/** A fraction as a pair. */
function fraction(place) {
  const [p, q] = place.list(2, 2).map((part) => part.whole(0, HIGHEST));
  if (q < 1 || p > q) place.refuse("noFraction", { p, q });
  return [BigInt(p), BigInt(q)];
}

function threshold(place) {
  if (place.value === null) return null;
  place.object(["base"], ["over", "at_least"]);
  const base = place.of("base").word(BASES);
  if (place.has("over") === place.has("at_least")) place.refuse("overOrAtLeast");
  const over = place.has("over");
  const [p, q] = fraction(place.of(over ? "over" : "at_least"));
  return { base, over, p, q };
}

function rate(place, grades) {
  place.object(["grades", "base", "decimals"]);
  const counted = place.of("grades").list();
  const indexes = counted.map((grade) => grade.whole(0, grades - 1));
  once(counted);
  return { grades: indexes, base: place.of("base").word(BASES), decimals: place.of("decimals").whole(0, 2) };
}

function rule(place, kind, grades) {
  const graded = kind === "evaluation";
  const seats = hasSeats(kind);
  const own = graded ? ["multi_mark", "rate"] : ["threshold", ...(seats ? Object.keys(SEATS_WORDS) : [])];
  place.object(["blank_row", "blank_section", "illegible_row", ...own]);
  const said = {
    blank_row: place.of("blank_row").word(graded ? ["abstain", "void"] : ["abstain", "void", "for"]),
    blank_section: place.of("blank_section").word(["valid", "void", "by_row"]),
    illegible_row: place.of("illegible_row").word(["row", "section"]),
  };
  if (graded) {
    said.multi_mark = place.of("multi_mark").word(["void", "abstain"]);
    said.rate = rate(place.of("rate"), grades);
    return said;
  }
  said.threshold = threshold(place.of("threshold"));
  if (seats) for (const [key, words] of Object.entries(SEATS_WORDS)) said[key] = place.of(key).word(words);
  return said;
}

/** A question with its rule. */
export function contest(place) {
  if (!place.has("kind")) place.object(["kind"]);
  const kind = place.of("kind").word(["selection", "election", "evaluation", "motion"]);
  const graded = kind === "evaluation";
  const own = [...(hasSeats(kind) ? ["seats"] : []), ...(graded ? ["grades"] : [])];
  place.object(["id", "kind", "title", "options", "rule", ...own]);
  const options = place.of("options").list(1, kind === "motion" ? 1 : 500);
  for (const option of options) option.object(["id", "name"]);
  once(options.map((option) => option.of("id")));
  const grades = graded ? place.of("grades").list(2, 5) : [];
  return {
    id: place.of("id").text(),
    kind,
    title: place.of("title").text(),
    seats: hasSeats(kind) ? place.of("seats").whole(1, HIGHEST) : null,
    options: options.map((option) => ({ id: option.of("id").text(), name: option.of("name").text() })),
    grades: grades.map((grade) => grade.text()),
    rule: rule(place.of("rule"), kind, grades.length),
  };
}

function writeIn(place) {
  place.object(["name", "mark"]);
  return { name: place.of("name").text(), mark: place.of("mark").word(["for", "blank"]) };
}

function mark(place, of) {
  if (of.kind !== "evaluation") return place.word(MARKS);
  return typeof place.value === "string" ? place.word(GRADE_MARKS) : place.whole(0, of.grades.length - 1);
}

/** What stands in one contest on one sheet; a session's journal writes it the same way. */
export function section(place, of) {
  place.object(["marks"], ["ruling", ...(hasSeats(of.kind) ? ["write_ins"] : [])]);
  const marks = place.of("marks");
  const rows = marks.list();
  const [found, expected] = [rows.length, of.options.length];
  if (found !== expected) marks.refuse("marksDoNotMatch", { found, expected });
  return {
    marks: rows.map((row) => mark(row, of)),
    writeIns: place.has("write_ins") ? place.of("write_ins").list().map(writeIn) : [],
    voided: place.has("ruling") && place.of("ruling").word(["void"]) === "void",
  };
}

/** What stands on one sheet, a section for every contest. */
function sheet(place, contests) {
  place.object(contests.map((of) => of.id));
  return contests.map((of) => section(place.of(of.id), of));
}

/** Checks what was read of a count file. */
export function countFile(read) {
  const root = new Place(read).object(["format", "control", "valid_if", "contests", "sheets"]);
  root.of("format").word(["piaojue.count/1"]);
  const numbers = control(root.of("control"));
  const contests = root.of("contests").list().map(contest);
  once(
    root
      .of("contests")
      .list()
      .map((place) => place.of("id")),
  );
  const sheets = root.of("sheets").list();
  if (sheets.length !== numbers.returned) {
    root.of("sheets").refuse("sheetsDoNotMatch", { found: sheets.length, returned: numbers.returned });
  }
  return {
    control: numbers,
    validIf: root.of("valid_if").word(VALID_IF),
    contests,
    sheets: sheets.map((place) => sheet(place, contests)),
  };
}

/** Reads a count file. */
export function readCountFile(text) {
  return countFile(readJson(text));
}
