import { describe, expect, it } from "vitest";
import { lastWins } from "#ui/frame/last-wins";

describe("of what is asked while something is under way", () => {
  it("only the last is done, one at a time", async () => {
    const done: string[] = [];
    const ends: (() => void)[] = [];
    const ask = lastWins(async (asked: string, stale) => {
      await new Promise<void>((end) => ends.push(end));
      done.push(`${asked}${stale() ? " (stale)" : ""}`);
    });
    ask("first");
    ask("second");
    ask("third");
    expect(ends.length).toBe(1);
    ends[0]?.();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    ends[1]?.();
    await Promise.resolve();
    expect([done, ends.length]).toEqual([["first (stale)", "third"], 2]);
  });
});
