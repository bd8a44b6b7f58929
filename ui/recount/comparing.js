// What somebody else says of a count, held against what was counted here.
import { once, Place } from "./checking.js";

const COUNTS = ["for", "against", "abstain", "void"];

/** A certified contest of the journal, in the form a contest is compared in. */
export function certifiedFigures(totals, of) {
  return {
    valid: totals.valid,
    void: totals.void,
    rows: totals.rows.map((row) =>
      of.grades.length > 0
        ? { grades: row.grades.slice(0, of.grades.length), abstain: row.abstain, void: row.void }
        : { for: row.for, against: row.against, abstain: row.abstain, void: row.void },
    ),
    names: new Map((totals.write_ins ?? []).map((one) => [one.name, one.for])),
  };
}

function resultRow(place, graded) {
  if (!graded) {
    place.object(["id", "reached", ...COUNTS]);
    const row = { reached: place.of("reached").flag() };
    for (const key of COUNTS) row[key] = place.of(key).whole();
    return row;
  }
  place.object(["id", "grades", "abstain", "void", "rate"]);
  const grades = place
    .of("grades")
    .list()
    .map((one) => one.whole());
  const rate = place.of("rate");
  return {
    grades,
    abstain: place.of("abstain").whole(),
    void: place.of("void").whole(),
    rate: rate.value === null ? null : rate.text(),
  };
}

const GRADED = ["id", "valid", "void", "flagged", "rows"];
const MOTION = [...GRADED, "needed", "write_ins", "passed"];
const SEATS = [...GRADED, "needed", "write_ins", "elected", "tied", "seats_left", "next"];

function writtenIn(place) {
  place.object(["name", "for", "reached"]);
  return [place.of("name").text(), place.of("for").whole()];
}

function resultContest(place) {
  const graded = !place.has("needed");
  place.object(graded ? GRADED : place.has("passed") ? MOTION : SEATS);
  const figures = {
    id: place.of("id").text(),
    valid: place.of("valid").whole(),
    void: place.of("void").whole(),
    rows: place
      .of("rows")
      .list()
      .map((row) => resultRow(row, graded)),
    names: new Map(graded ? [] : place.of("write_ins").list().map(writtenIn)),
  };
  if (place.has("passed")) figures.passed = place.of("passed").flag();
  if (place.has("elected")) {
    figures.elected = once(place.of("elected").list());
    figures.tied = once(place.of("tied").list());
  }
  return figures;
}

/** Checks what was read of a result, `piaojue.result/1`. */
export function resultFile(read) {
  const place = new Place(read).object(["format", "quorum", "vote_valid", "contests"]);
  place.of("format").word(["piaojue.result/1"]);
  place.of("quorum").object(["needed", "met"]);
  return {
    voteValid: place.of("vote_valid").flag(),
    contests: place.of("contests").list().map(resultContest),
  };
}

const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Tells whether a row that was counted here is the one said elsewhere, in everything said there. */
export function rowAgrees(counted, said) {
  return said !== undefined && Object.keys(said).every((key) => alike(said[key], counted[key]));
}

/** What is said otherwise of a contest beside its rows: keys of the result. */
export function otherwise(counted, said) {
  const found = ["valid", "void"].filter((key) => counted[key] !== said[key]);
  for (const key of ["elected", "tied", "passed"]) {
    if (key in said && !alike(said[key], counted[key])) found.push(key);
  }
  const names = new Map((counted.write_ins ?? []).map((one) => [one.name, one.for]));
  const every = [...said.names].every(([name, votes]) => names.get(name) === votes);
  if (!every || names.size !== said.names.size) found.push("write_ins");
  return found;
}

/** Tells whether all of a contest agrees. */
export function contestAgrees(counted, said) {
  const rows = counted.rows.length === said.rows.length;
  return (
    rows &&
    counted.rows.every((row, at) => rowAgrees(row, said.rows[at])) &&
    otherwise(counted, said).length === 0
  );
}

/** The round of a journal that a count file is of, if it is one's: the same questions, then the same control numbers. */
export function roundOf(rounds, file) {
  const questions = ({ contests }) => contests.map(({ id, title, options }) => ({ id, title, options }));
  const asked = rounds.filter((round) => alike(questions(round), questions(file)));
  return asked.filter((round) => alike(round.control, file.control)).pop() ?? asked.pop() ?? null;
}
