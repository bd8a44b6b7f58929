//! One round of a vote: its numbers, what was counted, what came of it.

use chrono::{NaiveDate, NaiveDateTime};
use session::tally::{Kind, Next, ValidIf};

use super::SessionName;
use super::fields::{records, words};
use super::meeting::{MeetingFacts, PeopleFacts};

words! {
    /// What became of a row.
    pub enum RowOutcome {
        /// Elected, chosen or passed.
        Chosen,
        /// Level at the cut line.
        Tied,
        /// Reached the threshold, but the places are filled.
        PlacesFilled,
        /// Did not reach the threshold.
        NotReached,
        /// A row of an evaluation.
        Graded,
    }

    /// 收回 against 发出.
    pub enum Compared {
        /// 少于.
        Fewer,
        /// 等于.
        Equal,
        /// 多于.
        More,
    }
}

records! {
    /// One round of a vote.
    pub struct VoteFacts {
        /// What was voted on: “2026年度民生实事项目票决”.
        pub title: String,
        /// 选举, 票决, 测评 or 表决.
        pub word: String,
        /// 选票, 票决票, 测评票 or 表决票.
        pub paper: String,
        /// 颜色 of the paper; empty when it has none.
        pub colour: String,
        /// The round when it is not the first: “再次投票”.
        pub round: Option<String>,
        pub control: ControlNumbers,
        /// The day it is held.
        pub date: NaiveDate,
        /// 收回 against 发出; `None` before the box is open.
        pub compared: Option<Compared>,
        /// Whether the vote is valid; `None` before the box is open.
        pub valid: Option<bool>,
        /// When it is valid: `returned_at_most_issued`, `returned_at_most_present` or
        /// `returned_equals_issued`.
        pub valid_if: ValidIf,
        /// 每捆张数 as set; the last bundle may hold fewer.
        pub bundle_size: u32,
        /// 捆.
        pub bundles: Vec<BundleFacts>,
        /// The questions in the order of the paper; none before the count is certified.
        pub contests: Vec<ContestFacts>,
        /// What was ruled while counting.
        pub rulings: RulingNumbers,
        /// The same as a sentence; `None` where nothing was.
        pub ruled: Option<String>,
        /// 补录、重录: keyings put right after they were handed in, a sentence each.
        pub repairs: Vec<String>,
        /// Why a setting contradicts the law, where one does.
        pub departure: Option<String>,
        /// Whether the numbers were counted by hand and entered.
        pub counted_by_hand: bool,
        /// When the count was certified.
        pub at: Option<NaiveDateTime>,
        /// That an earlier PIN of who certified the count had been removed, as a sentence.
        pub pin_removed: Option<String>,
        /// Whether the result was announced.
        pub announced: bool,
        /// How the round was broken off, as a sentence: “投票中止，理由：……”.
        pub broken_off: Option<String>,
        /// What had been announced of the box and was put right, a sentence each.
        pub corrections: Vec<String>,
        /// 一并发出: titles of the ballots handed out before it at the same time.
        pub together: Vec<String>,
    }

    /// The numbers a count is checked by.
    pub struct ControlNumbers {
        /// 全体代表.
        pub all_deputies: u32,
        /// 应到.
        pub expected: u32,
        /// 实到.
        pub present: u32,
        /// 法定人数.
        pub quorum: u32,
        /// 印制.
        pub printed: u32,
        /// 发出.
        pub issued: u32,
        /// 划错换票; `None` before the box is open.
        pub spoiled: Option<u32>,
        /// 收回; `None` before the box is open.
        pub returned: Option<u32>,
        /// 剩余; `None` before the box is open.
        pub left_over: Option<u32>,
    }

    /// 捆.
    pub struct BundleFacts {
        /// From 1.
        pub number: u32,
        /// How many sheets it holds.
        pub sheets: u32,
        /// Which sheet of all it begins with, from 1.
        pub first: u32,
        /// Which it ends with.
        pub last: u32,
    }

    /// What was ruled while counting.
    pub struct RulingNumbers {
        /// Sheets on which the two keyings differed; a scrutineer looked at the paper.
        pub differing: u32,
        /// Sections the chief scrutineer ruled on.
        pub ruled: u32,
        /// Sections of these ruled void.
        pub void: u32,
    }

    /// One question and its result.
    pub struct ContestFacts {
        flat
        /// The kind of question and its rule, as docs/count-file.md writes them.
        pub kind: Kind,
        /// As printed above the section.
        pub title: String,
        /// What is chosen: 项目, 候选人, 事项, 测评项目.
        pub noun: String,
        /// Its measure word: 项 or 名.
        pub measure: String,
        /// 当选 or 通过.
        pub chosen_word: String,
        /// 应选; `None` where nothing is chosen.
        pub seats: Option<u32>,
        pub options: u32,
        /// 有效.
        pub valid: u32,
        /// 无效.
        pub void: u32,
        /// The threshold; `None` when most votes win.
        pub threshold: Option<Threshold>,
        /// Labels of the grades, best first; none but for an evaluation.
        pub grades: Vec<String>,
        /// What a row without a grade is called: 弃权 or 不了解.
        pub abstention: String,
        /// Whether rows have a level.
        pub levels: bool,
        /// Whether the share of every grade is told of every row.
        pub shares: bool,
        /// 总体满意率: all rows together; `None` where that is not told.
        pub overall: Option<OverallFacts>,
        /// The rows in the order they are reported.
        pub rows: Vec<CountRow>,
        /// 另选他人, by votes.
        pub write_ins: Vec<WriteIn>,
        /// Seats not filled.
        pub seats_left: u32,
        pub following: Next,
        /// The same as a sentence; `None` where nothing follows.
        pub follows: Option<String>,
        /// What is said of each outcome of a row.
        pub outcomes: OutcomeWords,
        /// What was decided instead of voting once more.
        pub settlement: Option<SettlementFacts>,
    }

    /// 总体: all rows of an evaluation together, their numbers added up.
    pub struct OverallFacts {
        /// 满意率 without its %; `None` when nobody graded anything.
        pub rate: Option<String>,
        /// The same as a sentence, with the share of every grade where shares are told.
        pub said: String,
    }

    /// What is said of the outcome of a row.
    pub struct OutcomeWords {
        /// 通过 or 当选.
        pub chosen: String,
        /// 票数相等.
        pub tied: String,
        /// 名额已满.
        pub places_filled: String,
        /// 未通过 or 未当选.
        pub not_reached: String,
    }

    /// 过半数 and the like.
    pub struct Threshold {
        /// The least number of approvals that reaches it.
        pub needed: u32,
        /// What it is, to follow “超过” or “达到”: “超过全体代表的半数”.
        pub wording: String,
        /// Heading of the column that says whether a row reached it: “是否过半数”.
        pub heading: String,
    }

    pub struct CountRow {
        /// 序号.
        pub number: u32,
        /// The heading that begins with the row; empty where none does, and where rows do not stand
        /// as on the ballot.
        pub heading: String,
        pub name: String,
        /// 赞成.
        pub approvals: u32,
        /// 反对.
        pub against: u32,
        /// 弃权.
        pub abstentions: u32,
        /// 本栏无效.
        pub void: u32,
        /// How often each grade was given.
        pub grades: Vec<u32>,
        /// 满意率 without its %; `None` when nobody graded it.
        pub rate: Option<String>,
        /// 等次.
        pub level: Option<String>,
        /// 占比 of each grade without its %, best first; empty where shares are not told.
        pub shares: Vec<String>,
        /// Whether it reached the threshold.
        pub reached: bool,
        /// What became of it.
        pub outcome: RowOutcome,
    }

    /// 另选他人: a written-in name and its votes.
    pub struct WriteIn {
        pub name: String,
        /// 赞成.
        pub approvals: u32,
        /// Whether it reached the threshold.
        pub reached: bool,
        /// What became of it.
        pub outcome: RowOutcome,
    }

    /// What was decided instead of voting once more.
    pub struct SettlementFacts {
        /// presidium, `next_session`, `accept_fewer`, `seat_vacant` or `candidate_withdrew`.
        pub how: String,
        /// What was decided, as a sentence.
        pub said: String,
        /// Whom or what the presidium chose.
        pub names: Vec<String>,
        /// 决定记录: who decided, and why.
        pub record: String,
    }

    /// What a paper about one round may say.
    pub struct OfVote {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub people: PeopleFacts,
        pub vote: VoteFacts,
    }
}
