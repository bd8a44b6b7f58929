// The sheet in hand: which marks were keyed, where the present row is, and what a stroke does to it. No row is ever set by
// default or passed over silently. Pure, so that a burst of keys is one fold over the sheet.

import type { DeskContest, Mark, SectionReading, Unfinished, UnfinishedSection, WriteIn } from "#ui/bindings";
import type { Stroke } from "./keys";

/** What the desk has to do after a stroke, beyond painting the sheet. */
export type Answer =
  | { say: "nothing" }
  | { say: "no_such_key"; key: string }
  | { say: "all_set" }
  | { say: "missing"; rows: number }
  | { say: "complete"; reading: SectionReading[] }
  | { say: "ask_doubt"; section: number; row: number }
  | { say: "ask_write_in"; section: number }
  | { say: "no_write_ins" }
  | { say: "recall" }
  | { say: "pause" };

/** A sheet after a stroke. */
export interface Pressed {
  sheet: Unfinished;
  answer: Answer;
}

/** Returns a sheet on which nothing was keyed yet. */
export function emptySheet(contests: readonly DeskContest[]): Unfinished {
  const sections = contests.map((contest) => ({
    marks: contest.rows.map((): Mark | null => null),
    write_ins: [],
    doubt: null,
  }));
  return { sections, section: 0, row: 0 };
}

/** Returns what a stroke makes of the sheet. */
export function press(sheet: Unfinished, contests: readonly DeskContest[], stroke: Stroke): Pressed {
  switch (stroke.do) {
    case "mark":
      return mark(sheet, contests, stroke.key);
    case "rest":
      return rest(sheet, contests, stroke.with);
    case "up":
      return quiet(up(sheet));
    case "down":
      return quiet(down(sheet));
    case "back":
      return quiet(clear(up(sheet)));
    case "clear":
      return quiet(clear(sheet));
    case "doubt":
      return { sheet, answer: { say: "ask_doubt", section: sheet.section, row: sheet.row } };
    case "write_in":
      return { sheet, answer: writeInAnswer(sheet, contests) };
    case "end":
      return end(sheet);
    case "recall":
    case "pause":
      return { sheet, answer: { say: stroke.do } };
  }
}

/** Returns how many rows are set, of how many. */
export function rowsSet(sheet: Unfinished): { set: number; rows: number } {
  const marks = sheet.sections.flatMap((section) => section.marks);
  return { set: marks.filter((mark) => mark !== null).length, rows: marks.length };
}

/** Tells whether anything was keyed on the sheet. */
export function isTouched(sheet: Unfinished): boolean {
  return sheet.sections.some(
    (section) =>
      section.doubt !== null || section.write_ins.length > 0 || section.marks.some((mark) => mark !== null),
  );
}

/** Returns the sheet with the present row where somebody pointed. */
export function pointAt(sheet: Unfinished, section: number, row: number): Unfinished {
  return { ...sheet, section, row };
}

/** Returns the sheet with a section noted as doubtful, or no longer. */
export function withDoubt(sheet: Unfinished, section: number, reason: string): Unfinished {
  const doubt = reason.trim();
  return change(sheet, section, (it) => ({ ...it, doubt: doubt === "" ? null : doubt }));
}

/** Returns the sheet with the names written into a section. */
export function withWriteIns(sheet: Unfinished, section: number, names: WriteIn[]): Unfinished {
  return change(sheet, section, (it) => ({ ...it, write_ins: names }));
}

function mark(sheet: Unfinished, contests: readonly DeskContest[], key: string): Pressed {
  const contest = contests[sheet.section];
  const meaning = contest?.keys.find((meaning) => meaning.key === key);
  if (!contest || !meaning) {
    return { sheet, answer: { say: "no_such_key", key } };
  }
  if (sheet.row >= contest.rows.length) {
    return { sheet, answer: rowsLeft(sheet) };
  }
  const keyed = change(sheet, sheet.section, (it) => ({
    ...it,
    marks: it.marks.with(sheet.row, meaning.mark),
  }));
  return quiet(down(keyed));
}

