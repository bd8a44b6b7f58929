import { describe, expect, it } from "vitest";
import { ems, largest, linesFor, linesOf, mostFor, oneLine, padded } from "#ui/hall-window/fit";
import { LEAST_TEXT } from "#ui/hall-window/page";
import { parts } from "#ui/hall-window/sense";
import { LONG_NAME } from "../count/fixtures";

describe("fitting a text", () => {
  it("counts Chinese characters as one em, letters and figures as less", () => {
    expect(ems("民生实事")).toBe(4);
    expect(ems("𬱖䶮")).toBe(2);
    expect(ems("300")).toBeLessThan(3);
    expect(ems("100.00%")).toBeGreaterThan(4);
  });

  it("breaks a name into as many lines as it needs, none cut", () => {
    expect(linesOf(10, 40, 400)).toBe(1);
    expect(linesOf(11, 40, 400)).toBe(2);
    expect(linesOf(19, 40, 400)).toBe(3);
  });

  it("gives the rows of a page one size, the largest that fits", () => {
    const width = () => 1120;
    const { size, lines } = largest(["短名", LONG_NAME], width, 400, 90);
    expect(lines).toEqual([1, 2]);
    const height = 54 + 2 * 8 + size * 1.2 + 2 * size * 1.2;
    expect(size).toBeGreaterThan(60);
    expect(height).toBeLessThanOrEqual(400 + size * 1.2);
  });

  it("fills the page with few rows and is never smaller than what the farthest seat can read", () => {
    expect(mostFor(2, 750)).toBeGreaterThan(100);
    expect(mostFor(12, 750)).toBeLessThan(40);
    expect(mostFor(40, 750)).toBe(LEAST_TEXT);
    expect(largest(Array(40).fill(LONG_NAME), () => 300, 750, 90).size).toBe(LEAST_TEXT);
    expect(oneLine(LONG_NAME.repeat(4), 300, 60)).toBe(LEAST_TEXT);
    expect(linesFor(LONG_NAME.repeat(4), 300, 60)).toBe(LEAST_TEXT);
  });

  it("sets two characters as wide as three", () => {
    expect(padded(["张伟", "田大利", "阿依古丽"])).toEqual(["张　伟", "田大利", "阿依古丽"]);
    expect(padded(["张伟", "李伟"])).toEqual(["张伟", "李伟"]);
  });
});

describe("a title", () => {
  it("is broken by sense, and nothing of it is lost", () => {
    const session = "青石镇第十八届人民代表大会第五次会议";
    expect(parts(session)).toEqual(["青石镇", "第十八届人民代表大会", "第五次会议"]);
    const motion = `${session}关于政府工作报告的决议（草案）`;
    expect(parts(motion).slice(3)).toEqual(["关于政府工作报告的决议", "（草案）"]);
    for (const title of [session, motion, "2026年度民生实事项目票决票", ""]) {
      expect(parts(title).join("")).toBe(title);
    }
  });
});
