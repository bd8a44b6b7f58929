// Which page of the help belongs to what is on the screen: every room says it of itself while it is there.
import { t } from "#ui/text/index.svelte";
import type { Text } from "#ui/text/zh";

export type HelpPage = keyof Text["help"]["pages"];

class Shown {
  #now = $state<HelpPage>("start");

  get now(): HelpPage {
    return this.#now;
  }

  is(page: HelpPage): void {
    this.#now = page;
  }
}

export const shown = new Shown();

/** To be called while a room is set up: its help is `page` from now on, as it turns. */
export function helpIs(page: () => HelpPage): void {
  $effect(() => shown.is(page()));
}

/** The pages in the order of the day. */
export const helpPages = (): HelpPage[] => Object.keys(t().help.pages) as HelpPage[];

/** The pages that hold every word of what is looked for, in their title or their lines. */
export function helpFound(wanted: string): HelpPage[] {
  const folded = (text: string) => text.normalize("NFKC").toLowerCase().replaceAll("\u2009", "");
  const words = folded(wanted)
    .split(/\s+/u)
    .filter((word) => word !== "");
  return helpPages().filter((page) => {
    const { title, lines } = t().help.pages[page];
    const text = folded([title, ...lines].join("\n"));
    return words.every((word) => text.includes(word));
  });
}
