// The recount page's own script, taken out of the page and run; tests/recount of piaojue-cli holds it against 10,000 random files.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { FILE, HOSTILE, JOURNAL, journalOf, RESULT, ROWS } from "./files";

// biome-ignore lint/suspicious/noExplicitAny: the page's functions are plain JavaScript
let page: any;
let joined: string;
let html: string;

beforeAll(async () => {
  const parts = { join: "../../recount/join.mjs", run: "../../recount/run.mjs" };
  const join = await import(/* @vite-ignore */ parts.join);
  html = readFileSync(join.PAGE, "utf8");
  joined = join.joined();
  page = (await import(/* @vite-ignore */ parts.run)).ofPage();
});

const bytes = (text: string) => new TextEncoder().encode(text);
const opened = (text: string) => page.openFile("甲", bytes(text));
const sha256 = (text: string) => page.sha256(bytes(text));
/** Without the prototypes of another room. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("the page", () => {
  it("is joined from its parts as they are: npm run recount-page", () => {
    expect(html === joined).toBe(true);
  });

  it("is alone: it asks for nothing and runs no text", () => {
    expect(html).toContain("default-src 'none'");
    for (const word of [
      "http:",
      "https:",
      "fetch(",
      "XMLHttpRequest",
      "import(",
      "eval(",
      "innerHTML",
      "Function(",
    ]) {
      expect(html).not.toContain(word);
    }
  });

  it("says everything in both languages", () => {
    const shape = (value: unknown): unknown =>
      value !== null && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([key, of]) => [key, shape(of)]))
        : typeof value;
    expect(shape(page.wordsIn("zh"))).toEqual(shape(page.wordsIn("en")));
  });
});

describe("SHA-256", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("is what NIST says of %.60s", (text, hash) => {
    expect(sha256(text)).toBe(hash);
  });

  it("is right at every length of a block", () => {
    for (let length = 0; length < 200; length += 1) {
      const text = "票".repeat(length).slice(0, length);
      expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
    }
  });
});

describe("the drawing", () => {
  it("is that of the lines on docs/spot-check.md", () => {
    const last = "0".repeat(64);
    const [figures, N, n] = ["351624", 56, 25];
    const expected: number[] = [];
    for (let counter = 0; expected.length < n; counter += 1) {
      const text = `piaojue.spot-check/1\n${figures}\n${last}\n${counter}`;
      const number = createHash("sha256").update(text).digest().readBigUInt64BE();
      const sheet = Number(number % BigInt(N)) + 1;
      if (number < ((1n << 64n) / BigInt(N)) * BigInt(N) && !expected.includes(sheet)) expected.push(sheet);
    }
    expect(plain(page.drawn(figures, last, N, n))).toEqual(expected);
    expect(page.drawn(figures, last, 5, 9)).toHaveLength(5);
  });

  it("draws as many as the table says", () => {
    expect([1, 5, 12].map((k) => page.howMany(56, k, 5))).toEqual([54, 25, 12]);
  });

  it("refuses what cannot have been thrown or typed", () => {
    const typed = {
      dice: "351 624",
      fingerprint: "Ab ".repeat(32),
      sheets: "56",
      wrong: "",
      many: "25",
      bundle: "10",
    };
    expect(page.asked(typed).fault).toBeUndefined();
    const wrong = { dice: "35162", fingerprint: "ab", sheets: "0", wrong: "57", many: "57", bundle: "1.5" };
    for (const [field, text] of Object.entries(wrong)) {
      expect(page.asked({ ...typed, [field]: text }).fault).toBe(field);
    }
  });
});

describe("a journal", () => {
  it("is followed to its sheets, which are those of the count file", () => {
    const { journal, rounds } = opened(JOURNAL);
    expect([journal.broken, journal.entries.length]).toEqual([null, ROWS.length]);
    const { sheets } = page.sheetsOf(rounds[0]);
    expect(plain(sheets)).toEqual(plain(opened(FILE).file.sheets));
    const [sums] = page.sumsOf(rounds[0].contests, sheets);
    const counted = page.contestResult(rounds[0].contests[0], sums, rounds[0].control);
    expect(page.contestAgrees(counted, rounds[0].certificate.figures[0])).toBe(true);
    expect(page.roundOf(rounds, opened(FILE).file).round).toBe(1);
  });

  it("names the first line that was changed, left out, put elsewhere or cut", () => {
    const lines = JOURNAL.split("\n");
    const broken = (changed: string[]) => opened(changed.join("\n")).journal.broken;
    const changed = lines.map((line, at) => (at === 5 ? line.replace("teller-1", "teller-2") : line));
    expect(plain(broken(changed))).toMatchObject({ code: "hash", line: 6, seq: 5 });
    expect(plain(broken(lines.filter((_, at) => at !== 5)))).toMatchObject({ code: "gap", line: 6 });
    const swapped = [...lines.slice(0, 4), lines[5], lines[4], ...lines.slice(6)] as string[];
    expect(plain(broken(swapped))).toMatchObject({ code: "gap", line: 5 });
    expect(plain(opened(JOURNAL.slice(0, -40)).journal.broken)).toMatchObject({ code: "cut" });
    expect(plain(opened(JOURNAL.slice(0, -1)).journal.broken)).toMatchObject({ code: "cutLine" });
  });

  it("counts no round in which the keyings differ and nothing was ruled", () => {
    const unruled = ROWS.filter(({ kind }) => kind !== "ruling.difference_ruled");
    expect(page.sheetsOf(opened(journalOf(unruled)).rounds[0]).why.code).toBe("keyingsDiffer");
  });

  it("is told where it tells what cannot be, its hashes right all the same", () => {
    for (const body of ['{"round":1,"totals":[{"rows":7}]}', '{"round":9}', "[]", "null", "{"]) {
      const rows = ROWS.map((row) => (row.kind === "round.certified" ? { ...row, body } : row));
      const { journal, lost } = opened(journalOf(rows));
      expect([journal.broken, lost]).toEqual([null, ROWS.length]);
    }
  });

  it("says what it does not know instead of passing it by", () => {
    const body = JSON.stringify({ round: 1 });
    const rows = [...ROWS, { at: "", actor: "", kind: "round.turned_over", body }];
    expect(plain(page.sheetsOf(opened(journalOf(rows)).rounds[0]).why)).toMatchObject({
      kind: "round.turned_over",
    });
  });
});

describe("a result", () => {
  it("agrees with the count of its file, and a changed figure does not", () => {
    const { file, counted } = opened(FILE);
    const agrees = (text: string) => page.contestAgrees(counted.contests[0], opened(text).result.contests[0]);
    expect([file.sheets.length, agrees(RESULT)]).toEqual([3, true]);
    for (const [from, to] of [
      ['"for":2', '"for":1'],
      ['"reached":false', '"reached":true'],
      ['"valid":2', '"valid":3'],
      ['"elected":[]', '"elected":["1"]'],
    ] as const) {
      expect(RESULT).toContain(from);
      expect(agrees(RESULT.replace(from, to))).toBe(false);
    }
  });
});

describe("files that are none", () => {
  it.each([
    ["", "cut", "$"],
    ["{", "cut", "$"],
    ["﻿{}", "notJson", "$"],
    ["{'a': 1}", "notJson", "$"],
    ['{"a": 01}', "notJson", "$"],
    ['{"a": 1} 2', "somethingAfter", "$"],
    ['{"a": 1, "a": 1}', "keyTwice", "$"],
    ['{"a": "\u0007"}', "controlInText", "$.a"],
    ['{"a": "\\ud800"}', "halfCharacter", "$.a"],
    ["[".repeat(100_000), "tooDeep", "$"],
    ['{"__proto__": {"format": "piaojue.count/1"}}', "unknownFile", "$"],
    ["SQLite format 3\u0000", "session", "$"],
  ])("%.40j is told with its place", (text, code, path) => {
    const { kind, fault } = opened(text);
    expect([kind, fault.code]).toEqual(["refused", code]);
    expect(fault.path.startsWith(path)).toBe(true);
  });

  it("says no number is too large to be read wrongly", () => {
    const file = (number: string) => FILE.replace('"returned": 3', `"returned": ${number}`);
    for (const number of ["1e99", "3.0", "-3", "99999999999999999999999", "9".repeat(5000), "-0"]) {
      expect(opened(file(number)).fault.path).toBe("$.control.returned");
    }
  });

  it("tells bytes that are no text", () => {
    expect(page.openFile("甲", new Uint8Array([0xff, 0xfe, 0x7b])).fault.code).toBe("notUtf8");
  });

  it("counts a file of hostile names like any other", () => {
    expect(plain(opened(HOSTILE).counted)).toEqual(plain(opened(FILE).counted));
  });
});
