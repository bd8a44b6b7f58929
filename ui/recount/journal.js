// A session's journal as lines (docs/journal.md): every hash again, up to the first line that is wrong.
import { Place } from "./checking.js";
import { Fault, readJson } from "./json.js";
import { sha256, utf8 } from "./sha256.js";

const BEFORE_THE_FIRST = "piaojue.journal/1";

/** The hash of an entry: the one before it and its fields, each as `LENGTH:BYTES,`. */
export function chained(before, { seq, at, actor, kind, body }) {
  const fields = [before, String(seq), at, actor, kind, body];
  return sha256(utf8(fields.map((field) => `${utf8(field).length}:${field},`).join("")));
}

function entryOf(text) {
  const place = new Place(readJson(text)).object(["seq", "at", "actor", "kind", "body", "hash"]);
  const [at, actor, kind, body, hash] = ["at", "actor", "kind", "body", "hash"].map((key) =>
    place.of(key).text(),
  );
  return { seq: place.of("seq").whole(), at, actor, kind, body, hash };
}

/** The entry of a line, or what is wrong with it. */
function checked(text, before, expected) {
  try {
    const entry = entryOf(text);
    const { seq } = entry;
    if (seq !== expected) return { fault: { code: "gap", seq, facts: { seq, expected } } };
    const computed = chained(before, entry);
    const facts = { seq, recorded: entry.hash, computed };
    return computed === entry.hash ? { entry } : { fault: { code: "hash", seq, facts } };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { fault: { code: fault.code, seq: expected, path: fault.path, facts: fault.facts } };
  }
}

/** Tells whether a text begins as a journal does. */
export function isJournal(text) {
  return /^\s*\{\s*"format"\s*:\s*"piaojue\.journal\//.test(text.slice(0, 200));
}

/** Reads a journal: its entries as far as the chain holds, and the first line that is wrong. */
export function readJournal(text) {
  const [head, ...lines] = text.split("\n").map((line) => line.replace(/\r$/, ""));
  const first = new Place(readJson(head)).object(["format"]);
  first.of("format").word(["piaojue.journal/1"]);
  const whole = lines[lines.length - 1] === "";
  if (whole) lines.pop();
  const entries = [];
  let before = BEFORE_THE_FIRST;
  for (const [at, line] of lines.entries()) {
    const { entry, fault } = checked(line, before, at + 1);
    if (fault) return { entries, lines: lines.length, broken: { ...fault, line: at + 2 }, head: null };
    entries.push(entry);
    before = entry.hash;
  }
  const cut = whole ? null : { code: "cutLine", line: lines.length + 1, seq: lines.length, facts: {} };
  return { entries, lines: lines.length, broken: cut, head: entries.length > 0 && !cut ? before : null };
}

/** The entry with a fingerprint, by its number; `null` if it is that of none. */
export function entryWith(journal, fingerprint) {
  const found = journal.entries.find((entry) => entry.hash === fingerprint);
  return found ? found.seq : null;
}
