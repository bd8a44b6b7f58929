// Whose PIN is asked for before something is done in their name. Whoever gave it sits at the desk of this machine until
// another does, until the desk is left, or until nobody has touched the machine for a while.
import type { PersonId } from "#ui/bindings";
import * as api from "#ui/shell/api";
import { asFailure } from "#ui/shell/failure";
import { keys } from "./keys.svelte";

/** How long nobody touches the machine before whoever sat there has walked away, in milliseconds. */
const AWAY_AFTER = 5 * 60 * 1000;

type Asking = { person: PersonId; answer: (taken: boolean) => void };

class SeatTaking {
  /** Who is asked for their PIN; null while nobody is. */
  asking = $state.raw<Asking | null>(null);
  #taken: Promise<boolean> = Promise.resolve(false);

  /** Asks a person for their PIN; whether they took the desk with it. One after the other. */
  ask(person: PersonId): Promise<boolean> {
    const before = this.#taken;
    this.#taken = before.then(() => new Promise<boolean>((answer) => (this.asking = { person, answer })));
    return this.#taken;
  }

  answered(taken: boolean): void {
    const asking = this.asking;
    this.asking = null;
    asking?.answer(taken);
  }
}

export const seatTaking = new SeatTaking();

/** Asks while what is to be done in the person's name is under way. */
async function askedOf(person: PersonId): Promise<boolean> {
  const answered = keys.question();
  try {
    return await seatTaking.ask(person);
  } finally {
    answered();
  }
}

/** Does something in a person's name; where their PIN is missing they are asked for it, and it is done then. */
export async function seated<T>(person: PersonId, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const failure = asFailure(cause);
    const needed = failure.kind === "refused" && failure.refusal.code === "pin_needed";
    if (!needed || !(await askedOf(person))) throw failure;
    return await act();
  }
}

/** Nobody sits at the desk of this machine any more. */
export function leaveSeat(): void {
  // Without a session nobody sits at it either.
  api.leaveDesk().catch(() => null);
}

const touches = ["keydown", "pointerdown", "pointermove"] as const;

/** What is done when nobody has touched the machine for a while; the youngest first, which may have something to keep. */
class WalkingAway {
  #acts: (() => unknown)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  begin(act: () => unknown): () => void {
    if (this.#acts.length === 0)
      for (const touch of touches) window.addEventListener(touch, this.#touched, true);
    this.#acts = [act, ...this.#acts];
    this.#touched();
    return () => this.#end(act);
  }

  #end(act: () => unknown): void {
    this.#acts = this.#acts.filter((one) => one !== act);
    if (this.#acts.length > 0) return;
    clearTimeout(this.#timer);
    for (const touch of touches) window.removeEventListener(touch, this.#touched, true);
  }

  #touched = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      for (const act of this.#acts) await act();
    }, AWAY_AFTER);
  };
}

const walkingAway = new WalkingAway();

/** Does something each time nobody has touched the machine for a while; returns what ends it. */
export const whenWalkedAway = (act: () => unknown) => walkingAway.begin(act);
