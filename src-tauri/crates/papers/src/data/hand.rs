//! 举手表决、表决器表决、鼓掌通过: a motion decided without paper, as its record and the record of the day say
//! it.

use chrono::{NaiveDate, NaiveDateTime};

use super::SessionName;
use super::fields::{records, words};
use super::meeting::{MeetingFacts, PeopleFacts};
use super::vote::Threshold;

words! {
    /// How a motion is decided without paper.
    pub enum HandWay {
        /// 举手.
        Hands,
        /// 表决器.
        Keypads,
        /// 鼓掌: no numbers.
        Acclamation,
    }
}

records! {
    /// One motion decided without paper.
    pub struct HandFacts {
        /// As read out: “关于政府工作报告的决议（草案）”.
        pub title: String,
        /// What was put to the vote, where it was typed.
        pub text: String,
        /// How it is decided.
        pub way: HandWay,
        /// The same in a word: 举手, 使用表决器 or 鼓掌.
        pub by: String,
        /// The day it is put to the vote.
        pub date: NaiveDate,
        /// Whether the presidium decides it, not the congress.
        pub by_presidium: bool,
        /// Who votes: 代表, or 主席团成员.
        pub voters: String,
        /// What all of them are called: 全体代表, or 主席团全体成员.
        pub base: String,
        /// How many they are; `None` before the motion is put.
        pub all: Option<u32>,
        /// 实到; `None` before the motion is put.
        pub present: Option<u32>,
        /// 法定人数; `None` for a presidium whose own was not checked.
        pub quorum: Option<u32>,
        /// The threshold; `None` when more for than against is enough.
        pub threshold: Option<Threshold>,
        /// The hands that stand; `None` for an acclamation, and before they are counted.
        pub hands: Option<HandNumbers>,
        /// Whether only the minority was counted, and 赞成 is who of those present raised no hand.
        pub derived: bool,
        /// Who counted, in the order they gave their numbers.
        pub tellers: Vec<String>,
        /// How many times the hands were counted.
        pub counts: u32,
        /// What the chief scrutineer ruled where the tellers differed.
        pub ruling: Option<HandRuling>,
        /// Whether it passed; `None` before the outcome is announced.
        pub passed: Option<bool>,
        pub withdrawn: Option<String>,
        /// Why its threshold contradicts the law, where it does.
        pub departure: Option<String>,
        /// When the outcome was announced.
        pub at: Option<NaiveDateTime>,
        /// What had been announced and was put right, a sentence each.
        pub corrections: Vec<String>,
    }

    /// 赞成, 反对, 弃权, and who did not press.
    pub struct HandNumbers {
        /// 赞成.
        pub approvals: u32,
        /// 反对.
        pub against: u32,
        /// 弃权.
        pub abstentions: u32,
        /// 未按; `None` where hands were counted.
        pub not_pressed: Option<u32>,
    }

    /// 核定: the number the chief scrutineer ruled.
    pub struct HandRuling {
        pub by: String,
        pub reason: String,
    }

    /// What a paper about one motion decided without paper may say.
    pub struct OfHand {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub people: PeopleFacts,
        /// The motion.
        pub hand: HandFacts,
    }
}
