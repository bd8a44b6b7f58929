//! 轮次: one issue and collection of a ballot, from the open box to the announced result (组织法
//! 29, 选举法 43 and 44).

pub mod align;
pub mod away;
pub mod by_hand;
pub mod comparison;
pub mod keying;
pub mod lent;
pub mod matter;
pub mod mend;
pub mod names;
pub mod reopening;
pub mod result;
pub mod ruling;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use tally::{Contest, ContestId, ContestTotals, Control, RoundResult, Tally};

use crate::ballot::follow::{Follows, Origin, Settlement};
use crate::ballot::{Ballot, follow};
use crate::floor::attendance;
use crate::floor::meeting::Meeting;
use crate::people::{People, Role, check_counting_staff};
use crate::round::by_hand::ByHand;
use crate::round::comparison::{Rulings, check_ruled};
use crate::round::keying::{PassKeying, check_keyed};
use crate::round::reopening::Reopening;
use crate::session::{OutOfPlace, Session};
use crate::{BallotId, BundleNo, Entry, Pass, PersonId, Refusal, RoundId};

/// Why the ballot is issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "why", rename_all = "snake_case", deny_unknown_fields)]
pub enum RoundKind {
    /// For the first time.
    First,
    /// 重新投票: the vote before was void, same candidates.
    Redo {
        /// The void round.
        of: RoundId,
    },
    /// 再次投票: among those level at the cut line, most votes win.
    Runoff {
        /// The round that ended level.
        of: RoundId,
    },
    /// 另行选举, or a further vote on projects: for the seats left.
    Further {
        /// The round that left seats.
        of: RoundId,
    },
}

/// 收回: what came back out of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Collected {
    /// 划错换票.
    pub spoiled: u32,
    /// 收回.
    pub returned: u32,
}

/// The numbers of a round that people count, all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// 实到.
    pub present: u32,
    /// 印制.
    pub printed: u32,
    /// 发出.
    pub issued: u32,
    /// 换票 and 收回, once the box is open.
    pub collected: Option<Collected>,
}

/// How far a round has come. Each stage can only follow the one above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// 投票: ballots are out.
    Voting,
    /// The box is open and the vote is void, not yet announced.
    Void(Collected),
    /// The void vote was announced: only a redo can follow.
    Voided(Collected),
    /// The box is open, the vote is valid, not yet announced.
    Collected(Collected),
    /// 计票: validity was announced.
    Counting(Collected),
    /// The chief scrutineer certified the count.
    Certified(Collected, Certificate),
    /// The presiding chair announced the result.
    Announced(Collected, Certificate),
}

/// 核定: who certified the count, and where it stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// 总监票人.
    pub by: PersonId,
    /// Entry of the journal.
    pub seq: u32,
    /// When.
    pub at: crate::Timestamp,
    /// Whether the PIN was typed, because one is set.
    pub proven: bool,
}

/// One issue and collection of a ballot.
#[derive(Clone, Debug)]
pub struct Round {
    /// From 1 within the session.
    pub id: RoundId,
    /// The ballot as it was when the round was opened.
    pub ballot: Ballot,
    /// Why it was issued.
    pub kind: RoundKind,
    /// 全体代表 at that time.
    pub all_deputies: u32,
    /// 实到 at that time.
    pub present: u32,
    /// 印制.
    pub printed: u32,
    /// 发出.
    pub issued: u32,
    /// Entry of the journal that opened it.
    pub opened: u32,
    /// How far it has come.
    pub stage: Stage,
    pub(crate) first: PassKeying,
    pub(crate) second: PassKeying,
    pub(crate) rulings: Rulings,
    /// The roster when the ballots were handed out, as names are compared.
    pub(crate) deputies: BTreeSet<String>,
    pub(crate) contests: Vec<Contest>,
    pub(crate) tally: Tally,
    pub(crate) settled: BTreeMap<ContestId, (Settlement, String)>,
    pub(crate) at_work: BTreeSet<PersonId>,
    pub(crate) by_hand: ByHand,
    pub(crate) reopenings: Vec<Reopening>,
}

