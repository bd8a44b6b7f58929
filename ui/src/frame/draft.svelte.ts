import type { Undo } from "./session.svelte";

/** A form's content between typing and saving. Leaving the room loses nothing; a change elsewhere does not overwrite what was typed. */
export class Draft<T> {
  now: T = $state() as T;
  #saved: string = $state("");
  // Read by many and written once: a long ballot is not gone through for each of them.
  #text = $derived(JSON.stringify(this.now));

  constructor(empty: T) {
    this.now = empty;
    this.#saved = JSON.stringify(empty);
  }

  /** What stands in the form, as JSON. */
  get text(): string {
    return this.#text;
  }

  get dirty(): boolean {
    return this.#text !== this.#saved;
  }

  /** What is to be sent: a plain copy. */
  get value(): T {
    return $state.snapshot(this.now) as T;
  }

  /** Takes over what the session now says, unless something typed would be lost. */
  follow(saved: T): void {
    const text = JSON.stringify(saved);
    if (text === this.#saved) return;
    const keep = this.dirty;
    this.#saved = text;
    if (!keep) this.restore();
  }

  /** What was typed is what was saved. */
  settle(): void {
    this.#saved = JSON.stringify(this.now);
  }

  /** Changes it, and tells how that is taken back: only as long as nothing else was changed since. */
  undoably(what: string, change: () => void): Undo {
    const before = JSON.stringify(this.now);
    change();
    const after = JSON.stringify(this.now);
    return {
      what,
      back: () => {
        this.now = JSON.parse(before);
      },
      holds: () => JSON.stringify(this.now) === after,
    };
  }

  restore(): void {
    this.now = JSON.parse(this.#saved);
  }
}
