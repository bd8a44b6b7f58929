//! 举手表决、表决器表决、鼓掌通过: a motion decided without paper, its numbers and what became of it.

use session::floor::hands::{
    AskedNumbers, Body, Correction, Count, HandOutcome, HandVote, Stage, Way,
};
use session::floor::meeting::Meeting;
use session::paper::PaperKind;
use session::views::wording;
use session::{Session, number, tally};

use super::{days, matter, meeting, words};
use crate::data::decision::OfResolution;
use crate::data::hand::{HandFacts, HandNumbers, HandRuling, HandWay, OfHand};
use crate::data::vote::Threshold;

/// Returns what the record of a motion may say.
pub(super) fn of_hand(session: &Session, named: &Meeting, vote: &HandVote) -> OfHand {
    OfHand {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        hand: facts(session, named, vote),
    }
}

/// Returns what a resolution on a motion decided without paper may say.
pub(super) fn of_resolution(session: &Session, named: &Meeting, vote: &HandVote) -> OfResolution {
    OfResolution {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        motion: matter::motion_facts(
            &vote.motion().title,
            &vote.motion().text,
            days::of_motion(session, named, vote.id()),
        ),
        notice_number: session.notice_number(&PaperKind::HandNotice { vote: vote.id() }),
        numbers: None,
        hand: Some(facts(session, named, vote)),
    }
}

/// Returns every motion that was decided or withdrawn, or is being decided, in the order of the
/// day.
pub(super) fn all(session: &Session, named: &Meeting) -> Vec<HandFacts> {
    session.motions_of_the_day().into_iter().map(|vote| facts(session, named, vote)).collect()
}

fn facts(session: &Session, named: &Meeting, vote: &HandVote) -> HandFacts {
    let motion = vote.motion();
    let count = vote.count();
    let (by_presidium, voters, base, quorum) = match motion.body {
        Body::Congress => {
            (false, "代表", named.base_of.words(), Some(tally::quorum_needed(named.all_deputies)))
        }
        Body::Presidium { .. } => {
            (true, "主席团成员", "主席团全体成员", motion.body.presidium_quorum())
        }
    };
    let (way, by) = match motion.way {
        Way::Hands { .. } => (HandWay::Hands, "举手"),
        Way::Keypads { .. } => (HandWay::Keypads, "使用表决器"),
        Way::Acclamation => (HandWay::Acclamation, "鼓掌"),
    };
    let tellers = |count: &Count| {
        count.seen.iter().map(|seen| session.people().name_of(&seen.teller).to_owned()).collect()
    };
    HandFacts {
        title: motion.title.clone(),
        text: motion.text.clone(),
        way,
        by: by.to_owned(),
        date: days::of_motion(session, named, vote.id()),
        by_presidium,
        voters: voters.to_owned(),
        base: base.to_owned(),
        all: count.map(|count| count.all),
        present: count.map(|count| count.present),
        quorum,
        threshold: threshold(named, vote),
        hands: vote.result().map(|hands| HandNumbers {
            approvals: hands.for_,
            against: hands.against,
            abstentions: hands.abstain,
            not_pressed: hands.not_pressed,
        }),
        derived: motion.way.asked() == Some(AskedNumbers::Minority),
        tellers: count.map(tellers).unwrap_or_default(),
        counts: number(vote.counts().len()),
        ruling: count.and_then(|count| ruling(session, count)),
        passed: vote.outcome().map(HandOutcome::passed),
        withdrawn: withdrawn(vote),
        departure: motion.departure_reason.clone().filter(|_| motion.departure().is_some()),
        at: vote.announced().map(|announced| announced.at.naive_local()),
        corrections: vote.corrections().iter().map(|it| correction(session, it)).collect(),
    }
}

fn threshold(named: &Meeting, vote: &HandVote) -> Option<Threshold> {
    let rule = vote.motion().way.threshold()?;
    let needed = vote.needed(Some(named.all_deputies))?;
    let wording = wording::threshold_of(vote.motion().body, rule).sentence;
    Some(Threshold { needed, wording, heading: words::reached(rule).to_owned() })
}

fn ruling(session: &Session, count: &Count) -> Option<HandRuling> {
    let ruled = count.ruled.as_ref()?;
    Some(HandRuling {
        by: session.people().name_of(&ruled.by).to_owned(),
        reason: ruled.reason.to_string(),
    })
}

fn correction(session: &Session, it: &Correction) -> String {
    let before = match it.announced.outcome {
        HandOutcome::Counted { result } => format!(
            "赞成{}名，反对{}名，弃权{}名，{}{}",
            result.for_,
            result.against,
            result.abstain,
            result.not_pressed.map_or_else(String::new, |number| format!("未按{number}名，")),
            passed(result.passed)
        ),
        HandOutcome::Acclaimed { passed: it } => passed(it).to_owned(),
    };
    let by = session.people().name_of(&it.by);
    format!("原宣布：{before}；由总监票人{by}更正，理由：{}", it.reason)
}

fn passed(passed: bool) -> &'static str {
    if passed { "表决通过" } else { "未获通过" }
}

fn withdrawn(vote: &HandVote) -> Option<String> {
    match vote.stage() {
        Stage::Withdrawn(reason) => Some(reason.to_string()),
        Stage::Prepared | Stage::Put | Stage::Announced(_) => None,
    }
}
