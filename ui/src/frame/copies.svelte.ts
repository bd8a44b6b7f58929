// How the copies in the second place stand: made beside everything else, told of when that changes.
import type { CopiesView } from "#ui/bindings";
import * as api from "#ui/shell/api";

class Copies {
  now = $state.raw<CopiesView | null>(null);

  /** How they stand, in one word; null where no place was chosen. */
  get standing(): "trouble" | "behind" | "same_disk" | "made" | "ready" | null {
    const { now } = this;
    if (!now?.folder) return null;
    if (now.trouble) return "trouble";
    if (now.behind) return "behind";
    if (now.same_disk) return "same_disk";
    return now.at ? "made" : "ready";
  }

  async refresh(): Promise<void> {
    this.now = await api.copiesView().catch(() => null);
  }

  /** Keeps up until the answer is called. */
  follow(): () => void {
    void this.refresh();
    return api.onCopiesChanged(() => void this.refresh());
  }
}

export const copies = new Copies();
