//! 主持词、会议记录、会议纪要: the day as a whole.

use super::SessionName;
use super::decision::MatterFacts;
use super::fields::records;
use super::hand::HandFacts;
use super::meeting::{MeetingFacts, PeopleFacts};
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
    }

    pub struct BallotOfDay {
        /// Its settings.
        pub rules: RulesFacts,
        /// Its rounds so far.
        pub rounds: Vec<VoteFacts>,
    }
}
