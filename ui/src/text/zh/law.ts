// 法律怎么说：候选人、设置与法律不符之处。
import type { Concern, Departure } from "#ui/bindings";
import { ballot } from "./ballot";

type Concerns = { [C in Concern["concern"]]: (of: Extract<Concern, { concern: C }>) => string };
type Departures = { [D in Departure["departure"]]: (of: Extract<Departure, { departure: D }>) => string };

/** 候选人与法律不符之处，逐条写明依据。 */
export const concerns: Concerns = {
  candidates: ({ contest, candidates, seats, least, most }) =>
    `“${contest}”应选${seats}名，列了${candidates}名候选人，应为${least === most ? least : `${least}到${most}`}名（组织法第二十七条）。${candidates > most ? "人数多于规定的，先进行预选。" : ""}`,
  only_one_nominated: ({ contest }) =>
    `“${contest}”等额选举：只有在提名的候选人只有一人时才可以（组织法第二十七条）。`,
  too_few_signed: ({ name, first, signed, needed }) =>
    `${name}由${first}等${signed}名代表联名提出，不足${needed}名（组织法第二十六条）。`,
  nominated_too_many: ({ contest, first, nominated, seats }) =>
    `“${contest}”${first === null ? "主席团" : `${first}等代表`}提名${nominated}名，多于应选的${seats}名（组织法第二十六条）。`,
  not_a_deputy: ({ contest, name }) =>
    `“${contest}”的${name}不在代表名册上；主席、副主席由本级人民代表大会代表担任（组织法第十八条）。`,
  names_another_post: ({ contest }) =>
    `“${contest}”写的不是所选的职务：选票印这个标题，办法和公告写所选的职务。请改其中一个。`,
  no_margin: ({ contest, candidates, seats }) =>
    `“${contest}”应选${seats}项，只列了${candidates}项，不是差额票决。票决制的规定要求候选项目多于应选项目（如陕西票决制规定），请增列项目或减少应选数；确需等额的，请先由主席团决定。`,
  not_in_order: ({ contest, order }) =>
    `“${contest}”选的是“${ballot.order[order]}”，候选人没有这样排列，文书上不写顺序。请排序，或改选别的顺序。`,
  same_colour: ({ colour, ballot: first }) =>
    colour === ""
      ? `这张票和“${first}”都没有注明颜色，容易混淆。请换一种颜色的纸，并写明颜色。`
      : `这张票和“${first}”都是${colour}，容易混淆。请换一种颜色。`,
  too_many_seats: ({ contest, seats, most }) =>
    `“${contest}”应选${seats}名，多于法律规定的${most}名（组织法第十二条、第十八条）。`,
};

/** 与法律不符的设置，须写明理由。 */
export const departures: Departures = {
  quorum: ({ quorum: [numerator, denominator] }) =>
    `法定人数设为全体代表的${denominator}分之${numerator}，低于三分之二（组织法第十四条）`,
  threshold: ({ contest }) => `“${contest}”的通过门槛低于全体的过半数（组织法第二十五条）`,
};

export const departureSentence = (of: Departure) =>
  (departures[of.departure] as (of: Departure) => string)(of);
