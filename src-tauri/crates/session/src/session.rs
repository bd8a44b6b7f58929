//! The session as a whole: the fold of its journal. This file only passes commands and entries to
//! the right room.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ballot::{Ballot, PastProject, follow};
use crate::floor::attendance::Attendance;
use crate::floor::hall::{Look, Scene};
use crate::floor::hands::HandVote;
use crate::floor::meeting::Meeting;
use crate::floor::{attendance, hall, hands, meeting};
use crate::paper::{BallotSheet, Issue, Paper, PaperKind, Style};
use crate::people::pin::{Looked, PinCommand, Pins, Proof};
use crate::people::{People, pin};
use crate::round::away::Desk;
use crate::round::lent::{Lend, Loan, Returned};
use crate::round::{Round, away, by_hand, keying, lent, ruling};
use crate::{
    BallotId, Entry, Event, HandVoteId, PaperId, PersonId, Refusal, RoundId, Timestamp, ballot,
    paper, people, round,
};

/// Everything that has happened, as it stands now.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// Number of journal entries applied.
    pub seq: u32,
    /// What names the session.
    pub meeting: Option<Meeting>,
    /// Who sits, who counts.
    pub people: People,
    /// Whose PIN is set.
    pub pins: Pins,
    /// In the order they were set up.
    pub ballots: Vec<Ballot>,
    /// 撤回: ballots withdrawn before the vote, and why.
    pub withdrawn: BTreeMap<BallotId, String>,
    /// Year and projects of last year.
    pub past_projects: Option<(u16, Vec<PastProject>)>,
    /// The last count of the people present.
    pub attendance: Option<Attendance>,
    /// In the order they were opened.
    pub rounds: Vec<Round>,
    /// In the order they went out.
    pub loans: Vec<Loan>,
    /// What this desk was set up with, if it is one away from the session.
    pub away: Option<Desk>,
    /// In the order they were prepared.
    pub hand_votes: Vec<HandVote>,
    /// In the order they were issued.
    pub papers: Vec<Paper>,
    /// The secretary's own texts of papers.
    pub paper_texts: BTreeMap<PaperKind, String>,
    /// 版式: how papers look from now on.
    pub style: Style,
    /// Ballots with a sheet of their own.
    pub ballot_sheets: BTreeMap<BallotId, BallotSheet>,
    /// 记录: what was noted of an item of the agenda.
    pub notes: BTreeMap<String, String>,
    /// What the hall sees.
    pub scene: Scene,
    /// When it was pushed.
    pub shown_at: Option<Timestamp>,
    /// How the hall looks.
    pub look: Look,
}

/// What may be asked of a session, by room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "room", content = "command", rename_all = "snake_case")]
pub enum Command {
    /// The session's own facts.
    Meeting(meeting::Command),
    /// Who sits, who counts.
    People(people::Command),
    /// What is voted on.
    Ballot(ballot::Command),
    /// Who is present.
    Attendance(attendance::Command),
    /// Issue, collection, certification.
    Round(round::Command),
    /// What the tellers key.
    Keying(keying::Command),
    /// What scrutineers rule.
    Ruling(ruling::Command),
    /// What follows a result.
    Follow(follow::Command),
    /// What is decided without paper.
    Hand(hands::Command),
    /// The texts and the style of the papers.
    Paper(paper::Command),
    /// What was counted by hand.
    HandTally(by_hand::Command),
    /// What is keyed elsewhere.
    Lent(lent::Command),
    /// Who takes the desk.
    Pin(PinCommand),
    /// What the hall is shown.
    Hall(hall::Command),
}

/// An entry that cannot follow the ones before it: the journal was not written by this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct OutOfPlace(pub &'static str);

