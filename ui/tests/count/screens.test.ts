import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DeskView } from "../../src/bindings/DeskView";
import { session } from "../../src/frame/session.svelte";
import Desk from "../../src/rooms/count/desk/Desk.svelte";
import Difference from "../../src/rooms/count/rulings/Difference.svelte";
import * as api from "../../src/shell/api";
import { countToRule, DIFFERENCE, desk, frameAt } from "./fixtures";

const SEAT = { round: 1, pass: "second" as const, teller: "t1" };
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

function press(init: KeyboardEventInit): void {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
}

beforeEach(() => {
  session.frame = frameAt("second_keying");
  // The page of these tests has no layout.
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

describe("the keying desk on the screen", () => {
  async function sitDown(view: DeskView = desk()) {
    vi.spyOn(api, "deskView").mockResolvedValue(view);
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    const count = vi.spyOn(api, "countView");
    render(Desk, { seat: SEAT, onchange: () => undefined });
    await soon();
    press({ key: "Enter", code: "Enter" });
    await soon();
    return { perform, count };
  }

  it("takes thirty keys in one go, an input method swallowing them, and asks for no view in between", async () => {
    const { perform, count } = await sitDown();
    const asked = vi.mocked(api.deskView).mock.calls.length;
    for (let sheet = 0; sheet < 2; sheet += 1) {
      for (let row = 0; row < 12; row += 1) {
        press({ key: "Process", code: row % 2 === 0 ? "Digit1" : "Numpad2", isComposing: true });
      }
      press({ key: "Process", code: "Enter", isComposing: true });
    }
    for (let row = 0; row < 4; row += 1) press({ key: "1", code: "Digit1" });
    await soon();
    const sheets = perform.mock.calls.map(([command]) => command);
    const marks = Array.from({ length: 12 }, (_, row) => (row % 2 === 0 ? "for" : "against"));
    expect(sheets).toMatchObject([
      { room: "keying", command: { do: "key_sheet", sheet: 5, reading: [{ marks }] } },
      { room: "keying", command: { do: "key_sheet", sheet: 6, reading: [{ marks }] } },
    ]);
    expect(screen.getByRole("heading", { level: 1 }).textContent?.replaceAll(/\s/gu, "")).toBe(
      "第3捆第7张/10",
    );
    expect(document.querySelectorAll("td .mark")).toHaveLength(4);
    expect(vi.mocked(api.deskView).mock.calls.length).toBe(asked);
    expect(count).not.toHaveBeenCalled();
  });

  it("shows no mark on a new sheet", async () => {
    await sitDown();
    expect(document.querySelectorAll("td .mark")).toHaveLength(0);
  });

  it("keeps what was keyed when the room is left", async () => {
    const { perform } = await sitDown();
    press({ key: "1", code: "Digit1" });
    cleanup();
    await soon();
    expect(perform).toHaveBeenCalledWith(
      expect.objectContaining({ command: expect.objectContaining({ do: "pause_sheet", sheet: 5 }) }),
      "t1",
    );
  });
});

describe("the scrutineer's form on the screen", () => {
  it("has nothing chosen, and sends the differing rows as keyed", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    render(Difference, { view: countToRule(), difference: DIFFERENCE, onruled: () => undefined });
    expect(document.querySelectorAll('[aria-pressed="true"]')).toHaveLength(0);
    const confirm = screen.getByRole<HTMLButtonElement>("button", { name: /确认这一张/ });
    expect(confirm.disabled).toBe(true);
    screen.getByRole("radio", { name: "周建国" }).click();
    press({ key: "2", code: "Digit2" });
    press({ key: "0", code: "Numpad0" });
    await soon();
    expect(confirm.disabled).toBe(false);
    press({ key: "Enter", code: "Enter" });
    await soon();
    expect(perform).toHaveBeenCalledWith(
      {
        room: "ruling",
        command: {
          do: "rule_difference",
          round: 1,
          place: DIFFERENCE.place,
          rows: [
            { contest: 0, row: 2, mark: "against" },
            { contest: 0, row: 9, mark: "blank" },
          ],
          names: [],
        },
      },
      "j1",
    );
  });
});
