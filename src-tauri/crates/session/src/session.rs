//! The session as a whole: the fold of its journal. This file only passes commands and entries to
//! the right room.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::ballot::{Ballot, PastProject, follow};
use crate::floor::attendance::Attendance;
use crate::floor::hall::{Look, Scene};
use crate::floor::hands::HandVote;
use crate::floor::last::LastSession;
use crate::floor::meeting::Meeting;
use crate::floor::rehearsal::Rehearsal;
use crate::floor::sealing::Sealing;
use crate::floor::{attendance, hall, hands, last, meeting, rehearsal, sealing};
use crate::form::Form;
use crate::ids::number;
use crate::paper::{BallotSheet, Paper, PaperKind, RulesOf, RulesTerms, Style};
use crate::people::pin::{Actor, PinCommand, Pins};
use crate::people::{People, duties, naming, pin};
use crate::projects::{self, Projects};
use crate::proposals::Proposal;
use crate::record::Record;
use crate::round::away::Desk;
use crate::round::lent::Loan;
use crate::round::{Round, away, by_hand, keying, lent, ruling};
use crate::sittings::{self, Sittings};
use crate::{
    BallotId, Entry, Event, HandVoteId, PersonId, Reason, Refusal, RoundId, Timestamp, ballot,
    bounds, entered, paper, people, proposals, record, round,
};

/// A session in somebody's hands. [`Session::apply`] is the only way to change it, and the one place
/// that hands its [`Past`] to a room to be changed.
#[derive(Clone, Debug, Default)]
pub struct Session(Past);

impl Deref for Session {
    type Target = Past;

    fn deref(&self) -> &Past {
        &self.0
    }
}

/// Everything that has happened, as it stands now: what every room and every view looks at.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// Number of journal entries applied.
    pub(crate) seq: u32,
    /// The newest form an entry stands in.
    pub(crate) form: Form,
    /// The last entry after which a copy elsewhere was due; 0 before any.
    pub(crate) milestone: u32,
    /// 上次会议: the record it goes on from.
    pub(crate) last: Option<LastSession>,
    /// What names the session.
    pub(crate) meeting: Option<Meeting>,
    /// Who sits, who counts.
    pub(crate) people: People,
    /// Whose PIN is set.
    pub(crate) pins: Pins,
    /// In the order they were set up.
    pub(crate) ballots: Vec<Ballot>,
    /// 撤回: ballots withdrawn before the vote, and why.
    pub(crate) withdrawn: BTreeMap<BallotId, Reason>,
    /// Year and projects of last year.
    pub(crate) last_year: Option<(u16, Vec<PastProject>)>,
    /// What sittings are planned, and who came.
    pub(crate) sittings: Sittings,
    /// What was collected, and how the chosen projects are carried out.
    pub(crate) projects: Projects,
    /// By number.
    pub(crate) proposals: Vec<Proposal>,
    /// What was noted of the deputies.
    pub(crate) record: Record,
    /// The last count of the people present.
    pub(crate) attendance: Option<Attendance>,
    /// In the order they were opened.
    pub(crate) rounds: Vec<Round>,
    /// In the order they went out.
    pub(crate) loans: Vec<Loan>,
    /// What this desk was set up with, if it is one away from the session.
    pub(crate) away: Option<Desk>,
    /// In the order they were prepared.
    pub(crate) hand_votes: Vec<HandVote>,
    /// In the order they were issued.
    pub(crate) papers: Vec<Paper>,
    /// The secretary's own texts of papers.
    pub(crate) paper_texts: BTreeMap<PaperKind, String>,
    /// 公告号 of the notices that have one of the office's own.
    pub(crate) notice_numbers: BTreeMap<PaperKind, String>,
    /// 办法的约定 where they were set.
    pub(crate) rules_terms: BTreeMap<RulesOf, RulesTerms>,
    /// 版式: how papers look from now on.
    pub(crate) style: Style,
    pub(crate) ballot_sheets: BTreeMap<BallotId, BallotSheet>,
    /// 记录: what was noted of an item of the agenda.
    pub(crate) notes: BTreeMap<String, String>,
    /// What the hall sees.
    pub(crate) scene: Scene,
    /// What it saw before the ground was emptied.
    pub(crate) scene_before_blank: Scene,
    /// When the picture was pushed.
    pub(crate) shown_at: Option<Timestamp>,
    /// Entry of the journal that pushed it; 0 before any did.
    pub(crate) shown_by: u32,
    /// How the hall looks.
    pub(crate) look: Look,
    /// 演练: how it began, if it is one.
    pub(crate) rehearsal: Option<Rehearsal>,
    /// 封存: how the record was ended.
    pub(crate) sealing: Option<Sealing>,
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
    /// The sittings, their agenda, who came.
    Sittings(sittings::Command),
    /// The projects through their life.
    Projects(projects::Command),
    /// What deputies handed in.
    Proposals(proposals::Command),
    /// What deputies did.
    Record(record::Command),
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

    /// Takes one entry of the journal into account.
    ///
    /// # Errors
    /// Why the entry cannot follow the ones before it; the session may then be in part changed and
    /// must be dropped.
    pub fn apply(&mut self, entry: &Entry) -> Result<(), OutOfPlace> {
        self.0.apply(entry)
    }
}

