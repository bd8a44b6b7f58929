// Which page of the floor is open and who sits at the desks: kept while the person is in another room.
import type { PersonId } from "#ui/bindings";

/** Voting on paper, or by hand. */
export const floorPages = ["ballots", "hands"] as const;
export type FloorPage = (typeof floorPages)[number];

/** The two desks where hands are counted. */
export type DeskName = "first" | "second";

class FloorMemory {
  /** Null until one was chosen. */
  page = $state<FloorPage | null>(null);
  /** Who counted last at each desk: most often the same people count the next time. */
  tellers = $state<Record<DeskName, PersonId | null>>({ first: null, second: null });
}

export const floorMemory = new FloorMemory();
