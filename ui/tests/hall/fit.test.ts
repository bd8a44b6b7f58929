import { describe, expect, it } from "vitest";
import { ems, sizeFor, sizesFor } from "../../src/hall-window/fit";
import { LEAST_TEXT } from "../../src/hall-window/page";
import { LONG_NAME } from "../count/fixtures";

describe("fitting a text", () => {
  it("counts Chinese characters as one em, letters and figures as less", () => {
    expect(ems("民生实事")).toBe(4);
    expect(ems("𬱖䶮")).toBe(2);
    expect(ems("300")).toBeLessThan(3);
  });

  it("stays on one line while it can be read, then takes two", () => {
    expect(sizeFor("短名", 1000, 40)).toEqual({ size: 40, lines: 1 });
    expect(sizeFor(LONG_NAME, 1120, 40)).toEqual({ size: 36, lines: 1 });
    expect(sizeFor(LONG_NAME, 800, 40)).toEqual({ size: LEAST_TEXT, lines: 2 });
  });

  it("is never smaller than what the farthest seat can read", () => {
    expect(sizeFor(LONG_NAME.repeat(4), 300, 60).size).toBe(LEAST_TEXT);
  });

  it("gives the rows of a page one size", () => {
    const sizes = sizesFor(["短名", LONG_NAME], 1120, 40);
    expect(sizes.map(({ size }) => size)).toEqual([36, 36]);
  });
});
