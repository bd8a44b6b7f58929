// What a scrutineer reads where the keyings differ. Nothing is preselected, and what is sent is exactly what differs.
import type { DifferenceView, Mark, RoundId, RulingCommand, WriteIn } from "#ui/bindings";

/** The differing places as far as the scrutineer has read them; null where not yet. */
export interface DifferenceForm {
  rows: (Mark | null)[];
  names: (WriteIn[] | null)[];
}

/** Returns a form on which nothing was read yet. */
export function emptyForm({ rows, names }: DifferenceView): DifferenceForm {
  return { rows: rows.map(() => null), names: names.map(() => null) };
}

/** Returns how many places are not read yet. */
export function placesLeft({ rows, names }: DifferenceForm): number {
  return [...rows, ...names].filter((read) => read === null).length;
}

/** Returns the ruling, or null while a place is not read yet. */
export function ruling(
  round: RoundId,
  difference: DifferenceView,
  form: DifferenceForm,
): RulingCommand | null {
  if (placesLeft(form) > 0) {
    return null;
  }
  const rows = difference.rows.flatMap(({ contest, row }, index) => {
    const mark = form.rows[index];
    return mark === null || mark === undefined ? [] : [{ contest, row, mark }];
  });
  const names = difference.names.map(({ contest }, index) => ({
    contest,
    write_ins: form.names[index] ?? [],
  }));
  return { do: "rule_difference", round, place: difference.place, rows, names };
}

/** A stretch of the paper: one differing row, or rows that agree and are only counted. */
export type Stretch = { differs: number } | { from: number; to: number };

/** Returns a section's rows in the order of the paper: differing ones by their place in the form, the rest as stretches from 1. */
export function stretches(difference: DifferenceView, contest: number, rows: number): Stretch[] {
  const differing = new Map(
    difference.rows.map((it, index) => [it.contest === contest ? it.row : -1, index]),
  );
  const found: Stretch[] = [];
  for (let row = 0; row < rows; row += 1) {
    const index = differing.get(row);
    const last = found.at(-1);
    if (index !== undefined) {
      found.push({ differs: index });
    } else if (last && "to" in last) {
      last.to = row + 1;
    } else {
      found.push({ from: row + 1, to: row + 1 });
    }
  }
  return found;
}