impl Round {
    /// Returns the numbers of the opened box, once it was opened.
    #[must_use]
    pub fn collected(&self) -> Option<Collected> {
        match &self.stage {
            Stage::Voting => None,
            Stage::Void(collected)
            | Stage::Voided(collected)
            | Stage::Collected(collected)
            | Stage::Counting(collected)
            | Stage::Certified(collected, _)
            | Stage::Announced(collected, _) => Some(*collected),
        }
    }

    /// Returns who certified the count, once it is.
    #[must_use]
    pub fn certificate(&self) -> Option<&Certificate> {
        match &self.stage {
            Stage::Certified(_, certificate) | Stage::Announced(_, certificate) => {
                Some(certificate)
            }
            Stage::Voting
            | Stage::Void(_)
            | Stage::Voided(_)
            | Stage::Collected(_)
            | Stage::Counting(_) => None,
        }
    }

    /// Returns the control numbers; nothing returned yet while voting.
    #[must_use]
    pub fn control(&self) -> Control {
        let Collected { spoiled, returned } =
            self.collected().unwrap_or(Collected { spoiled: 0, returned: 0 });
        let Self { all_deputies, present, printed, issued, .. } = *self;
        Control { all_deputies, present, printed, issued, spoiled, returned }
    }

    /// Returns the contests as they are counted.
    #[must_use]
    pub fn contests(&self) -> &[Contest] {
        &self.contests
    }

    /// Returns the counts of the sheets settled so far.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Returns the result of the sheets settled so far; final once the round is certified.
    #[must_use]
    pub fn result(&self) -> RoundResult {
        self.tally.result_under(&self.control(), self.ballot.valid_if, self.ballot.quorum)
    }

    /// Returns how many bundles the returned sheets make.
    #[must_use]
    pub fn bundles(&self) -> u32 {
        self.collected()
            .map_or(0, |collected| collected.returned.div_ceil(self.ballot.bundle_size.max(1)))
    }

    /// Returns how many sheets a bundle is planned to hold; the last one holds the rest.
    #[must_use]
    pub fn sheets_in(&self, bundle: BundleNo) -> u32 {
        let returned = self.collected().map_or(0, |collected| collected.returned);
        let before = bundle.0.saturating_sub(1).saturating_mul(self.ballot.bundle_size);
        returned.saturating_sub(before).min(self.ballot.bundle_size)
    }

    /// Returns one of the two passes.
    #[must_use]
    pub fn pass(&self, pass: Pass) -> &PassKeying {
        match pass {
            Pass::First => &self.first,
            Pass::Second => &self.second,
        }
    }

    /// Tells whether every bundle of a pass was handed in, at least one.
    #[must_use]
    pub fn pass_is_whole(&self, pass: Pass) -> bool {
        self.bundles() > 0
            && (1..=self.bundles()).all(|bundle| self.pass(pass).closed(BundleNo(bundle)).is_some())
    }

    pub(crate) fn pass_mut(&mut self, pass: Pass) -> &mut PassKeying {
        match pass {
            Pass::First => &mut self.first,
            Pass::Second => &mut self.second,
        }
    }

    /// Tells whether the count is going on, or certified and not yet announced.
    pub(crate) fn is_counting(&self) -> bool {
        matches!(self.stage, Stage::Counting(_) | Stage::Certified(..))
    }

    pub(crate) fn has_worked(&self, person: &PersonId) -> bool {
        self.at_work.contains(person)
    }

    /// The sheets are being keyed and ruled on: the count is going on, and not by hand.
    pub(crate) fn counting(&self) -> Result<Collected, Refusal> {
        let collected = self.being_counted()?;
        if self.hand_count().is_some() { Err(Refusal::CountedByHand) } else { Ok(collected) }
    }

    /// The count is going on, by sheets or by hand.
    pub(crate) fn being_counted(&self) -> Result<Collected, Refusal> {
        match &self.stage {
            Stage::Counting(collected) => Ok(*collected),
            Stage::Voting => Err(Refusal::NotCollected),
            Stage::Collected(_) => Err(Refusal::CollectionNotAnnounced),
            Stage::Void(collected) | Stage::Voided(collected) => Err(self.void(*collected)),
            Stage::Certified(..) | Stage::Announced(..) => Err(Refusal::AlreadyCertified),
        }
    }

