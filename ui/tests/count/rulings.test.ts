import { describe, expect, it } from "vitest";
import { emptyForm, placesLeft, ruling, stretches } from "#ui/rooms/count/rulings/difference";
import { doubtSentences, groups, kindName, ruleSentence } from "#ui/rooms/count/rulings/doubtful";
import { remedyOf, remedyWords, slipSentence } from "#ui/rooms/count/rulings/slips";
import { toKeySentence } from "#ui/rooms/count/rulings/to-key";
import { plain } from "../shell";
import { countToRule, DIFFERENCE, SELECTION } from "./fixtures";

describe("a sheet on which the keyings differ", () => {
  it("preselects nothing", () => {
    expect(emptyForm(DIFFERENCE)).toEqual({ rows: [null, null], names: [] });
    expect(placesLeft(emptyForm(DIFFERENCE))).toBe(2);
  });

  it("sends exactly the differing rows, and nothing before all of them are read", () => {
    expect(ruling(1, DIFFERENCE, { rows: ["against", null], names: [] })).toBeNull();
    expect(ruling(1, DIFFERENCE, { rows: ["against", "blank"], names: [] })).toEqual({
      do: "rule_difference",
      round: 1,
      place: { bundle: 3, sheet: 5 },
      rows: [
        { contest: 0, row: 2, mark: "against" },
        { contest: 0, row: 9, mark: "blank" },
      ],
      names: [],
    });
  });

  it("sends names where names differ, also when none was written in", () => {
    const names = {
      ...DIFFERENCE,
      rows: [],
      names: [{ contest: 1, first: [], second: [{ name: "钱进", mark: "for" as const }] }],
    };
    expect(ruling(1, names, { rows: [], names: [null] })).toBeNull();
    expect(ruling(1, names, { rows: [], names: [[]] })).toMatchObject({
      names: [{ contest: 1, write_ins: [] }],
    });
  });

  it("counts the rows that agree in stretches", () => {
    expect(stretches(DIFFERENCE, 0, 12)).toEqual([
      { from: 1, to: 2 },
      { differs: 0 },
      { from: 4, to: 9 },
      { differs: 1 },
      { from: 11, to: 12 },
    ]);
    expect(stretches(DIFFERENCE, 1, 3)).toEqual([{ from: 1, to: 3 }]);
  });
});

describe("a doubtful section", () => {
  it("stands with those of its kind, named by all it is doubtful for", () => {
    const [over, unclear] = groups(countToRule());
    expect(over?.sections.map(({ section }) => section.place.bundle)).toEqual([2, 4]);
    expect(unclear?.open).toBe(1);
    expect(unclear && kindName(unclear.kind)).toBe("无法辨认、计票人存疑");
  });

  it("shows the rule with its article, or that it is this vote's own", () => {
    const [over] = countToRule().kinds;
    const [ground] = over?.grounds ?? [];
    if (!ground) throw new Error("the fixture has one");
    const plain = (sentence: string | null) => sentence?.replaceAll(/\s/gu, "");
    expect(plain(ruleSentence(ground, SELECTION))).toBe("至多选10项，不符的本部分无效（本次投票办法）");
    expect(plain(ruleSentence({ ...ground, article: { law: "election", article: 44 } }, SELECTION))).toBe(
      "至多选10项，不符的本部分无效（选举法第44条）",
    );
    expect(ruleSentence({ ground: "noted", rule: null, article: null }, SELECTION)).toBeNull();
  });

  it("says what is doubtful with the numbers in it", () => {
    const [over, , noted] = countToRule().doubtful;
    const plain = (sentences: string[]) => sentences.map((sentence) => sentence.replaceAll(/\s/gu, ""));
    expect(plain(over ? doubtSentences(over, "projects") : [])).toEqual(["赞成11项，超过应选10项"]);
    expect(plain(noted ? doubtSentences(noted, "projects") : [])).toEqual([
      "第8行无法辨认",
      "计票人存疑：涂改不清",
    ]);
    expect(
      plain(over ? doubtSentences({ ...over, proposed: [], strangers: ["钱进"] }, "projects") : []),
    ).toEqual(["写入的“钱进”不在代表名册上，建议不计"]);
  });
});

describe("a bundle out of step", () => {
  const slip = { pass: "first" as const, slipped: "skipped" as const, from: 5, to: 5, at: 5 };
  const plain = (sentence: string) => sentence.replaceAll(/\s/gu, "");

  it("names the sheet likely skipped or keyed twice, or those that read alike", () => {
    expect(plain(slipSentence(slip))).toBe("首录第5张疑似漏录");
    expect(plain(slipSentence({ ...slip, pass: "second", slipped: "doubled" }))).toBe(
      "复录第5张疑似录了两次",
    );
    expect(plain(slipSentence({ ...slip, to: 8 }))).toBe("首录疑似漏录一张，在第5–8张之中（这几张画法相同）");
  });

  it("is put right at the place in its own keying", () => {
    expect(remedyOf({ ...slip, slipped: "doubled", at: 6 })).toEqual({
      pass: "first",
      mend: { mend: "doubled", sheet: 6 },
    });
    expect(plain(remedyWords({ pass: "second", mend: { mend: "anew" } }))).toBe("复录整捆重录");
  });
});

describe("what is to be keyed after a repair", () => {
  const one = {
    bundle: 1,
    pass: "first" as const,
    teller: "刘敏",
    barred: "孙丽",
    sheet: 5,
    keyed: 9,
    sheets: 10,
  };

  it("names who keys what", () => {
    const said = (more: Partial<Parameters<typeof toKeySentence>[0]>) =>
      plain(toKeySentence({ ...one, lent: false, ...more }));
    expect(said({})).toBe("请刘敏补录第1捆第5张（首录）");
    expect(said({ sheet: null, keyed: 3 })).toBe("刘敏正在重录第1捆（首录），已录3 / 10张");
    expect(said({ sheet: null, keyed: 10 })).toBe("请刘敏交第1捆（首录）");
    expect(said({ teller: null, sheet: null, keyed: 0 })).toBe("请孙丽以外的计票人重录第1捆（首录）");
    expect(said({ teller: null, barred: null, sheet: null })).toBe("请计票人录第1捆（首录）");
    expect(said({ lent: true })).toContain("刘敏外录");
  });
});
