// Which scrutineer is looking at the papers on this machine, chosen once and kept from sheet to sheet.
import type { PersonId } from "#ui/bindings";

class Ruler {
  scrutineer = $state<PersonId | null>(null);
}

export const ruler = new Ruler();