    /// Returns why nothing of a void vote is counted; `None` while it is not void.
    pub(crate) fn void_refusal(&self) -> Option<Refusal> {
        match &self.stage {
            Stage::Void(collected) | Stage::Voided(collected) => Some(self.void(*collected)),
            Stage::Voting
            | Stage::Collected(_)
            | Stage::Counting(_)
            | Stage::Certified(..)
            | Stage::Announced(..) => None,
        }
    }

    /// Returns every time the certified count was opened again, in order.
    #[must_use]
    pub fn reopenings(&self) -> &[Reopening] {
        &self.reopenings
    }

    fn void(&self, collected: Collected) -> Refusal {
        let Self { issued, present, .. } = *self;
        Refusal::VoteIsVoid {
            returned: collected.returned,
            issued,
            present,
            valid_if: self.ballot.valid_if,
        }
    }

    /// Returns what was decided about a contest instead of voting once more, and the record of it.
    #[must_use]
    pub fn settlement(&self, contest: &ContestId) -> Option<(&Settlement, &str)> {
        self.settled.get(contest).map(|(settlement, record)| (settlement, record.as_str()))
    }

    /// Tells whether the vote is void, announced or not.
    #[must_use]
    pub fn is_void(&self) -> bool {
        matches!(self.stage, Stage::Void(_) | Stage::Voided(_))
    }
}

/// What happened to a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// The ballots were handed out.
    #[serde(rename = "round.opened")]
    Opened {
        /// The new round.
        round: RoundId,
        /// Which ballot.
        ballot: BallotId,
        /// Why.
        kind: RoundKind,
        /// 全体代表.
        all_deputies: u32,
        /// 实到.
        present: u32,
        /// 印制.
        printed: u32,
        /// 发出.
        issued: u32,
    },
    /// The box was opened and the sheets were counted.
    #[serde(rename = "round.collected")]
    Collected {
        /// Which round.
        round: RoundId,
        /// 划错换票.
        spoiled: u32,
        /// 收回.
        returned: u32,
    },
    /// A number had been recorded wrongly.
    #[serde(rename = "round.numbers_corrected")]
    NumbersCorrected {
        /// Which round.
        round: RoundId,
        /// All of them as they are.
        numbers: Numbers,
        /// Why.
        reason: String,
    },
    /// 验票: the validity of the vote was announced.
    #[serde(rename = "round.collection_announced")]
    CollectionAnnounced {
        /// Which round.
        round: RoundId,
    },
    /// The chief scrutineer certified the count.
    #[serde(rename = "round.certified")]
    Certified {
        /// Which round.
        round: RoundId,
        /// Whether the PIN was typed, because one is set.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        proven: bool,
        /// What was certified, one per contest; empty in a journal of an earlier version.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        totals: Vec<ContestTotals>,
    },
    /// A certified count was opened again: its certificate no longer holds.
    #[serde(rename = "round.reopened")]
    Reopened {
        /// Which round.
        round: RoundId,
        /// Why.
        reason: String,
    },
    /// The presiding chair announced the result.
    #[serde(rename = "round.result_announced")]
    ResultAnnounced {
        /// Which round.
        round: RoundId,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "RoundCommand"))]
