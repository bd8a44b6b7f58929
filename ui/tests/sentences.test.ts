import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fieldsOf, linesOf, textOf } from "#ui/rooms/papers/sentences";

const folder = "../assets/papers";
const texts = readdirSync(folder).filter((file) => file.endsWith(".j2"));

describe("a text as sentences", () => {
  it.each(texts)("puts %s together as it was", (file) => {
    const text = readFileSync(`${folder}/${file}`, "utf8");
    expect(textOf(linesOf(text))).toBe(text);
  });

  it("tells what is read from what steers", () => {
    const text =
      "# {{ session.full }}\n{% for item in meeting.agenda %}\n{{ item.text }}。\n{% endfor %}\n:table 10l\n甲\n:end";
    expect(linesOf(text).map((line) => line.role)).toEqual([
      "sentence",
      "repeated",
      "sentence",
      "ends",
      "program",
      "program",
      "program",
    ]);
  });

  it("names a fact by its field, not by the words around it", () => {
    expect(fieldsOf('{{ "（" ~ vote.round ~ "）" if vote.round else "" }}')).toEqual(["vote.round", "round"]);
    expect(fieldsOf("{{ meeting.date | date }}")).toEqual(["meeting.date", "date"]);
  });
});
