import { emit } from "@tauri-apps/api/event";
import { fireEvent, render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";
import type { Archived, CopiesView, FrameView, Verified } from "#ui/bindings";
import CopiesChip from "#ui/frame/CopiesChip.svelte";
import { session } from "#ui/frame/session.svelte";
import ArchiveRoom from "#ui/rooms/archive/ArchiveRoom.svelte";
import { answering, frameAt } from "./shell";

const sealed = { name: "苏文", at: "2026-01-16T18:05:00+08:00", reason: "会议闭幕" };
const start = { recent: [], folder: "/会议", opened: "/会议/青石镇.piaojue", failure: null };

function room(frame: FrameView, more: Record<string, (args: Record<string, unknown>) => unknown> = {}) {
  session.frame = frame;
  const shell = answering({
    frame_view: () => frame,
    papers_view: () => ({ papers: [], agenda: [] }),
    start_view: () => start,
    copies_view: () => null,
    ...more,
  });
  render(ArchiveRoom);
  return shell;
}

describe("sealing", () => {
  it("is asked once, with a reason, and the archive follows at once", async () => {
    const archived = { path: "/会议/存档.zip", files: 31, sha256: "ab".repeat(32) };
    const { asked } = room(frameAt("decision"), { write_archive: () => archived });
    await fireEvent.click(await screen.findByRole("button", { name: "封存…" }));
    const act = () => screen.getByRole<HTMLButtonElement>("button", { name: /封存，不再记录/ });
    expect(act().disabled).toBe(true);
    await fireEvent.click(screen.getByRole("button", { name: "会议闭幕，文书已印发齐全" }));
    await fireEvent.click(act());
    await screen.findByText(/存档已核对，31\s个文件/);
    const sent = asked
      .map(({ name }) => name)
      .filter((name) => name === "perform" || name === "write_archive");
    expect(sent).toEqual(["perform", "write_archive"]);
    expect(asked.find(({ name }) => name === "perform")?.args).toMatchObject({
      command: { room: "meeting", command: { do: "seal", reason: "会议闭幕，文书已印发齐全" } },
    });
  });

  it("is said where it was done, and how far the archive is", async () => {
    let written: (archived: Archived) => void = () => undefined;
    const writing = new Promise<Archived>((done) => {
      written = done;
    });
    room({ ...frameAt("decision"), sealed }, { write_archive: () => writing });
    await screen.findByText(/苏文于.*封存（会议闭幕）/);
    expect(screen.queryByRole("button", { name: "封存…" })).toBeNull();
    await fireEvent.click(screen.getByRole("button", { name: /写成存档/ }));
    await emit("archive-progress", { done: 3, of: 31 });
    await screen.findByText(/^正在写存档：3 \/ 31\s个文件$/);
    written({ path: "/文档/会议.zip", sha256: "5f".repeat(32), files: 31 });
    await screen.findByText(/会议\.zip/);
  });
});

describe("verifying", () => {
  const found: Verified = {
    entries: 120,
    head: "ab".repeat(32),
    wrong: null,
    back_in_time: [],
    papers: {
      same: 17,
      wrong: [],
      unchecked: [
        { paper: 3, title: "会议议程" },
        { paper: 4, title: "决定" },
      ],
    },
    rounds: [{ round: 1, title: "票决票", recount: "agrees" }],
    printed: null,
    last: null,
  };

  async function said(answer: Verified, typed = "") {
    const { asked } = room(frameAt("decision"), { verify: () => answer });
    await fireEvent.input(screen.getByLabelText(/印出的指纹/), { target: { value: typed } });
    await fireEvent.click(screen.getByRole("button", { name: "核验记录" }));
    await screen.findByText(/120\s?条记录前后相接/);
    expect(asked.find(({ name }) => name === "verify")?.args).toEqual({ printed: typed || null });
    return document.body.textContent.replaceAll(/\s/gu, "");
  }

  it("says no more than was looked at", async () => {
    const text = await said(found);
    expect(text).toContain("17件文书按当时的记录重新排出");
    expect(text).toContain("2件文书未核对");
    expect(text).toContain("会议议程、决定");
    expect(text).toContain("第1轮票决票：重新计票与核定结果一致");
    expect(text).toContain("没有与印出的指纹核对：前后相接不等于未被改动");
    expect(text).not.toContain("条未被改动");
  });

  it("says that nothing was changed only of what a printed fingerprint stands for", async () => {
    const text = await said({ ...found, printed: { printed: "of", entry: 97 } }, "abcd 1234");
    expect(text).toContain("第1至97条未被改动");
  });

  it("names what is wrong", async () => {
    const wrong = { ...found.papers, wrong: [{ paper: 9, title: "公告" }] };
    const rounds = [{ round: 1, title: "票决票", recount: "differs" as const }];
    const text = await said({ ...found, papers: wrong, rounds, printed: { printed: "of_none" } });
    expect(text).toContain("不是按当时的记录排出的文书：公告");
    expect(text).toContain("重新计票与核定结果不一致");
    expect(text).toContain("这不是当时的记录");
  });
});

const standing: CopiesView = {
  folder: "/优盘/副本",
  same_disk: false,
  at: "2026-01-16T15:20:00+08:00",
  behind: false,
  trouble: null,
};

describe("the copies in the second place", () => {
  const cases: [string, CopiesView, RegExp | null][] = [
    ["fresh, with the hour", standing, /^副本 \d\d:\d\d$/],
    ["behind", { ...standing, behind: true }, /^正在存副本$/],
    ["gone, whatever was copied before", { ...standing, trouble: { code: "gone" } }, /^副本优盘不在$/],
    ["another stick", { ...standing, behind: true, trouble: { code: "other" } }, /^插的是别的优盘$/],
    ["on the disk of the session itself", { ...standing, same_disk: true }, /^副本在同一磁盘$/],
    ["nothing to copy yet", { ...standing, at: null }, /^副本优盘在$/],
    ["no place chosen", { ...standing, folder: null, at: null }, null],
  ];
  for (const [what, now, words] of cases) {
    it(`stand on top: ${what}`, async () => {
      answering({ copies_view: () => now });
      const { container } = render(CopiesChip);
      if (words) await screen.findByText(words);
      else await tick();
      expect(container.querySelectorAll(".chip").length).toBe(words ? 1 : 0);
    });
  }

  it("are asked for again when they stand otherwise", async () => {
    let now = standing;
    answering({ copies_view: () => now });
    render(CopiesChip);
    await screen.findByText(/^副本 /);
    now = { ...standing, trouble: { code: "full" } };
    await emit("copies-changed");
    const chip = await screen.findByText("副本优盘满了");
    expect(chip.title).toContain("腾出空间");
  });

  it("go where the user chooses, and say when that is the session's own disk", async () => {
    let now: CopiesView = { ...standing, folder: null, at: null };
    const { asked } = room(frameAt("open"), {
      copies_view: () => now,
      choose_copies: () => {
        now = { ...standing, same_disk: true };
        return now;
      },
    });
    await fireEvent.click(await screen.findByRole("button", { name: "选择存到哪里…" }));
    await screen.findByText("/优盘/副本");
    expect(screen.getByText(/在同一个磁盘上/)).toBeTruthy();
    expect(asked.some(({ name, args }) => name === "choose_copies" && args.language === "zh")).toBe(true);
  });
});