/// What may follow, and how it changes what stands.
impl Past {
    /// Returns the events that would follow from a command of a window. Only the edge, which has
    /// looked at a PIN, can say what the actor has proved: no command carries it.
    ///
    /// # Errors
    /// Why nothing follows; the session is unchanged.
    pub fn decide<'a>(
        &self,
        command: &Command,
        who: impl Into<Actor<'a>>,
    ) -> Result<Vec<Event>, Refusal> {
        self.decide_as_it_stands(&entered::cleaned(command)?, who)
    }

    /// Answers without cleaning what is entered: an entry of an older file stands as it was recorded.
    pub(crate) fn decide_as_it_stands<'a>(
        &self,
        command: &Command,
        who: impl Into<Actor<'a>>,
    ) -> Result<Vec<Event>, Refusal> {
        let who = who.into();
        sealing::check_goes_on(self)?;
        away::check_command(self, command)?;
        duties::check(self, command, who)?;
        let events = self.decide_in_room(command, who.person)?;
        events.iter().try_for_each(bounds::check)?;
        Ok(events)
    }

    fn decide_in_room(&self, command: &Command, actor: &PersonId) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Meeting(command) => meeting::decide(self, command),
            Command::People(command) => people::decide(self, command, actor),
            Command::Ballot(command) => ballot::decide(self, command),
            Command::Sittings(command) => sittings::decide(self, command),
            Command::Projects(command) => projects::decide(self, command),
            Command::Proposals(command) => proposals::decide(self, command),
            Command::Record(command) => record::decide(self, command),
            Command::Attendance(command) => attendance::decide(self, command),
            Command::Round(command) => round::decide(self, command, actor),
            Command::Keying(command) => keying::decide(self, command, actor),
            Command::Ruling(command) => ruling::decide(self, command, actor),
            Command::Follow(command) => follow::decide(self, command),
            Command::Hand(command) => hands::decide(self, command),
            Command::Paper(command) => paper::decide(self, command),
            Command::HandTally(command) => by_hand::decide(self, command),
            Command::Lent(command) => lent::decide(self, command, actor),
            Command::Pin(command) => pin::decide(self, command, actor),
            Command::Hall(command) => hall::decide(self, command),
        }
    }

    fn apply(&mut self, entry: &Entry) -> Result<(), OutOfPlace> {
        if entry.seq != self.seq.saturating_add(1) {
            return Err(OutOfPlace("a gap in the numbers of the entries"));
        }
        sealing::check_entry(self)?;
        last::check_entry(self, entry)?;
        away::check_entry(self, entry)?;
        let spoilt = paper::spoilt_by(&entry.event, self);
        match &entry.event {
            Event::Meeting(event) => meeting::apply(self, event, entry),
            Event::People(event) => people::apply(self, event, entry),
            Event::Ballot(event) => ballot::apply(self, event),
            Event::Sittings(event) => sittings::apply(self, event),
            Event::Projects(event) => projects::apply(self, event, entry)?,
            Event::Proposals(event) => proposals::apply(self, event)?,
            Event::Record(event) => record::apply(self, event)?,
            Event::Attendance(event) => attendance::apply(self, event, entry),
            Event::Round(event) => round::apply(self, event, entry)?,
            Event::Keying(event) => keying::apply(self, event, entry)?,
            Event::Ruling(event) => ruling::apply(self, event, entry)?,
            Event::Follow(event) => follow::apply(self, event)?,
            Event::Hand(event) => hands::apply(self, event, entry)?,
            Event::HandTally(event) => by_hand::apply(self, event, entry)?,
            Event::Lent(event) => lent::apply(self, event, entry)?,
            Event::Away(event) => away::apply(self, event, entry)?,
            Event::Pin(event) => pin::apply(self, event, entry),
            Event::Paper(event) => paper::apply(self, event, entry),
            Event::Hall(event) => hall::apply(self, event, entry),
            Event::Rehearsal(event) => rehearsal::apply(self, event, entry)?,
        }
        paper::supersede(self, &spoilt);
        if naming::is_an_act(&entry.event) {
            self.people.acted.insert(entry.actor.clone());
        }
        self.form.seen(&entry.event);
        self.seq = entry.seq;
        if entry.event.is_milestone() {
            self.milestone = entry.seq;
        }
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
        self.rounds.iter().find(|round| round.id() == id).ok_or(Refusal::NoSuchRound { round: id })
    }

    /// Returns what stood while a round was as it is given.
    pub(crate) fn as_of(&self, round: &Round) -> Self {
        let mut then = self.clone();
        for stands in then.rounds.iter_mut().filter(|stands| stands.id() == round.id()) {
            stands.clone_from(round);
        }
        then
    }

    pub(crate) fn round_mut(&mut self, id: RoundId) -> Result<&mut Round, OutOfPlace> {
        self.rounds.iter_mut().find(|round| round.id() == id).ok_or(OutOfPlace("an unknown round"))
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
}

