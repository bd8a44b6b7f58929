// The rounds of a journal: what was issued and returned, what both tellers keyed, what was ruled, what was certified.
// A round to which something was done that this page does not know is not recounted from here.
import { Place } from "./checking.js";
import { certifiedFigures } from "./comparing.js";
import { compared } from "./count.js";
import { contest, section } from "./count-file.js";
import { Fault, readJson } from "./json.js";

/** A value of JSON as plain objects; keys only ever looked up by name. */
function plain(value) {
  if (value instanceof Map) {
    return Object.assign(
      Object.create(null),
      Object.fromEntries([...value].map(([key, of]) => [key, plain(of)])),
    );
  }
  if (Array.isArray(value)) return value.map(plain);
  return value !== null && typeof value === "object" ? Number(value.text) : value;
}

/** A contest as the journal writes it, in the form of a count file. */
function asInCountFile(recorded) {
  const rule = new Map(recorded.get("rule"));
  const made = new Map(recorded);
  for (const key of ["seats", "grades"]) {
    if (rule.has(key)) made.set(key, rule.get(key));
    rule.delete(key);
  }
  const threshold = rule.get("threshold");
  if (threshold instanceof Map) {
    rule.set("threshold", new Map([["base", threshold.get("base")], ...threshold.get("least")]));
  }
  made.set("rule", rule);
  return contest(new Place(made));
}

function opened(ballot, body) {
  const { round, all_deputies, present, printed, issued } = body;
  const asked = ballot.get("contests");
  return {
    round,
    title: ballot.get("title"),
    validIf: ballot.get("valid_if"),
    contests: asked.map((entry) => asInCountFile(entry.get("contest"))),
    deputiesOnly: asked.map((entry) => plain(entry.get("election") ?? null)?.write_in_deputies_only === true),
    control: { all_deputies, present, printed, issued, spoiled: 0, returned: 0 },
    passes: { first: new Map(), second: new Map() },
    differences: new Map(),
    verdicts: new Map(),
    merged: asked.map(() => new Map()),
    byHand: false,
    unfollowed: null,
    certificate: null,
  };
}

const sheetKey = ({ bundle, sheet }) => `${bundle}/${sheet}`;

/** The control numbers are what they were put right to. */
function put(round, { numbers }) {
  const { present, printed, issued, collected } = numbers;
  Object.assign(round.control, { present, printed, issued }, collected);
}

/** A sheet keyed: the next one, or one that had been skipped or called back. */
function key(round, { place, sheet, reading }) {
  const keying = round.passes[place.pass].get(place.bundle);
  if (keying.skipped === sheet) keying.splice(sheet - 1, 0, reading);
  else keying[sheet - 1] = reading;
  keying.skipped = null;
}

/** A keying that was handed in is put right. */
function mend(round, { place, mend }, entry) {
  const bundles = round.passes[place.pass];
  if (mend.mend === "anew") bundles.delete(place.bundle);
  else if (mend.mend === "doubled") bundles.get(place.bundle).splice(mend.sheet - 1, 1);
  else if (mend.mend === "skipped") bundles.get(place.bundle).skipped = mend.sheet;
  else round.unfollowed ??= { code: "unknownKind", kind: entry.kind, seq: entry.seq };
}

/** These change nothing of a count. */
const PASSED_BY = [
  "round.collection_announced",
  "round.result_announced",
  "hand_tally.entered",
  "hand_tally.ruled",
  "keying.bundle_counted",
  "keying.bundle_closed",
  "keying.sheet_paused",
];

/** What each kind of event does to its round. */
const FOLLOWED = {
  "round.collected": (round, { spoiled, returned }) => Object.assign(round.control, { spoiled, returned }),
  "round.numbers_corrected": put,
  "round.announcement_corrected": put,
  "round.broken_off": (round) => {
    round.certificate = null;
    round.unfollowed = { code: "brokenOff" };
  },
  "round.certified": (round, { totals }, entry) => {
    const figures = (totals ?? []).map((one, at) => certifiedFigures(one, round.contests[at]));
    round.certificate = {
      seq: entry.seq,
      at: entry.at,
      by: entry.actor,
      hash: entry.hash,
      figures,
    };
  },
  "round.reopened": (round) => {
    round.certificate = null;
  },
  "hand_tally.counted": (round) => {
    round.byHand = true;
  },
  "hand_tally.count_withdrawn": (round) => {
    round.byHand = false;
  },
  "keying.bundle_taken": (round, { place }) => round.passes[place.pass].set(place.bundle, []),
  "keying.bundle_released": (round, { place }) => round.passes[place.pass].delete(place.bundle),
  "keying.sheet_keyed": key,
  "keying.sheet_recalled": (round, { place, sheet }) => {
    const keying = round.passes[place.pass].get(place.bundle);
    keying.splice(sheet - 1, 1);
    keying.skipped = sheet;
  },
  "keying.bundle_mended": mend,
  "ruling.difference_ruled": (round, body) => round.differences.set(sheetKey(body.place), body),
  "ruling.section_ruled": (round, { section, verdict }) =>
    round.verdicts.set(`${sheetKey(section.place)}/${section.contest}`, verdict),
  "ruling.taken_back": (round, { place }) => {
    round.differences.delete(sheetKey(place));
    for (const at of round.contests.keys()) round.verdicts.delete(`${sheetKey(place)}/${at}`);
  },
  "ruling.names_merged": (round, { contest, names, into }) => {
    for (const name of names) round.merged[contest].set(name, into);
  },
  "ruling.names_separated": (round, { contest, into }) => {
    for (const [name, as] of round.merged[contest]) if (as === into) round.merged[contest].delete(name);
  },
};

