import { emit } from "@tauri-apps/api/event";
import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { ChecklistView } from "#ui/bindings";
import ChecklistDialog from "#ui/frame/ChecklistDialog.svelte";
import { Finder } from "#ui/frame/finder.svelte";
import GuideCard from "#ui/frame/GuideCard.svelte";
import { guide } from "#ui/frame/guide.svelte";
import { helpFound, helpPages } from "#ui/frame/help-page.svelte";
import KeysDialog from "#ui/frame/KeysDialog.svelte";
import { keysPage } from "#ui/frame/keys-page.svelte";
import { navigation } from "#ui/frame/navigation.svelte";
import Rail from "#ui/frame/Rail.svelte";
import SearchField from "#ui/frame/SearchField.svelte";
import { session } from "#ui/frame/session.svelte";
import TopBar from "#ui/frame/TopBar.svelte";
import Page from "#ui/hall-window/Page.svelte";
import ArchiveRoom from "#ui/rooms/archive/ArchiveRoom.svelte";
import Simulate from "#ui/rooms/count/desk/Simulate.svelte";
import { language, t } from "#ui/text/index.svelte";
import { hallView, PICTURES } from "./hall/fixtures";
import { answering, frameAt, label } from "./shell";

const rehearsed = () => ({ ...frameAt("first_keying"), rehearsal: true });

describe("a rehearsal", () => {
  it("says so over every room, and is thrown away once that was asked", async () => {
    session.frame = rehearsed();
    const { asked } = answering({ discard_rehearsal: () => null, frame_view: () => null });
    render(TopBar);
    expect(screen.getByText(t().rehearsal.strip)).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", { name: /^丢弃演练/ }));
    expect(asked.some(({ name }) => name === "discard_rehearsal")).toBe(false);
    await fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: /^丢弃/ }));
    await screen.findByText("尚未命名的会议");
    expect(asked.some(({ name }) => name === "discard_rehearsal")).toBe(true);
  });

  it("leaves a real session without the strip", () => {
    session.frame = frameAt("first_keying");
    answering({});
    render(TopBar);
    expect(screen.queryByText(t().rehearsal.strip)).toBeNull();
  });

  it("is made from the archive in the secretary's name, and has no archive of its own", async () => {
    const answers = {
      frame_view: () => frameAt("open"),
      papers_view: () => ({ papers: [], agenda: [] }),
      start_view: () => ({ recent: [], folder: "/会议", opened: "/会议/青石镇.piaojue", failure: null }),
      copies_view: () => null,
      rehearse: () => null,
    };
    session.frame = frameAt("open");
    const { asked } = answering(answers);
    const { unmount } = render(ArchiveRoom);
    await fireEvent.click(await screen.findByRole("button", { name: "做一份演练" }));
    await expect
      .poll(() => asked.find(({ name }) => name === "rehearse")?.args)
      .toEqual({ actor: "secretary-1" });
    unmount();
    session.frame = rehearsed();
    render(ArchiveRoom);
    for (const name of ["做一份演练", "封存…"]) expect(screen.queryByRole("button", { name })).toBeNull();
  });

  it.each(Object.keys(PICTURES))("stands beside the picture in the hall: %s", (name) => {
    const view = { ...hallView(PICTURES[name] as never), rehearsal: true };
    const { container } = render(Page, { view, shape: "wide" });
    expect(container.querySelectorAll(".rehearsal")).toHaveLength(2);
  });

  it("has a pass keyed by the program, and says what is left", async () => {
    session.frame = rehearsed();
    let ended: (made: { done: number; of: number }) => void = () => undefined;
    const made = new Promise<{ done: number; of: number }>((end) => {
      ended = end;
    });
    const { asked } = answering({ simulate_keying: () => made, stop_simulating: () => null });
    const figures = { round: 1, label: label("票决票"), issued: 56, returned: 56, first: 0, second: 56 };
    render(Simulate, { figures });
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "代录复录" }).disabled).toBe(true);
    await fireEvent.click(screen.getByRole("button", { name: "代录首录" }));
    await emit("simulation-progress", { done: 2, of: 6 });
    await screen.findByText(/2 \/ 6\s捆，还剩\s4\s捆/u);
    await fireEvent.click(screen.getByRole("button", { name: t().rehearsal.simulate.stop }));
    ended({ done: 3, of: 6 });
    await expect.poll(() => session.done).toMatch(/第\s3\s捆，还剩\s3\s捆/u);
    expect(asked.map(({ name }) => name)).toContain("stop_simulating");
    expect(asked.find(({ name }) => name === "simulate_keying")?.args).toEqual({
      round: 1,
      pass: "first",
      slips: 5,
    });
  });
});

