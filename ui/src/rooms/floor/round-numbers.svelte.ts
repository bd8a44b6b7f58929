// The numbers of a box as they are put right: all of them, with what stood before.
import type { FloorRound, Numbers } from "#ui/bindings";

export class PutRight {
  present = $state<number | null>(null);
  printed = $state<number | null>(null);
  issued = $state<number | null>(null);
  returned = $state<number | null>(null);
  spoiled = $state<number | null>(null);
  /** Whether the box was opened: before there is nothing returned to put right. */
  readonly opened: boolean;

  constructor({ present, printed, issued, collected }: FloorRound) {
    Object.assign(this, { present, printed, issued, ...collected });
    this.opened = collected !== null;
  }

  /** As they are sent; null while one is missing. */
  get whole(): Numbers | null {
    const { present, printed, issued, returned, spoiled, opened } = this;
    if (present === null || printed === null || issued === null) return null;
    if (!opened) return { present, printed, issued, collected: null };
    return returned === null || spoiled === null
      ? null
      : { present, printed, issued, collected: { spoiled, returned } };
  }
}
