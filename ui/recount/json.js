// JSON as RFC 8259 has it and no more: a key that stands twice is refused, a number keeps its figures, and every fault has its place.

/** What is wrong with a file, and where: a path, and in text the line and column. */
export class Fault extends Error {
  constructor(code, path, facts = {}) {
    super(`${path}: ${code}`);
    this.code = code;
    this.path = path;
    this.facts = facts;
  }
}

/** A number as it was written. */
export class Figures {
  constructor(text) {
    this.text = text;
  }
}

const DEEPEST = 64;
const ESCAPES = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const PLAIN = /[^"\\]*/y;

/** The path of a key: `.seats`, or `["last year"]` where it is no plain word. */
export function keyed(path, key) {
  return /^[\p{L}\p{N}_-]+$/u.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

function hasControl(text) {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 0x20) return true;
  return false;
}

class Reading {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  wrong(code, path, at = this.at) {
    const before = this.text.slice(0, at).split("\n");
    return new Fault(code, path, {
      line: before.length,
      column: before[before.length - 1].length + 1,
      near: this.text.slice(at, at + 20),
    });
  }

  space() {
    while (" \n\r\t".includes(this.text[this.at] ?? "x")) this.at += 1;
  }

  takes(sign) {
    this.space();
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  expects(sign, path) {
    if (this.takes(sign)) return;
    throw this.wrong(this.at >= this.text.length ? "cut" : "notJson", path);
  }

  word(word, value, path) {
    if (!this.text.startsWith(word, this.at)) throw this.wrong("notJson", path);
    this.at += word.length;
    return value;
  }

  value(path, depth) {
    this.space();
    if (depth > DEEPEST) throw this.wrong("tooDeep", path);
    const sign = this.text[this.at];
    if (sign === undefined) throw this.wrong("cut", path);
    if (sign === "{") return this.object(path, depth);
    if (sign === "[") return this.list(path, depth);
    if (sign === '"') return this.string(path);
    if (sign === "t") return this.word("true", true, path);
    if (sign === "f") return this.word("false", false, path);
    if (sign === "n") return this.word("null", null, path);
    return this.number(path);
  }

  number(path) {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text);
    if (!found) throw this.wrong("notJson", path);
    this.at += found[0].length;
    return new Figures(found[0]);
  }

  string(path) {
    const from = this.at;
    this.at += 1;
    let value = "";
    for (;;) {
      PLAIN.lastIndex = this.at;
      const [plain] = PLAIN.exec(this.text);
      if (hasControl(plain)) throw this.wrong("controlInText", path);
      value += plain;
      this.at += plain.length;
      const sign = this.text[this.at];
      if (sign === undefined) throw this.wrong("cut", path, from);
      this.at += 1;
      if (sign === '"') break;
      value += this.escaped(path);
    }
    if (/[\uD800-\uDFFF]/u.test(value)) throw this.wrong("halfCharacter", path, from);
    return value;
  }

  escaped(path) {
    const sign = this.text[this.at];
    this.at += 1;
    if (sign !== "u") {
      const meant = sign === undefined ? undefined : ESCAPES[sign];
      if (meant === undefined) throw this.wrong(sign === undefined ? "cut" : "notJson", path, this.at - 2);
      return meant;
    }
    const figures = this.text.slice(this.at, this.at + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(figures)) throw this.wrong("notJson", path, this.at - 2);
    this.at += 4;
    return String.fromCharCode(Number.parseInt(figures, 16));
  }

  list(path, depth) {
    this.at += 1;
    const items = [];
    if (this.takes("]")) return items;
    do {
      items.push(this.value(`${path}[${items.length}]`, depth + 1));
    } while (this.takes(","));
    this.expects("]", path);
    return items;
  }

  object(path, depth) {
    this.at += 1;
    const entries = new Map();
    if (this.takes("}")) return entries;
    do {
      this.space();
      if (this.text[this.at] !== '"') {
        throw this.wrong(this.at >= this.text.length ? "cut" : "notJson", path);
      }
      const from = this.at;
      const key = this.string(path);
      if (entries.has(key)) throw this.wrong("keyTwice", path, from);
      this.expects(":", keyed(path, key));
      entries.set(key, this.value(keyed(path, key), depth + 1));
    } while (this.takes(","));
    this.expects("}", path);
    return entries;
  }
}

/** Reads one value of JSON: maps, lists, texts, `Figures`, true, false, null. */
export function readJson(text) {
  const reading = new Reading(text);
  const value = reading.value("$", 0);
  reading.space();
  if (reading.at < text.length) throw reading.wrong("somethingAfter", "$");
  return value;
}
