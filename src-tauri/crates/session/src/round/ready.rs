//! What must be there before each step of a round.

use super::comparison::check_ruled;
use super::keying::check_keyed;
use super::{Collected, Numbers, Round, RoundKind, Stage, by_hand};
use crate::ballot::follow::{Follows, Origin};
use crate::ballot::{Ballot, follow};
use crate::floor::attendance;
use crate::floor::meeting::Meeting;
use crate::people::{People, check_counting_staff};
use crate::session::Past;
use crate::sittings::Hung;
use crate::{BallotId, Pass, Refusal};

/// The most a control number can be.
const MOST: u32 = 1_000_000;

/// What must be there before a ballot can be handed out.
pub(crate) fn check_openable(session: &Past, ballot: &BallotId) -> Result<(), Refusal> {
    let meeting = session.described()?;
    let ballot = session.ballot(ballot)?;
    session.check_not_withdrawn(ballot)?;
    ballot.check()?;
    follow::check_ballot(session, ballot)?;
    check_counting_staff(&session.people)?;
    if !session.papers.iter().any(|paper| paper.is_current_ballot(&ballot.id)) {
        return Err(Refusal::BallotNotPrinted { ballot: ballot.title.clone() });
    }
    let hung = Hung::Ballot { ballot: ballot.id.clone() };
    attendance::quorate(session, meeting, ballot.quorum, &hung).map(drop)
}

pub(super) fn check_numbers(meeting: &Meeting, numbers: Numbers) -> Result<(), Refusal> {
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

pub(super) fn check_correctable(round: &Round) -> Result<(), Refusal> {
    match &round.stage {
        Stage::Voting | Stage::Void(_) | Stage::Collected(_) | Stage::Counting(_) => Ok(()),
        Stage::Voided(_) => Err(Refusal::CollectionAnnounced),
        Stage::Certified(..) | Stage::Announced(..) => Err(Refusal::AlreadyCertified),
        Stage::BrokenOff(..) => Err(round.broken_off_refusal()),
    }
}

pub(super) fn check_correction(
    session: &Past,
    round: &Round,
    numbers: Numbers,
) -> Result<(), Refusal> {
    check_numbers(session.described()?, numbers)?;
    if numbers.collected.is_some() != round.collected().is_some() {
        return Err(Refusal::NotCollected);
    }
    check_keyed_bundles(&session.people, round, numbers.collected)
}

/// Sheets that were keyed are there: the numbers of the box may not shrink a bundle below them, nor
/// change one that was handed in or is keyed elsewhere.
pub(super) fn check_keyed_bundles(
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
    let changed = Pass::BOTH.into_iter().flat_map(|pass| round.pass(pass).bundles()).find(
        |(bundle, keying)| {
            let (sheets, before, keyed) =
                (corrected.sheets_in(*bundle), round.sheets_in(*bundle), keying.keyed());
            let gone = bundle.0 > corrected.bundles() && keyed > 0;
            if keying.lent().is_some() {
                return sheets != before;
            }
            let fits = keying.counted().is_some()
                || sheets == before
                || (keyed <= sheets && keying.handed_in().is_none())
                || keyed == sheets;
            gone || !fits
        },
    );
    match changed {
        Some((bundle, keying)) if keying.lent().is_some() => {
            Err(Refusal::BundleIsLent { bundle, name: people.name_of(keying.teller()).to_owned() })
        }
        Some((bundle, _)) => Err(Refusal::BundleIsKeyed { bundle }),
        None => Ok(()),
    }
}

pub(super) fn check_kind(
    session: &Past,
    ballot: &BallotId,
    kind: RoundKind,
) -> Result<(), Refusal> {
    let ballot = session.ballot(ballot)?;
    match (next_kind(session, ballot), kind) {
        (Some(next), kind) if next == kind => Ok(()),
        (_, RoundKind::Redo { of }) => Err(Refusal::NothingToRedo { round: of }),
        (None, _) => Err(Refusal::RoundAlreadyOpened { ballot: ballot.title.clone() }),
        (Some(_), _) => Err(Refusal::NotThatRound { ballot: ballot.title.clone() }),
    }
}

/// Returns why a ballot may be handed out now; `None` when it was and the vote was neither void nor
/// broken off. A vote whose announcement was put right stands, though a redo of it was broken off.
pub(crate) fn next_kind(session: &Past, ballot: &Ballot) -> Option<RoundKind> {
    let rounds = || session.rounds.iter().rev().filter(|round| round.ballot.id == ballot.id);
    if let Some(last) = rounds().next().filter(|last| last.broken_off().is_some()) {
        let stands = rounds().find(|round| round.broken_off().is_none());
        return stands
            .is_none_or(|round| matches!(round.stage, Stage::Voided(_)))
            .then_some(RoundKind::Again { of: last.id });
    }
    match rounds().next() {
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

pub(crate) fn check_collection_announceable(round: &Round) -> Result<(), Refusal> {
    match &round.stage {
        Stage::Collected(_) | Stage::Void(_) => Ok(()),
        Stage::Voting => Err(Refusal::NotCollected),
        Stage::Voided(_) | Stage::Counting(_) | Stage::Certified(..) | Stage::Announced(..) => {
            Err(Refusal::CollectionAnnounced)
        }
        Stage::BrokenOff(..) => Err(round.broken_off_refusal()),
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

pub(crate) fn check_result_announceable(session: &Past, round: &Round) -> Result<(), Refusal> {
    match &round.stage {
        Stage::Certified(..)
            if session.papers.iter().any(|paper| paper.is_current_report(round.id)) =>
        {
            Ok(())
        }
        Stage::Certified(..) => Err(Refusal::ReportNotPrinted),
        Stage::Announced(..) => Err(Refusal::ResultAnnounced),
        Stage::BrokenOff(..) => Err(round.broken_off_refusal()),
        Stage::Voting
        | Stage::Void(_)
        | Stage::Voided(_)
        | Stage::Collected(_)
        | Stage::Counting(_) => Err(Refusal::NotCertified),
    }
}
