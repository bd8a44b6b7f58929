//! The session and its people, as the papers name them.

use chrono::NaiveDate;
use session::sittings::SittingKind;

use super::fields::records;

records! {
    /// 会议: its facts.
    pub struct MeetingFacts {
        /// 镇 or 乡, as in 本镇.
        pub township: String,
        /// “青石镇人民政府”.
        pub government: String,
        /// 全体代表.
        pub all_deputies: u32,
        /// What that number counts: 全体代表, 实有代表 or 代表名额.
        pub base: String,
        /// 法定人数: two thirds of all deputies.
        pub quorum: u32,
        /// The day of the vote.
        pub date: NaiveDate,
        /// 会期: “2026年1月16日至17日”, or the one day.
        pub days: String,
        /// The last of them.
        pub closes: NaiveDate,
        /// The year of the day.
        pub year: i32,
        /// Where it sits; empty when not given.
        pub venue: String,
        /// 上级: the county or district; empty when not given.
        pub county: String,
        /// 主持人; empty when not given.
        pub chair: String,
        /// 议程 of the plenary sittings.
        pub agenda: Vec<AgendaItem>,
        /// 会次, as planned; none where the session is one sitting nobody planned.
        pub sittings: Vec<SittingFacts>,
        /// 实到代表, once counted.
        pub present: Option<u32>,
        /// 列席, once counted.
        pub observing: Option<u32>,
    }

    /// 会次: one sitting.
    pub struct SittingFacts {
        /// 预备会议, 主席团第一次会议, 第二次全体会议.
        pub name: String,
        pub kind: SittingKind,
        /// The day.
        pub date: NaiveDate,
        /// When it begins: “8时30分”; empty while that is open.
        pub begins: String,
        /// Where it sits; empty when not given.
        pub venue: String,
        /// 执行主席; empty when not given.
        pub chairs: String,
        /// 议程 of this sitting.
        pub items: Vec<AgendaItem>,
        /// 应到: all deputies, or all members of the presidium.
        pub expected: u32,
        /// 法定人数; `None` for a presidium whose members are not named.
        pub quorum: Option<u32>,
        /// 实到: by its roll, else as counted for the first vote in it; `None` before either.
        pub present: Option<u32>,
        /// Who came, once its roll was called.
        pub roll: Option<RollFacts>,
    }

    /// 点名: who came to a sitting, in the order of the roster.
    pub struct RollFacts {
        /// 实到: who was there, latecomers and those who left early among them.
        pub came: Vec<String>,
        /// 迟到, with the hour: “田富（9时10分到会）”.
        pub late: Vec<String>,
        /// 早退, with the hour.
        pub left: Vec<String>,
        /// 请假, with its kind: “李伟（病假）”.
        pub excused: Vec<String>,
        /// 缺席 without leave.
        pub absent: Vec<String>,
        /// 列席.
        pub observing: u32,
    }

    pub struct AgendaItem {
        /// From 1, through all the plenary sittings; within any other sitting.
        pub number: u32,
        /// As it stands on the agenda.
        pub text: String,
        /// What was noted of it for the minutes, one paragraph each.
        pub notes: Vec<String>,
    }

    /// 代表 and 列席.
    pub struct PeopleFacts {
        /// 代表 by number.
        pub deputies: Vec<DeputyFacts>,
        /// 代表 by delegation, in the order of the roster; one group without a name where there are
        /// no delegations.
        pub delegations: Vec<Delegation>,
        /// 列席.
        pub observers: Vec<ObserverFacts>,
        /// 总监票人.
        pub chief_scrutineers: Vec<String>,
        /// 监票人, whoever leads them left out.
        pub scrutineers: Vec<String>,
        /// 计票人, whoever leads them left out.
        pub tellers: Vec<String>,
        /// 总监票人, 副总监票人 where there are any, 监票人: who watches, in that order.
        pub watching: Vec<OfRole>,
        /// 总计票人 where there are any, 计票人: who counts.
        pub counting: Vec<OfRole>,
        /// Whether 计票人 are voted on like those who watch; else the secretariat appoints them.
        pub tellers_voted: bool,
        /// 秘书.
        pub secretaries: Vec<String>,
        /// 更正姓名: what had been recorded of the staff by another name, a sentence each.
        pub name_corrections: Vec<String>,
    }

    /// Those of one role.
    pub struct OfRole {
        /// 总监票人, 副总监票人, 监票人, 总计票人 or 计票人.
        pub role: String,
        pub names: Vec<String>,
    }

    /// 代表团.
    pub struct Delegation {
        /// Its name; empty where there are no delegations.
        pub name: String,
        pub deputies: Vec<DeputyFacts>,
    }

    /// 代表.
    pub struct DeputyFacts {
        /// Number on the roster.
        pub number: u32,
        /// Name, with 女 and the ethnicity noted as on lists of names: “阿依古丽（女，维吾尔族）”.
        pub noted: String,
        /// Name, and behind one that two bear what tells them apart: “李伟（石门村）”.
        pub apart: String,
        /// Name alone.
        pub name: String,
        /// 性别.
        pub sex: String,
        /// 民族.
        pub ethnicity: String,
        /// 代表团.
        pub delegation: String,
        /// 单位职务.
        pub post: String,
        /// 备注, where it does not stand behind the name.
        pub remark: String,
        /// 备注 as it was given.
        pub note: String,
    }

    /// 列席.
    pub struct ObserverFacts {
        /// From 1.
        pub number: u32,
        pub name: String,
        /// 单位职务.
        pub post: String,
    }

    /// 上年项目: what became of last year's projects.
    pub struct PastFacts {
        /// The year they were chosen for; nothing where none are listed.
        pub year: Option<u16>,
        /// How many are done.
        pub done: u32,
        /// In the order they were chosen.
        pub projects: Vec<PastProjectFacts>,
    }

    /// One of last year's projects.
    pub struct PastProjectFacts {
        flat
        pub facts: ProjectFacts,
        /// 项目名称.
        pub name: String,
        pub is_done: bool,
        /// 完成情况: progress, or why it is not done.
        pub state: String,
    }

    /// What a paper about the session as a whole may say.
    pub struct OfMeeting {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub people: PeopleFacts,
        /// Last year's projects.
        pub past: PastFacts,
    }
}

use super::SessionName;
use super::rules::ProjectFacts;
