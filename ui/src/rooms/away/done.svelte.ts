// What a file keyed here ended with, kept on the screen after it was closed: it is compared when the file is brought back.
import type { BundleNo } from "#ui/bindings";

/** A file that was keyed to its end and closed. */
export interface Done {
  bundles: BundleNo[];
  head: string;
}

class DoneStore {
  closed = $state.raw<Done | null>(null);
}

export const done = new DoneStore();
