// From a key press to a stroke at the desk. A Chinese input method reports its keys as "Process" (229), and the numeric
// keypad types digits whether or not Num Lock is on, so the key's place on the board decides where its letter does not.

/** What a key asks of the sheet in hand. Marks are named by the key that stands for them on the symbol map. */
export type Stroke =
  | { do: "mark"; key: string }
  | { do: "rest"; with: "first" | "blank" }
  | { do: "up" }
  | { do: "down" }
  | { do: "back" }
  | { do: "clear" }
  | { do: "doubt" }
  | { do: "write_in" }
  | { do: "end" }
  | { do: "recall" }
  | { do: "pause" };

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "code" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey" | "repeat" | "isComposing"
>;

const NAMED: Record<string, Stroke> = {
  ArrowUp: { do: "up" },
  ArrowDown: { do: "down" },
  Backspace: { do: "back" },
  Delete: { do: "clear" },
  Enter: { do: "end" },
  NumpadEnter: { do: "end" },
  PageUp: { do: "recall" },
  Escape: { do: "pause" },
};

const TYPED: Record<string, Stroke> = {
  "/": { do: "mark", key: "/" },
  "*": { do: "mark", key: "*" },
  "+": { do: "rest", with: "first" },
  "=": { do: "rest", with: "first" },
  "-": { do: "rest", with: "blank" },
  "?": { do: "doubt" },
  w: { do: "write_in" },
};

const PLACES: Record<string, string> = {
  Slash: "/",
  Equal: "+",
  Minus: "-",
  KeyW: "w",
  NumpadDivide: "/",
  NumpadMultiply: "*",
  NumpadAdd: "+",
  NumpadSubtract: "-",
};

const SHIFTED: Record<string, string> = { Slash: "?", Digit8: "*", Equal: "+", KeyW: "w" };

/** Strokes that make sense while a key is held down; no other may be repeated by a heavy hand. */
const REPEATABLE: ReadonlySet<Stroke["do"]> = new Set(["up", "down", "back"]);

/** Returns what a key press asks for, or null if it is none of the desk's keys. */
export function strokeOf(press: KeyPress): Stroke | null {
  if (press.ctrlKey || press.altKey || press.metaKey) {
    return null;
  }
  const stroke = byPlace(press) ?? byLetter(press.key);
  return stroke && press.repeat && !REPEATABLE.has(stroke.do) ? null : stroke;
}

/** The keypad and the keys an input method swallowed. */
function byPlace(press: KeyPress): Stroke | null {
  const keypad = /^Numpad(\d)$/.exec(press.code);
  if (keypad) {
    return digit(keypad[1] ?? "");
  }
  if (!swallowed(press) && press.key.length === 1 && press.key.charCodeAt(0) < 0x80) {
    return null;
  }
  const top = /^Digit(\d)$/.exec(press.code);
  if (top && !press.shiftKey) {
    return digit(top[1] ?? "");
  }
  const typed = (press.shiftKey ? SHIFTED : PLACES)[press.code] ?? PLACES[keypadOnly(press.code)];
  return (typed && TYPED[typed]) || NAMED[press.code] || null;
}

function swallowed(press: KeyPress): boolean {
  return press.isComposing || press.key === "Process" || press.key === "Unidentified" || press.key === "";
}

function keypadOnly(code: string): string {
  return code.startsWith("Numpad") ? code : "";
}

function byLetter(key: string): Stroke | null {
  return /^\d$/.test(key) ? digit(key) : (TYPED[key.toLowerCase()] ?? NAMED[key] ?? null);
}

function digit(key: string): Stroke {
  return { do: "mark", key };
}
