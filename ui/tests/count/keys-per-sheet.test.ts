// How many keys a sheet takes at the desk, on the real components; the numbers are printed.
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Command, DeskContest, DeskView, SectionReading } from "#ui/bindings";
import { session } from "#ui/frame/session.svelte";
import Desk from "#ui/rooms/count/desk/Desk.svelte";
import * as api from "#ui/shell/api";
import { desk, ELECTION, EVALUATION, frameAt, PROJECTS, SELECTION } from "./fixtures";

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));
const NAMES = [
  { name: "王芳", initials: ["w", "f"] },
  { name: "王富贵", initials: ["w", "f", "g"] },
  { name: "曾毅", initials: ["cz", "y"] },
];
const CODES: Record<string, string> = {
  "+": "Equal",
  "-": "Minus",
  "⏎": "Enter",
  v: "ArrowDown",
  "^": "ArrowUp",
};
const KEYS: Record<string, string> = { "⏎": "Enter", v: "ArrowDown", "^": "ArrowUp" };

beforeEach(() => {
  session.frame = { ...frameAt("second_keying"), names: NAMES };
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

/** Presses one key where the focus is, as a keyboard does: into a text field it also types. */
async function press(key: string): Promise<void> {
  const target = document.querySelector("dialog[open] input:not([type])") ?? document.body;
  const event = new KeyboardEvent("keydown", {
    key: KEYS[key] ?? key,
    code: CODES[key] ?? "",
    bubbles: true,
    cancelable: true,
  });
  target.dispatchEvent(event);
  if (!event.defaultPrevented && key.length === 1 && target instanceof HTMLInputElement) {
    target.value += key;
    target.dispatchEvent(new Event("input", { bubbles: true }));
  }
  await soon();
}

/** Keys one sheet; returns what was recorded and how many keys it took. */
async function key(contests: DeskContest[], keys: string, pass: DeskView["pass"] = "second") {
  vi.spyOn(api, "deskView").mockResolvedValue({ ...desk(contests), pass });
  const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
  perform.mockClear();
  render(Desk, { seat: { round: 1, pass, teller: "t1" }, onchange: () => undefined });
  await soon();
  await press("⏎");
  for (const one of keys) await press(one);
  await soon();
  const commands: Command[] = perform.mock.calls.map(([command]) => command);
  const readings = commands.flatMap((it) =>
    it.room === "keying" && it.command.do === "key_sheet" ? [it.command.reading] : [],
  );
  cleanup();
  return { readings, keys: [...keys].length };
}

const marks = (reading: SectionReading[] | undefined) => reading?.map((section) => section.marks);

describe("keys per sheet", () => {
  it.each<[string, DeskContest[], string, number]>([
    ["12→10, all approved", [SELECTION], "+⏎", 2],
    ["12→10, typical: two against", [SELECTION], "vv2vvvv2+⏎", 12],
    ["4 candidates, one against and one written in", [ELECTION], "1112Wwfg⏎⏎", 12],
    ["4 candidates, written in by figure", [ELECTION], "1112Wwf1⏎", 12],
    ["10-row evaluation, one row lower", [{ ...EVALUATION, rows: PROJECTS.slice(0, 10) }], "vvv2+⏎", 10],
    [
      "10-row evaluation, every row its own grade",
      [{ ...EVALUATION, rows: PROJECTS.slice(0, 10) }],
      "1211311211⏎",
      11,
    ],
    ["motion, for", [{ ...SELECTION, rows: ["关于预算的决议"], seats: null }], "1⏎", 2],
    ["two sections on a sheet, all approved and all satisfied", [ELECTION, EVALUATION], "++⏎", 3],
  ])("%s", async (what, contests, keys, most) => {
    const first = await key(contests, keys, "first");
    const second = await key(contests, keys, "second");
    console.info(`${what}: ${first.keys} keys, in the second keying ${second.keys}`);
    expect(first.readings).toHaveLength(1);
    expect(second.readings).toEqual(first.readings);
    expect(second.keys / first.keys).toBeLessThanOrEqual(1);
    expect(first.keys).toBeLessThanOrEqual(most);
  });

  it("writes in the deputy chosen by initials, whichever reading a character has", async () => {
    const { readings } = await key([ELECTION], "1112Wzy⏎⏎");
    expect(readings[0]?.[0]?.write_ins).toEqual([{ name: "曾毅", mark: "for" }]);
    expect(marks(readings[0])).toEqual([["for", "for", "for", "against"]]);
  });

  it("writes in nobody while several deputies fit", async () => {
    const { readings } = await key([ELECTION], "1112Wwf⏎");
    expect(readings).toEqual([]);
  });

  it("writes in a name typed with an input method, and one without a symbol", async () => {
    const { readings } = await key([ELECTION], "1112W0外⏎⏎");
    expect(readings[0]?.[0]?.write_ins).toEqual([{ name: "外", mark: "blank" }]);
  });

  it("says which name would be lost before the sheet comes back", async () => {
    vi.spyOn(api, "deskView").mockResolvedValue({ ...desk([ELECTION]), pass: "second" });
    render(Desk, { seat: { round: 1, pass: "second", teller: "t1" }, onchange: () => undefined });
    await soon();
    for (const one of "⏎1112W0外") await press(one);
    const back = [...document.querySelectorAll("dialog[open] button")].at(-1);
    expect(back?.textContent).toContain("外");
    expect(back?.classList).not.toContain("primary");
  });
});
