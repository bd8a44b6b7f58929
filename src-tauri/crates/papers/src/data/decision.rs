//! 决定、公告、备案报告: what came of a matter over all of its rounds.

use chrono::NaiveDate;

use super::SessionName;
use super::fields::records;
use super::hand::HandFacts;
use super::meeting::{MeetingFacts, PeopleFacts};
use super::vote::{ContestFacts, SettlementFacts, VoteFacts};

records! {
    /// One matter over all of its rounds.
    pub struct MatterFacts {
        /// “2026年度民生实事项目票决”.
        pub title: String,
        /// 选举 or 票决.
        pub word: String,
        /// The year of the projects.
        pub year: i32,
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
        /// 公告 of which number.
        pub notice: u32,
    }

    /// 民生实事项目: one chosen project.
    pub struct ChosenProject {
        /// 项目名称.
        pub name: String,
        /// 实施内容.
        pub content: String,
        /// 投资 in 万元, as printed; empty when not given.
        pub investment: String,
        /// 责任单位.
        pub unit: String,
        /// 责任人.
        pub person: String,
        /// 完成时限.
        pub deadline: String,
        /// 赞成.
        pub approvals: u32,
    }

    /// 职务: a post and who was elected to it.
    pub struct PostFacts {
        /// As printed above its section.
        pub title: String,
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
        /// What was put: “关于青石镇人民政府工作报告的决议”.
        pub motion: MotionFacts,
        /// How it was voted on, on paper.
        pub numbers: Option<ContestFacts>,
        /// How it was voted on, without paper.
        pub hand: Option<HandFacts>,
    }

    /// A text that was put to the vote.
    pub struct MotionFacts {
        pub title: String,
        /// The report or draft it is on, where the title names one: “青石镇人民政府工作报告”.
        pub about: String,
        /// What was put to the vote, where it was typed.
        pub text: String,
        /// The day it passed.
        pub date: NaiveDate,
    }
}
