// Totals counted by hand while they are typed: cells as they stand in the form, read into numbers when they are sent.
import type { Column, ContestTotals, DeskContest, OptionCount } from "#ui/bindings";
import type { Text } from "#ui/text/zh";

/** One contest of the form; `null` where nothing is typed. */
export interface TypedTotals {
  rows: (number | null)[][];
  valid: number | null;
  void: number | null;
  writeIns: { name: string; votes: number | null }[];
}

/** Returns what stands above a column. */
export function columnWord(column: Column, contest: DeskContest, words: Text["table"]["totals"]): string {
  return column.of === "grade" ? (contest.grades[column.grade] ?? "") : words[column.of];
}

/** Returns a form in which nothing is typed. */
export function emptyTotals(contests: readonly DeskContest[]): TypedTotals[] {
  return contests.map((contest) => ({
    rows: contest.rows.map(() => contest.columns.map(() => null)),
    valid: null,
    void: null,
    writeIns: [],
  }));
}

/** Returns what all cells of a row come to; no stroke in a cell is none. */
export function rowTotal(row: readonly (number | null)[]): number {
  return row.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
}

/** Returns the typed totals as they are recorded. */
export function totalsOf(typed: readonly TypedTotals[], contests: readonly DeskContest[]): ContestTotals[] {
  return typed.map((it, index) => {
    const contest = contests[index];
    const columns = contest?.columns ?? [];
    const names = it.writeIns.filter(({ name, votes }) => name.trim() !== "" || votes !== null);
    return {
      rows: it.rows.map((row) => countOf(row, columns)),
      valid: it.valid ?? 0,
      void: it.void ?? 0,
      ...(names.length > 0 && {
        write_ins: names.map(({ name, votes }) => ({ name: name.trim(), for: votes ?? 0 })),
      }),
    };
  });
}

function countOf(row: readonly (number | null)[], columns: readonly Column[]): OptionCount {
  const count: OptionCount = { for: 0, against: 0, abstain: 0, void: 0, grades: [0, 0, 0, 0, 0] };
  for (const [index, column] of columns.entries()) {
    const cell = row[index] ?? 0;
    if (column.of === "grade") count.grades[column.grade] = cell;
    else count[column.of] = cell;
  }
  return count;
}