pub enum Command {
    /// Hand out the ballots.
    OpenRound {
        /// Which ballot.
        ballot: BallotId,
        /// Why.
        kind: RoundKind,
        /// 印制, at least as many as issued.
        printed: u32,
        /// 发出.
        issued: u32,
    },
    /// Open the box; may be recorded again until it is announced.
    Collect {
        /// Which round.
        round: RoundId,
        /// 划错换票.
        spoiled: u32,
        /// 收回; more than issued is recorded and makes the vote void.
        returned: u32,
    },
    /// Put a number right that was recorded wrongly, until the count is certified or the void vote
    /// announced.
    CorrectNumbers {
        /// Which round.
        round: RoundId,
        /// All of them as they are.
        numbers: Numbers,
        /// Why; not empty.
        reason: String,
    },
    /// Announce whether the vote is valid (验票).
    AnnounceCollection {
        /// Which round.
        round: RoundId,
    },
    /// Certify the count.
    Certify {
        /// Which round.
        round: RoundId,
    },
    /// Open a certified count again, announced or not, until a ballot that follows it is handed out.
    Reopen {
        /// Which round.
        round: RoundId,
        /// Why; not empty.
        reason: String,
    },
    /// Announce the result.
    AnnounceResult {
        /// Which round.
        round: RoundId,
    },
}

/// The most a control number can be.
const MOST: u32 = 1_000_000;

pub(crate) fn decide(
    session: &Session,
    command: &Command,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        Command::OpenRound { ballot, kind, printed, issued } => {
            open(session, ballot, *kind, *printed, *issued, actor)?
        }
        Command::Collect { round, spoiled, returned } => {
            collect(session, *round, *spoiled, *returned, actor)?
        }
        Command::CorrectNumbers { round, numbers, reason } => {
            session.people.require(actor, &[Role::Secretary, Role::ChiefScrutineer])?;
            check_correction(session, session.round(*round)?, *numbers, reason)?;
            Event::NumbersCorrected { round: *round, numbers: *numbers, reason: reason.clone() }
        }
        Command::AnnounceCollection { round } => {
            session.people.require(actor, &[Role::Secretary])?;
            check_collection_announceable(session.round(*round)?)?;
            Event::CollectionAnnounced { round: *round }
        }
        Command::Certify { round } => {
            let counted = session.round(*round)?;
            check_certifiable(counted)?;
            session.people.require(actor, &[Role::ChiefScrutineer])?;
            let proven = session.pins.hash_of(actor).is_some();
            Event::Certified { round: *round, proven, totals: counted.tally().totals() }
        }
        Command::Reopen { round, reason } => {
            session.people.require(actor, &[Role::ChiefScrutineer])?;
            reopening::check_reopenable(session, session.round(*round)?)?;
            if reason.trim().is_empty() {
                return Err(Refusal::ReasonMissing);
            }
            Event::Reopened { round: *round, reason: reason.clone() }
        }
        Command::AnnounceResult { round } => {
            session.people.require(actor, &[Role::Secretary])?;
            check_result_announceable(session, session.round(*round)?)?;
            Event::ResultAnnounced { round: *round }
        }
    };
    Ok(vec![event.into()])
}

/// What must be there before a ballot can be handed out.
pub(crate) fn check_openable(session: &Session, ballot: &BallotId) -> Result<(), Refusal> {
    let meeting = session.described()?;
    let ballot = session.ballot(ballot)?;
    session.check_not_withdrawn(ballot)?;
    ballot.check()?;
    follow::check_ballot(session, ballot)?;
    check_counting_staff(&session.people)?;
    if !session.papers.iter().any(|paper| paper.is_current_ballot(&ballot.id)) {
        return Err(Refusal::BallotNotPrinted { ballot: ballot.title.clone() });
    }
    attendance::quorate(session, meeting, ballot.quorum).map(drop)
}

fn open(
    session: &Session,
    ballot: &BallotId,
    kind: RoundKind,
    printed: u32,
    issued: u32,
    actor: &PersonId,
) -> Result<Event, Refusal> {
    session.people.require(actor, &[Role::Secretary])?;
    check_openable(session, ballot)?;
    let meeting = session.described()?;
    let present = attendance::quorate(session, meeting, session.ballot(ballot)?.quorum)?;
    check_kind(session, ballot, kind)?;
    check_numbers(meeting, Numbers { present, printed, issued, collected: None })?;
    let round = RoundId(u32::try_from(session.rounds.len()).unwrap_or(u32::MAX).saturating_add(1));
    Ok(Event::Opened {
        round,
        ballot: ballot.clone(),
        kind,
        all_deputies: meeting.all_deputies,
        present,
        printed,
        issued,
    })
}

