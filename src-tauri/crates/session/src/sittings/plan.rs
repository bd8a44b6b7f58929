//! 安排: planning the sittings, and the agenda they make.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Hung, Item, ItemKind, Sitting, SittingKind};
use crate::ballot::Ballot;
use crate::floor::hands::HandVote;
use crate::ids::number;
use crate::paper::PaperKind;
use crate::round::matter;
use crate::session::Past;
use crate::{HandVoteId, Refusal, SittingId};

/// The most sittings a session may have.
const MOST_SITTINGS: u32 = 40;
/// The most items of a sitting.
const MOST_ITEMS: u32 = 200;

pub(super) fn check(session: &Past, sittings: &[Sitting]) -> Result<(), Refusal> {
    if number(sittings.len()) > MOST_SITTINGS {
        return Err(Refusal::NumberOutOfRange { least: 0, most: MOST_SITTINGS });
    }
    let mut ids = BTreeSet::new();
    let mut texts = BTreeSet::new();
    let mut hung = Vec::new();
    for sitting in sittings {
        if sitting.id.0 == 0 || !ids.insert(sitting.id) {
            return Err(Refusal::NoSuchSitting { sitting: sitting.id });
        }
        if number(sitting.items.len()) > MOST_ITEMS {
            return Err(Refusal::NumberOutOfRange { least: 0, most: MOST_ITEMS });
        }
        for item in &sitting.items {
            if item.text.is_empty() {
                return Err(Refusal::ItemEmpty);
            }
            if !texts.insert(item.text.as_str()) {
                return Err(Refusal::ItemTwice { item: item.text.clone() });
            }
            hung.extend(&item.of);
        }
    }
    check_hung(session, &hung)?;
    check_held(session, sittings)
}

/// What is put to the vote hangs on one item at most.
fn check_hung(session: &Past, hung: &[&Hung]) -> Result<(), Refusal> {
    for (place, one) in hung.iter().enumerate() {
        let title = match one {
            Hung::Ballot { ballot } => session.ballot(ballot)?.title.clone(),
            Hung::Motion { vote } => session.hand_vote(*vote)?.title(),
        };
        if hung.iter().take(place).any(|other| other == one) {
            return Err(Refusal::HungTwice { title });
        }
    }
    Ok(())
}

/// Who came to a sitting stays on record, and so does the sitting.
fn check_held(session: &Past, sittings: &[Sitting]) -> Result<(), Refusal> {
    let before = &session.sittings;
    let held = before.planned().iter().filter(|sitting| before.roll(sitting.id).is_some());
    for sitting in held {
        let stays =
            sittings.iter().any(|other| (other.id, other.kind) == (sitting.id, sitting.kind));
        if !stays {
            return Err(Refusal::SittingHeld { sitting: before.name(sitting) });
        }
    }
    Ok(())
}

impl Item {
    /// Returns what happens under it: as it was chosen, else as its words say.
    #[must_use]
    pub fn kind(&self) -> ItemKind {
        self.kind.unwrap_or_else(|| ItemKind::of_words(&self.text))
    }
}

impl ItemKind {
    /// The words of an agenda that tell what happens; the first of them that an item has counts.
    const WORDS: [(Self, &[&str]); 6] = [
        (Self::Evaluation, &["测评", "评议"]),
        (Self::Oath, &["宣誓"]),
        (Self::Nomination, &["提名", "候选人", "候选项目"]),
        (Self::Ballot, &["票决", "选举", "补选", "投票"]),
        (Self::Report, &["报告"]),
        (Self::Motion, &["通过", "表决", "决议", "决定", "辞职", "辞去"]),
    ];

    /// Returns what an item is by its words.
    fn of_words(text: &str) -> Self {
        let of = Self::WORDS.iter().find(|(_, words)| words.iter().any(|word| text.contains(word)));
        // 通过选举办法, 通过…名单: a draft is passed, nobody is chosen.
        let passes = text.contains("办法") || text.contains("名单");
        match of {
            Some(_) if passes => Self::Motion,
            Some((kind, _)) => *kind,
            None => Self::Other,
        }
    }
}

/// 议程 one line: an item of a sitting, or a line of the session's own agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaLine<'a> {
    /// From 1 through all the sittings of the congress.
    pub number: u32,
    pub text: &'a str,
    pub kind: ItemKind,
    pub of: &'a [Hung],
    /// The sitting it belongs to, where sittings are planned.
    pub sitting: Option<&'a Sitting>,
}

