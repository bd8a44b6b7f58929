import { describe, expect, it } from "vitest";
import type { Unfinished } from "#ui/bindings";
import type { Stroke } from "#ui/rooms/count/desk/keys";
import {
  emptySheet,
  isTouched,
  type Pressed,
  press,
  rowsSet,
  withDoubt,
  withWriteIns,
} from "#ui/rooms/count/desk/sheet";
import { ELECTION, EVALUATION, SELECTION } from "./fixtures";

const NAMED: Record<string, Stroke> = {
  "+": { do: "rest", with: "first" },
  "-": { do: "rest", with: "blank" },
  "^": { do: "up" },
  v: { do: "down" },
  "<": { do: "back" },
  x: { do: "clear" },
  "?": { do: "doubt" },
  W: { do: "write_in" },
  "⏎": { do: "end" },
};

/** Keys a sheet; every character is one stroke. */
function key(strokes: string, contests = [SELECTION], from?: Unfinished): Pressed {
  let pressed: Pressed = { sheet: from ?? emptySheet(contests), answer: { say: "nothing" } };
  for (const stroke of strokes) {
    pressed = press(pressed.sheet, contests, NAMED[stroke] ?? { do: "mark", key: stroke });
  }
  return pressed;
}

const marks = (pressed: Pressed, section = 0) => pressed.sheet.sections[section]?.marks;

