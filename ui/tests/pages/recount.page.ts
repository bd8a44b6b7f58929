// The recount page as people open it: one file from a folder, without a server and without a network.
import { mkdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FILE, HOSTILE, JOURNAL, RESULT } from "../recount/files";
import { browser, violations } from "./browser";

const PAGE = pathToFileURL(resolve("../assets/recount/recount.html")).href;
/** A folder for pictures, to be looked at. */
const ALBUM = process.env.RECOUNT_ALBUM;
const SIZES = [
  [1366, 768],
  [1920, 1080],
] as const;

let chromium: Browser;
beforeAll(async () => {
  chromium = await browser();
});
afterAll(() => chromium?.close());

interface Opened {
  page: Page;
  asked: string[];
  wrong: string[];
}

/** Opens the page; what it asks of a network and what goes wrong in it is written down. */
async function open(
  locale: string,
  [width, height]: readonly [number, number] = [1366, 768],
): Promise<Opened> {
  const context = await chromium.newContext({ locale, viewport: { width, height }, bypassCSP: false });
  const page = await context.newPage();
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (said) => said.type() === "error" && wrong.push(said.text()));
  await page.goto(PAGE);
  return { page, asked, wrong };
}

const named = (name: string, text: string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(text),
});

async function give(page: Page, ...files: ReturnType<typeof named>[]) {
  await page.setInputFiles("#files", files);
  await page
    .getByText(files[files.length - 1]?.name ?? "")
    .first()
    .waitFor();
}

async function picture(page: Page, name: string) {
  if (!ALBUM) return;
  mkdirSync(ALBUM, { recursive: true });
  await page.screenshot({ path: `${ALBUM}/${name}.png`, fullPage: true });
}

/** axe comes in beside the page's policy, as an extension would. */
async function against(page: Page): Promise<string[]> {
  const axe = readFileSync(resolve("node_modules/axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  return violations(page);
}

describe.each(["zh-CN", "en-GB"])("the recount page in %s", (locale) => {
  it.each(SIZES)(
    "shows a count, a journal and a drawing at %i × %i, with nothing against axe",
    async (...size) => {
      const { page, asked, wrong } = await open(locale, size);
      await picture(page, `empty-${locale}-${size[0]}`);
      await give(page, named("甲.count.json", FILE), named("乙.jsonl", JOURNAL));
      await page.getByLabel(/掷出的数字|Figures thrown/).fill("351 624");
      await page.getByLabel(/抽几张|Sheets to draw/).fill("2");
      await page.getByRole("button", { name: /算出抽哪些票|Show what is drawn/ }).click();
      await picture(page, `open-${locale}-${size[0]}`);
      expect(await against(page)).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect({ sideways, asked, wrong }).toEqual({ sideways: false, asked: [PAGE], wrong: [] });
      await page.close();
    },
  );
});

describe("files on the page", () => {
  it("holds a result against the sheets, and says what differs", async () => {
    const { page } = await open("zh-CN");
    await give(page, named("甲.count.json", FILE), named("结果.json", RESULT));
    expect(await page.getByText("✓ 一致").count()).toBeGreaterThan(3);
    await page.getByRole("button", { name: "关闭 结果.json" }).click();
    await give(page, named("改过.json", RESULT.replace('"for":2', '"for":3')));
    expect(await page.getByText("✗ 不一致：记的是 3 / 0 / 0 / 0").count()).toBe(1);
    await page.close();
  });

  it("takes a file that is dropped on it", async () => {
    const { page } = await open("zh-CN");
    const dropped = await page.evaluateHandle((text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], "甲.count.json"));
      return files;
    }, FILE);
    await page.dispatchEvent("main", "drop", { dataTransfer: dropped });
    await page.getByText("从3张票逐张数出").waitFor();
    await page.close();
  });

  it("shows hostile texts and runs nothing of them", async () => {
    const { page, wrong } = await open("en-GB");
    await give(page, named("<img src=x onerror=alert(1)>.json", HOSTILE));
    const text = await page.textContent("main");
    expect(text).toContain("<script>document.title=1</script>");
    expect(text).toContain("\\u{202e}");
    expect(await page.locator("main img, main script").count()).toBe(0);
    expect([await page.title(), wrong]).toEqual(["Recount", []]);
    await picture(page, "hostile");
    await page.close();
  });

  it("does not run once its script was changed", async () => {
    const { page, wrong } = await open("zh-CN");
    await page.setContent(
      readFileSync(resolve("../assets/recount/recount.html"), "utf8").replace("2n * ", "3n * "),
    );
    expect(await page.getByRole("button").count()).toBe(0);
    expect(wrong.join()).toContain("Content Security Policy");
    await page.close();
  });
});
