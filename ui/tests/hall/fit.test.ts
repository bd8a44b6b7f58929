import { describe, expect, it } from "vitest";
import { ems, padded, sizeFor, sizesFor } from "#ui/hall-window/fit";
import { LEAST_TEXT } from "#ui/hall-window/page";
import { LONG_NAME } from "../count/fixtures";

describe("fitting a text", () => {
  it("counts Chinese characters as one em, letters and figures as less", () => {
    expect(ems("民生实事")).toBe(4);
    expect(ems("𬱖䶮")).toBe(2);
    expect(ems("300")).toBeLessThan(3);
  });

  it("stays on one line while it can be read, then takes two", () => {
    expect(sizeFor("短名", 1000, 40)).toEqual({ size: 40, lines: 1, squeeze: 1 });
    expect(sizeFor(LONG_NAME, 1120, 40)).toEqual({ size: 36, lines: 1, squeeze: 1 });
    expect(sizeFor(LONG_NAME, 800, 40)).toEqual({ size: LEAST_TEXT, lines: 2, squeeze: 1 });
  });

  it("is set narrower where two lines are not enough, but not beyond reading", () => {
    const fitted = sizeFor(LONG_NAME, 460, 40);
    expect(fitted).toMatchObject({ size: LEAST_TEXT, lines: 2 });
    expect(fitted.squeeze).toBeLessThan(1);
    expect(ems(LONG_NAME) * LEAST_TEXT * fitted.squeeze).toBeLessThanOrEqual(2 * 460);
    expect(sizeFor(LONG_NAME.repeat(4), 300, 60).squeeze).toBeGreaterThan(0.6);
  });

  it("sets two characters as wide as three", () => {
    expect(padded(["张伟", "田大利", "阿依古丽"])).toEqual(["张　伟", "田大利", "阿依古丽"]);
    expect(padded(["张伟", "李伟"])).toEqual(["张伟", "李伟"]);
  });

  it("is never smaller than what the farthest seat can read", () => {
    expect(sizeFor(LONG_NAME.repeat(4), 300, 60).size).toBe(LEAST_TEXT);
  });

  it("gives the rows of a page one size", () => {
    const sizes = sizesFor(["短名", LONG_NAME], 1120, 40);
    expect(sizes.map(({ size }) => size)).toEqual([36, 36]);
  });
});