impl Session {
    /// Returns the session that a journal tells.
    ///
    /// # Errors
    /// The number of the first entry that cannot follow the ones before it, and why.
    pub fn replay<'a>(
        entries: impl IntoIterator<Item = &'a Entry>,
    ) -> Result<Self, (u32, OutOfPlace)> {
        let mut session = Self::default();
        for entry in entries {
            session.apply(entry).map_err(|reason| (entry.seq, reason))?;
        }
        Ok(session)
    }

    /// Returns the events that would follow from a command of somebody who has proved nothing.
    ///
    /// # Errors
    /// Why nothing follows; the session is unchanged.
    pub fn decide(&self, command: &Command, actor: &PersonId) -> Result<Vec<Event>, Refusal> {
        self.decide_with(command, actor, Proof::None)
    }

    /// Returns the events that would follow from a command of somebody who has proved who they are.
    /// Only the edge, which has looked at the PIN, can give the proof: no command of a window
    /// carries one.
    ///
    /// # Errors
    /// Why nothing follows; the session is unchanged.
    pub fn decide_with(
        &self,
        command: &Command,
        actor: &PersonId,
        proof: Proof,
    ) -> Result<Vec<Event>, Refusal> {
        away::check_command(self, command)?;
        pin::check_proof(self, command, actor, proof)?;
        match command {
            Command::Meeting(command) => meeting::decide(self, command, actor),
            Command::People(command) => people::decide(self, command, actor),
            Command::Ballot(command) => ballot::decide(self, command, actor),
            Command::Attendance(command) => attendance::decide(self, command, actor),
            Command::Round(command) => round::decide(self, command, actor),
            Command::Keying(command) => keying::decide(self, command, actor),
            Command::Ruling(command) => ruling::decide(self, command, actor),
            Command::Follow(command) => follow::decide(self, command, actor),
            Command::Hand(command) => hands::decide(self, command, actor),
            Command::Paper(command) => paper::decide(self, command, actor),
            Command::HandTally(command) => by_hand::decide(self, command, actor),
            Command::Lent(command) => lent::decide(self, command, actor),
            Command::Pin(command) => pin::decide(self, command, actor),
            Command::Hall(command) => hall::decide(self, command, actor),
        }
    }

    /// Returns the events that would follow from issuing a paper. No command of a window: only who
    /// has set the paper may ask.
    ///
    /// # Errors
    /// What is missing before it can be issued.
    pub fn decide_issue(&self, issue: &Issue, actor: &PersonId) -> Result<Vec<Event>, Refusal> {
        away::check_at_home(self)?;
        paper::decide_issue(self, issue, actor)
    }

    /// Returns the events that would follow from taking an issued paper out as a DOCX. No command
    /// of a window: only who has made the file may ask.
    ///
    /// # Errors
    /// When there is no such paper, or it is none to be edited.
    pub fn decide_editable(
        &self,
        paper: PaperId,
        sha256: &str,
        actor: &PersonId,
    ) -> Result<Vec<Event>, Refusal> {
        paper::decide_editable(self, paper, sha256, actor)
    }

    /// Returns the events that would follow from what the edge found when it looked at a PIN. No
    /// command of a window.
    ///
    /// # Errors
    /// When the person is not on the staff, or changes a PIN without the one before.
    pub fn decide_looked(
        &self,
        looked: &Looked,
        actor: &PersonId,
        proof: Proof,
    ) -> Result<Vec<Event>, Refusal> {
        away::check_at_home(self)?;
        pin::decide_looked(self, looked, actor, proof)
    }

    /// Returns the event with which the file begins in which bundles go out; `opened` is the
    /// fingerprint of the entry that opened the round. No command of a window: only who writes the
    /// file may ask.
    ///
    /// # Errors
    /// Why one of the bundles cannot be taken.
    pub fn decide_setting_up(
        &self,
        lend: &Lend,
        opened: &str,
        actor: &PersonId,
        proof: Proof,
    ) -> Result<Event, Refusal> {
        lent::decide_setting_up(self, lend, opened, actor, proof)
    }

    /// Returns the events that follow once that file is written; `opening` is the fingerprint of
    /// its first entry.
    ///
    /// # Errors
    /// Why one of the bundles cannot be taken.
    pub fn decide_lent(
        &self,
        lend: &Lend,
        opening: &str,
        actor: &PersonId,
        proof: Proof,
    ) -> Result<Vec<Event>, Refusal> {
        lent::decide_lent(self, lend, opening, actor, proof)
    }

    /// Returns the loan of a file that came back, if it can be brought back into this round.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn returned(&self, round: RoundId, returned: Returned<'_>) -> Result<&Loan, Refusal> {
        lent::check_returned(self, round, returned).map(|(loan, _)| loan)
    }

    /// Returns the events that follow from bringing back a file. No command of a window: only who
    /// has read the file may ask.
    ///
    /// # Errors
    /// Why it cannot be brought back, or not by this person.
    pub fn decide_bringing_back(
        &self,
        round: RoundId,
        returned: Returned<'_>,
        actor: &PersonId,
        proof: Proof,
    ) -> Result<Vec<Event>, Refusal> {
        lent::decide_bringing_back(self, round, returned, actor, proof)
    }

    /// Takes one entry of the journal into account.
    ///
    /// # Errors
    /// Why the entry cannot follow the ones before it; the session may then be in part changed and
    /// must be dropped.
    pub fn apply(&mut self, entry: &Entry) -> Result<(), OutOfPlace> {
        if entry.seq != self.seq.saturating_add(1) {
            return Err(OutOfPlace("a gap in the numbers of the entries"));
        }
        away::check_entry(self, entry)?;
        match &entry.event {
            Event::Meeting(event) => {
                let before = self.meeting.clone();
                meeting::apply(self, event);
                self.supersede_what_names_the_meeting(before.as_ref(), event);
            }
            Event::People(event) => {
                people::apply(self, event);
                paper::supersede_people(self);
            }
            Event::Ballot(event) => {
                ballot::apply(self, event);
                if let ballot::Event::Saved { ballot } = event {
                    paper::supersede_ballot(self, &ballot.id);
                }
            }
            Event::Attendance(event) => {
                attendance::apply(self, event, entry);
                paper::supersede_day(self);
            }
            Event::Round(event) => {
                round::apply(self, event, entry)?;
                self.supersede_what_tells_the_round(event);
            }
            Event::Keying(event) => keying::apply(self, event, entry)?,
            Event::Ruling(event) => ruling::apply(self, event, entry)?,
            Event::Follow(event) => {
                follow::apply(self, event)?;
                let follow::Event::Settled { round, .. } = event;
                paper::supersede_outcome(self, *round);
            }
            Event::Hand(event) => {
                hands::apply(self, event, entry)?;
                paper::supersede_day(self);
            }
            Event::HandTally(event) => by_hand::apply(self, event, entry)?,
            Event::Lent(event) => lent::apply(self, event, entry)?,
            Event::Away(event) => away::apply(self, event, entry)?,
            Event::Pin(event) => pin::apply(self, event, entry),
            Event::Paper(event) => paper::apply(self, event, entry),
            Event::Hall(event) => hall::apply(self, event, entry),
        }
        self.seq = entry.seq;
        Ok(())
    }

    /// Returns what names the session.
    ///
    /// # Errors
    /// [`Refusal::SessionNotDescribed`].
    pub fn described(&self) -> Result<&Meeting, Refusal> {
        self.meeting.as_ref().ok_or(Refusal::SessionNotDescribed)
    }

    /// Returns a ballot.
    ///
    /// # Errors
    /// [`Refusal::NoSuchBallot`].
    pub fn ballot(&self, id: &BallotId) -> Result<&Ballot, Refusal> {
        self.ballots
            .iter()
            .find(|ballot| ballot.id == *id)
            .ok_or_else(|| Refusal::NoSuchBallot { ballot: id.0.clone() })
    }

    pub(crate) fn check_not_withdrawn(&self, ballot: &Ballot) -> Result<(), Refusal> {
        let withdrawn = self.withdrawn.contains_key(&ballot.id);
        if withdrawn {
            Err(Refusal::BallotWithdrawn { ballot: ballot.title.clone() })
        } else {
            Ok(())
        }
    }

    /// Returns a round.
    ///
    /// # Errors
    /// [`Refusal::NoSuchRound`].
    pub fn round(&self, id: RoundId) -> Result<&Round, Refusal> {
        self.rounds.iter().find(|round| round.id == id).ok_or(Refusal::NoSuchRound { round: id })
    }

    pub(crate) fn round_mut(&mut self, id: RoundId) -> Result<&mut Round, OutOfPlace> {
        self.rounds.iter_mut().find(|round| round.id == id).ok_or(OutOfPlace("an unknown round"))
    }

    /// Returns a motion decided without paper.
    ///
    /// # Errors
    /// [`Refusal::NoSuchHandVote`].
    pub fn hand_vote(&self, id: HandVoteId) -> Result<&HandVote, Refusal> {
        self.hand_votes
            .iter()
            .find(|vote| vote.id == id)
            .ok_or(Refusal::NoSuchHandVote { vote: id })
    }

    pub(crate) fn hand_vote_mut(&mut self, id: HandVoteId) -> Result<&mut HandVote, OutOfPlace> {
        self.hand_votes
            .iter_mut()
            .find(|vote| vote.id == id)
            .ok_or(OutOfPlace("an unknown hand vote"))
    }

    /// What was printed of the session no longer holds when its facts change.
    fn supersede_what_names_the_meeting(
        &mut self,
        before: Option<&Meeting>,
        event: &meeting::Event,
    ) {
        let printed = |meeting: Option<&Meeting>| meeting.map(Meeting::printed_facts);
        match event {
            meeting::Event::ItemNoted { .. } => paper::supersede_day(self),
            meeting::Event::Described { meeting } => {
                let name_or_day = printed(before) != printed(Some(meeting));
                paper::supersede_meeting(self, name_or_day);
            }
        }
    }

    fn supersede_what_tells_the_round(&mut self, event: &round::Event) {
        match event {
            round::Event::Collected { round, .. }
            | round::Event::NumbersCorrected { round, .. } => {
                paper::supersede_numbers(self, *round);
            }
            round::Event::Opened { .. } | round::Event::CollectionAnnounced { .. } => {
                paper::supersede_day(self);
            }
            // Certified once more after it was opened again: what the earlier count said no longer
            // holds.
            round::Event::Certified { round, .. } | round::Event::Reopened { round, .. } => {
                paper::supersede_count(self, *round);
            }
            round::Event::ResultAnnounced { round } => paper::supersede_outcome(self, *round),
        }
    }
}
