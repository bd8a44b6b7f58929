// Work that must not be lost when the operator's window closes: whoever holds some registers here.
import { getCurrentWindow } from "@tauri-apps/api/window";

/** Unfinished work: what it is, and what becomes of it. */
export type Pending = {
  /** The sentence the dialog shows; null while there is nothing to lose. */
  question: () => string | null;
  /** Keeps the work; the window closes only when this is fulfilled. Without it the work can only be given up. */
  keep?: () => Promise<void>;
  /** Nothing would be lost, but something goes on that closing would end. */
  goesOn?: true;
};

const pending = new Set<Pending>();

/** Registers unfinished work; returns what withdraws it. */
export function beforeClose(work: Pending): () => void {
  pending.add(work);
  return () => {
    pending.delete(work);
  };
}

/** Everything that would be lost now. */
export function unfinished(): Pending[] {
  return [...pending].filter((work) => work.question() !== null);
}

/** Keeps everything that would be lost now. */
export async function keepAll(): Promise<void> {
  for (const work of unfinished()) await work.keep?.();
}

/** Asks before the window closes when something would be lost; returns what ends it. */
export function onClosing(ask: (work: Pending[]) => void): () => void {
  const ending = getCurrentWindow().onCloseRequested((event) => {
    const work = unfinished();
    if (work.length === 0) return;
    event.preventDefault();
    ask(work);
  });
  return () => {
    ending.then((end) => end());
  };
}

export const closeWindow = () => getCurrentWindow().destroy();
