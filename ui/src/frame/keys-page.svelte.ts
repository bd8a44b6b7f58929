// Whether the overview of keys stands open, and over what: what had keys on the screen when it was asked for.

/** A key and what it does now. */
export type KeyOnScreen = { key: string; does: string };

class KeysPage {
  here = $state.raw<KeyOnScreen[] | null>(null);

  open(here: KeyOnScreen[]): void {
    this.here = here;
  }

  close(): void {
    this.here = null;
  }
}

export const keysPage = new KeysPage();
