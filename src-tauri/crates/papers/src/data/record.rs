//! 履职: what the papers about deputies' records may say.

use chrono::NaiveDate;

use super::SessionName;
use super::fields::records;
use super::meeting::{DeputyFacts, MeetingFacts};

records! {
    /// What a paper about what deputies did may say.
    pub struct OfRecord {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        /// From the first day of which anything is told; nothing where nothing is.
        pub since: Option<NaiveDate>,
        /// To the last.
        pub until: Option<NaiveDate>,
        /// Whether the office counts points.
        pub pointed: bool,
        /// 积分表: what counts, in words: “出席会议每次5分，最高20分”.
        pub rules: Vec<String>,
        /// Every deputy, or the one it is about.
        pub deputies: Vec<RecordFacts>,
        /// The same by place, where points are counted, else in the order of the roster.
        pub ranked: Vec<RecordFacts>,
    }

    pub struct RecordFacts {
        flat
        pub facts: DeputyFacts,
        pub sittings: u32,
        pub attended: u32,
        /// 迟到、早退.
        pub in_part: u32,
        /// 请假.
        pub excused: u32,
        /// 缺席.
        pub absent: u32,
        pub bills: u32,
        pub suggestions: u32,
        pub seconded: u32,
        /// 项目监督: projects watched over, and visits to them.
        pub supervised: u32,
        pub stations: u32,
        pub visits: u32,
        pub inspections: u32,
        pub trainings: u32,
        pub others: u32,
        /// 积分; nothing where none are counted.
        pub points: Option<u32>,
        /// 名次.
        pub rank: Option<u32>,
        /// 会议, one line each.
        pub meetings: Vec<DeedFacts>,
        /// 议案、建议.
        pub proposals: Vec<DeedFacts>,
        /// 联络站、走访、视察、培训 and others.
        pub activities: Vec<DeedFacts>,
    }

    pub struct DeedFacts {
        pub date: NaiveDate,
        /// 出席会议, 领衔建议, 联络站接待 …
        pub kind: String,
        /// Which sitting, which proposal, or what it was about.
        pub what: String,
    }
}
