//! 决定、公告、备案报告: what came of a matter over all of its rounds.

use chrono::NaiveDate;

use super::SessionName;
use super::fields::{records, words};
use super::hand::HandFacts;
use super::meeting::{MeetingFacts, PeopleFacts};
use super::rules::ProjectFacts;
use super::vote::{ContestFacts, SettlementFacts, VoteFacts};

words! {
    /// What a motion leads to.
    pub enum MotionForm {
        /// 决议.
        Resolution,
        /// 决定.
        Decision,
        /// 通过, with no paper of its own.
        Adopted,
    }
}

records! {
    /// One matter over all of its rounds.
    pub struct MatterFacts {
        /// “2026年度民生实事项目票决”.
        pub title: String,
        /// 选举 or 票决.
        pub word: String,
        /// The year of the projects.
        pub year: i32,
        /// The days it was voted on: “2026年1月16日”.
        pub held: String,
        /// The last of them.
        pub date: NaiveDate,
        /// The day whoever was elected swears.
        pub sworn: NaiveDate,
        /// How many projects were voted on.
        pub candidates: u32,
        /// 应到.
        pub expected: u32,
        /// 实到 at the first vote.
        pub present: u32,
        /// Its rounds in their order.
        pub rounds: Vec<VoteFacts>,
        /// The chosen projects in the order they are listed.
        pub projects: Vec<ChosenProject>,
        /// The posts filled, in the order of the ballot.
        pub posts: Vec<PostFacts>,
        /// What was decided instead of voting once more.
        pub settlements: Vec<SettlementFacts>,
        /// Seats not filled.
        pub seats_left: u32,
        /// Who or what is level at the cut line while nothing has settled it: the paper says so.
        pub tied: Vec<String>,
        /// 公告 of which place among those issued in the session.
        pub notice: u32,
        /// 公告号 as printed: “第1号”, or in the office's own form.
        pub notice_number: String,
    }

    /// 民生实事项目: one chosen project.
    pub struct ChosenProject {
        flat
        pub facts: ProjectFacts,
        /// 项目名称.
        pub name: String,
        /// 赞成.
        pub approvals: u32,
    }

    /// 职务: a post and who was elected to it.
    pub struct PostFacts {
        /// To the public: “青石镇人民政府镇长”.
        pub title: String,
        /// Among the township's own: “镇长”.
        pub short: String,
        /// 补选.
        pub by_election: bool,
        /// 应选.
        pub seats: u32,
        /// By votes.
        pub elected: Vec<ElectedFacts>,
    }

    /// Somebody elected.
    pub struct ElectedFacts {
        pub name: String,
        /// 赞成.
        pub approvals: u32,
    }

    /// What a paper about a matter may say.
    pub struct OfMatter {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub people: PeopleFacts,
        pub matter: MatterFacts,
    }

    /// What a resolution may say.
    pub struct OfResolution {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub people: PeopleFacts,
        /// What was passed: “关于青石镇人民政府工作报告的决议”.
        pub motion: MotionFacts,
        /// 公告号 of its notice as printed.
        pub notice_number: String,
        /// How it was voted on, on paper.
        pub numbers: Option<ContestFacts>,
        /// How it was voted on, without paper.
        pub hand: Option<HandFacts>,
    }

    /// A text that was put to the vote.
    pub struct MotionFacts {
        pub title: String,
        /// 决议, 决定, or adopted as it stands.
        pub form: MotionForm,
        /// The report or draft it is on: “青石镇人民政府工作报告”; what is decided:
        /// “接受周明同志辞去副镇长职务请求”.
        pub about: String,
        /// What was put to the vote, where it was typed.
        pub text: String,
        /// The day it passed.
        pub date: NaiveDate,
    }
}
