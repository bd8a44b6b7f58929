// What a session is begun with: its name, its day, its deputies, who keeps its record.
import type { Meeting } from "#ui/bindings";
import { today } from "#ui/text/dates";
import { t } from "#ui/text/index.svelte";

export class SessionFacts {
  place = $state("");
  congress = $state<number | null>(null);
  meeting = $state<number | null>(null);
  allDeputies = $state<number | null>(null);
  heldOn = $state(today());
  venue = $state("");
  secretary = $state("");

  /** What is not typed yet, by its label. */
  get missing(): string[] {
    const words = t().start;
    const fields: [unknown, string][] = [
      [this.place.trim(), words.place],
      [this.congress, words.congress],
      [this.meeting, words.meeting],
      [this.allDeputies, words.allDeputies],
      [this.heldOn, words.heldOn],
      [this.secretary.trim(), words.secretary],
    ];
    return fields.filter(([there]) => !there).map(([, word]) => word);
  }

  /** What is missing, or that nothing is. */
  get said(): string {
    return this.missing.length > 0 ? t().start.stillMissing(this.missing) : t().start.ready;
  }

  /** As the record keeps it; what the form does not ask stays as it was. */
  described(before: Meeting | null): Meeting {
    return {
      ...(before ?? { agenda: [] }),
      place: this.place,
      congress: this.congress ?? 0,
      meeting: this.meeting ?? 0,
      all_deputies: this.allDeputies ?? 0,
      held_on: this.heldOn,
      venue: this.venue,
    };
  }
}
