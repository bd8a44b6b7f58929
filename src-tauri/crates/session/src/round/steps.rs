//! The steps of a round: handing out, collecting, announcing, certifying, opening again.

use serde::{Deserialize, Serialize};
use tally::ContestTotals;

use super::ready::{
    check_certifiable, check_collection_announceable, check_correctable, check_correction,
    check_keyed_bundles, check_kind, check_numbers, check_openable, check_result_announceable,
};
use super::stage::Opening;
use super::{
    Breaking, Certificate, Collected, Numbers, Round, RoundKind, Stage, announcement, breaking_off,
    reopening,
};
use crate::ballot::Ballot;
use crate::floor::attendance;
use crate::ids::number;
use crate::people::duties;
use crate::session::{OutOfPlace, Past};
use crate::sittings::Hung;
use crate::{BallotId, Entry, PersonId, Reason, Refusal, RoundId};

/// What happened to a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// The ballots were handed out.
    #[serde(rename = "round.opened")]
    Opened {
        /// The new round.
        round: RoundId,
        ballot: BallotId,
        kind: RoundKind,
        /// 全体代表.
        all_deputies: u32,
        /// 实到.
        present: u32,
        /// 印制.
        printed: u32,
        /// 发出.
        issued: u32,
        /// Whether a name written in that two deputies bear is a doubt. Nobody asked before.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        namesakes_doubted: bool,
        /// 一并发出: the first of the ballots it was handed out together with.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        with: Option<RoundId>,
    },
    /// The box was opened and the sheets were counted.
    #[serde(rename = "round.collected")]
    Collected {
        round: RoundId,
        /// 划错换票.
        spoiled: u32,
        /// 收回.
        returned: u32,
    },
    /// A number had been recorded wrongly.
    #[serde(rename = "round.numbers_corrected")]
    NumbersCorrected {
        round: RoundId,
        /// All of them as they are.
        numbers: Numbers,
        reason: Reason,
    },
    /// 验票: the validity of the vote was announced.
    #[serde(rename = "round.collection_announced")]
    CollectionAnnounced { round: RoundId },
    /// The chief scrutineer certified the count.
    #[serde(rename = "round.certified")]
    Certified {
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
    Reopened { round: RoundId, reason: Reason },
    /// 中止, 误发: ballots that were out were called back. The round is over, nothing of it counts.
    #[serde(rename = "round.broken_off")]
    BrokenOff { round: RoundId, breaking: Breaking, reason: Reason },
    /// A vote had been announced void by numbers recorded wrongly; it is to be announced anew.
    #[serde(rename = "round.announcement_corrected")]
    AnnouncementCorrected {
        round: RoundId,
        /// All of them as they are.
        numbers: Numbers,
        reason: Reason,
    },
    /// The presiding chair announced the result.
    #[serde(rename = "round.result_announced")]
    ResultAnnounced { round: RoundId },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "RoundCommand"))]
pub enum Command {
    /// Hand out the ballots.
    OpenRound {
        ballot: BallotId,
        kind: RoundKind,
        /// 印制, at least as many as issued.
        printed: u32,
        /// 发出.
        issued: u32,
    },
    /// 一并发出: hand out several ballots at once; each is collected by its own box.
    OpenTogether {
        /// A round that is out already and with which they belong; `None`: with one another.
        with: Option<RoundId>,
        /// Each ballot once.
        issues: Vec<Issue>,
    },
    /// Open the box; may be recorded again until it is announced.
    Collect {
        round: RoundId,
        /// 划错换票.
        spoiled: u32,
        /// 收回; more than issued is recorded and makes the vote void.
        returned: u32,
    },
    /// Put a number right that was recorded wrongly, until the count is certified or the void vote
    /// announced.
    CorrectNumbers {
        round: RoundId,
        /// All of them as they are.
        numbers: Numbers,
        /// Why; not empty.
        reason: String,
    },
    /// Announce whether the vote is valid (验票).
    AnnounceCollection {
        round: RoundId,
    },
    /// Certify the count.
    Certify {
        round: RoundId,
    },
    /// Open a certified count again, announced or not, until a ballot that follows it is handed out.
    Reopen {
        round: RoundId,
        /// Why; not empty.
        reason: String,
    },
    /// Call back ballots that are out, until the count is certified.
    BreakOff {
        round: RoundId,
        breaking: Breaking,
        /// Why; not empty.
        reason: String,
    },
    /// Put right by which numbers a vote was announced void, while nothing was cast in its redo.
    CorrectAnnouncement {
        round: RoundId,
        /// All of them as they are.
        numbers: Numbers,
        /// Why; not empty.
        reason: String,
    },
    AnnounceResult {
        round: RoundId,
    },
}

