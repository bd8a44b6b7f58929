//! 会议: which session this is, when and where, and its agenda.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::last::LastSession;
use super::sealing::{Sealing, check_sealable};
use crate::session::Past;
use crate::{Entry, Reason, Refusal};

/// 全体代表的口径: what the typed number of all deputies counts. Printed on every report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BaseOf {
    /// Not said.
    #[default]
    Typed,
    /// 实有代表: the deputies there are.
    Sitting,
    /// 代表名额: the seats of the congress, vacant ones among them.
    Quota,
}

impl BaseOf {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "asked with a reference when the session's facts are written"
    )]
    fn is_typed(&self) -> bool {
        *self == Self::Typed
    }

    /// Returns what stands before the number on a paper.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Typed => "全体代表",
            Self::Sitting => "实有代表",
            Self::Quota => "代表名额",
        }
    }
}

/// What names a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The township as in the title, e.g. 青石镇.
    pub place: String,
    /// 届: which congress, 1–999.
    pub congress: u16,
    /// 次: which meeting of it, 1–999.
    pub meeting: u16,
    /// 全体代表: the base N of articles 14 and 25, 1–9,999.
    pub all_deputies: u32,
    /// What that number counts.
    #[serde(default, skip_serializing_if = "BaseOf::is_typed")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<BaseOf>"))]
    pub base_of: BaseOf,
    /// Day of the vote.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub held_on: NaiveDate,
    /// Where it sits.
    pub venue: String,
    /// 上级: the county or district whose standing committee results are filed with, e.g. 清河县.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub county: String,
    /// 主持人: who presides, as minutes name them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub chair: String,
    /// 议程: one line an item.
    #[serde(default)]
    pub agenda: Vec<String>,
}

impl Meeting {
    /// Returns what of it stands on a ballot.
    pub(crate) fn printed_facts(&self) -> (String, NaiveDate) {
        (self.title(), self.held_on)
    }

    /// Returns the full title: 青石镇第十八届人民代表大会第五次会议.
    #[must_use]
    pub fn title(&self) -> String {
        format!(
            "{}第{}届人民代表大会第{}次会议",
            self.place,
            chinese_number(self.congress),
            chinese_number(self.meeting)
        )
    }
}

/// Returns 1–9,999 in Chinese figures as used in titles: 十八, 一百零三.
#[must_use]
pub fn chinese_number(number: u16) -> String {
    const FIGURES: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut text = String::new();
    let mut gap = false;
    for (unit, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let figure = usize::from(number / unit % 10);
        if figure == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
        }
        gap = false;
        let leading_ten = unit == 10 && figure == 1 && text.is_empty();
        if !leading_ten {
            text.push_str(FIGURES.get(figure).copied().unwrap_or_default());
        }
        text.push_str(word);
    }
    text
}

/// What happened to the session itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// The session was set up, or its facts were corrected.
    #[serde(rename = "meeting.described")]
    Described {
        /// All of its facts.
        meeting: Meeting,
    },
    /// Something was noted of an item of the agenda, for the minutes.
    #[serde(rename = "meeting.item_noted")]
    ItemNoted {
        /// The item as it stands on the agenda.
        item: String,
        /// What is to stand in the minutes; empty takes it out.
        note: String,
    },
    /// 接续: the session goes on from an earlier one. The first entry of its journal, and only there.
    #[serde(rename = "meeting.joined_to_last")]
    JoinedToLast {
        /// What names the record of the session before.
        last: LastSession,
    },
    /// 封存: the record was ended.
    #[serde(rename = "meeting.sealed")]
    Sealed {
        /// Why now.
        reason: Reason,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "MeetingCommand"))]
pub enum Command {
    /// Set up the session, or correct its facts.
    Describe {
        /// All of its facts.
        meeting: Meeting,
    },
    /// Note something of an item of the agenda, for the minutes.
    NoteItem {
        /// The item as it stands on the agenda.
        item: String,
        /// What is to stand in the minutes; empty takes it out.
        note: String,
    },
    /// 封存: end the record. Nothing can be asked after it.
    Seal {
        /// Why now; not empty.
        reason: String,
    },
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    match command {
        Command::Describe { meeting } => {
            check(session, meeting)?;
            Ok(vec![Event::Described { meeting: meeting.clone() }.into()])
        }
        Command::NoteItem { item, note } => {
            session.described()?;
            if !session.items().contains(&item.as_str()) {
                return Err(Refusal::NoSuchItem { item: item.clone() });
            }
            Ok(vec![Event::ItemNoted { item: item.clone(), note: note.clone() }.into()])
        }
        Command::Seal { reason } => {
            check_sealable(session)?;
            Ok(vec![Event::Sealed { reason: Reason::given(reason)? }.into()])
        }
    }
}

fn check(session: &Past, meeting: &Meeting) -> Result<(), Refusal> {
    if meeting.place.trim().is_empty() {
        return Err(Refusal::PlaceMissing);
    }
    if !(1..=999).contains(&meeting.congress) || !(1..=999).contains(&meeting.meeting) {
        return Err(Refusal::NumberOutOfRange { least: 1, most: 999 });
    }
    if !(1..=9_999).contains(&meeting.all_deputies) {
        return Err(Refusal::NumberOutOfRange { least: 1, most: 9_999 });
    }
    let base = |of: &Meeting| (of.all_deputies, of.base_of);
    let base_changes = session.meeting.as_ref().is_some_and(|now| base(now) != base(meeting));
    if base_changes && !session.rounds.is_empty() {
        return Err(Refusal::BaseIsFixed);
    }
    Ok(())
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) {
    match event {
        Event::Described { meeting } => session.meeting = Some(meeting.clone()),
        Event::ItemNoted { item, note } if note.trim().is_empty() => {
            session.notes.remove(item);
        }
        Event::ItemNoted { item, note } => {
            session.notes.insert(item.clone(), note.clone());
        }
        Event::JoinedToLast { last } => session.last = Some(last.clone()),
        Event::Sealed { reason } => {
            let (by, at, reason) = (entry.actor.clone(), entry.at, reason.clone());
            session.sealing = Some(Sealing { by, at, reason });
        }
    }
}
