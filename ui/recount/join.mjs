// Joins the parts into the one page that needs nothing else: `npm run recount-page` writes assets/recount/recount.html.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const text = (name) => readFileSync(here(name), "utf8");

/** Each after those it needs. */
const PARTS = [
  "sha256",
  "json",
  "checking",
  "count-file",
  "count",
  "drawing",
  "journal",
  "rounds",
  "comparing",
  "opening",
  "value-words",
  "words",
  "elements",
  "show-count",
  "show-journal",
  "show-draw",
  "page",
];

/** A part without its imports and exports: in the page all of them stand in one place. */
function inPage(name) {
  return text(`${name}.js`)
    .replace(/^import [^;]*;\n/gm, "")
    .replace(/^export /gm, "")
    .trim();
}

const policyOf = (script, style) => {
  const hash = (of) => `'sha256-${createHash("sha256").update(of).digest("base64")}'`;
  const allowed = `script-src ${hash(script)}; style-src ${hash(style)}`;
  return `default-src 'none'; ${allowed}; base-uri 'none'; form-action 'none'`;
};

/** What stands around the style and the script. */
const around = (policy, style, script) => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>重新计票</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <noscript>这个网页要用 JavaScript 计票，浏览器没有让它运行。This page counts with JavaScript, which is switched off.</noscript>
    </main>
    <script>${script}</script>
  </body>
</html>
`;

/** The page, whole. */
export function joined() {
  const begin = 'if (typeof document !== "undefined") start();';
  const script = `\n"use strict";\n\n${PARTS.map(inPage).join("\n\n")}\n\n${begin}\n`;
  const style = `\n${text("page.css")}`;
  return around(policyOf(script, style), style, script);
}

export const PAGE = here("../../assets/recount/recount.html");

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, joined());
