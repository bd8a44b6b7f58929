// Which page of the floor is open, who sits at the desks and what is typed there: kept while the person is in another room.
import type { PersonId } from "#ui/bindings";

/** Voting on paper, or by hand. */
export const floorPages = ["ballots", "hands"] as const;
export type FloorPage = (typeof floorPages)[number];

/** The two desks where hands are counted. */
export type DeskName = "first" | "second";

/** Numbers typed on a card; null where a field was emptied, nothing where it was not touched. */
export type Typed = Record<string, number | null | undefined>;

class FloorMemory {
  /** Null until one was chosen. */
  page = $state<FloorPage | null>(null);
  /** Who counted last at each desk: most often the same people count the next time. */
  tellers = $state<Record<DeskName, PersonId | null>>({ first: null, second: null });
  readonly #typed = new Map<string, Typed>();

  /** What is typed on a card and not recorded yet. */
  typedOn(card: string): Typed {
    const before = this.#typed.get(card);
    if (before) return before;
    const typed = $state<Typed>({});
    this.#typed.set(card, typed);
    return typed;
  }

  /** It is recorded. */
  recorded(card: string): void {
    this.#typed.delete(card);
  }

  /** Nothing typed for one session is typed for another. */
  forget(): void {
    this.#typed.clear();
  }
}

export const floorMemory = new FloorMemory();
