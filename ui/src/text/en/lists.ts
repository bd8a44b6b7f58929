import type { OtherFile, SkippedRow, TableFault, TableList, TableNote } from "#ui/bindings";
import { runs } from "#ui/text/runs";
import type { Text } from "#ui/text/zh";

type Faults = { [C in TableFault["code"]]: (fault: Extract<TableFault, { code: C }>) => string };
type Notes = { [C in TableNote["code"]]: (note: Extract<TableNote, { code: C }>) => string };

const quoted = (words: string[]) => words.map((word) => `“${word}”`).join(", ");
const codePoint = (point: number) => `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;

const others: Record<OtherFile, string> = {
  document: "a document",
  slides: "slides",
  pdf: "a PDF",
  picture: "a picture",
  web_page: "a web page",
  archive: "an archive",
  session: "a session file",
  binary_workbook: "an xlsb workbook",
  unknown: "another file",
};

const skipped: Record<SkippedRow, string> = {
  title: "a title",
  heading: "the heading again",
  total: "a sum",
  note: "a note",
  group: "the heading of a group",
  by_hand: "taken out by hand",
};

const titles: Record<TableList, string> = {
  deputies: "roster",
  observers: "observers",
  staff: "staff",
  candidates: "candidates",
  projects: "projects",
  last_year: "last year's projects",
  motions: "motions",
  proposals: "proposals",
  collected: "projects handed in",
  activities: "activities of deputies",
};

const faults: Faults = {
  empty: () => "nothing stands in the file; make sure it is the right one and was saved",
  lock_file: () => "this is the mark left beside an open file; choose the one without “~$”",
  encrypted: () => "the workbook has a password; take it off in Excel or WPS and save",
  not_a_table: ({ found }) => `this is no table but ${others[found]}; save it as xlsx or csv first`,
  cut_off: () => "the file ends in the middle: it is still being saved, or its copy broke off; copy it again",
  damaged: ({ said }) => `the workbook cannot be read (${said}); open it in Excel or WPS and save it as xlsx`,
  too_large: ({ megabytes }) =>
    `unpacked the workbook has more than ${megabytes} MB and is no list; keep only the sheet of the list`,
  unknown_encoding: () => "the text is neither UTF-8, UTF-16 nor GB18030; save it as xlsx in Excel or WPS",
  broken_character: () => "a character is broken; mend the line, or save the table as xlsx",
  stray_quote: () => "a quotation mark is not closed and swallows the rows below it; delete or close it",
  too_many_rows: ({ limit }) =>
    `more than ${limit} rows are no list of a township; make sure of file and sheet`,
  no_heading: ({ known }) =>
    `no row has the headings of this list, such as ${quoted(known)}; assign the columns below`,
  no_rows: () => "no row stands below the heading; make sure of file and sheet",
  no_such_sheet: ({ sheets }) => `there is no such sheet; there are ${quoted(sheets)}`,
  missing_column: () => "the column is missing; assign one below, or say that the list has none",
  column_twice: ({ other }) => `two columns could be meant (the other is “${other}”); assign one below`,
  missing: () => "is empty; fill it in, or take the row out",
  not_a_number: ({ value, least, most }) =>
    `“${value}” is no whole number from ${least} to ${most}; write one`,
  not_an_amount: ({ value }) =>
    `“${value}” is no amount; write figures such as 386.5 (万元), to the yuan at most`,
  not_a_date: ({ value }) => `there is no day “${value}”; write one such as 2026年10月31日`,
  unknown_word: ({ value, known }) => `“${value}” is not known; write one of ${quoted(known)}`,
  reason_missing: () => "the project is not done and no reason is given; write it there",
  formula_without_value: ({ formula }) =>
    `the formula =${formula} was saved without its value; write the value, or save the file once more`,
  formula_error: ({ said }) => `the formula ends in ${said}; write the number itself`,
  twice: ({ value, first_line }) =>
    `“${value}” stands on line ${first_line} already; correct one, or take one out`,
  name_needs_note: ({ value, first_line }) =>
    `“${value}” stands on line ${first_line} already; tell two people apart in 备注, or take one row out`,
  no_such_deputy: ({ name }) => `No deputy is called “${name}”; check the name`,
  several_deputies: ({ name }) =>
    `several deputies are called “${name}”; put the note that tells them apart behind the name, as in 李伟（石门村）`,
  not_on_the_roster: ({ value }) => `“${value}” is not on the roster under that number; check both`,
  invisible: ({ position, code_point }) =>
    `character ${position}, ${codePoint(code_point)}, cannot be seen; delete it and type again`,
  unshowable: ({ position, code_point }) =>
    `character ${position}, ${codePoint(code_point)}, cannot be shown; type it again`,
  cannot_draw: ({ character, position, code_point }) =>
    `no face draws character ${position}, ${character} (${codePoint(code_point)}); write it in the usual way`,
  several_names: ({ value }) => `“${value}” is more than one name; write one on each row`,
  nothing_visible: () => "nothing can be seen, so that it is no name; write the name",
};

const notes: Notes = {
  row_skipped: ({ line, row, text }) => `line ${line} is ${skipped[row]} and does not come in: ${text}`,
  filled_down: ({ column, value, from, first, last, merged }) =>
    `${column} is ${merged ? "merged" : "empty"} on lines ${first} to ${last} and filled from line ${from}: “${value}”`,
  column_missing: ({ column }) => `there is no column ${column}; it stays empty`,
  column_left: ({ letter, heading }) => `column ${letter}, “${heading}”, is not needed and was not read`,
  other_sheets: ({ sheet, others }) => `sheet “${sheet}” was read; ${quoted(others)} were not`,
  numbered: () => "there is no column of numbers; rows are numbered as they stand",
  numbered_through: () => "numbers begin again with every group; rows were numbered through, check them",
  out_of_order: ({ line, number }) =>
    `line ${line} has number ${number}, less than the line before; rows stand in the order of their numbers`,
  gaps: ({ missing, count }) => `${count} numbers are missing: ${missing.join(", ")}`,
  hidden: ({ lines }) => `hidden in the table: lines ${runs(lines, " to ").join(", ")}`,
  worked_out: ({ place, formula, value }) =>
    `${place.cell ?? ""}: the formula =${formula} was saved without its value and comes to ${value}; check it`,
  rounded: ({ place, value, taken }) => `${place.cell ?? ""}: ${value} was rounded to the yuan, ${taken}`,
  taken_from_name: ({ place, value }) =>
    `line ${place.line ?? ""}: what stands in brackets in “${value}” went into its own columns`,
};

export const lists: Text["lists"] = {
  titles,
  faults,
  notes,
  import: "Import…",
  paste: "Paste…",
  export: "Export",
  written: (path) => `Written to ${path}`,
  title: (list, file) => (file === "" ? `Paste into ${list}` : `Import ${list}: ${file}`),
  pasteHere: "Copy in WPS or Excel, then press Ctrl + V here",
  pasteHint:
    "Best with the headings; a single column of names needs none. Ctrl + V on the page of the list does the same.",
  summary: (rows, fresh, changed, same) =>
    `${rows} rows: ${fresh} new, ${changed} changed, ${same} unchanged`,
  heading: (line) => `heading on line ${line}`,
  noHeading: "no heading",
  headingLine: "Line of the heading (0 if none)",
  sheet: "Sheet",
  columns: "What the columns are",
  columnsHint: "Put right what is wrong; it is remembered for next time.",
  columnOf: (letter, heading) => `Column ${letter} ${heading}`,
  columnLeft: "not used",
  toMend: (count) => `${count} to put right before the list can come in`,
  more: (count) => `${count} more, listed when those above are put right`,
  place: (line, column) =>
    [line === null ? "" : `line ${line}`, column ?? ""].filter((it) => it !== "").join(", "),
  withoutColumn: (column) => `The list has no ${column}`,
  correct: (line, column) => `Correct line ${line}, ${column}`,
  leaveOut: "Take out",
  leaveOutRow: (line) => `Take out line ${line}`,
  takeBack: (line) => `Put line ${line} back`,
  hiddenAsk: "Hidden rows",
  hiddenIn: "come in",
  hiddenOut: "stay out",
  fillAsk: "Empty cells",
  fill: "filled from the row above",
  leaveEmpty: "left empty",
  missing: (count) => `${count} rows on record are not in this table`,
  missingGo: "leave the list",
  missingStay: "stay",
  told: (count) => `${count} notes`,
  notTaken: (count) => `${count} rows that do not come in`,
  line: "Line",
  change: "Change",
  changes: { new: "new", same: "unchanged", changed: "changed" },
  before: (text) => `was “${text === "" ? "empty" : text}”`,
  take: (rows) => `Take ${rows} rows`,
  taken: (list, rows) => `The ${list} came in, ${rows} rows`,
  takenToSave: (list, rows) => `The ${list} came in, ${rows} rows; save to keep them`,
  search: "Find: text, pinyin or initials",
  found: (found, all) => (found === all ? `${all} rows` : `${found} of ${all} rows`),
  undo: "Undo",
  undoOf: (what: string) => `Undo: ${what}`,
  undone: (what: string) => `Undone: ${what}`,
  acts: {
    taken: (list: string, rows: number) => `${list}, ${rows} rows taken in`,
    removed: (name: string) => `delete ${name}`,
  },
  removed: (name) => `${name} was deleted`,
  evaluated: "What is evaluated",
  deleteBallot: "Delete this ballot",
  moved: (name, row) => `${name}: row ${row}`,
  byHandHint: "Alt + ↑ ↓ or dragging the number moves a row, Enter goes on to the next",
  results: "Result table",
  noAmount: "This is no amount; write figures such as 386.5",
};
