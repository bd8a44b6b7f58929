// What a browser would do with a page, the program does not.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stayAtHome } from "#ui/shell/at-home";

let letGo: () => void;
beforeEach(() => {
  document.body.innerHTML = "<p>票</p><input />";
  letGo = stayAtHome();
});
afterEach(() => letGo());

const on = (selector: string) => document.querySelector(selector) ?? document.body;
/** Whether the browser would still do its own. */
const done = (selector: string, event: Event) => on(selector).dispatchEvent(event);
const key = (init: KeyboardEventInit) =>
  new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true });
const menu = () => new MouseEvent("contextmenu", { bubbles: true, cancelable: true });

describe("the page stays", () => {
  it.each([
    { key: "F5" },
    { key: "r", ctrlKey: true },
    { key: "R", ctrlKey: true, shiftKey: true },
    { key: "ArrowLeft", altKey: true },
    { key: "ArrowRight", altKey: true },
    { key: "Backspace" },
    { key: "BrowserBack" },
  ])("at %j", (init) => expect(done("p", key(init))).toBe(false));
  it("and a text field keeps its keys", () => {
    expect(done("input", key({ key: "Backspace" }))).toBe(true);
    expect(done("input", key({ key: "ArrowLeft" }))).toBe(true);
  });
  it("has no menu but that of a text field", () => {
    expect(done("p", menu())).toBe(false);
    expect(done("input", menu())).toBe(true);
  });
  it("takes no file that is dropped on it", () => {
    for (const type of ["dragover", "drop"]) {
      const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
        dataTransfer: { types: ["Files"] },
      });
      expect(done("p", event)).toBe(false);
    }
  });
});
