// What a file is, from its bytes alone: a count file, a journal, a result, or what is wrong with it.

import { resultFile } from "./comparing.js";
import { count } from "./count.js";
import { countFile } from "./count-file.js";
import { isJournal, readJournal } from "./journal.js";
import { Fault, readJson } from "./json.js";
import { roundsOf } from "./rounds.js";
import { sha256 } from "./sha256.js";

const MOST_BYTES = 100 * 1024 * 1024;

function textOf(bytes) {
  if (bytes.length > MOST_BYTES) throw new Fault("tooBig", "$");
  const session = "SQLite format 3";
  if ([...session].every((sign, at) => bytes[at] === sign.charCodeAt(0))) throw new Fault("session", "$");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Fault("notUtf8", "$");
  }
}

function told(text) {
  if (isJournal(text)) {
    const journal = readJournal(text);
    return { kind: "journal", journal, ...roundsOf(journal) };
  }
  const read = readJson(text);
  const format = read instanceof Map ? read.get("format") : null;
  if (format === "piaojue.result/1") return { kind: "result", result: resultFile(read) };
  if (typeof format !== "string" || !format.startsWith("piaojue.count/")) throw new Fault("unknownFile", "$");
  const file = countFile(read);
  return { kind: "count", file, counted: count(file) };
}

/** Opens a file. Nothing of it is ever run; what is wrong with it is said with its place. */
export function openFile(name, bytes) {
  try {
    const text = textOf(bytes);
    return { name, sha256: sha256(bytes), ...told(text) };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { name, kind: "refused", fault };
  }
}
