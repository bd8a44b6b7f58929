import { describe, expect, it } from "vitest";
import { tenThousands } from "#ui/frame/money";
import { thresholdForm, thresholdOf } from "#ui/rooms/prepare/ballot/threshold";
import { dateInWords, isoDate } from "#ui/text/dates";
import { readNumber } from "#ui/text/numbers";
import { plain, prepared } from "./shell";

describe("a day", () => {
  it.each(["2026年1月16日", "2026-01-16", "2026.1.16", "２０２６年１月１６日", " 2026/1/16 "])(
    "may be typed as %s",
    (typed) => expect(isoDate(typed)).toBe("2026-01-16"),
  );
  it.each(["2026年2月30日", "1月16日", "2026", ""])("is not %j", (typed) => expect(isoDate(typed)).toBe(""));
  it("is written without leading zeros", () => expect(plain(dateInWords("2026-01-06"))).toBe("2026年1月6日"));
});

describe("an investment", () => {
  it("is shown as it was typed", () => expect(tenThousands(2_985_000)).toBe("298.5"));
});

describe("a threshold", () => {
  const offered = prepared().thresholds;
  it("keeps its base when its fraction is changed", () => {
    const before = { base: "present", least: { over: [1, 2] } } as const;
    expect(thresholdOf(offered, "two_thirds", { base: before.base, least: { over: [1, 2] } })).toEqual({
      base: "present",
      least: { at_least: [2, 3] },
    });
  });
  it("that no form offers is kept as it is", () => {
    const unusual = { base: "valid" as const, least: { over: [3, 5] as [number, number] } };
    expect(thresholdForm(offered, unusual)).toBe("other");
    expect(thresholdOf(offered, "other", unusual)).toEqual(unusual);
  });
});

describe("a number", () => {
  it.each([
    ["19", 19],
    ["１９", 19],
    [" 19 ", 19],
    ["0", 0],
    ["1000000", 1_000_000],
  ])("may be typed as %j", (typed, value) => expect(readNumber(typed)).toEqual({ value, fault: null }));
  it("is none where nothing is typed", () => expect(readNumber(" ")).toEqual({ value: null, fault: null }));
  it.each([
    ["5.5", "fraction"],
    ["５．５", "fraction"],
    ["-3", "negative"],
    ["−3", "negative"],
    ["十九", "not_figures"],
    ["1e3", "not_figures"],
    ["1 9", "not_figures"],
    ["1000001", "too_large"],
    ["99999999999999999999", "too_large"],
  ])("is not taken from %j: %s", (typed, code) => {
    const read = readNumber(typed);
    expect([read.value, read.fault?.code]).toEqual([null, code]);
  });
  it("may be a numeral where numbers are usually written so: every one from 一 to 九十九, and nothing else", () => {
    const words = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    for (let number = 1; number <= 99; number += 1) {
      const [tens, ones] = [Math.floor(number / 10), number % 10];
      const ten = tens === 0 ? "" : tens === 1 ? "十" : `${words[tens]}十`;
      expect(readNumber(`${ten}${words[ones]}`, 1, 999, true).value).toBe(number);
    }
    expect(readNumber("一十八", 1, 999, true).value).toBe(18);
    for (const none of ["十十", "二二", "一百", "〇", "十二三", "二十x"])
      expect(readNumber(none, 1, 999, true).fault).toEqual({ code: "not_figures" });
    expect(readNumber("二十", 1, 10, true).fault).toEqual({ code: "too_large", most: 10 });
    expect(readNumber("19", 1, 999, true).value).toBe(19);
  });
  it("keeps to the bounds of its field", () => {
    expect(readNumber("0", 1).fault).toEqual({ code: "too_small", least: 1 });
    expect(readNumber("101", 0, 100).fault).toEqual({ code: "too_large", most: 100 });
  });
});
