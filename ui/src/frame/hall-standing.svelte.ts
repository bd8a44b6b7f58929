// What the hall really has, as its window and the system say; not what was pushed to it.
import type { HallWindow } from "#ui/bindings";
import * as api from "#ui/shell/api";

class HallStanding {
  now = $state.raw<HallWindow | null>(null);

  /** Whether the hall has the picture that was pushed last. */
  get seen(): boolean {
    return this.now?.has === "the_pushed";
  }

  async refresh(): Promise<void> {
    this.now = await api.hallWindow().catch(() => this.now);
  }
}

export const hallStanding = new HallStanding();
