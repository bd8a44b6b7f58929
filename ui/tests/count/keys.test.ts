import { describe, expect, it } from "vitest";
import { type KeyPress, type Stroke, strokeOf } from "#ui/rooms/count/desk/keys";

const QUIET: KeyPress = {
  key: "",
  code: "",
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
};
const at = (press: Partial<KeyPress>) => strokeOf({ ...QUIET, ...press });
const digit = (key: string): Stroke => ({ do: "mark", key });

describe("the keys at the keying desk", () => {
  it.each<[string, string, boolean, Stroke]>([
    ["1", "Digit1", false, digit("1")],
    ["5", "Digit5", false, digit("5")],
    ["0", "Digit0", false, digit("0")],
    ["/", "Slash", false, digit("/")],
    ["*", "Digit8", true, digit("*")],
    ["+", "Equal", true, { do: "rest", with: "first" }],
    ["=", "Equal", false, { do: "rest", with: "first" }],
    ["-", "Minus", false, { do: "rest", with: "blank" }],
    ["?", "Slash", true, { do: "doubt" }],
    ["w", "KeyW", false, { do: "write_in" }],
    ["W", "KeyW", true, { do: "write_in" }],
    ["ArrowUp", "ArrowUp", false, { do: "up" }],
    ["ArrowDown", "ArrowDown", false, { do: "down" }],
    ["Backspace", "Backspace", false, { do: "back" }],
    ["Delete", "Delete", false, { do: "clear" }],
    ["Enter", "Enter", false, { do: "end" }],
    ["PageUp", "PageUp", false, { do: "recall" }],
    ["Escape", "Escape", false, { do: "pause" }],
  ])("%s on the top row (%s)", (key, code, shiftKey, stroke) => {
    expect(at({ key, code, shiftKey })).toEqual(stroke);
  });

  it.each<[string, string, Stroke]>([
    ["1", "Numpad1", digit("1")],
    ["0", "Numpad0", digit("0")],
    ["/", "NumpadDivide", digit("/")],
    ["*", "NumpadMultiply", digit("*")],
    ["+", "NumpadAdd", { do: "rest", with: "first" }],
    ["-", "NumpadSubtract", { do: "rest", with: "blank" }],
    ["Enter", "NumpadEnter", { do: "end" }],
  ])("%s on the keypad (%s)", (key, code, stroke) => {
    expect(at({ key, code })).toEqual(stroke);
  });

  it("types digits on the keypad without Num Lock", () => {
    expect(at({ key: "End", code: "Numpad1" })).toEqual(digit("1"));
    expect(at({ key: "ArrowUp", code: "Numpad8" })).toEqual(digit("8"));
    expect(at({ key: "Insert", code: "Numpad0" })).toEqual(digit("0"));
  });

  it.each<[string, boolean, Stroke]>([
    ["Digit1", false, digit("1")],
    ["Digit0", false, digit("0")],
    ["Numpad2", false, digit("2")],
    ["Slash", false, digit("/")],
    ["Slash", true, { do: "doubt" }],
    ["Digit8", true, digit("*")],
    ["Equal", true, { do: "rest", with: "first" }],
    ["Minus", false, { do: "rest", with: "blank" }],
    ["KeyW", false, { do: "write_in" }],
    ["Enter", false, { do: "end" }],
    ["Backspace", false, { do: "back" }],
  ])("works while an input method swallows %s", (code, shiftKey, stroke) => {
    expect(at({ key: "Process", code, shiftKey, isComposing: true })).toEqual(stroke);
    expect(at({ key: "Process", code, shiftKey })).toEqual(stroke);
  });

  it("understands the full-width signs of a Chinese input method", () => {
    expect(at({ key: "、", code: "Slash" })).toEqual(digit("/"));
    expect(at({ key: "？", code: "Slash", shiftKey: true })).toEqual({ do: "doubt" });
    expect(at({ key: "１", code: "Digit1" })).toEqual(digit("1"));
  });

  it("leaves the keys of the window alone", () => {
    expect(at({ key: "1", code: "Digit1", altKey: true })).toBeNull();
    expect(at({ key: "s", code: "KeyS", ctrlKey: true })).toBeNull();
    expect(at({ key: "a", code: "KeyA" })).toBeNull();
    expect(at({ key: "!", code: "Digit1", shiftKey: true })).toBeNull();
  });

  it("marks nothing twice for a key held down, but moves", () => {
    expect(at({ key: "1", code: "Digit1", repeat: true })).toBeNull();
    expect(at({ key: "Enter", code: "Enter", repeat: true })).toBeNull();
    expect(at({ key: "ArrowDown", code: "ArrowDown", repeat: true })).toEqual({ do: "down" });
  });
});
