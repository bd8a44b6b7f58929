//! 办法: the settings of a ballot, as its rules are written from them clause by clause.

use super::SessionName;
use super::fields::records;
use super::meeting::{MeetingFacts, PeopleFacts};
use super::vote::ContestKind;

records! {
    /// The settings of a ballot. Where a field is one of a setting's values, it is written as in
    /// docs/count-file.md: `at_most`.
    pub struct RulesFacts {
        /// What is voted on: “2026年度民生实事项目票决”.
        pub title: String,
        /// 选举, 票决, 测评 or 表决.
        pub word: String,
        /// 选票, 票决票, 测评票 or 表决票.
        pub paper: String,
        /// 颜色 of the paper; empty when it has none.
        pub colour: String,
        /// 再次投票 and the like, for a ballot that follows a result.
        pub round: Option<String>,
        /// How many must be present.
        pub quorum: u32,
        /// The share of all deputies that is: 三分之二.
        pub quorum_part: String,
        /// `returned_at_most_issued`, `returned_at_most_present`, `returned_equals_issued`.
        pub valid_if: String,
        /// Sheets in a bundle.
        pub bundle_size: u32,
        /// live, progress, nothing.
        pub hall: String,
        /// Why a setting contradicts the law, where one does.
        pub departure: Option<String>,
        /// The questions in the order of the paper.
        pub contests: Vec<ContestRules>,
    }

    /// The settings of one question.
    pub struct ContestRules {
        /// As printed above the section.
        pub title: String,
        /// What kind of question.
        pub kind: ContestKind,
        /// What is chosen: 项目, 候选人, 事项, 测评项目.
        pub noun: String,
        /// Its measure word: 项 or 名.
        pub measure: String,
        /// 当选 or 通过.
        pub chosen_word: String,
        /// 应选; `None` where nothing is chosen.
        pub seats: Option<u32>,
        /// What stands on the ballot.
        pub options: Vec<OptionFacts>,
        /// number, `name_strokes`, `surname_strokes`, `primary_votes`, `by_hand`.
        pub order: String,
        /// What is drawn, and what it means.
        pub symbols: Vec<SymbolFacts>,
        /// The threshold; `None` when most votes win.
        pub threshold: Option<ThresholdRule>,
        /// `at_most`, exactly, none.
        pub cap: String,
        /// section, sheet, flag.
        pub over_cap: String,
        /// abstain, void, for.
        pub blank_row: String,
        /// valid, void.
        pub blank_section: String,
        /// row, section.
        pub illegible_row: String,
        /// none, `needs_against`, allowed.
        pub write_ins: String,
        /// for, void.
        pub write_in_unmarked: String,
        /// Whether only a deputy can be written in.
        pub deputies_only: bool,
        /// 补选.
        pub by_election: bool,
        /// runoff, presidium, `all_in`, `ballot_order`.
        pub tie: String,
        /// further, accept.
        pub shortfall: String,
        /// Labels of the grades, best first.
        pub grades: Vec<String>,
        /// What a row without a grade is called: 弃权 or 不了解.
        pub abstention: String,
        /// Whether abstentions are part of the base of the rate.
        pub abstentions_counted: bool,
        /// void, abstain.
        pub multi_mark: String,
        /// The grades in the numerator of the rate.
        pub rate_grades: Vec<String>,
        /// What it is a rate of: “有效票数”.
        pub rate_base: String,
        /// Figures after the point.
        pub rate_decimals: u32,
        /// Weight of each grade in per cent; none where the rate counts grades.
        pub weights: Vec<u32>,
        /// none, counts, rate.
        pub levels: String,
        /// enough, `not_enough`: at exactly half.
        pub at_half: String,
        /// Levels by the rate, the best first.
        pub bands: Vec<BandFacts>,
    }

    /// One row of the ballot.
    pub struct OptionFacts {
        /// 序号.
        pub number: u32,
        /// As printed.
        pub name: String,
    }

    /// One line of the symbol map.
    pub struct SymbolFacts {
        /// What is drawn: ○.
        pub symbol: String,
        /// What it means: 赞成, 反对, 弃权 or a grade.
        pub meaning: String,
    }

    /// The threshold before the vote.
    pub struct ThresholdRule {
        /// The least number of approvals; `None` while its base is not counted.
        pub needed: Option<u32>,
        /// What it is: “超过全体代表的半数”.
        pub wording: String,
    }

    /// 等次区间.
    pub struct BandFacts {
        /// 等次.
        pub label: String,
        /// The least rate that reaches it, in per cent.
        pub at_least: String,
    }

    /// What a paper about a ballot before the vote may say.
    pub struct OfRules {
        /// The session's name.
        pub session: SessionName,
        /// Its facts.
        pub meeting: MeetingFacts,
        /// Its people.
        pub people: PeopleFacts,
        /// The settings.
        pub rules: RulesFacts,
    }
}