/** Fills the rows of the present section that are not set yet; never a row of another section. */
function rest(sheet: Unfinished, contests: readonly DeskContest[], fill: "first" | "blank"): Pressed {
  const keys = contests[sheet.section]?.keys ?? [];
  const meaning = fill === "first" ? keys[0] : keys.find((meaning) => meaning.key === "0");
  const section = sheet.sections[sheet.section];
  if (!meaning || !section) {
    return quiet(sheet);
  }
  const filled = change(sheet, sheet.section, (it) => ({
    ...it,
    marks: it.marks.map((mark) => mark ?? meaning.mark),
  }));
  return quiet(down({ ...filled, row: section.marks.length - 1 }));
}

function end(sheet: Unfinished): Pressed {
  const open = firstOpen(sheet);
  if (open) {
    return { sheet: { ...sheet, ...open }, answer: rowsLeft(sheet) };
  }
  return { sheet, answer: { say: "complete", reading: sheet.sections.map(reading) } };
}

function rowsLeft(sheet: Unfinished): Answer {
  const { set, rows } = rowsSet(sheet);
  return set === rows ? { say: "all_set" } : { say: "missing", rows: rows - set };
}

function reading(section: UnfinishedSection): SectionReading {
  return {
    marks: section.marks.filter((mark) => mark !== null),
    ...(section.write_ins.length > 0 && { write_ins: section.write_ins }),
    ...(section.doubt !== null && { doubt: section.doubt }),
  };
}

function firstOpen(sheet: Unfinished): { section: number; row: number } | null {
  for (const [section, { marks }] of sheet.sections.entries()) {
    const row = marks.indexOf(null);
    if (row >= 0) {
      return { section, row };
    }
  }
  return null;
}

/** The lines for names stand below the rows: right after the last row of a section they are still that section's. */
function writeInAnswer(sheet: Unfinished, contests: readonly DeskContest[]): Answer {
  const begun = sheet.row > 0 || sheet.sections[sheet.section]?.marks.some((mark) => mark !== null);
  const nearest = begun ? [sheet.section] : [sheet.section - 1, sheet.section];
  const section = nearest.find((at) => contests[at]?.write_ins);
  return section === undefined ? { say: "no_write_ins" } : { say: "ask_write_in", section };
}

/** Below the last row of the last section lies the end of the sheet, which holds no mark. */
function down(sheet: Unfinished): Unfinished {
  const rows = sheet.sections[sheet.section]?.marks.length ?? 0;
  const last = sheet.section === sheet.sections.length - 1;
  if (sheet.row + 1 < rows || last) {
    return { ...sheet, row: Math.min(sheet.row + 1, rows) };
  }
  return { ...sheet, section: sheet.section + 1, row: 0 };
}

function up(sheet: Unfinished): Unfinished {
  if (sheet.row > 0) {
    return { ...sheet, row: sheet.row - 1 };
  }
  const above = sheet.sections[sheet.section - 1];
  return above ? { ...sheet, section: sheet.section - 1, row: above.marks.length - 1 } : sheet;
}

function clear(sheet: Unfinished): Unfinished {
  const marks = sheet.sections[sheet.section]?.marks ?? [];
  if (sheet.row >= marks.length) {
    return sheet;
  }
  return change(sheet, sheet.section, (it) => ({ ...it, marks: it.marks.with(sheet.row, null) }));
}

function change(
  sheet: Unfinished,
  index: number,
  how: (section: UnfinishedSection) => UnfinishedSection,
): Unfinished {
  return { ...sheet, sections: sheet.sections.map((section, at) => (at === index ? how(section) : section)) };
}

function quiet(sheet: Unfinished): Pressed {
  return { sheet, answer: { say: "nothing" } };
}