describe("the guide", () => {
  it("tells the step the day has come to, leads there, and ends", async () => {
    session.frame = rehearsed();
    answering({});
    guide.begin();
    render(Rail);
    render(GuideCard);
    expect(screen.getByText(t().guide.steps.first_keying)).toBeTruthy();
    const count = screen.getByRole("button", { name: "计票" });
    await expect.poll(() => count.hasAttribute("data-pointed")).toBe(true);
    await fireEvent.click(screen.getByRole("button", { name: t().guide.go }));
    expect(navigation.room).toBe("count");
    await expect.poll(() => count.hasAttribute("data-pointed")).toBe(false);
    session.frame = { ...rehearsed(), steps: frameAt("rule").steps };
    await screen.findByText(t().guide.steps.rule);
    await fireEvent.click(screen.getByRole("button", { name: t().guide.end }));
    expect(guide.on).toBe(false);
  });
});

describe("the help", () => {
  it("opens on the screen it is asked on, and finds words anywhere in it", async () => {
    session.frame = frameAt("open");
    answering({});
    render(KeysDialog);
    keysPage.open([]);
    const search = await screen.findByRole("searchbox", { name: t().help.search });
    await fireEvent.input(search, { target: { value: "存疑" } });
    expect(screen.getByText(t().help.pages.keying.title)).toBeTruthy();
    expect(screen.queryByText(t().help.pages.observers.title)).toBeNull();
    await fireEvent.input(search, { target: { value: "<b>" } });
    expect(screen.getByText(t().help.found(0))).toBeTruthy();
  });

  it.each(["zh", "en"] as const)("has a title and something to read on every page: %s", (which) => {
    language.choose(which);
    for (const page of helpPages()) {
      const { title, lines } = t().help.pages[page];
      expect(title.length, page).toBeGreaterThan(0);
      expect(lines.length, page).toBeGreaterThan(0);
      expect(helpFound(title)).toContain(page);
    }
  });
});

describe("a list", () => {
  it("is searched with Ctrl+F, wherever the hand is", async () => {
    answering({});
    render(SearchField, { finder: new Finder(() => []), found: 0, all: 0 });
    await fireEvent.keyDown(document.body, { key: "f", ctrlKey: true });
    expect(document.activeElement).toBe(screen.getByRole("searchbox"));
  });
});

describe("the checklists", () => {
  const view: ChecklistView = {
    ballot: "票决票",
    lists: [
      {
        when: "count",
        checks: [
          { check: "zero", done: true },
          { check: "report", done: false },
          { check: "report_signed", done: null },
        ],
      },
    ],
  };

  it("tick themselves where the record knows, and let a person tick the rest", async () => {
    localStorage.removeItem("piaojue.ticks");
    session.frame = { ...frameAt("report"), title: "青石镇会议" };
    answering({ checklist_view: () => view });
    const { unmount } = render(ChecklistDialog, { onclose: () => undefined });
    const words = t().checklist;
    expect((await screen.findByText(words.checks.zero)).textContent).toContain(words.done);
    expect(screen.getByText(words.checks.report).textContent).toContain(words.open);
    const box = () => screen.getByRole<HTMLInputElement>("checkbox", { name: words.checks.report_signed });
    expect(screen.getAllByRole("checkbox")).toHaveLength(1);
    await fireEvent.click(box());
    unmount();
    render(ChecklistDialog, { onclose: () => undefined });
    await screen.findByText(words.checks.zero);
    expect(box().checked).toBe(true);
  });
});