impl Past {
    /// 议程: returns the items of the plenary sittings in their order, or the lines of the session's
    /// own agenda where no plenary sitting has an item.
    #[must_use]
    pub fn agenda(&self) -> Vec<AgendaLine<'_>> {
        let plenary = || {
            self.sittings
                .planned()
                .iter()
                .filter(|sitting| sitting.kind == SittingKind::Plenary)
                .flat_map(|sitting| sitting.items.iter().map(move |item| (sitting, item)))
        };
        if plenary().next().is_none() {
            let lines = self.meeting.iter().flat_map(|meeting| &meeting.agenda);
            return (1..)
                .zip(lines)
                .map(|(number, text)| AgendaLine {
                    number,
                    text,
                    kind: ItemKind::of_words(text),
                    of: &[],
                    sitting: None,
                })
                .collect();
        }
        (1..)
            .zip(plenary())
            .map(|(number, (sitting, item))| AgendaLine {
                number,
                text: &item.text,
                kind: item.kind(),
                of: &item.of,
                sitting: Some(sitting),
            })
            .collect()
    }

    /// Returns every item that something may be noted of: those of all sittings, and the lines of
    /// the session's own agenda where they count.
    #[must_use]
    pub fn items(&self) -> Vec<&str> {
        let own = self.agenda().into_iter().filter(|line| line.sitting.is_none());
        let items = self.sittings.planned().iter().flat_map(|sitting| &sitting.items);
        items.map(|item| item.text.as_str()).chain(own.map(|line| line.text)).collect()
    }

    /// Returns where among all items of all sittings something hangs, from 0.
    fn place_of(&self, hung: &Hung) -> Option<usize> {
        let mut items = self.sittings.planned().iter().flat_map(|sitting| &sitting.items);
        items.position(|item| item.of.contains(hung))
    }

    /// Returns the sitting of the congress on whose item something hangs.
    pub(crate) fn sitting_of(&self, hung: &Hung) -> Option<SittingId> {
        let mut sittings =
            self.sittings.planned().iter().filter(|one| one.kind != SittingKind::Presidium);
        sittings.find(|one| one.items.iter().any(|item| item.of.contains(hung))).map(|one| one.id)
    }

    /// Returns the day on which was decided what a paper tells of: that of the sitting on whose item it
    /// hangs; nothing where it hangs on none.
    pub(crate) fn decided_on(&self, of: &PaperKind) -> Option<NaiveDate> {
        self.decided_at(of, self.sittings.planned())
    }

    /// As [`Past::decided_on`], of these sittings.
    pub(crate) fn decided_at(&self, of: &PaperKind, sittings: &[Sitting]) -> Option<NaiveDate> {
        let hung = match (of.hand_vote(), of.round()) {
            (Some(vote), _) => Hung::Motion { vote },
            (None, Some(round)) => {
                let began = matter::beginning(self, round)?;
                Hung::Ballot { ballot: self.round(began).ok()?.ballot().id.clone() }
            }
            (None, None) => return None,
        };
        let hangs = |sitting: &&Sitting| sitting.items.iter().any(|item| item.of.contains(&hung));
        sittings.iter().find(hangs).map(|sitting| sitting.held_on)
    }

    /// Returns the sitting of the presidium on whose item a motion hangs.
    pub(crate) fn presidium_of(&self, vote: HandVoteId) -> Option<&Sitting> {
        let hung = Hung::Motion { vote };
        let mut sittings =
            self.sittings.planned().iter().filter(|one| one.kind == SittingKind::Presidium);
        sittings.find(|one| one.items.iter().any(|item| item.of.contains(&hung)))
    }

    /// Returns by what a ballot stands on the agenda: by itself, or where it hangs on no item by the
    /// vote that it follows.
    fn hung_as(&self, ballot: &Ballot) -> Hung {
        let by = |ballot: &Ballot| Hung::Ballot { ballot: ballot.id.clone() };
        let own = by(ballot);
        if self.place_of(&own).is_some() { own } else { by(self.begun_with(ballot)) }
    }

    /// Returns the ballot with which the matter of one began: itself, where it follows no vote.
    fn begun_with<'s>(&'s self, ballot: &'s Ballot) -> &'s Ballot {
        let first = || {
            let began = matter::beginning(self, ballot.origin.as_ref()?.round)?;
            self.ballot(&self.round(began).ok()?.ballot().id).ok()
        };
        first().unwrap_or(ballot)
    }

    /// Returns where on the agenda a ballot stands, from 0; nothing where it hangs on no item.
    fn place_of_ballot(&self, ballot: &Ballot) -> Option<usize> {
        self.place_of(&self.hung_as(ballot))
    }

    /// Returns the day of the sitting in which a ballot is voted on; nothing where it hangs on no
    /// item.
    #[must_use]
    pub fn day_of_ballot(&self, ballot: &Ballot) -> Option<NaiveDate> {
        self.day_of(&self.hung_as(ballot))
    }

    /// Returns the day of the sitting in which a motion without paper is put; nothing where it
    /// hangs on no item.
    #[must_use]
    pub fn day_of_motion(&self, vote: HandVoteId) -> Option<NaiveDate> {
        self.day_of(&Hung::Motion { vote })
    }

    fn day_of(&self, hung: &Hung) -> Option<NaiveDate> {
        let mut sittings = self.sittings.planned().iter();
        let of = |one: &&Sitting| one.items.iter().any(|item| item.of.contains(hung));
        sittings.find(of).map(|sitting| sitting.held_on)
    }

    /// 会期: returns the first and the last day of the plenary sittings, else the session's own day
    /// twice.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let plenary = self.sittings.planned().iter().filter(|one| one.kind == SittingKind::Plenary);
        let days = || plenary.clone().map(|one| one.held_on);
        let own = || self.meeting.as_ref().map(|meeting| (meeting.held_on, meeting.held_on));
        days().min().zip(days().max()).or_else(own)
    }

    /// Returns the ballots in the order of the day: as the agenda has them, and then the rest as
    /// they were set up; what follows a vote behind it.
    #[must_use]
    pub fn ballots_of_the_day(&self) -> Vec<&Ballot> {
        let mut ballots: Vec<&Ballot> = self.ballots.iter().collect();
        ballots.sort_by_key(|ballot| {
            let first = &self.begun_with(ballot).id;
            let set_up = self.ballots.iter().position(|one| one.id == *first);
            (self.place_of_ballot(ballot).unwrap_or(usize::MAX), set_up)
        });
        ballots
    }

    /// Returns the motions without paper in the order of the day, as the ballots.
    #[must_use]
    pub fn motions_of_the_day(&self) -> Vec<&HandVote> {
        let mut motions: Vec<&HandVote> = self.hand_votes.iter().collect();
        motions.sort_by_key(|motion| {
            self.place_of(&Hung::Motion { vote: motion.id }).unwrap_or(usize::MAX)
        });
        motions
    }
}
