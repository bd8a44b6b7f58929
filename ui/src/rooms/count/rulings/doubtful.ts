// Sections for the chief scrutineer by kind, and what is doubtful about them in words. What is of one kind, and which rule and
// article stand behind it, comes with the view.
import type {
  Article,
  CountView,
  DeskContest,
  Doubt,
  DoubtfulView,
  GroundView,
  KindView,
  Matter,
  RuleInForce,
  SectionPlace,
} from "#ui/bindings";
import { t } from "#ui/text/index.svelte";

/** Sections of one kind, ruled on or not. */
export interface Group {
  kind: KindView;
  sections: DoubtfulView[];
  open: number;
}

/** Returns the doubtful sections kind by kind. */
export function groups(view: CountView): Group[] {
  return view.kinds.map((kind, index) => {
    const sections = view.doubtful.filter((section) => section.kind === index);
    return { kind, sections, open: sections.filter((section) => section.verdict === null).length };
  });
}

/** Tells whether two places are the same. */
export function samePlace(one: SectionPlace, other: SectionPlace): boolean {
  return (
    one.contest === other.contest &&
    one.place.bundle === other.place.bundle &&
    one.place.sheet === other.place.sheet
  );
}

/** Returns what a kind is called, by all it is doubtful for. */
export function kindName(kind: KindView): string {
  return kind.grounds.map(({ ground }) => t().count.rulings.kinds[ground]).join(t().count.rulings.and);
}

/** Returns a doubt in words. */
export function doubtSentence(doubt: Doubt, matter: Matter): string {
  const words = t().count.rulings.doubts;
  switch (doubt.kind) {
    case "over_cap":
    case "under_cap":
      return words[doubt.kind](
        t().matter[matter].count(doubt.approvals),
        t().matter[matter].count(doubt.seats),
      );
    case "blank_section":
      return words.blank_section;
    case "illegible_row":
    case "multiple_grades":
      return words[doubt.kind](doubt.row + 1);
    case "write_ins_without_against":
      return words.write_ins_without_against(doubt.write_ins, doubt.against);
    case "write_in_unmarked":
      return words.write_in_unmarked(doubt.name);
  }
}

/** Returns all that is doubtful about a section, in words. */
export function doubtSentences(section: DoubtfulView, matter: Matter): string[] {
  return [
    ...section.proposed.map((doubt) => doubtSentence(doubt, matter)),
    ...section.strangers.map((name) => t().count.rulings.doubts.not_a_deputy(name)),
    ...section.namesakes.map((name) => t().count.rulings.doubts.namesake(name)),
    ...section.noted.map((reason) => t().count.rulings.doubts.noted(reason)),
  ];
}

/** Returns the rule behind a doubt with its article; null where no rule decides. */
export function ruleSentence({ rule, article }: GroundView, contest: DeskContest): string | null {
  if (rule === null) return null;
  return t().count.rulings.ruleWith(ruleWords(rule, contest), articleWords(article));
}

function ruleWords(rule: RuleInForce, { matter, abstention }: DeskContest): string {
  const words = t().count.rulings.rules;
  switch (rule.setting) {
    case "cap":
      return words.cap(
        words.caps[rule.cap](t().matter[matter].count(rule.seats)),
        words.overCap[rule.over_cap],
      );
    case "blank_section":
      return words.blankSection(t().blank.section(rule.is, abstention));
    case "illegible_row":
      return words.illegibleRow[rule.voids];
    case "multi_mark":
      return words.multiMark[rule.is];
    case "write_ins_need_against":
      return words.writeInsNeedAgainst;
    case "write_in_deputies_only":
      return words.writeInDeputiesOnly;
    case "write_in_unmarked":
      return words.writeInUnmarked[rule.is];
  }
}

function articleWords(article: Article | null): string {
  const words = t().count.rulings;
  return article ? words.laws[article.law](article.article) : words.ownRules;
}