/// One of several ballots handed out together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "BallotIssue"))]
pub struct Issue {
    pub ballot: BallotId,
    pub kind: RoundKind,
    /// 印制, at least as many as issued.
    pub printed: u32,
    /// 发出.
    pub issued: u32,
}

pub(crate) fn decide(
    session: &Past,
    command: &Command,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        Command::OpenRound { ballot, kind, printed, issued } => {
            let (ballot, kind, printed, issued) = (ballot.clone(), *kind, *printed, *issued);
            let issue = Issue { ballot, kind, printed, issued };
            open(session, &issue, number(session.rounds.len()), None)?
        }
        Command::OpenTogether { with, issues } => return open_together(session, *with, issues),
        Command::Collect { round, spoiled, returned } => {
            collect(session, *round, Collected { spoiled: *spoiled, returned: *returned })?
        }
        Command::CorrectNumbers { round, numbers, reason } => {
            let corrected = session.round(*round)?;
            check_correctable(corrected)?;
            let reason = Reason::given(reason)?;
            check_correction(session, corrected, *numbers)?;
            Event::NumbersCorrected { round: *round, numbers: *numbers, reason }
        }
        Command::AnnounceCollection { round } => {
            check_collection_announceable(session.round(*round)?)?;
            Event::CollectionAnnounced { round: *round }
        }
        Command::Certify { round } => certify(session, *round, actor)?,
        Command::Reopen { round, reason } => {
            reopening::check_reopenable(session, session.round(*round)?)?;
            Event::Reopened { round: *round, reason: Reason::given(reason)? }
        }
        Command::BreakOff { round, breaking, reason } => {
            breaking_off::check_breakable(session, session.round(*round)?)?;
            let reason = Reason::given(reason)?;
            Event::BrokenOff { round: *round, breaking: *breaking, reason }
        }
        Command::CorrectAnnouncement { round, numbers, reason } => {
            announcement::decide(session, *round, *numbers, reason)?
        }
        Command::AnnounceResult { round } => {
            check_result_announceable(session, session.round(*round)?)?;
            Event::ResultAnnounced { round: *round }
        }
    };
    Ok(vec![event.into()])
}

fn certify(session: &Past, round: RoundId, actor: &PersonId) -> Result<Event, Refusal> {
    let counted = session.round(round)?;
    check_certifiable(counted)?;
    session.people.require(actor, duties::CHIEF)?;
    let proven = session.pins.hash_of(actor).is_some();
    Ok(Event::Certified { round, proven, totals: counted.tally().totals() })
}

/// Ballots handed out together need one count of the people present and are in the record as one:
/// if one of them cannot be handed out, none is.
fn open_together(
    session: &Past,
    with: Option<RoundId>,
    issues: &[Issue],
) -> Result<Vec<crate::Event>, Refusal> {
    if issues.is_empty() {
        return Err(Refusal::NoBallotChosen);
    }
    if let Some(with) = with
        && !matches!(session.round(with)?.stage, Stage::Voting)
    {
        return Err(Refusal::CollectedAlready {
            ballot: session.round(with)?.ballot.title.clone(),
        });
    }
    let first = RoundId(number(session.rounds.len()).saturating_add(1));
    let mut events = Vec::new();
    for (issue, before) in issues.iter().zip(number(session.rounds.len())..) {
        let twice = issues.iter().filter(|other| other.ballot == issue.ballot).count() > 1;
        if twice {
            let ballot = session.ballot(&issue.ballot)?.title.clone();
            return Err(Refusal::RoundAlreadyOpened { ballot });
        }
        let with = with.or((!events.is_empty()).then_some(first));
        events.push(open(session, issue, before, with)?.into());
    }
    Ok(events)
}