/// What stands now, by room.
impl Past {
    /// Returns the number of journal entries applied.
    #[must_use]
    pub fn seq(&self) -> u32 {
        self.seq
    }

    /// Returns what names the session, once it is described.
    #[must_use]
    pub fn meeting(&self) -> Option<&Meeting> {
        self.meeting.as_ref()
    }

    /// Returns who sits and who counts.
    #[must_use]
    pub fn people(&self) -> &People {
        &self.people
    }

    /// Returns whose PIN is set.
    #[must_use]
    pub fn pins(&self) -> &Pins {
        &self.pins
    }

    /// Returns the ballots in the order they were set up, the withdrawn ones with them.
    #[must_use]
    pub fn ballots(&self) -> &[Ballot] {
        &self.ballots
    }

    /// 撤回: returns the ballots withdrawn before the vote, and why.
    #[must_use]
    pub fn withdrawn(&self) -> &BTreeMap<BallotId, Reason> {
        &self.withdrawn
    }

    /// Returns the year and the projects of last year, once they are listed.
    #[must_use]
    pub fn past_projects(&self) -> Option<(u16, &[PastProject])> {
        self.last_year.as_ref().map(|(year, projects)| (*year, projects.as_slice()))
    }

    /// Returns what sittings are planned, and who came.
    #[must_use]
    pub fn sittings(&self) -> &Sittings {
        &self.sittings
    }

    /// Returns the last count of the people present.
    #[must_use]
    pub fn attendance(&self) -> Option<Attendance> {
        self.attendance
    }

    /// Returns the rounds in the order they were opened.
    #[must_use]
    pub fn rounds(&self) -> &[Round] {
        &self.rounds
    }

    /// Returns the loans in the order they went out.
    #[must_use]
    pub fn loans(&self) -> &[Loan] {
        &self.loans
    }

    /// Returns what this desk was set up with, if it is one away from the session.
    #[must_use]
    pub fn away(&self) -> Option<&Desk> {
        self.away.as_ref()
    }

    /// Returns the motions without paper in the order they were prepared.
    #[must_use]
    pub fn hand_votes(&self) -> &[HandVote] {
        &self.hand_votes
    }

    /// Returns the papers in the order they were issued, the superseded ones with them.
    #[must_use]
    pub fn papers(&self) -> &[Paper] {
        &self.papers
    }

    /// Returns the secretary's own texts of papers.
    #[must_use]
    pub fn paper_texts(&self) -> &BTreeMap<PaperKind, String> {
        &self.paper_texts
    }

    /// 版式: returns how papers look from now on.
    #[must_use]
    pub fn style(&self) -> &Style {
        &self.style
    }

    /// 记录: returns what was noted of the items of the agenda.
    #[must_use]
    pub fn notes(&self) -> &BTreeMap<String, String> {
        &self.notes
    }

    /// Returns what the hall sees.
    #[must_use]
    pub fn scene(&self) -> &Scene {
        &self.scene
    }

    /// Returns the entry of the journal that pushed the hall's picture; 0 before any did.
    #[must_use]
    pub fn shown_by(&self) -> u32 {
        self.shown_by
    }

    /// Returns how the hall looks.
    #[must_use]
    pub fn look(&self) -> Look {
        self.look
    }

    /// 公告号: returns the number of a notice as printed: as the office typed it, else by its place.
    #[must_use]
    pub fn notice_number(&self, of: &PaperKind) -> String {
        let typed = self.notice_numbers.get(of).cloned();
        typed.unwrap_or_else(|| format!("第{}号", self.notice_place(of)))
    }

    /// Returns the place of a notice, from 1, among those of the session as they were first issued;
    /// one that is not issued yet comes next.
    #[must_use]
    pub fn notice_place(&self, of: &PaperKind) -> u32 {
        let mut issued: Vec<&PaperKind> = Vec::new();
        let kinds = self.papers.iter().map(|paper| &paper.kind);
        for notice in kinds.filter(|kind| kind.is_notice()) {
            if !issued.contains(&notice) {
                issued.push(notice);
            }
        }
        let before = issued.iter().position(|it| *it == of).unwrap_or(issued.len());
        number(before).saturating_add(1)
    }
}
