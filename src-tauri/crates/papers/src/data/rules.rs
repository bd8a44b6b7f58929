//! 办法: a ballot before its vote, as the texts say it: its settings, and the clauses written from
//! them.

use chrono::NaiveDate;
use session::ballot::{HallCounting, OptionOrder};
use session::tally::{Assessment, Kind, ValidIf};

use super::SessionName;
use super::ballot::BallotMark;
use super::fields::records;
use super::meeting::{MeetingFacts, PeopleFacts};
use crate::clauses::Source;

records! {
    /// The settings of a ballot. A field that is a setting is written as in docs/count-file.md:
    /// `at_most`.
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
        /// The day it is voted on.
        pub date: NaiveDate,
        /// How many must be present.
        pub quorum: u32,
        /// The share of all deputies that is: 三分之二.
        pub quorum_part: String,
        /// When the vote as a whole is valid.
        pub valid_if: ValidIf,
        /// Sheets in a bundle.
        pub bundle_size: u32,
        /// What the hall sees while it is counted.
        pub hall: HallCounting,
        /// Why a setting contradicts the law, where one does.
        pub departure: Option<String>,
        /// 条文: the clauses of the rules, written from the settings.
        pub clauses: Clauses,
        /// The questions in the order of the paper.
        pub contests: Vec<ContestRules>,
    }

    /// 条文 in the order of the paper.
    pub struct Clauses {
        /// 总则: what it rests on, and what is voted on.
        pub opening: Vec<Clause>,
        /// 提名: who may put candidates forward, until when, what follows; none but of an election.
        pub nomination: Vec<Clause>,
        /// 组织: who must be present, who votes, the ballots, those who count.
        pub conduct: Vec<Clause>,
        /// 填写: how it is marked, and what the marks of a sheet mean.
        pub marking: Vec<Clause>,
        /// 开箱计票: when the vote is valid, and how it is counted.
        pub counting: Vec<Clause>,
        /// 结果: what the counts decide.
        pub outcome: Vec<Clause>,
        /// 附则: departures, announcement, keeping, entry into force.
        pub closing: Vec<Clause>,
    }

    /// 条: one clause, without its number.
    pub struct Clause {
        /// What it says.
        pub text: String,
        /// 依据: the article it stands on, 惯例 or 本程序.
        pub law: Source,
    }

    /// The settings of one question.
    pub struct ContestRules {
        flat
        /// The kind of question and its rule, as docs/count-file.md writes them.
        pub kind: Kind,
        /// As printed above the section.
        pub title: String,
        /// What is chosen: 项目, 候选人, 测评项目, 表决事项.
        pub noun: String,
        /// Its measure word: 项 or 名.
        pub measure: String,
        /// 当选 or 通过.
        pub chosen_word: String,
        /// 应选; `None` where nothing is chosen.
        pub seats: Option<u32>,
        /// The post an election fills, among the township's own: “镇长”; empty elsewhere.
        pub post: String,
        /// 补选.
        pub by_election: bool,
        /// What stands on the ballot.
        pub options: Vec<OptionFacts>,
        /// How they were put in order.
        pub order: OptionOrder,
        /// The order they stand in: “按姓名笔画为序”; empty where they do not stand in the one that
        /// was chosen.
        pub in_order: String,
        /// What is drawn, and what it means.
        pub symbols: Vec<BallotMark>,
        /// What may be said of a row: 赞成, 反对, 弃权, or the grades.
        pub answers: Vec<String>,
        /// Lines a tally by hand needs for names written in.
        pub write_in_lines: u32,
        /// What the chair says of how to mark it.
        pub explained: String,
        /// The threshold; `None` when most votes win.
        pub threshold: Option<ThresholdRule>,
        /// Weights and levels of an evaluation.
        pub assessment: Option<Assessment>,
        /// What a row without a grade is called: 弃权 or 不了解.
        pub abstention: String,
    }

    /// One row of the ballot.
    pub struct OptionFacts {
        /// 序号.
        pub number: u32,
        /// The heading that begins with the row; empty where none does.
        pub heading: String,
        /// As printed.
        pub name: String,
        /// 项目 beside its name; empty fields where it is none.
        pub project: ProjectFacts,
        /// 候选人 beside the name; empty fields where it is none.
        pub nominee: NomineeFacts,
    }

    /// 民生实事项目: its facts beside its name.
    pub struct ProjectFacts {
        /// 实施内容.
        pub content: String,
        /// 投资 in 万元, as printed; empty when not given.
        pub investment: String,
        /// 资金来源.
        pub funding: String,
        /// 责任单位.
        pub unit: String,
        /// 责任人.
        pub person: String,
        /// 完成时限.
        pub deadline: String,
    }

    /// 候选人: what is known beside the name.
    pub struct NomineeFacts {
        /// 性别.
        pub sex: String,
        /// 民族.
        pub ethnicity: String,
        /// 出生年月.
        pub born: String,
        /// 现任职务.
        pub post: String,
        /// 备注.
        pub note: String,
        /// 提名: “主席团提名”, “陈志远等12名代表联名提名”; empty where nobody is on record.
        pub nominated: String,
        /// Whether deputies put the candidate forward.
        pub by_deputies: bool,
    }

    /// The threshold before the vote.
    pub struct ThresholdRule {
        /// The least number of approvals; `None` while its base is not counted.
        pub needed: Option<u32>,
        /// What it is: “超过全体代表的半数”.
        pub wording: String,
    }

    /// What a paper about a ballot before the vote may say.
    pub struct OfRules {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub people: PeopleFacts,
        /// The settings.
        pub rules: RulesFacts,
    }
}