/// `before`: how many rounds were opened before it.
fn open(
    session: &Past,
    issue: &Issue,
    before: u32,
    with: Option<RoundId>,
) -> Result<Event, Refusal> {
    let Issue { ballot, kind, printed, issued } = issue;
    let (kind, printed, issued) = (*kind, *printed, *issued);
    check_openable(session, ballot)?;
    let meeting = session.described()?;
    let hung = Hung::Ballot { ballot: ballot.clone() };
    let present = attendance::quorate(session, meeting, session.ballot(ballot)?.quorum, &hung)?;
    check_kind(session, ballot, kind)?;
    check_numbers(meeting, Numbers { present, printed, issued, collected: None })?;
    let round = RoundId(before.saturating_add(1));
    Ok(Event::Opened {
        round,
        ballot: ballot.clone(),
        kind,
        all_deputies: meeting.all_deputies,
        present,
        printed,
        issued,
        namesakes_doubted: true,
        with,
    })
}

fn collect(session: &Past, id: RoundId, found: Collected) -> Result<Event, Refusal> {
    let round = session.round(id)?;
    match &round.stage {
        Stage::Voting | Stage::Collected(_) | Stage::Void(_) => {}
        Stage::Voided(_) | Stage::Counting(_) | Stage::Certified(..) | Stage::Announced(..) => {
            return Err(Refusal::CollectionAnnounced);
        }
        Stage::BrokenOff(..) => return Err(round.broken_off_refusal()),
    }
    let Round { present, printed, issued, .. } = *round;
    let collected = Some(found);
    check_numbers(session.described()?, Numbers { present, printed, issued, collected })?;
    check_keyed_bundles(&session.people, round, collected)?;
    let Collected { spoiled, returned } = found;
    Ok(Event::Collected { round: id, spoiled, returned })
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    match event {
        Event::Opened { .. } => opened(session, event, entry),
        Event::Collected { round, spoiled, returned } => {
            let collected = Collected { spoiled: *spoiled, returned: *returned };
            session.round_mut(*round)?.collect(collected);
            Ok(())
        }
        Event::NumbersCorrected { round, numbers, .. } => {
            session.round_mut(*round)?.correct(*numbers);
            Ok(())
        }
        Event::CollectionAnnounced { round } => {
            session.round_mut(*round)?.advance(Stage::collection_announced)
        }
        Event::Certified { round, proven, .. } => certified(session, *round, *proven, entry),
        Event::Reopened { round, reason } => reopening::apply(session, *round, reason, entry),
        Event::BrokenOff { round, breaking, reason } => {
            breaking_off::apply(session, *round, *breaking, reason, entry)
        }
        Event::AnnouncementCorrected { round, numbers, reason } => {
            announcement::apply(session, *round, *numbers, reason, entry)
        }
        Event::ResultAnnounced { round } => {
            session.round_mut(*round)?.advance(Stage::result_announced)
        }
    }
}

fn opened(session: &mut Past, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    let Event::Opened {
        round,
        ballot,
        kind,
        all_deputies,
        present,
        printed,
        issued,
        namesakes_doubted,
        with,
    } = event
    else {
        return Ok(());
    };
    let (present, printed, issued) = (*present, *printed, *issued);
    let opening = Opening {
        id: *round,
        ballot: ballot_of(session, ballot)?,
        kind: *kind,
        all_deputies: *all_deputies,
        numbers: Numbers { present, printed, issued, collected: None },
        seq: entry.seq,
        with: *with,
    };
    hand_out(session, opening, *namesakes_doubted);
    attendance::serve(session, &Hung::Ballot { ballot: ballot.clone() });
    Ok(())
}

fn certified(
    session: &mut Past,
    id: RoundId,
    proven: bool,
    entry: &Entry,
) -> Result<(), OutOfPlace> {
    if proven {
        session.pins.proved(&entry.actor);
    }
    let by = entry.actor.clone();
    let name = session.people.name_of(&by).to_owned();
    let pin_removed = session.pins.removed(&by, &name).cloned();
    let certificate = Certificate { by, name, seq: entry.seq, at: entry.at, proven, pin_removed };
    let round = session.round_mut(id)?;
    round.at_work.insert(entry.actor.clone());
    round.advance(|stage| stage.certified(certificate))
}

fn hand_out(session: &mut Past, opening: Opening, namesakes_doubted: bool) {
    let mut opened = Round::handed_out(opening, &session.people);
    if namesakes_doubted {
        opened.doubt_namesakes(&session.people.deputies);
    }
    session.rounds.push(opened);
}

fn ballot_of(session: &Past, id: &BallotId) -> Result<Ballot, OutOfPlace> {
    session.ballot(id).cloned().map_err(|_| OutOfPlace("a round of an unknown ballot"))
}
