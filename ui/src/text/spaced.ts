// A thin space between Chinese and figures or letters, as printed (GB/T 9704 leaves a quarter em there).
const thin = "\u2009";
const beforeFigure = /([\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]) ?([0-9A-Za-z])/gu;
const afterFigure = /([0-9A-Za-z%]) ?([\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff])/gu;

/** The text with one thin space, and no other, wherever Chinese meets a figure or a letter. */
export function spaced(text: string): string {
  return text.replace(beforeFigure, `$1${thin}$2`).replace(afterFigure, `$1${thin}$2`);
}

/** The words alone, as the record keeps them when a sentence of the program is taken over. */
export function unspaced(text: string): string {
  return text.replaceAll(thin, "");
}

/** A dictionary whose every sentence is spaced, functions included. */
export function spacedAll<T extends object>(dictionary: T): T {
  return Object.fromEntries(Object.entries(dictionary).map(([key, entry]) => [key, spacedEntry(entry)])) as T;
}

function spacedEntry(entry: unknown): unknown {
  if (typeof entry === "string") return spaced(entry);
  if (typeof entry === "function") return (...args: unknown[]) => spacedEntry(entry(...args));
  if (Array.isArray(entry)) return entry.map(spacedEntry);
  if (typeof entry === "object" && entry !== null) return spacedAll(entry);
  return entry;
}
