import { describe, expect, it } from "vitest";
import type { Command, DeskView, KeyingCommand } from "#ui/bindings";
import { strokeOf } from "#ui/rooms/count/desk/keys";
import { DeskWork } from "#ui/rooms/count/desk/work.svelte";
import { desk, SELECTION } from "./fixtures";

const SEAT = { round: 1, pass: "second" as const, teller: "t1" };

/** A journal that answers when it is told to, and remembers what it was given. */
class Journal {
  readonly recorded: KeyingCommand[] = [];
  readonly heard: string[] = [];
  view: DeskView = desk();
  refusing: unknown = null;
  #waiting: (() => void)[] = [];
  slow = false;

  readonly ports = {
    view: async () => this.view,
    perform: async (command: Command) => {
      if (this.slow) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      if (this.refusing) throw this.refusing;
      if (command.room === "keying") this.recorded.push(command.command);
    },
    leave: () => this.heard.push("left"),
    sounds: { sheet: () => this.heard.push("sheet"), bundle: () => this.heard.push("bundle") },
  };

  async answerAll(): Promise<void> {
    this.slow = false;
    while (this.#waiting.length > 0) {
      this.#waiting.shift()?.();
      await settle();
    }
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

async function sat(journal: Journal): Promise<DeskWork> {
  const work = new DeskWork(SEAT, journal.ports);
  await work.load();
  work.resume();
  return work;
}

/** Types as a keyboard does; `⏎` is Enter. */
function type(work: DeskWork, keys: string): void {
  for (const key of keys) {
    const stroke = strokeOf(new KeyboardEvent("keydown", { key: key === "⏎" ? "Enter" : key }));
    if (stroke) work.press(stroke);
  }
}

describe("the desk", () => {
  it("loses no key of a burst, though the journal is slow", async () => {
    const journal = new Journal();
    const work = await sat(journal);
    journal.slow = true;
    type(work, "121111111112⏎+⏎1111111111--⏎222");
    expect(work.holding?.sheet).toBe(8);
    expect(work.sheet.sections[0]?.marks.slice(0, 4)).toEqual(["against", "against", "against", null]);
    await journal.answerAll();
    expect(
      journal.recorded.map((command) => (command.do === "key_sheet" ? command.sheet : command.do)),
    ).toEqual([5, 6, 7]);
    expect(journal.recorded[0]).toMatchObject({
      reading: [{ marks: ["for", "against", ...Array(9).fill("for"), "against"] }],
    });
  });

  it("keeps nothing of the sheet before, and is heard", async () => {
    const journal = new Journal();
    const work = await sat(journal);
    type(work, "+⏎");
    expect(work.sheet.sections[0]?.marks.every((mark) => mark === null)).toBe(true);
    expect(work.sheet.row).toBe(0);
    expect(journal.heard).toEqual(["sheet", "sheet"]);
  });

  it("stops after the last sheet and hands in only when told", async () => {
    const journal = new Journal();
    const work = await sat(journal);
    type(work, "+⏎".repeat(6));
    expect(work.stage).toBe("whole");
    expect(journal.heard.at(-1)).toBe("bundle");
    expect(journal.recorded.some((command) => command.do === "close_bundle")).toBe(false);
    type(work, "⏎");
    await settle();
    expect(journal.recorded.at(-1)).toEqual({
      do: "close_bundle",
      place: { round: 1, pass: "second", bundle: 3 },
    });
    expect(work.stage).toBe("bundles");
  });

  it("stops at the first sheet that was not recorded, and records nothing behind it", async () => {
    const journal = new Journal();
    const work = await sat(journal);
    journal.refusing = { kind: "failed", code: "disk_full", path: "" };
    type(work, "+⏎+⏎1");
    await settle();
    expect(work.stopped).toMatchObject({ sheet: 5, failure: { code: "disk_full" } });
    type(work, "222");
    expect(work.sheet.sections[0]?.marks.slice(0, 2)).toEqual(["for", null]);
    journal.refusing = null;
    await work.retry();
    expect(work.stopped).toBeNull();
    expect(journal.recorded.map((command) => "sheet" in command && command.sheet)).toEqual([5, 6]);
    expect(work.sheet.sections[0]?.marks[0]).toBe("for");
  });

  it("puts a sheet aside as it is, and takes it up at the same row", async () => {
    const journal = new Journal();
    const work = await sat(journal);
    type(work, "12");
    await work.pause();
    const kept = journal.recorded.at(-1);
    if (kept?.do !== "pause_sheet") throw new Error("nothing was kept");
    expect(kept.sheet).toBe(5);
    expect(work.stage).toBe("bundles");
    expect(journal.heard.at(-1)).toBe("left");
    journal.view = {
      ...desk(),
      in_hand: { bundle: 3, sheet: 5, sheets: 10, last: 10, whole: false, unfinished: kept.unfinished },
    };
    await work.load();
    work.resume();
    expect(work.sheet.row).toBe(2);
    expect(work.recallable).toBe(false);
    expect(work.sheet.sections[0]?.marks.slice(0, 3)).toEqual(["for", "against", null]);
  });

  it("is not left while what is on the sheet is not recorded", async () => {
    const journal = new Journal();
    const work = await sat(journal);
    type(work, "12");
    journal.refusing = { kind: "failed", code: "disk_full", path: "" };
    await work.pause();
    expect(work.stage).toBe("keying");
    expect(journal.heard).not.toContain("left");
  });

  it("calls back the last sheet as it was keyed, and keys typed meanwhile come after it", async () => {
    const journal = new Journal();
    const work = await sat(journal);
    journal.view = {
      ...desk(),
      in_hand: {
        bundle: 3,
        sheet: 4,
        sheets: 10,
        last: 10,
        whole: false,
        unfinished: {
          sections: [{ marks: SELECTION.rows.map(() => "for"), write_ins: [], doubt: null }],
          section: 0,
          row: 0,
        },
      },
    };
    work.press({ do: "recall" });
    type(work, "2");
    await settle();
    expect(journal.recorded.at(-1)).toMatchObject({ do: "recall_sheet", sheet: 4 });
    expect(work.holding?.sheet).toBe(4);
    expect(work.sheet.sections[0]?.marks.slice(0, 2)).toEqual(["against", "for"]);
  });

  it("asks before rows are lost by calling a sheet back", async () => {
    const journal = new Journal();
    const work = await sat(journal);
    type(work, "1");
    work.press({ do: "recall" });
    await settle();
    expect(work.said).toEqual({ say: "recall" });
    expect(journal.recorded).toEqual([]);
  });

  it("keeps an unfinished sheet when the desk is left, and only then", async () => {
    const journal = new Journal();
    const work = await sat(journal);
    await work.leave();
    expect(journal.recorded).toEqual([]);
    type(work, "1");
    expect(work.unsaved).toBe(true);
    await work.leave();
    expect(journal.recorded).toMatchObject([{ do: "pause_sheet", sheet: 5 }]);
  });
});
