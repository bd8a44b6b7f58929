import { describe, expect, it } from "vitest";
import { thresholdForm, thresholdOf } from "#ui/rooms/prepare/ballot/threshold";
import { tenThousands } from "#ui/rooms/prepare/money";
import { dateInWords, isoDate } from "#ui/text/dates";
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
