// A journal on the page: the chain, the fingerprint, and every round counted again from what was keyed.

import { contestResult } from "./count.js";
import { el, grouped, own, verdict, visible } from "./elements.js";
import { entryWith } from "./journal.js";
import { contestShown, controlShown, sumsShown } from "./show-count.js";

/** What is wrong at a place of a file, in words. */
export function faultShown(words, { code, path, facts = {} }) {
  const said = (words.faults[code] ?? words.faults.notJson)(facts);
  const lines = [el("p", { class: "verdict bad" }, `✗ ${visible(said)}`)];
  const place = [
    path && path !== "$" ? words.at(visible(path)) : null,
    facts.line ? words.lineColumn(facts) : null,
  ];
  if (place.some(Boolean)) lines.push(el("p", { class: "quiet" }, place.filter(Boolean).join(" · ")));
  if (facts.near) lines.push(el("p", { class: "quiet" }, words.near(""), el("code", {}, own(facts.near))));
  return lines;
}

/** What is said of a printed fingerprint. */
export function printedShown(words, journal, typed) {
  const figures = typed.replace(/\s/g, "").toLowerCase();
  if (figures === "") return null;
  if (!/^[0-9a-f]{64}$/.test(figures)) return verdict(false, words.printedWrong);
  const entry = entryWith(journal, figures);
  return entry === null ? verdict(false, words.printedNone) : verdict(true, words.printedIs(entry));
}

function printedAsked(words, opened, changed) {
  const answer = el(
    "div",
    { "aria-live": "polite" },
    printedShown(words, opened.journal, opened.printed ?? ""),
  );
  const typed = (event) => {
    opened.printed = event.target.value;
    answer.replaceChildren(...[printedShown(words, opened.journal, opened.printed)].filter(Boolean));
    changed();
  };
  const input = {
    id: opened.id,
    value: opened.printed ?? "",
    spellcheck: "false",
    autocomplete: "off",
    class: "wide",
  };
  return el(
    "div",
    { class: "field" },
    el("label", { for: opened.id }, words.printed),
    el("input", { ...input, "aria-describedby": `${opened.id}-hint`, oninput: typed }),
    el("p", { class: "quiet", id: `${opened.id}-hint` }, words.printedHint),
    answer,
  );
}

function whyNot(words, why) {
  return el("p", { class: "note" }, visible((words.why[why.code] ?? words.why.other)(why)));
}

function roundShown(words, round) {
  const sums = sumsShown(round);
  const { certificate } = round;
  const contests = (sums ?? []).map((one, at) => {
    const of = round.contests[at];
    return contestShown(words, of, contestResult(of, one, round.control), certificate?.figures[at]);
  });
  return el(
    "section",
    { class: "round" },
    el("h3", {}, `${words.round(round.round)} `, own(round.title)),
    el(
      "p",
      { class: "quiet" },
      certificate ? words.certifiedAt(certificate.seq, certificate.at) : words.notCertified,
    ),
    certificate ? el("p", { class: "print" }, grouped(certificate.hash)) : null,
    controlShown(words, round.control),
    sums ? verdict(true, words.recounted(round.sheets.length)) : whyNot(words, round.why),
    contests,
  );
}

/** A whole journal. */
export function journalShown(words, opened, changed) {
  const { journal, rounds, lost } = opened;
  const { broken, head, entries } = journal;
  return [
    journal.entries.some(({ kind }) => kind === "rehearsal.begun") ? verdict(false, words.rehearsal) : null,
    broken
      ? [verdict(false, words.broken(broken.line, broken.seq)), faultShown(words, broken)]
      : verdict(true, words.chain(entries.length)),
    head ? [el("p", { class: "quiet" }, words.head), el("p", { class: "print" }, grouped(head))] : null,
    printedAsked(words, opened, changed),
    lost === null ? null : verdict(false, words.lost(lost)),
    rounds.map((round) => roundShown(words, round)),
  ];
}
