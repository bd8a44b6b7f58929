// The spot check on the page: from figures thrown and a fingerprint to the sheets.

import { drawn, howMany } from "./drawing.js";
import { el, verdict } from "./elements.js";

const MOST_SHEETS = 10000;
const RISK_PER_CENT = 5;
const FIELDS = ["dice", "fingerprint", "sheets", "wrong", "many", "bundle"];

function whole(text, most) {
  const number = /^[0-9]{1,6}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}

/** What was typed, or the first field that is wrong. */
export function asked(typed) {
  const dice = typed.dice.replace(/\s/g, "");
  const fingerprint = typed.fingerprint.replace(/\s/g, "").toLowerCase();
  const sheets = whole(typed.sheets, MOST_SHEETS);
  const wrong = typed.wrong.trim() === "" ? null : whole(typed.wrong, sheets ?? 0);
  const byK = wrong === null ? null : howMany(sheets, wrong, RISK_PER_CENT);
  const many = byK ?? whole(typed.many, sheets ?? 0);
  const bundle = whole(typed.bundle, 100);
  if (!/^[0-9]{6,}$/.test(dice)) return { fault: "dice" };
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) return { fault: "fingerprint" };
  if (sheets === null) return { fault: "sheets" };
  if (typed.wrong.trim() !== "" && wrong === null) return { fault: "wrong" };
  if (many === null) return { fault: "many" };
  if (bundle === null) return { fault: "bundle" };
  return { dice, fingerprint, sheets, many, bundle, byK };
}

/** The sheets by bundle, each list in the order they lie in. */
export function byBundle(sheets, size) {
  const bundles = new Map();
  for (const sheet of [...sheets].sort((one, other) => one - other)) {
    const bundle = Math.ceil(sheet / size);
    bundles.set(bundle, [...(bundles.get(bundle) ?? []), sheet - (bundle - 1) * size]);
  }
  return [...bundles];
}

function answer(words, typed) {
  const found = asked(typed);
  if (found.fault) {
    return [
      verdict(false, found.fault === "fingerprint" ? words.printedWrong : words.drawFault[found.fault]),
    ];
  }
  const sheets = drawn(found.dice, found.fingerprint, found.sheets, found.many);
  const places = byBundle(sheets, found.bundle).map(([bundle, those]) =>
    el("li", {}, words.place(bundle, those.join(words.comma))),
  );
  return [
    found.byK === null ? null : el("p", { class: "quiet" }, words.byK(found.byK)),
    el("h3", {}, words.drawnOrder),
    el("p", { class: "drawn" }, sheets.join("  ")),
    el("h3", {}, words.drawnPlaces),
    el("ul", {}, places),
  ].filter(Boolean);
}

/** The spot check's card; what is typed stays in `typed`. */
export function drawShown(words, typed) {
  const label = { dice: words.dice, fingerprint: words.fingerprint, sheets: words.sheets };
  Object.assign(label, { wrong: words.wrongSheets, many: words.drawMany, bundle: words.bundle });
  const shown = el(
    "div",
    { class: "answer", "aria-live": "polite" },
    typed.shown ? answer(words, typed) : null,
  );
  const field = (key) => {
    const keep = (event) => {
      typed[key] = event.target.value;
    };
    const input = {
      id: `draw-${key}`,
      value: typed[key],
      autocomplete: "off",
      spellcheck: "false",
      oninput: keep,
    };
    if (key !== "fingerprint") input.inputmode = "numeric";
    return el(
      "div",
      { class: `field ${key}` },
      el("label", { for: `draw-${key}` }, label[key]),
      el("input", input),
    );
  };
  const draw = (event) => {
    event.preventDefault();
    typed.shown = true;
    shown.replaceChildren(...answer(words, typed));
  };
  return el(
    "section",
    { class: "card", "aria-labelledby": "draw-title" },
    el("h2", { id: "draw-title" }, words.drawTitle),
    el("p", { class: "quiet" }, words.drawHint),
    el(
      "form",
      { onsubmit: draw },
      FIELDS.map(field),
      el("div", { class: "end" }, el("button", { type: "submit", class: "primary" }, words.draw)),
    ),
    shown,
  );
}
