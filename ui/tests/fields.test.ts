import { describe, expect, it } from "vitest";
import { thresholdForm, thresholdOf } from "#ui/rooms/prepare/ballot/threshold";
import { tenThousands } from "#ui/rooms/prepare/money";
import { dateInWords, isoDate } from "#ui/text/dates";
import { readNumber } from "#ui/text/numbers";
import { plain } from "./shell";

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
  it("keeps its base when its fraction is changed", () => {
    const before = { base: "present", least: { over: [1, 2] } } as const;
    expect(thresholdOf("two_thirds", { base: before.base, least: { over: [1, 2] } })).toEqual({
      base: "present",
      least: { at_least: [2, 3] },
    });
  });
  it("that no form offers is kept as it is", () => {
    const unusual = { base: "valid" as const, least: { over: [3, 5] as [number, number] } };
    expect(thresholdForm(unusual)).toBe("other");
    expect(thresholdOf("other", unusual)).toEqual(unusual);
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
  it("keeps to the bounds of its field", () => {
    expect(readNumber("0", 1).fault).toEqual({ code: "too_small", least: 1 });
    expect(readNumber("101", 0, 100).fault).toEqual({ code: "too_large", most: 100 });
  });
});
