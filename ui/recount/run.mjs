// The page's own script without a window. `count`: one count file a line on standard input, its result or what is wrong a
// line each. `journal`: a journal on standard input; its fingerprint, and what each round comes to.
import { readFileSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";
import { createContext, runInContext } from "node:vm";

const PAGE = "../../assets/recount/recount.html";
const page = readFileSync(fileURLToPath(new URL(PAGE, import.meta.url)), "utf8");
const [, script] = page.match(/<script>([\s\S]*)<\/script>/);

/** The functions of the page, taken out of it. */
export function ofPage() {
  const room = createContext({ TextEncoder, TextDecoder, Uint8Array, ArrayBuffer, DataView });
  runInContext(script, room);
  return room;
}

const lineOf = (page, line) => {
  try {
    return JSON.stringify(page.count(page.readCountFile(line)));
  } catch (fault) {
    return `${fault.path}: ${fault.code}`;
  }
};

/** A round, how many sheets were followed or why none, and whether the certified figures are theirs. */
function roundLine(page, round) {
  const { sheets, why } = page.sheetsOf(round);
  if (!sheets) return `round ${round.round}: ${why.code}`;
  const sums = page.sumsOf(round.contests, sheets);
  const agrees = (round.certificate?.figures ?? []).map((figures, at) =>
    page.contestAgrees(page.contestResult(round.contests[at], sums[at], round.control), figures),
  );
  return `round ${round.round}: ${sheets.length} sheets, agrees ${agrees.join(" ")}`;
}

const TASKS = {
  count: (page, text) => {
    const files = text.split("\n").filter((line) => line.trim() !== "");
    return files.map((line) => lineOf(page, line));
  },
  journal: (page, text) => {
    const { journal, rounds } = page.openFile("-", new TextEncoder().encode(text));
    return [journal.head, ...rounds.map((round) => roundLine(page, round))];
  },
};

const task = TASKS[process.argv[2]];
if (task) {
  const said = task(ofPage(), readFileSync(0, "utf8"));
  process.stdout.write(said.map((line) => `${line}\n`).join(""));
}