fn check_numbers(meeting: &Meeting, numbers: Numbers) -> Result<(), Refusal> {
    let Numbers { present, printed, issued, collected } = numbers;
    let all_deputies = meeting.all_deputies;
    if present > all_deputies {
        return Err(Refusal::MorePresentThanDeputies { present, all_deputies });
    }
    if printed > MOST || issued == 0 {
        return Err(Refusal::NumberOutOfRange { least: 1, most: MOST });
    }
    if issued > printed {
        return Err(Refusal::MoreIssuedThanPrinted { issued, printed });
    }
    let Some(Collected { spoiled, returned }) = collected else { return Ok(()) };
    if spoiled > MOST || returned > MOST {
        return Err(Refusal::NumberOutOfRange { least: 0, most: MOST });
    }
    if issued.saturating_add(spoiled) > printed {
        return Err(Refusal::PrintedTooFew { printed, issued, spoiled });
    }
    Ok(())
}

fn check_correction(
    session: &Session,
    round: &Round,
    numbers: Numbers,
    reason: &str,
) -> Result<(), Refusal> {
    match &round.stage {
        Stage::Voting | Stage::Void(_) | Stage::Collected(_) | Stage::Counting(_) => {}
        Stage::Voided(_) => return Err(Refusal::CollectionAnnounced),
        Stage::Certified(..) | Stage::Announced(..) => return Err(Refusal::AlreadyCertified),
    }
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    check_numbers(session.described()?, numbers)?;
    if numbers.collected.is_some() != round.collected().is_some() {
        return Err(Refusal::NotCollected);
    }
    check_keyed_bundles(&session.people, round, numbers.collected)
}

/// Sheets that were keyed are there: the numbers of the box may not shrink a bundle below them, nor
/// change one that was handed in or is keyed elsewhere.
fn check_keyed_bundles(
    people: &People,
    round: &Round,
    collected: Option<Collected>,
) -> Result<(), Refusal> {
    let returned = collected.map(|collected| collected.returned);
    if round.hand_count().is_some() && returned != Some(round.control().returned) {
        return Err(Refusal::CountedByHand);
    }
    let corrected =
        Round { stage: collected.map_or(Stage::Voting, Stage::Counting), ..round.clone() };
    let changed = Pass::BOTH.into_iter().flat_map(|pass| round.pass(pass).bundles.iter()).find(
        |(bundle, keying)| {
            let (sheets, before, keyed) =
                (corrected.sheets_in(**bundle), round.sheets_in(**bundle), keying.keyed());
            let gone = bundle.0 > corrected.bundles() && keyed > 0;
            if keying.lent.is_some() {
                return sheets != before;
            }
            let fits = keying.counted.is_some()
                || sheets == before
                || (keyed <= sheets && !keying.closed)
                || keyed == sheets;
            gone || !fits
        },
    );
    match changed {
        Some((bundle, keying)) if keying.lent.is_some() => Err(Refusal::BundleIsLent {
            bundle: *bundle,
            name: people.name_of(&keying.teller).to_owned(),
        }),
        Some((bundle, _)) => Err(Refusal::BundleIsKeyed { bundle: *bundle }),
        None => Ok(()),
    }
}

fn check_kind(session: &Session, ballot: &BallotId, kind: RoundKind) -> Result<(), Refusal> {
    let ballot = session.ballot(ballot)?;
    match (next_kind(session, ballot), kind) {
        (Some(next), kind) if next == kind => Ok(()),
        (_, RoundKind::Redo { of }) => Err(Refusal::NothingToRedo { round: of }),
        (None, _) => Err(Refusal::RoundAlreadyOpened { ballot: ballot.title.clone() }),
        (Some(_), _) => Err(Refusal::NotThatRound { ballot: ballot.title.clone() }),
    }
}

