// The session as the frame sees it, and the one way rooms read views and give commands.
import type { Command, FrameView, PersonId } from "#ui/bindings";
import * as api from "#ui/shell/api";
import { asFailure, type Failure } from "#ui/shell/failure";
import { seated } from "./seat-taking.svelte";

/** What was done last, as it can be taken back. */
export type Undo = {
  /** What would be taken back, in words: nobody takes back what he does not see. */
  what: string;
  back: () => unknown;
  /** Whether everything still stands as it was left; always where it is not said. */
  holds?: () => boolean;
};

class SessionStore {
  /** The frame around every room; null until a session is open. */
  frame = $state.raw<FrameView | null>(null);
  /** Grows with every change, so that views on screen are fetched again. */
  revision = $state(0);
  /** What was refused last, until it is put away or something succeeds. */
  failure = $state.raw<Failure | null>(null);
  /** What was done last, for the line at the foot. */
  done = $state.raw<string | null>(null);

  /** Belongs to the page it was done on, and ends when something else is recorded. */
  undo = $state.raw<Undo | null>(null);

  /** When the last verified copy was made while this session was open. */
  copiedAt = $state.raw<Date | null>(null);

  async refresh(): Promise<void> {
    this.revision += 1;
    const asked = this.revision;
    const frame = await api.frameView().catch(() => null);
    if (asked === this.revision) this.frame = frame;
  }

  show(cause: unknown): void {
    this.done = null;
    this.undo = null;
    this.failure = asFailure(cause);
  }

  say(sentence: string, undo: Undo | null = null): void {
    this.failure = null;
    this.done = sentence;
    this.undo = undo;
  }

  putAway(): void {
    this.failure = null;
    this.done = null;
    this.undo = null;
  }
}

export const session = new SessionStore();

// Whatever was said before is stale, and what could be taken back would take this along.
api.onRecorded(() => session.putAway());

/** Gives a command; a refusal is shown at the foot of the window. True when it was carried out. */
export async function perform(command: Command, actor: PersonId): Promise<boolean> {
  const failure = await tryPerform(command, actor);
  if (failure) session.show(failure);
  else session.putAway();
  return failure === null;
}

/** Gives a command; the failure is returned, for a form that shows it in place. */
export async function tryPerform(command: Command, actor: PersonId, pin?: string): Promise<Failure | null> {
  return attempt(() =>
    pin === undefined ? performSeated(command, actor) : api.perform(command, actor, pin),
  );
}

/** Gives a command in a person's name, who is asked for their PIN where it is missing. */
export function performSeated(command: Command, actor: PersonId): Promise<unknown> {
  return seated(actor, () => api.perform(command, actor));
}

/** Does something; returns the failure, or null. */
export async function attempt(act: () => Promise<unknown>): Promise<Failure | null> {
  try {
    await act();
    return null;
  } catch (cause) {
    return asFailure(cause);
  }
}

/**
 * A view kept fresh: fetched now and after every change. To be called while a component is set up;
 * what `load` reads before its first await is tracked too.
 */
export function liveView<T>(load: () => Promise<T>): { readonly value: T | null; refresh: () => void } {
  let value = $state.raw<T | null>(null);
  let asked = $state(0);
  $effect(() => {
    void session.revision;
    void asked;
    let stale = false;
    load().then(
      (view) => {
        if (!stale) value = view;
      },
      (cause) => {
        if (!stale) session.show(cause);
      },
    );
    return () => {
      stale = true;
    };
  });
  return {
    get value() {
      return value;
    },
    refresh() {
      asked += 1;
    },
  };
}
