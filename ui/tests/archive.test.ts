import { emit } from "@tauri-apps/api/event";
import { fireEvent, render, screen } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { FrameView } from "#ui/bindings";
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
    room({ ...frameAt("decision"), sealed }, { write_archive: () => new Promise(() => {}) });
    await screen.findByText(/苏文于.*封存（会议闭幕）/);
    expect(screen.queryByRole("button", { name: "封存…" })).toBeNull();
    await fireEvent.click(screen.getByRole("button", { name: /写成存档/ }));
    await emit("archive-progress", { done: 3, of: 31 });
    await screen.findByText(/^正在写存档：3 \/ 31\s个文件$/);
  });
});
