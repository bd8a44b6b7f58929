// What a ballot comes to while it is typed: its settings in sentences, and what saving or printing it would find.
import { untrack } from "svelte";
import type { Ballot, PaperStop, SettingsView } from "#ui/bindings";
import { lastWins } from "#ui/frame/last-wins";
import { session } from "#ui/frame/session.svelte";
import * as api from "#ui/shell/api";

/** How long after the last key its sentences and its pages are renewed, in milliseconds. */
export const SENTENCES_AFTER = 120;
export const PAGES_AFTER = 300;

/** A number that is still missing makes it unreadable: what was said before stays. */
const orNothing = <T>(asked: Promise<T>): Promise<T | null> => asked.catch(() => null);

export type Looked = { readonly settings: SettingsView | null; readonly stops: PaperStop[] };

/** To be called while a component is set up. `text` is the ballot as JSON. */
export function looking(text: () => string): Looked {
  let settings = $state.raw<SettingsView | null>(null);
  let stops = $state.raw<PaperStop[]>([]);

  const say = lastWins(async (ballot: Ballot, stale) => {
    const said = await orNothing(api.ballotSettings(ballot));
    if (said && !stale()) settings = said;
  });
  const set = lastWins(async (ballot: Ballot, stale) => {
    const found = await orNothing(api.ballotHindrances(ballot));
    if (found && !stale()) stops = found;
  });

  $effect(() => {
    void session.revision;
    const now = text();
    const ballot = () => JSON.parse(now) as Ballot;
    const first = untrack(() => settings === null);
    const saying = setTimeout(() => say(ballot()), first ? 0 : SENTENCES_AFTER);
    const setting = setTimeout(() => set(ballot()), PAGES_AFTER);
    return () => {
      clearTimeout(saying);
      clearTimeout(setting);
    };
  });

  return {
    get settings() {
      return settings;
    },
    get stops() {
      return stops;
    },
  };
}
