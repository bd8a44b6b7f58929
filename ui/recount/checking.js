// What a place in a file may hold. Every check names the path it failed at.
import { Fault, Figures, keyed } from "./json.js";

/** The highest of whole numbers nothing else is said of. */
export const HIGHEST = 4294967295;

/** A value with the path it stands at. */
export class Place {
  constructor(value, path = "$") {
    this.value = value;
    this.path = path;
  }

  refuse(code, facts) {
    throw new Fault(code, this.path, facts);
  }

  /** Holds an object with these keys, perhaps those, and no others. */
  object(needed, perhaps = []) {
    if (!(this.value instanceof Map)) this.refuse("noObject");
    const known = new Set([...needed, ...perhaps]);
    for (const key of this.value.keys()) if (!known.has(key)) this.of(key).refuse("unknownKey");
    for (const key of needed) if (!this.value.has(key)) this.of(key).refuse("missing");
    return this;
  }

  has(key) {
    return this.value instanceof Map && this.value.has(key);
  }

  of(key) {
    return new Place(this.value.get(key), keyed(this.path, key));
  }

  list(least = 0, most = Number.POSITIVE_INFINITY) {
    if (!Array.isArray(this.value)) this.refuse("noList");
    const found = this.value.length;
    if (found < least || found > most) this.refuse("outOfRange", { found, least, most });
    return this.value.map((item, at) => new Place(item, `${this.path}[${at}]`));
  }

  text() {
    if (typeof this.value !== "string") this.refuse("noText");
    return this.value;
  }

  word(words) {
    const word = this.text();
    if (!words.includes(word)) this.refuse("unknownWord", { found: word, words: words.join(" · ") });
    return word;
  }

  flag() {
    if (typeof this.value !== "boolean") this.refuse("noFlag");
    return this.value;
  }

  whole(least = 0, most = HIGHEST) {
    if (!(this.value instanceof Figures)) this.refuse("noNumber");
    const { text } = this.value;
    if (!/^(0|-?[1-9][0-9]*)$/.test(text)) this.refuse("noWhole", { found: text.slice(0, 40) });
    const number = BigInt(text.slice(0, 40));
    if (text.length > 40 || number < BigInt(least) || number > BigInt(most)) {
      this.refuse("outOfRange", { found: text.slice(0, 40), least, most });
    }
    return Number(number);
  }
}

/** Refuses a text that is there already. */
export function once(places) {
  const seen = new Set();
  return places.map((place) => {
    const text = place.value instanceof Figures ? place.value.text : place.text();
    if (seen.has(text)) place.refuse("twice", { found: text });
    seen.add(text);
    return text;
  });
}
