// Who sits at the desk of this machine, kept while the person looks into other rooms.
import type { Pass } from "../../../bindings/Pass";
import type { PersonId } from "../../../bindings/PersonId";
import type { Seat } from "./work.svelte";

class DeskChoice {
  pass = $state<Pass | null>(null);
  teller = $state<PersonId | null>(null);
  seat = $state.raw<Seat | null>(null);
}

export const choice = new DeskChoice();
