// A count file on the page: what was counted here, beside what somebody else says of it.

import { contestAgrees, otherwise, rowAgrees } from "./comparing.js";
import { sumsOf } from "./count.js";
import { el, facts, own, table, verdict, visible } from "./elements.js";

function thresholdIn(words, threshold) {
  if (threshold === null) return words.noThreshold;
  const { base, over, p, q } = threshold;
  return (over ? words.over : words.atLeast)(words.base[base], p, q);
}

function settings(words, of) {
  const said = Object.entries(of.rule).map(([key, value]) => {
    if (key === "threshold") return [words.setting[key], thresholdIn(words, value)];
    if (key !== "rate") return [words.setting[key], words.value[key][value]];
    const grades = value.grades.map((grade) => visible(of.grades[grade])).join(" + ") || "0";
    return [words.setting.rate, words.rateOf(grades, words.base[value.base], value.decimals)];
  });
  if (of.seats !== null) said.unshift([words.setting.seats, String(of.seats)]);
  return el("details", {}, el("summary", {}, words.settings), facts(said));
}

function figuresOf(words, of, row) {
  if (of.kind === "evaluation") return [...row.grades, row.abstain, row.void, row.rate ?? "—"];
  return [row.for, row.against, row.abstain, row.void, row.reached ? words.yes : words.no];
}

function columns(words, of, held) {
  const figures = (texts) => texts.map((text) => ({ text, as: "figure" }));
  const { no, name, abstain, rate, reached, compared } = words.row;
  const middle =
    of.kind === "evaluation"
      ? [...of.grades.map(visible), abstain, words.row.void, rate]
      : [words.row.for, words.row.against, abstain, words.row.void, reached];
  return [
    { text: no },
    { text: name },
    ...figures(middle),
    ...(held ? [{ text: compared, as: "held" }] : []),
  ];
}

/** The cell that says whether a row is the one said elsewhere, and what was said if not. */
function comparedCell(words, of, row, said) {
  if (rowAgrees(row, said)) return el("td", { class: "good" }, `✓ ${words.agrees}`);
  const other = said ? figuresOf(words, of, said).filter((figure) => figure !== undefined) : [words.nothing];
  const shown = said && !("reached" in said) && of.kind !== "evaluation" ? other.slice(0, 4) : other;
  return el("td", { class: "bad" }, `✗ ${words.differs}：${words.says(shown.map(visible).join(" / "))}`);
}

function rowsOf(words, of, counted, said) {
  return counted.rows.map((row, at) =>
    el(
      "tr",
      {},
      el("td", { class: "no" }, String(at + 1)),
      el("th", { scope: "row" }, own(of.options[at].name)),
      figuresOf(words, of, row).map((figure) => el("td", { class: "figure" }, String(figure))),
      said ? comparedCell(words, of, row, said.rows[at]) : null,
    ),
  );
}

function namesOf(of, ids) {
  return ids.map((id) => {
    const option = of.options.find((one) => one.id === id);
    return option ? option.name : id.replace("write-in:", "");
  });
}

function outcome(words, of, counted) {
  const listed = (names) =>
    names.length > 0 ? names.map((name) => el("span", { class: "name" }, own(name))) : words.nothing;
  const pairs = [];
  if (counted.write_ins?.length > 0) {
    const names = counted.write_ins.map((one) => `${one.name}（${one.for}）`);
    pairs.push([words.writtenIn, listed(names)]);
  }
  if ("elected" in counted) {
    pairs.push([words.elected[of.kind], listed(namesOf(of, counted.elected))]);
    if (counted.tied.length > 0) pairs.push([words.tied, listed(namesOf(of, counted.tied))]);
    const next = counted.next === "further" ? words.next.further[of.kind] : words.next[counted.next];
    const left = counted.seats_left > 0 ? `${words.left(counted.seats_left)} · ` : "";
    pairs.push([words.outcome, `${left}${next}`]);
  }
  if ("passed" in counted) pairs.push([words.outcome, words.passed[counted.passed]]);
  return pairs.length > 0 ? facts(pairs) : null;
}

