// The next session from the last one, in the built page: it fits, and a keyboard is enough.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LastDeputy, LastLook } from "#ui/bindings";
import { look, recent } from "../next-fixtures";
import { browser, open, still, violations } from "./browser";

let chromium: Browser;
beforeAll(async () => {
  chromium = await browser();
});
afterAll(() => chromium?.close());

const names = ["买买提·艾力", "𬱖生", "欧阳若兰", "田富", "古丽娜尔·买买提江"];

function hall(): LastLook {
  const of = look();
  const one = of.deputies[0] as LastDeputy;
  const deputies = Array.from({ length: 58 }, (_, at) => ({
    deputy: {
      ...one.deputy,
      number: at + 1,
      name: names[at % names.length] ?? "",
      delegation: `第${(at % 6) + 1}代表团`,
    },
    role: at === 1 ? ("scrutineer" as const) : null,
  }));
  return { ...of, deputies };
}

describe("the next session from the last", () => {
  it.each([
    [1280, 800],
    [1366, 768],
  ] as const)("is asked for with the keyboard alone, %i by %i", async (width, height) => {
    const answers = {
      start_view: {
        recent: [recent],
        folder: "/home/office/文档/票决台",
        opened: null,
        failure: null,
      },
      look_at_last: hall(),
      begin_next: null,
    };
    const page = await open(chromium, "index.html", [width, height], answers);
    await page.getByRole("button", { name: /由上次会议建立/u }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await still(page);
    expect(await violations(page)).toEqual([]);
    // Enter that has just opened something rests for a moment.
    await page.waitForFunction(() => !document.documentElement.hasAttribute("data-settling"));
    await page.keyboard.press("Enter");
    await page.getByText(/^接续/u).waitFor();
    await page.getByText("添加新任代表").click();
    await still(page);
    expect(await violations(page)).toEqual([]);
    const make = page.getByRole("button", { name: /建立会议/u });
    const box = await make.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(height);
    const wide = await page.evaluate(() => {
      const dialog = document.querySelector("dialog");
      return dialog ? dialog.scrollWidth - dialog.clientWidth : 0;
    });
    expect(wide).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
