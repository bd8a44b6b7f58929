// The page: files come in, everything is shown again, in the language chosen.

import { contestAgrees, roundOf } from "./comparing.js";
import { el, own, visible } from "./elements.js";
import { openFile } from "./opening.js";
import { sheetsOf } from "./rounds.js";
import { countShown } from "./show-count.js";
import { drawShown } from "./show-draw.js";
import { faultShown, journalShown } from "./show-journal.js";
import { wordsIn } from "./words.js";

const state = {
  language: "zh",
  opened: [],
  draw: { dice: "", fingerprint: "", sheets: "", wrong: "", many: "", bundle: "10", shown: false },
};

/** A result belongs to the count file with the same questions. */
function resultFor(opened) {
  const ids = opened.counted.contests.map(({ id }) => id).join("\n");
  const same = (one) => one.result.contests.map(({ id }) => id).join("\n") === ids;
  const results = state.opened.filter((one) => one.kind === "result" && same(one));
  const agrees = ({ result }) =>
    result.contests.every((said, at) => contestAgrees(opened.counted.contests[at], said));
  return results.find(agrees) ?? results[0] ?? null;
}

function referenceOf(opened) {
  const result = resultFor(opened);
  const rounds = state.opened.flatMap((one) => (one.kind === "journal" ? one.rounds : []));
  return { result, round: roundOf(rounds, opened.file) };
}

/** What stands in a file's card. */
function inside(words, opened) {
  if (opened.kind === "count") return countShown(words, opened, referenceOf(opened));
  if (opened.kind === "journal") return journalShown(words, opened, () => {});
  if (opened.kind === "result") return el("p", { class: "quiet" }, words.resultHint);
  return faultShown(words, opened.fault);
}

function card(words, opened) {
  const titles = { count: words.countTitle, journal: words.journalTitle, result: words.resultTitle };
  const title = titles[opened.kind] ?? words.notOpened;
  const close = () => {
    state.opened = state.opened.filter((one) => one !== opened);
    show();
    document.getElementById("choose").focus();
  };
  const name = visible(opened.name);
  const closing = { type: "button", class: "plain", "aria-label": words.close(name), onclick: close };
  return el(
    "section",
    { class: "card", "aria-label": `${title} ${name}` },
    el("header", {}, el("h2", {}, `${title} `, own(opened.name)), el("button", closing, words.closeShort)),
    opened.sha256 ? el("p", { class: "hash" }, `${words.fileHash} `, el("span", {}, opened.sha256)) : null,
    inside(words, opened),
  );
}

/** Takes over for the spot check what a file says of it, where nothing was typed yet. */
function offerToDraw(opened) {
  const { draw } = state;
  if (opened.kind === "journal" && draw.fingerprint === "") draw.fingerprint = opened.journal.head ?? "";
  if (opened.kind === "count" && draw.sheets === "") draw.sheets = String(opened.file.control.returned);
}

async function take(files) {
  for (const file of files) {
    const opened = openFile(file.name, new Uint8Array(await file.arrayBuffer()));
    opened.id = `file-${Date.now()}-${state.opened.length}`;
    if (opened.kind === "journal") for (const round of opened.rounds) Object.assign(round, sheetsOf(round));
    state.opened.push(opened);
    offerToDraw(opened);
  }
  show();
}

function chooser(words) {
  const chosen = (event) => take([...event.target.files]);
  const input = {
    type: "file",
    multiple: true,
    id: "files",
    class: "hidden",
    tabindex: "-1",
    onchange: chosen,
  };
  const open = () => document.getElementById("files").click();
  return el(
    "section",
    { class: "card drop", "aria-label": words.open },
    el("p", {}, words.drop, el("br"), words.kinds),
    el("button", { type: "button", class: "primary", id: "choose", onclick: open }, words.open),
    el("input", { ...input, "aria-label": words.open }),
    el("p", { class: "quiet" }, words.onlyHere),
  );
}

function turn() {
  state.language = state.language === "zh" ? "en" : "zh";
  show();
  document.getElementById("language").focus();
}

/** Draws the whole page anew. */
function show() {
  const words = wordsIn(state.language);
  document.documentElement.lang = words.lang;
  document.title = words.title;
  const other = {
    type: "button",
    class: "plain",
    id: "language",
    onclick: turn,
    lang: state.language === "zh" ? "en" : "zh-CN",
  };
  const head = el(
    "header",
    { class: "top" },
    el("div", {}, el("h1", {}, words.title), el("p", { class: "quiet" }, words.subtitle)),
    el("button", other, words.other),
  );
  const steps = words.steps.map((step) => el("li", {}, step));
  const how = el("section", { class: "card" }, el("h2", {}, words.how), el("ol", {}, steps));
  const cards = state.opened.map((opened) => card(words, opened));
  const main = el("main", {}, chooser(words), cards, drawShown(words, state.draw), how);
  document.body.replaceChildren(head, main);
}

function dropped(event) {
  event.preventDefault();
  if (event.type === "drop") take([...event.dataTransfer.files]);
}

/** Begins, in the language of the browser. */
export function start() {
  state.language = (navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en";
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, dropped);
  show();
}
