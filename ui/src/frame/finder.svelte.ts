// Finding rows of a list by characters, by full pinyin or by initials. The readings come from the program and are asked
// for once, when the first letter is typed.

import * as api from "#ui/shell/api";
import { session } from "./session.svelte";

export class Finder {
  wanted = $state("");
  #spelt = $state.raw(new Map<string, string>());
  #texts: () => string[];

  /** `texts` are all that may be found by letters. */
  constructor(texts: () => string[]) {
    this.#texts = texts;
  }

  get folded(): string {
    return this.wanted.normalize("NFKC").toLowerCase().replaceAll(/[\s']/gu, "");
  }

  /** To be called in an effect: asks for the readings of what is new. */
  async learn(): Promise<void> {
    if (!/[a-z]/u.test(this.folded)) return;
    const known = this.#spelt;
    const fresh = [...new Set(this.#texts())].filter((text) => text !== "" && !known.has(text));
    if (fresh.length === 0) return;
    try {
      const spelt = await api.spellings(fresh);
      const more = new Map(this.#spelt);
      for (const [at, text] of fresh.entries()) more.set(text, spelt[at] ?? "");
      this.#spelt = more;
    } catch (cause) {
      session.show(cause);
    }
  }

  fits(...texts: string[]): boolean {
    const wanted = this.folded;
    if (wanted === "") return true;
    return texts.some(
      (text) => text.toLowerCase().includes(wanted) || (this.#spelt.get(text) ?? "").includes(wanted),
    );
  }
}
