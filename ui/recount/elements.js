// Elements made of texts, never of markup: what stands in a file is shown, not obeyed.

/** What would turn, hide or break the text around it, as its code point. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** A text of a file, with everything in it to be seen. */
export function visible(text) {
  return String(text).replace(UNSEEN, (sign) => `\\u{${sign.codePointAt(0).toString(16)}}`);
}

/** An element with attributes and children; texts become text. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null) element.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat(9)) {
    if (child !== null && child !== false) element.append(child);
  }
  return element;
}

/** A text of a file in a box of its own, whatever its direction. */
export function own(text) {
  return el("bdi", {}, visible(text));
}

/** A fingerprint in groups of four, as it is printed. */
export function grouped(fingerprint) {
  return (fingerprint.match(/.{1,4}/g) ?? []).join(" ");
}

/** A verdict: a sign, a word, and a colour beside them. */
export function verdict(good, text) {
  return el("p", { class: `verdict ${good ? "good" : "bad"}` }, `${good ? "✓" : "✗"} ${text}`);
}

/** Terms and what belongs to them. */
export function facts(pairs) {
  return el(
    "dl",
    { class: "facts" },
    pairs.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))),
  );
}

/** A table that a narrow window scrolls sideways. */
export function table(label, headings, rows) {
  const heads = headings.map(({ text, as }) => el("th", { scope: "col", class: as ?? null }, text));
  const scrolled = { class: "scroll", tabindex: "0", role: "group", "aria-label": label };
  const head = el("thead", {}, el("tr", {}, heads));
  return el("div", scrolled, el("table", {}, head, el("tbody", {}, rows)));
}
