//! 主持词、会议记录、会议纪要: the day as a whole.

use super::SessionName;
use super::decision::MatterFacts;
use super::fields::records;
use super::hand::HandFacts;
use super::meeting::{MeetingFacts, PeopleFacts, SittingFacts};
use super::rules::RulesFacts;
use super::vote::VoteFacts;

records! {
    /// What a paper about the whole day may say.
    pub struct OfDay {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub people: PeopleFacts,
        /// The motions decided without paper, in the order they were prepared.
        pub motions: Vec<HandFacts>,
        /// The ballots in the order they were set up, those withdrawn left out, each with its
        /// rounds.
        pub ballots: Vec<BallotOfDay>,
        /// What was decided, matter by matter.
        pub matters: Vec<MatterFacts>,
        /// Everybody elected, with the post: “镇长陈志远”.
        pub elected: Vec<String>,
        /// What the congress passed, with paper or without, by title.
        pub passed: Vec<String>,
        /// 主持词: what is put to the vote under each item of the agenda.
        pub script: ScriptFacts,
    }

    /// The day along its agenda.
    pub struct ScriptFacts {
        /// 预备会议: its items.
        pub preparatory: Vec<ScriptItem>,
        /// The agenda, item by item.
        pub items: Vec<ScriptItem>,
        /// What no item names.
        pub rest: ScriptItem,
        /// Whether the agenda itself is put to the vote.
        pub passes_agenda: bool,
        /// 办法 still to be passed, once for all ballots; none where a motion passes them.
        pub rules: Vec<String>,
        /// Whether a motion passes the list of those who count.
        pub passes_staff: bool,
        /// Number of the item with the first ballot.
        pub first_ballot: Option<u32>,
    }

    /// One item of the agenda and what is put to the vote under it.
    pub struct ScriptItem {
        /// From 1; 0 behind the agenda.
        pub number: u32,
        /// As it stands on the agenda.
        pub text: String,
        /// The sitting that begins with it, where the congress sits several times.
        pub opens: Option<SittingFacts>,
        /// Whether a report is given.
        pub is_report: bool,
        /// 宣誓: whether those elected swear under it.
        pub swears: bool,
        /// The motions decided without paper.
        pub motions: Vec<HandFacts>,
        /// The ballots.
        pub ballots: Vec<BallotOfDay>,
    }

    /// What the minutes of a sitting of the presidium may say.
    pub struct OfSitting {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub people: PeopleFacts,
        pub sitting: SittingFacts,
        /// The motions the presidium decided, in the order of the day: those that hang on an item of
        /// this sitting.
        pub motions: Vec<HandFacts>,
    }

    pub struct BallotOfDay {
        /// Its settings.
        pub rules: RulesFacts,
        /// Its rounds so far.
        pub rounds: Vec<VoteFacts>,
    }
}
