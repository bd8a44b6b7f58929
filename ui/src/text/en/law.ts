import type { Departure } from "#ui/bindings";
import type { Text } from "#ui/text/zh";
import { ballot } from "./ballot";

export const concerns: Text["failures"]["concerns"] = {
  candidates: ({ contest, candidates, seats, least, most }) =>
    `“${contest}”: ${candidates} candidates for ${seats} seats; there should be ${least === most ? least : `${least} to ${most}`} (Organic Law, article 27).${candidates > most ? " With more, hold a primary first." : ""}`,
  only_one_nominated: ({ contest }) =>
    `“${contest}”: as many candidates as seats, allowed only if nobody else was nominated (Organic Law, article 27).`,
  too_few_signed: ({ name, first, signed, needed }) =>
    `${name} was put forward by ${signed} deputies led by ${first}; ${needed} must sign (Organic Law, article 26).`,
  nominated_too_many: ({ contest, first, nominated, seats }) =>
    `“${contest}”: ${first === null ? "the presidium" : `the deputies led by ${first}`} nominated ${nominated}, more than the ${seats} seats (Organic Law, article 26).`,
  not_a_deputy: ({ contest, name }) =>
    `“${contest}”: ${name} is not on the roster; chair and vice-chairs must be deputies (Organic Law, article 18).`,
  names_another_post: ({ contest }) =>
    `“${contest}” names another post than the one chosen: the ballot prints the title, the rules and the notice the post. Change one of them.`,
  no_margin: ({ contest, candidates, seats }) =>
    `“${contest}”: ${candidates} projects for ${seats} places. The provinces' rules on choosing projects ask for more candidates than places (Shaanxi's, for one): list more, or choose fewer; if it is to be so, let the presidium decide first.`,
  not_in_order: ({ contest, order }) =>
    `“${contest}”: the order chosen is “${ballot.order[order]}”, but the candidates do not stand in it, so no paper says one. Sort them, or choose another order.`,
  same_colour: ({ colour, ballot: first }) =>
    colour === ""
      ? `Neither this ballot nor “${first}” has a colour label: one could be taken for the other. Use paper of another colour, and name it.`
      : `This ballot and “${first}” are both ${colour}: one could be taken for the other. Use another colour.`,
  too_many_seats: ({ contest, seats, most }) =>
    `“${contest}”: ${seats} seats, the law gives ${most} (Organic Law, articles 12 and 18).`,
};

export const departures: Text["failures"]["departures"] = {
  quorum: ({ quorum: [numerator, denominator] }) =>
    `The quorum is set to ${numerator}/${denominator} of all deputies, below two thirds (Organic Law, article 14)`,
  threshold: ({ contest }) =>
    `“${contest}” asks for less than more than half of all deputies (Organic Law, article 25)`,
};

export const departureSentence = (of: Departure) =>
  (departures[of.departure] as (of: Departure) => string)(of);