/// Returns why a ballot may be handed out now; `None` when it was and the vote was not void.
pub(crate) fn next_kind(session: &Session, ballot: &Ballot) -> Option<RoundKind> {
    match session.rounds.iter().rev().find(|round| round.ballot.id == ballot.id) {
        Some(round) if matches!(round.stage, Stage::Voided(_)) => {
            Some(RoundKind::Redo { of: round.id })
        }
        Some(_) => None,
        None => Some(match ballot.origin {
            None => RoundKind::First,
            Some(Origin { round: of, follows: Follows::Runoff, .. }) => RoundKind::Runoff { of },
            Some(Origin { round: of, follows: Follows::Further, .. }) => RoundKind::Further { of },
        }),
    }
}

fn collect(
    session: &Session,
    id: RoundId,
    spoiled: u32,
    returned: u32,
    actor: &PersonId,
) -> Result<Event, Refusal> {
    session.people.require(actor, &[Role::Secretary])?;
    let round = session.round(id)?;
    match &round.stage {
        Stage::Voting | Stage::Collected(_) | Stage::Void(_) => {}
        Stage::Voided(_) | Stage::Counting(_) | Stage::Certified(..) | Stage::Announced(..) => {
            return Err(Refusal::CollectionAnnounced);
        }
    }
    let Round { present, printed, issued, .. } = *round;
    let collected = Some(Collected { spoiled, returned });
    check_numbers(session.described()?, Numbers { present, printed, issued, collected })?;
    check_keyed_bundles(&session.people, round, collected)?;
    Ok(Event::Collected { round: id, spoiled, returned })
}

pub(crate) fn check_collection_announceable(round: &Round) -> Result<(), Refusal> {
    match &round.stage {
        Stage::Collected(_) | Stage::Void(_) => Ok(()),
        Stage::Voting => Err(Refusal::NotCollected),
        Stage::Voided(_) | Stage::Counting(_) | Stage::Certified(..) | Stage::Announced(..) => {
            Err(Refusal::CollectionAnnounced)
        }
    }
}

/// What must be there before the chief scrutineer can certify: both keyings whole, everything ruled
/// on.
pub(crate) fn check_certifiable(round: &Round) -> Result<(), Refusal> {
    let collected = round.being_counted()?;
    if collected.returned == 0 {
        return Err(Refusal::NothingReturned);
    }
    if round.hand_count().is_some() {
        return Ok(());
    }
    check_keyed(round)?;
    check_ruled(round)?;
    let settled = round.tally.sheets();
    let returned = round.control().returned;
    if settled != returned {
        return Err(Refusal::SheetsNotSettled { settled, returned });
    }
    by_hand::check_agrees(round)
}

pub(crate) fn check_result_announceable(session: &Session, round: &Round) -> Result<(), Refusal> {
    match &round.stage {
        Stage::Certified(..)
            if session.papers.iter().any(|paper| paper.is_current_report(round.id)) =>
        {
            Ok(())
        }
        Stage::Certified(..) => Err(Refusal::ReportNotPrinted),
        Stage::Announced(..) => Err(Refusal::ResultAnnounced),
        Stage::Voting
        | Stage::Void(_)
        | Stage::Voided(_)
        | Stage::Collected(_)
        | Stage::Counting(_) => Err(Refusal::NotCertified),
    }
}

