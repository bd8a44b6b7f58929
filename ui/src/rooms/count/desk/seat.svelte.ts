// Who sits at the desk of this machine, kept while the person looks into other rooms.
import type { Pass, PersonId } from "#ui/bindings";
import type { Seat } from "./work.svelte";

class DeskChoice {
  pass = $state<Pass | null>(null);
  teller = $state<PersonId | null>(null);
  seat = $state.raw<Seat | null>(null);

  /** Nobody sits here any more, and nothing is chosen for the next person. */
  leave(): void {
    this.pass = null;
    this.teller = null;
    this.seat = null;
  }
}

export const choice = new DeskChoice();
