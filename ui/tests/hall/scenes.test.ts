import { describe, expect, it } from "vitest";
import { groupOf, onPage, sceneKey } from "#ui/rooms/hall/scenes";
import { hourFrom, hourOf } from "#ui/text/dates";
import { hallRoom } from "./fixtures";

describe("the scenes of the list", () => {
  it("turn pages only where there are some", () => {
    expect(onPage({ scene: "agenda", page: 0 }, 1)).toEqual({ scene: "agenda", page: 1 });
    expect(onPage({ scene: "attendance" }, 1)).toEqual({ scene: "attendance" });
  });

  it("are told apart by what they belong to, never by a title", () => {
    const [, first, second] = hallRoom().groups;
    expect(first?.of).toMatchObject({ title: "选票" });
    expect(second?.of).toMatchObject({ title: "选票" });
    expect(groupOf(hallRoom(), { scene: "result", round: 1, page: 3 })).toEqual(first);
    expect(groupOf(hallRoom(), { scene: "options", ballot: "b", page: 0 })).toEqual(second);
    const keys = hallRoom().groups.flatMap(({ scenes }) => scenes.map(({ scene }) => sceneKey(scene)));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the hour of a pause", () => {
  it("is read as it is typed, and refused where it is none", () => {
    for (const typed of ["14:30", "14：30", "1430", " 14点30分 "]) expect(hourFrom(typed)).toBe("14:30:00");
    expect(hourFrom("9:05")).toBe("09:05:00");
    for (const typed of ["", "25:00", "14:60", "半小时后", "14"]) expect(hourFrom(typed)).toBeNull();
    expect(hourOf("14:30:00")).toBe("14:30");
    expect(hourOf(null)).toBe("");
  });
});
