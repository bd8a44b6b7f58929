import { en } from "./en";
import { type Text, zh } from "./zh";

export type Language = "zh" | "en";
const kept = "piaojue.language";

const keptLanguage = (): Language => (localStorage.getItem(kept) === "en" ? "en" : "zh");

class LanguageChoice {
  now = $state<Language>(keptLanguage());

  constructor() {
    // The hall's window speaks as the operator's does, which alone is asked.
    window.addEventListener("storage", ({ key }) => {
      if (key === kept) this.choose(keptLanguage());
    });
  }

  choose(language: Language): void {
    this.now = language;
    localStorage.setItem(kept, language);
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }
}

export const language = new LanguageChoice();

/** The dictionary of the chosen language; read in a template it follows the choice. */
export function t(): Text {
  return language.now === "en" ? en : zh;
}

export { spaced, unspaced } from "./spaced";
