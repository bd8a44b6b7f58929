import type { Text } from "#ui/text/zh";
import { placeIn } from "#ui/text/zh/stops";
import { common } from "./common";
import { askedTooMuch } from "./limits";

export const places: Text["failures"]["places"] = {
  meeting: () => "the session's name or place",
  deputy: ({ number, name }) => `deputy ${number}, ${name}`,
  person: ({ name }) => `“${name}”`,
  title: ({ title }) => `the title “${title}”`,
  row: ({ contest, row, name }) => `“${contest}”, row ${row}, “${name}”`,
  agenda_item: ({ item }) => `the agenda's “${item}”`,
  line: ({ line }) => `line ${line} of this paper's text`,
  text: ({ text }) => `“${text}”`,
};

export const stops: Text["failures"]["stops"] = {
  missing_character: ({ character, code, place }) =>
    `No face has “${character}” (${code}), which stands in ${placeIn(places, place)}: it cannot be printed. Use another character, or choose a face that has it under Style.`,
  face_not_here: ({ role, family, has_namesake }) =>
    has_namesake
      ? `“${family}” on this machine is another file than the ${common.faceRoles[role]} face on record. Install the one on record, or choose another under Style.`
      : `The ${common.faceRoles[role]} face on record, “${family}”, is not on this machine. Install it, or choose another under Style.`,
  long_name: ({ place, pages, without }) =>
    `${placeIn(places, place)} is so long that every row is as tall: the ballot takes ${pages} pages, ${without} with a shorter one.`,
  too_tall: ({ place }) =>
    `${placeIn(places, place)} is taller than a page: it cannot be printed. Make it shorter.`,
  too_much: ({ place, asked }) =>
    `In ${placeIn(places, place)}: ${askedTooMuch(asked)}. The paper was not set.`,
  several_pages: ({ pages }) =>
    `A ballot takes ${pages} pages. Print on both sides or staple them, and check every one before it is handed out.`,
};