describe("keying a sheet", () => {
  it("begins with no mark at all", () => {
    const sheet = emptySheet([SELECTION, EVALUATION]);
    expect(sheet.sections.flatMap((section) => section.marks).every((mark) => mark === null)).toBe(true);
    expect(isTouched(sheet)).toBe(false);
  });

  it("gives the row its meaning in the order of the symbol map and goes down", () => {
    const keyed = key("120/");
    expect(marks(keyed)?.slice(0, 5)).toEqual(["for", "against", "blank", "illegible", null]);
    expect(keyed.sheet.row).toBe(4);
  });

  it("keys grades and several marks in one row on an evaluation only", () => {
    expect(marks(key("13*", [EVALUATION]))).toEqual([0, 2, "multiple"]);
    const refused = key("*");
    expect(refused.answer).toEqual({ say: "no_such_key", key: "*" });
    expect(marks(refused)?.[0]).toBeNull();
    expect(refused.sheet.row).toBe(0);
  });

  it("sets no row for a key that means nothing here", () => {
    expect(marks(key("3"))?.every((mark) => mark === null)).toBe(true);
  });

  it("goes back and clears", () => {
    const back = key("12<");
    expect(marks(back)?.slice(0, 2)).toEqual(["for", null]);
    expect(back.sheet.row).toBe(1);
    expect(marks(key("1<<"))?.[0]).toBeNull();
  });

  it("moves without marking, and marks where it stands", () => {
    const moved = key("11^^2");
    expect(marks(moved)?.slice(0, 3)).toEqual(["against", "for", null]);
    expect(marks(key("1v2"))?.slice(0, 3)).toEqual(["for", null, "against"]);
    expect(key("^").sheet.row).toBe(0);
  });

  it("clears a row in place", () => {
    expect(marks(key("12^x"))?.slice(0, 2)).toEqual(["for", null]);
  });

  it("fills the rows not yet set, with the first meaning or with blank", () => {
    expect(marks(key("2+"))).toEqual(["against", ...Array(11).fill("for")]);
    expect(marks(key("1-"))).toEqual(["for", ...Array(11).fill("blank")]);
  });

  it("takes two keys for an all-approved sheet", () => {
    const done = key("+⏎");
    expect(done.answer).toEqual({ say: "complete", reading: [{ marks: Array(12).fill("for") }] });
  });

  it("says how many rows are missing at the end and jumps to the first", () => {
    const ended = key("1v11⏎");
    expect(ended.answer).toEqual({ say: "missing", rows: 9 });
    expect(ended.sheet.row).toBe(1);
  });

  it("never marks below the last row", () => {
    const end = key("111111111111");
    expect(end.sheet.row).toBe(12);
    expect(key("2", [SELECTION], end.sheet).answer).toEqual({ say: "all_set" });
    expect(marks(key("2", [SELECTION], end.sheet))?.[11]).toBe("for");
  });

  it("goes on from section to section, and fills only the present one", () => {
    const both = [ELECTION, EVALUATION];
    const first = key("+", both);
    expect(marks(first, 0)).toEqual(Array(4).fill("for"));
    expect(marks(first, 1)).toEqual([null, null, null]);
    expect([first.sheet.section, first.sheet.row]).toEqual([1, 0]);
    expect(key("+12", both).sheet.row).toBe(2);
    expect(key("+<", both).sheet.section).toBe(0);
    expect(key("+123⏎", both).answer).toEqual({
      say: "complete",
      reading: [{ marks: Array(4).fill("for") }, { marks: [0, 1, 2] }],
    });
  });

  it("asks for a written-in name only where there can be one", () => {
    expect(key("W", [ELECTION]).answer).toEqual({ say: "ask_write_in", section: 0 });
    expect(key("W").answer).toEqual({ say: "no_write_ins" });
  });

  it("asks for the name below the rows just keyed, not in the section that follows", () => {
    const both = [ELECTION, EVALUATION];
    expect(key("1112W", both).answer).toEqual({ say: "ask_write_in", section: 0 });
    expect(key("1112^W", both).answer).toEqual({ say: "ask_write_in", section: 0 });
    expect(key("11121W", both).answer).toEqual({ say: "no_write_ins" });
    expect(key("1112W", [ELECTION, ELECTION]).answer).toEqual({ say: "ask_write_in", section: 0 });
    expect(key("11122W", [ELECTION, ELECTION]).answer).toEqual({ say: "ask_write_in", section: 1 });
    expect(key("W", [ELECTION]).answer).toEqual({ say: "ask_write_in", section: 0 });
  });

  it("goes on after a pause at the very row of the very section, with the names written in", () => {
    const both = [ELECTION, EVALUATION];
    const left = withWriteIns(key("11122", both).sheet, 0, [{ name: "钱进", mark: "for" }]);
    const kept = JSON.parse(JSON.stringify(left)) as Unfinished;
    expect([kept.section, kept.row]).toEqual([1, 1]);
    expect(key("13⏎", both, kept).answer).toEqual({
      say: "complete",
      reading: [
        { marks: ["for", "for", "for", "against"], write_ins: [{ name: "钱进", mark: "for" }] },
        { marks: [1, 0, 2] },
      ],
    });
  });

  it("keeps doubts and names in the reading", () => {
    let sheet = key("1112", [ELECTION]).sheet;
    sheet = withWriteIns(sheet, 0, [{ name: "钱进", mark: "for" }]);
    sheet = withDoubt(sheet, 0, " 涂改 ");
    expect(key("⏎", [ELECTION], sheet).answer).toEqual({
      say: "complete",
      reading: [
        {
          marks: ["for", "for", "for", "against"],
          write_ins: [{ name: "钱进", mark: "for" }],
          doubt: "涂改",
        },
      ],
    });
    expect(withDoubt(sheet, 0, " ").sections[0]?.doubt).toBeNull();
  });

  it("goes on after a pause at the very row it was left", () => {
    const left = key("12v").sheet;
    const kept = JSON.parse(JSON.stringify(left)) as Unfinished;
    expect(kept.row).toBe(3);
    expect(marks(key("1", [SELECTION], kept))?.slice(0, 4)).toEqual(["for", "against", null, "for"]);
  });

  it("needs at most twelve keys for a typical sheet of 12 to 10", () => {
    const typical = "vv2vvvv2^+⏎";
    expect(typical.length).toBeLessThanOrEqual(12);
    const done = key(typical);
    expect(done.answer.say).toBe("complete");
    expect(rowsSet(done.sheet)).toEqual({ set: 12, rows: 12 });
  });

  it("changes nothing of the sheet it was given", () => {
    const before = emptySheet([SELECTION]);
    press(before, [SELECTION], { do: "mark", key: "1" });
    expect(isTouched(before)).toBe(false);
  });
});