pub(crate) fn apply(session: &mut Session, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    match event {
        Event::Opened { round, ballot, kind, all_deputies, present, printed, issued } => {
            let ballot = session
                .ballot(ballot)
                .map_err(|_| OutOfPlace("a round of an unknown ballot"))?
                .clone();
            let numbers =
                Numbers { present: *present, printed: *printed, issued: *issued, collected: None };
            let opened = Round::handed_out(
                *round,
                ballot,
                *kind,
                *all_deputies,
                numbers,
                entry.seq,
                &session.people,
            );
            session.rounds.push(opened);
            Ok(())
        }
        Event::Collected { round, spoiled, returned } => {
            session
                .round_mut(*round)?
                .collect(Collected { spoiled: *spoiled, returned: *returned });
            Ok(())
        }
        Event::NumbersCorrected { round, numbers, .. } => {
            session.round_mut(*round)?.correct(*numbers);
            Ok(())
        }
        Event::CollectionAnnounced { round } => {
            session.round_mut(*round)?.advance(|stage| match stage {
                Stage::Collected(collected) => Some(Stage::Counting(collected)),
                Stage::Void(collected) => Some(Stage::Voided(collected)),
                Stage::Voting
                | Stage::Voided(_)
                | Stage::Counting(_)
                | Stage::Certified(..)
                | Stage::Announced(..) => None,
            })
        }
        Event::Certified { round, proven, .. } => {
            let proven = *proven;
            if proven {
                session.pins.proved(&entry.actor);
            }
            let certificate =
                Certificate { by: entry.actor.clone(), seq: entry.seq, at: entry.at, proven };
            let round = session.round_mut(*round)?;
            round.at_work.insert(entry.actor.clone());
            round.advance(|stage| match stage {
                Stage::Counting(collected) => Some(Stage::Certified(collected, certificate)),
                Stage::Voting
                | Stage::Void(_)
                | Stage::Voided(_)
                | Stage::Collected(_)
                | Stage::Certified(..)
                | Stage::Announced(..) => None,
            })
        }
        Event::Reopened { round, reason } => reopening::apply(session, *round, reason, entry),
        Event::ResultAnnounced { round } => {
            session.round_mut(*round)?.advance(|stage| match stage {
                Stage::Certified(collected, certificate) => {
                    Some(Stage::Announced(collected, certificate))
                }
                Stage::Voting
                | Stage::Void(_)
                | Stage::Voided(_)
                | Stage::Collected(_)
                | Stage::Counting(_)
                | Stage::Announced(..) => None,
            })
        }
    }
}

impl Round {
    /// Returns a round as its ballots were handed out; nothing is collected yet.
    pub(crate) fn handed_out(
        id: RoundId,
        ballot: Ballot,
        kind: RoundKind,
        all_deputies: u32,
        numbers: Numbers,
        opened: u32,
        people: &People,
    ) -> Self {
        let Numbers { present, printed, issued, .. } = numbers;
        let contests = ballot.contests();
        Self {
            id,
            kind,
            all_deputies,
            present,
            printed,
            issued,
            opened,
            stage: Stage::Voting,
            first: PassKeying::default(),
            second: PassKeying::default(),
            rulings: Rulings::default(),
            deputies: people
                .deputies
                .iter()
                .map(|deputy| tally::normalised_name(&deputy.name))
                .collect(),
            tally: Tally::new(&contests),
            contests,
            ballot,
            settled: BTreeMap::new(),
            at_work: BTreeSet::new(),
            by_hand: ByHand::default(),
            reopenings: Vec::new(),
        }
    }

    /// Returns the numbers of the round that people count.
    #[must_use]
    pub fn numbers(&self) -> Numbers {
        let Self { present, printed, issued, .. } = *self;
        Numbers { present, printed, issued, collected: self.collected() }
    }

    fn is_valid(&self, collected: Collected) -> bool {
        let Collected { spoiled, returned } = collected;
        Control { spoiled, returned, ..self.control() }
            .vote_valid_under(self.ballot.valid_if, self.ballot.quorum)
    }

    fn collect(&mut self, collected: Collected) {
        self.stage = if self.is_valid(collected) {
            Stage::Collected(collected)
        } else {
            Stage::Void(collected)
        };
    }

    /// A correction that makes the vote void or valid takes it back to before 验票 was announced.
    fn correct(&mut self, numbers: Numbers) {
        let Numbers { present, printed, issued, collected } = numbers;
        (self.present, self.printed, self.issued) = (present, printed, issued);
        match collected {
            Some(collected)
                if matches!(self.stage, Stage::Counting(_)) && self.is_valid(collected) =>
            {
                self.stage = Stage::Counting(collected);
            }
            Some(collected) => self.collect(collected),
            None => {}
        }
    }

    fn advance(&mut self, next: impl FnOnce(Stage) -> Option<Stage>) -> Result<(), OutOfPlace> {
        self.stage = next(self.stage.clone()).ok_or(OutOfPlace("a step out of its order"))?;
        Ok(())
    }
}
