// The built pages in Chromium, with a shell that answers from given views. No server and no network: every file comes from dist.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const HOUSE = "http://house.test";
const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];
const KINDS: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Opens the browser of the system. */
export function browser(): Promise<Browser> {
  const folders = (process.env.PATH ?? "").split(":");
  const found = BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (!found) throw new Error("Chromium is missing: apt-get install chromium");
  return chromium.launch({
    executablePath: found,
    args: ["--no-sandbox", "--disable-gpu", "--disable-sync"],
  });
}

type Answers = Record<string, unknown>;

/** Opens one of the two pages, of a size; commands are answered with these views. */
export async function open(
  of: Browser,
  page: "index.html" | "hall.html",
  [width, height]: readonly [number, number],
  answers: Answers,
): Promise<Page> {
  const context = await of.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  const opened = await context.newPage();
  await opened.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    const file = url.origin === HOUSE ? join("dist", url.pathname) : "";
    if (!existsSync(file)) return route.abort();
    return route.fulfill({ contentType: KINDS[extname(file)] ?? "", body: await readFile(file) });
  });
  await opened.addInitScript(shell, answers);
  await opened.goto(`${HOUSE}/${page}`);
  return opened;
}

/** What stands in for the shell in the page: it answers, and can tell that something has changed. */
function shell(answers: Answers) {
  let callbacks: ((event: unknown) => void)[] = [];
  const answer = async (name: string, args: { handler?: number } | undefined) => {
    if (name === "plugin:event|listen") return args?.handler;
    if (name in answers) return answers[name];
    return Promise.reject({ kind: "no_session" });
  };
  Object.assign(window, {
    __TAURI_INTERNALS__: {
      invoke: answer,
      transformCallback: (callback: (event: unknown) => void) => callbacks.push(callback) - 1,
      unregisterCallback: () => undefined,
      metadata: { currentWindow: { label: "operator" }, currentWebview: { label: "operator" } },
    },
    __TAURI_EVENT_PLUGIN_INTERNALS__: { unregisterListener: () => undefined },
    becomes: (fresh: Answers) => {
      Object.assign(answers, fresh);
      for (const callback of callbacks) callback({ event: "session-changed", id: 0, payload: null });
    },
  });
  callbacks = [];
}

/** Tells a page that its views are others now, and waits until it stands still. */
export async function becomes(page: Page, answers: Answers): Promise<void> {
  await page.evaluate(
    (fresh) => (window as unknown as { becomes: (fresh: Answers) => void }).becomes(fresh),
    answers,
  );
  await still(page);
}

/** Waits until the page is painted. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise((painted) => requestAnimationFrame(painted));
  });
}

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Returns what axe finds wrong with the page, a line each. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ path: AXE });
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const found = await axe.run(document, { resultTypes: ["violations"] });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}
