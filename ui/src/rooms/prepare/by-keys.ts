// Rows of a form by keys: Enter goes on in the next row, Alt and an arrow move a row, a pasted column fills the rows
// from here on. Rows carry their place as `data-row`.
import { tick } from "svelte";

export type Rows = {
  /** How many there are. */
  count: () => number;
  /** One more behind the last; nothing where there may be no more. */
  add: () => unknown;
  /** Puts a pasted text into a row. */
  fill?: (row: number, text: string) => unknown;
  move?: (row: number, by: number) => unknown;
};

const fields = "input, select, textarea";

/** To be attached to what holds the rows. */
export function byKeys(rows: Rows) {
  return (list: HTMLElement) => {
    const keydown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || isElsewhere(list, event.target))
        return;
      if (event.key === "Enter" && !event.altKey) goOn(list, event, rows);
      else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) move(event, rows);
    };
    const paste = (event: ClipboardEvent) => {
      if (!isElsewhere(list, event.target)) fill(event, rows);
    };
    list.addEventListener("keydown", keydown);
    list.addEventListener("paste", paste);
    return () => {
      list.removeEventListener("keydown", keydown);
      list.removeEventListener("paste", paste);
    };
  };
}

/** A dialog opened from a row has keys of its own. */
function isElsewhere(list: HTMLElement, target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog") !== list.closest("dialog");
}

/** The row a field stands in; null for what stands in none. */
function rowOf(target: EventTarget | null): number | null {
  const row =
    target instanceof HTMLElement ? target.closest<HTMLElement>("[data-row]")?.dataset.row : undefined;
  return row === undefined ? null : Number(row);
}

function fieldsOf(list: HTMLElement, row: number): HTMLElement[] {
  return [...(list.querySelector(`[data-row="${row}"]`)?.querySelectorAll<HTMLElement>(fields) ?? [])];
}

function goOn(list: HTMLElement, event: KeyboardEvent, rows: Rows): void {
  const row = rowOf(event.target);
  if (row === null || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const field = fieldsOf(list, row).indexOf(event.target);
  if (row + 1 < rows.count()) {
    fieldsOf(list, row + 1)[field]?.focus();
    return;
  }
  rows.add();
  tick().then(() => fieldsOf(list, row + 1)[0]?.focus());
}

function move(event: KeyboardEvent, rows: Rows): void {
  const row = rowOf(event.target);
  const target = event.target;
  if (row === null || !rows.move || !(target instanceof HTMLElement)) return;
  event.preventDefault();
  rows.move(row, event.key === "ArrowUp" ? -1 : 1);
  // What is moved in the page loses the focus.
  tick().then(() => target.focus());
}

function fill(event: ClipboardEvent, rows: Rows): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const row = rowOf(event.target);
  if (row === null || !rows.fill || text.includes("\t")) return;
  const lines = text.trimEnd().split(/\r\n|\r|\n/u);
  if (lines.length < 2) return;
  event.preventDefault();
  for (const [at, line] of lines.entries()) {
    if (row + at >= rows.count()) rows.add();
    rows.fill(row + at, line.trim());
  }
}
