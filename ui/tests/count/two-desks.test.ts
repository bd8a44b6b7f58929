// Two desks: bundles go out in a file, are called back or brought back; a file that went out shows the desk and nothing else.
import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import App from "#ui/App.svelte";
import type { DeskView } from "#ui/bindings";
import { session } from "#ui/frame/session.svelte";
import { done } from "#ui/rooms/away/done.svelte";
import Desk from "#ui/rooms/count/desk/Desk.svelte";
import * as api from "#ui/shell/api";
import { answering, plain, quiet } from "../shell";
import { deskWithLoans, frameAt, frameAway, freeDesk, HEAD } from "./fixtures";

const SEAT = { round: 1, pass: "second" as const, teller: "t1" };
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));
const button = (name: RegExp | string) => screen.getByRole<HTMLButtonElement>("button", { name });
const shown = () => plain(document.body.textContent);

beforeEach(() => {
  session.putAway();
  done.closed = null;
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await quiet();
});

async function sitDown(view: DeskView) {
  session.frame = frameAt("second_keying");
  vi.spyOn(api, "deskView").mockResolvedValue(view);
  render(Desk, { seat: SEAT, onchange: () => undefined });
  await soon();
}

describe("bundles go to another computer", () => {
  it("only those that are chosen, in order, by the teller at the desk", async () => {
    const lend = vi.spyOn(api, "lendBundles").mockResolvedValue({ path: "/media/usb/外录.piaojue" });
    await sitDown(freeDesk());
    button("带到另一台电脑录入").click();
    await soon();
    expect(button(/写到文件/u).disabled).toBe(true);
    for (const name of [/第\s*5\s*捆/u, /第\s*3\s*捆/u]) screen.getByRole("checkbox", { name }).click();
    await soon();
    button(/写到文件/u).click();
    await soon();
    expect(lend).toHaveBeenCalledWith({ round: 1, pass: "second", bundles: [3, 5] }, "t1");
    expect(session.done).toContain("/media/usb/外录.piaojue");
  });

  it("and nothing is said to have gone where the dialog was cancelled or the stick is full", async () => {
    vi.spyOn(api, "lendBundles")
      .mockResolvedValueOnce(null)
      .mockRejectedValue({ kind: "failed", code: "disk_full", path: "" });
    await sitDown(freeDesk());
    button("带到另一台电脑录入").click();
    await soon();
    button("全选").click();
    await soon();
    button(/写到文件/u).click();
    await soon();
    expect(session.done).toBeNull();
    button(/写到文件/u).click();
    await soon();
    expect(shown()).toContain("磁盘空间不足");
  });

  it("come back after the fingerprint was compared, not before", async () => {
    const file = { path: "/media/usb/外录.piaojue", loan: 1, entries: 47, head: HEAD };
    vi.spyOn(api, "readLoan").mockResolvedValue(file);
    const bringBack = vi.spyOn(api, "bringBack").mockResolvedValue(null);
    await sitDown(deskWithLoans());
    expect(shown()).toMatch(/第4捆\s*孙丽/u);
    button(/取回…/u).click();
    await soon();
    expect(shown()).toContain(HEAD);
    expect(button("取回").disabled).toBe(true);
    screen.getByRole("checkbox", { name: /逐组核对/u }).click();
    await soon();
    button("取回").click();
    await soon();
    expect(bringBack).toHaveBeenCalledWith(1, file.path, HEAD, "t1");
    expect(plain(session.done ?? "")).toContain("第3捆已取回");
  });

  it("say why a file cannot come back, and its entry where it was changed", async () => {
    vi.spyOn(api, "readLoan").mockRejectedValue({ kind: "failed", code: "loan_damaged", entry: 9 });
    await sitDown(deskWithLoans());
    button(/取回…/u).click();
    await soon();
    expect(shown()).toContain("第9条记录被改动过");
  });

  it("are called back by a scrutineer where they are another teller's", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    await sitDown(deskWithLoans());
    screen.getAllByRole("button", { name: "收回作废" })[1]?.click();
    await soon();
    screen.getByRole("radio", { name: /周建国/u }).click();
    button("优盘丢失").click();
    await soon();
    screen.getAllByRole("button", { name: "收回作废" }).at(-1)?.click();
    await soon();
    const command = { do: "call_back" as const, loan: 2, reason: "优盘丢失" };
    expect(perform).toHaveBeenCalledWith({ room: "lent", command }, "j1");
  });
});

describe("a file that went out", () => {
  async function opened(finished: boolean) {
    let frame: unknown = frameAway(finished);
    answering({
      frame_view: () => {
        if (frame === null) throw new Error("closed");
        return frame;
      },
      desk_view: () => freeDesk(),
      verify: () => ({ entries: 47, head: HEAD, wrong: null }),
      close_session: () => {
        frame = null;
        return null;
      },
      start_view: () => ({ recent: [], folder: "", opened: null, failure: null }),
    });
    render(App);
    await soon();
    await soon();
  }

  it("shows the desk, no other room and no way to lend on", async () => {
    await opened(false);
    expect(screen.queryByRole("navigation")).toBeNull();
    button(/坐下录入/u).click();
    await soon();
    await soon();
    expect(shown()).toContain("领取第3捆");
    for (const name of ["带到另一台电脑录入", "换人或换次", "退回重录"]) {
      expect(screen.queryByRole("button", { name })).toBeNull();
    }
  });

  it("shows its fingerprint when it is done, and keeps it after it was closed", async () => {
    await opened(true);
    expect(shown()).toContain(HEAD);
    button(/关闭文件/u).click();
    await soon();
    await soon();
    expect(session.frame).toBeNull();
    expect(shown()).toContain(HEAD);
    document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, key: "Enter" }));
    await soon();
    expect(shown()).toContain(HEAD);
    button("主机已取回，返回开始页").click();
    await soon();
    expect(shown()).not.toContain(HEAD);
  });
});