/** One question: its rows, its outcome, and the rules it was counted by. */
export function contestShown(words, of, counted, said) {
  const needed = "needed" in counted ? ` · ${words.needed(counted.needed)}` : "";
  const others = said ? otherwise(counted, said) : [];
  const also = others.map((key) => words.keys[key]).join(words.comma);
  return el(
    "section",
    { class: "contest" },
    el("h3", {}, own(of.title), el("span", { class: "kind" }, words.kind[of.kind])),
    el("p", { class: "quiet" }, `${words.contest(counted)}${needed}`),
    said
      ? verdict(contestAgrees(counted, said), contestAgrees(counted, said) ? words.agrees : words.differs)
      : null,
    others.length > 0 ? verdict(false, words.alsoDiffers(also)) : null,
    table(visible(of.title), columns(words, of, said), rowsOf(words, of, counted, said)),
    outcome(words, of, counted),
    settings(words, of),
  );
}

/** The numbers of a vote, and those recorded elsewhere where they differ. */
export function controlShown(words, control, recorded) {
  return facts(
    Object.entries(control).map(([key, number]) => {
      const other = recorded && recorded[key] !== number;
      const value = other
        ? el("span", { class: "bad" }, `${number} ✗ ${words.says(recorded[key])}`)
        : String(number);
      return [words.control[key], value];
    }),
  );
}

/** What a count file is held against: a result of that many questions, or the certificate of its round. */
function heldAgainst(words, opened, { result, round }) {
  const { counted } = opened;
  if (result) {
    const fits = result.result.contests.length === counted.contests.length;
    const agreed = result.result.voteValid === counted.vote_valid && fits;
    const shown = [el("p", { class: "quiet" }, words.heldAgainst.result(visible(result.name)))];
    if (!agreed) shown.push(verdict(false, words.voteDiffers));
    return { shown, said: fits ? result.result.contests : [] };
  }
  const said = round?.certificate?.figures ?? [];
  if (!round) return { shown: [el("p", { class: "note" }, words.noReference)], said: [] };
  if (said.length === 0) return { shown: [el("p", { class: "note" }, words.heldWrong)], said: [] };
  return { shown: [el("p", { class: "quiet" }, words.heldAgainst.journal(round.round))], said };
}

const SHOWN_PLACES = 20;

/** Whether the sheets of a file are those of the journal. */
function sheetsHeld(words, file, round) {
  if (!round?.sheets) return null;
  const alike = (at) => JSON.stringify(file.sheets[at]) === JSON.stringify(round.sheets[at]);
  const others = file.sheets.map((_, at) => at).filter((at) => !alike(at));
  if (others.length === 0 && file.sheets.length === round.sheets.length)
    return verdict(true, words.sheetsSame);
  const first = others.slice(0, SHOWN_PLACES).map((at) => at + 1);
  return verdict(
    false,
    words.sheetsOther(first.join(words.comma) + (others.length > SHOWN_PLACES ? " …" : "")),
  );
}

/** A whole count file. */
export function countShown(words, opened, reference) {
  const { file, counted } = opened;
  const { shown, said } = heldAgainst(words, opened, reference);
  const { needed, met } = counted.quorum;
  const rows = counted.contests.map((one, at) => contestShown(words, file.contests[at], one, said[at]));
  return [
    controlShown(words, file.control, reference.round?.control),
    verdict(counted.vote_valid, `${words.vote[counted.vote_valid]} · ${words.quorum(needed, met)}`),
    el("p", { class: "quiet" }, words.sheetsCounted(file.sheets.length)),
    shown,
    sheetsHeld(words, file, reference.round),
    rows,
  ];
}

/** The figures of a round whose sheets were followed. */
export function sumsShown(round) {
  return round.sheets ? sumsOf(round.contests, round.sheets) : null;
}
