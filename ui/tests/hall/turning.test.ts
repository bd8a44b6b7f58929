import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HallView, Picture, Turning } from "#ui/bindings";
import HallWindow from "#ui/hall-window/HallWindow.svelte";
import { nextTurn, pageAt } from "#ui/hall-window/turning.svelte";
import { answering } from "../shell";
import { hallView, PICTURES } from "./fixtures";

const since = "2026-01-16T10:00:00+08:00";
const pushed = Date.parse(since);
const pages = ["live-forty", "live", "options-long"].map((name) => PICTURES[name] as Picture);
const turning: Turning = { every: 8, since, pages };

describe("pages that turn by themselves", () => {
  it("begin with the one that was pushed, and come round again", () => {
    expect(
      [0, 7, 8, 16, 24, 31].map((seconds) =>
        pages.indexOf(pageAt(turning, pushed + seconds * 1000) as Picture),
      ),
    ).toEqual([0, 0, 1, 2, 0, 0]);
    expect(pageAt(turning, pushed - 60_000)).toBe(pages[0]);
    expect(nextTurn(turning, pushed + 9_000)).toBe(7_000);
  });

  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: pushed }));
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it("turn in the hall's window, keep their time while the count goes on, and leave no clock behind", async () => {
    let view: HallView = { ...hallView(pages[0] as Picture), turning };
    const shell = answering({ hall_view: () => view });
    const shown = render(HallWindow);
    const settle = async () => {
      await vi.advanceTimersByTimeAsync(0);
      await tick();
    };
    await settle();
    const subtitle = () =>
      shown.container.querySelector("header p")?.textContent?.replaceAll("\u2009", "") ?? "";
    expect(subtitle()).toContain("第4 / 4页");
    await vi.advanceTimersByTimeAsync(6_000);
    view = structuredClone(view);
    await shell.changed();
    await settle();
    expect(subtitle()).toContain("第4 / 4页");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(subtitle()).not.toContain("页");
    await vi.advanceTimersByTimeAsync(8_000);
    expect(subtitle()).toContain("第2 / 5页");
    view = hallView(PICTURES.live as Picture);
    await shell.changed();
    await settle();
    expect(vi.getTimerCount()).toBe(0);
  });
});
