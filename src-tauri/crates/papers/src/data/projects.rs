//! 民生实事项目: projects through their life, as the papers before and after the session say it.

use chrono::NaiveDate;
use session::projects::Standing;

use super::SessionName;
use super::fields::records;
use super::meeting::{MeetingFacts, PeopleFacts};
use super::rules::ProjectFacts;

records! {
    /// One project.
    pub struct ProjectLife {
        flat
        pub facts: ProjectFacts,
        /// Its own number within the session.
        pub number: u32,
        /// 项目名称.
        pub name: String,
        /// 实施地点; empty when not given.
        pub place: String,
        /// 提出人; empty when not given.
        pub by: String,
        /// 提出方式: 代表走访, 联络站, 线上, 其他.
        pub way: String,
        /// How it stands: `going`, `completed`.
        pub standing: Standing,
        /// The same as a word: 实施中.
        pub stands: String,
        /// 结转: full title of the earlier session that chose it; empty of this session's own.
        pub chosen_by: String,
        /// What its proposer was told last; empty where nothing was.
        pub reason: String,
        /// What it became part of; empty elsewhere.
        pub into: String,
        /// 监督组长; empty where nobody was named.
        pub head: String,
        /// 监督小组成员.
        pub members: Vec<String>,
        /// 联系主席团成员; empty where nobody was named.
        pub contact: String,
        /// 目标 of its plan.
        pub aims: String,
        /// 分步目标.
        pub steps: Vec<PlanStep>,
        /// 保障措施.
        pub safeguards: String,
        /// 进度 in per cent.
        pub percent: u32,
        /// 已支付 in 万元; empty where nothing is.
        pub paid: String,
        /// When it was seen last.
        pub seen_on: Option<NaiveDate>,
        /// 现场情况.
        pub seen: String,
        /// 存在问题.
        pub problem: String,
        /// 整改, a sentence: “镇规建办于2026年5月1日前补齐护栏”; empty where nothing is open.
        pub task: String,
        /// Why it is late, a clause each; none where it is not.
        pub late: Vec<String>,
        /// 调整, a sentence each.
        pub changes: Vec<String>,
        /// 完成 on this day.
        pub completed_on: Option<NaiveDate>,
        /// 完成情况, or what was seen last.
        pub result: String,
        /// 未完成原因; empty where none was given.
        pub why: String,
        /// 下步措施, with the day it will be done by; empty where none was given.
        pub next: String,
    }

    /// One step of a plan.
    pub struct PlanStep {
        pub by: NaiveDate,
        /// Per cent of the whole.
        pub percent: u32,
        pub what: String,
    }

    /// How many came in one way.
    pub struct WayCount {
        /// 代表走访, 联络站, 线上, 其他.
        pub name: String,
        pub count: u32,
    }

    /// All projects.
    pub struct ProjectsFacts {
        /// The year they are of.
        pub year: i32,
        /// The last day anything was recorded of.
        pub as_of: NaiveDate,
        /// What this session collected, in that order.
        pub all: Vec<ProjectLife>,
        /// All that was chosen: what an earlier session handed on, then as the vote ranked them.
        pub chosen: Vec<ProjectLife>,
        /// How many came in each way; ways nothing came in by are left out.
        pub ways: Vec<WayCount>,
        /// 总投资 of its own in 万元.
        pub investment: String,
        /// 已支付 of its own in 万元.
        pub paid: String,
        /// How many times they were reviewed.
        pub reviews: u32,
    }

    /// 调度: one review, on its day.
    pub struct ReviewFacts {
        /// 第一次调度.
        pub title: String,
        pub date: NaiveDate,
        /// 主持人; empty when not given.
        pub chair: String,
        /// What was gone through, what is late first.
        pub lines: Vec<ProjectLife>,
        /// Every chosen project that is late, gone through or not.
        pub late: Vec<ProjectLife>,
        /// How many the congress chose.
        pub chosen: u32,
        /// How many of them were done by then.
        pub done: u32,
    }

    /// What a paper about the projects may say.
    pub struct OfProjects {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub people: PeopleFacts,
        pub projects: ProjectsFacts,
    }

    /// What a paper about a review may say.
    pub struct OfReview {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub people: PeopleFacts,
        pub projects: ProjectsFacts,
        pub review: ReviewFacts,
    }
}