function follow(rounds, ballots, entry, read) {
  const body = plain(read);
  if (entry.kind === "ballot.saved") ballots.set(body.ballot.id, read.get("ballot"));
  if (entry.kind === "round.opened") rounds.set(body.round, opened(ballots.get(body.ballot), body));
  if (entry.kind === "lent.brought_back") {
    for (const { place, sheets } of body.bundles) {
      rounds.get(place.round).passes[place.pass].set(place.bundle, sheets);
    }
  }
  const [room] = entry.kind.split(".");
  if (!["round", "keying", "ruling", "hand_tally"].includes(room) || entry.kind === "round.opened") return;
  if (PASSED_BY.includes(entry.kind)) return;
  const round = rounds.get(body.round ?? body.place.round);
  const of = FOLLOWED[entry.kind];
  if (of) of(round, body, entry);
  else round.unfollowed ??= { code: "unknownKind", kind: entry.kind, seq: entry.seq };
}

/** Every round of a journal that could be read, in order, and the entry that could not be followed. */
export function roundsOf(journal) {
  const [rounds, ballots] = [new Map(), new Map()];
  if (journal.entries[0]?.kind === "away.desk_set_up") return { rounds: [], lost: null };
  for (const entry of journal.entries) {
    try {
      follow(rounds, ballots, entry, readJson(entry.body));
    } catch (error) {
      if (!(error instanceof Fault || error instanceof TypeError)) throw error;
      return { rounds: [...rounds.values()], lost: entry.seq };
    }
  }
  return { rounds: [...rounds.values()], lost: null };
}

/** One section of a sheet as it stands: both keyings, what was ruled where they differ, and on it. */
function settled(round, at, place, [first, second]) {
  const key = sheetKey(place);
  const marks = [...first.marks];
  let written = first.write_ins ?? [];
  const ruled = round.differences.get(key);
  marks.forEach((mark, row) => {
    if (mark === second.marks[row]) return;
    const read = (ruled?.rows ?? []).find((one) => one.contest === at && one.row === row);
    if (!read) throw new Fault("keyingsDiffer", `${key}/${row + 1}`);
    marks[row] = read.mark;
  });
  const names = (ruled?.names ?? []).find((one) => one.contest === at);
  if (names) written = names.write_ins;
  return asRuled(round, at, key, { marks, written });
}

function asRuled(round, at, key, { marks, written }) {
  const verdict = round.verdicts.get(`${key}/${at}`);
  const ruled = verdict?.ruled;
  if (ruled === "as_proposed" && round.deputiesOnly[at] && written.length > 0) {
    throw new Fault("deputiesOnly", key);
  }
  const names = ruled === "read" ? (verdict.write_ins ?? written) : written;
  const found = { marks: ruled === "read" ? verdict.marks : marks };
  if (round.contests[at].seats !== null) {
    found.write_ins = names.map(({ name, mark }) => ({
      name: round.merged[at].get(compared(name)) ?? name,
      mark,
    }));
  }
  if (ruled === "void") found.ruling = "void";
  return section(new Place(readJson(JSON.stringify(found)), key), round.contests[at]);
}

/** The sheets of a round as they were counted, in the order of the bundles, or why not. */
export function sheetsOf(round) {
  if (round.byHand) return { why: { code: "byHand" } };
  if (round.unfollowed) return { why: round.unfollowed };
  if (!Object.values(round.control).every(Number.isSafeInteger)) return { why: { code: "unlike", path: "" } };
  const sheets = [];
  try {
    for (const [bundle, first] of [...round.passes.first].sort(([one], [other]) => one - other)) {
      const second = round.passes.second.get(bundle) ?? [];
      if (first.length !== second.length) throw new Fault("unlike", String(bundle));
      first.forEach((reading, sheet) => {
        const place = { bundle, sheet: sheet + 1 };
        sheets.push(reading.map((one, at) => settled(round, at, place, [one, second[sheet][at]])));
      });
    }
  } catch (error) {
    if (!(error instanceof Fault || error instanceof TypeError)) throw error;
    return { why: { code: error.code ?? "unlike", path: error.path ?? "" } };
  }
  return sheets.length === round.control.returned ? { sheets } : { why: { code: "unlike", path: "" } };
}
