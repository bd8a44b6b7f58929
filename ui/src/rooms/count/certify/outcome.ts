// The result of a contest in words, as the chief scrutineer is asked about it.
import type { Matter, ResultLine, ResultTable } from "#ui/bindings";
import { spaced, t } from "#ui/text/index.svelte";

/** Returns what the result of a contest comes to, a sentence each. */
export function outcomeSentences(table: ResultTable, matter: Matter): string[] {
  const words = t().count.certify.outcome;
  const of = t().matter[matter];
  if (table.grades.length > 0) return [words.graded(of.rows(table.rows.length))];
  if (matter === "motion")
    return table.rows.map((row) => words.motion(row.name, of.outcomes[row.outcome], row));
  const named = (outcome: ResultLine["outcome"]) =>
    table.rows.filter((row) => row.outcome === outcome).map((row) => spaced(row.name));
  const [chosen, tied] = [named("chosen"), named("tied")];
  const won =
    matter === "persons" || chosen.length === 0 ? of.won(chosen) : words.won(of.won(chosen), chosen);
  const level = tied.length > 0 ? [of.tied(words.names(tied), table.seats_left)] : [];
  const left = table.seats_left > 0 && tied.length === 0 ? [of.seatsLeft(table.seats_left)] : [];
  const next = table.next === "none" ? [] : [of.next[table.next]];
  return [won, ...level, ...left, ...next];
}

/** Returns after how many rows the threshold stands; null where no line can be drawn. */
export function rowsOverThreshold({ rows, grades, needed, order }: ResultTable): number | null {
  if (grades.length > 0 || needed === null || order !== "approvals" || rows.length < 2) return null;
  const over = rows.filter((row) => row.reached).length;
  return rows.slice(0, over).every((row) => row.reached) ? over : null;
}
