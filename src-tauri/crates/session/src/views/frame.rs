//! 框架: the line of truth on top, the rooms with something waiting, and the steps of the day.

use serde::Serialize;
use tally::Next;

use super::hall;
use super::label::{self, RoundLabel};
use super::offered::{OfferedName, offered};
use super::{Notice, of_conflicts};
use crate::ballot::Ballot;
use crate::floor::attendance;
use crate::floor::hall::Scene;
use crate::ids::number;
use crate::paper::{PaperKind, check_issuable};
use crate::people::{Staff, check_counting_staff, conflict};
use crate::round::away::{Desk, keyed};
use crate::round::comparison::{check_ruled, open_differences, open_sections};
use crate::round::keying::check_keyed;
use crate::round::{
    Round, Stage, check_certifiable, check_collection_announceable, check_openable,
    check_result_announceable, matter, next_kind,
};
use crate::session::Past;
use crate::sittings::Absence;
use crate::{BundleNo, Pass, PersonId, Refusal, RoundId, Timestamp};

/// The frame around every room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FrameView {
    /// Title of the session, once described.
    pub title: Option<String>,
    /// 出席, once counted.
    pub attendance: Option<AttendanceFigures>,
    /// The round in progress, or the last one.
    pub round: Option<RoundFigures>,
    /// Every round that is or was at the counting table, in the order of the day.
    pub counts: Vec<CountFigures>,
    /// Which of them is next there.
    pub counting: Option<RoundId>,
    /// More than one ballot is voted on, so that numbers need a name.
    pub several: bool,
    /// What was pushed to the hall.
    pub hall: Scene,
    /// 复核中: an announced result stands in the hall while its count is open again.
    pub rechecking: bool,
    /// What is being voted on or counted: the title of a ballot or a motion.
    pub under_way: Option<String>,
    /// The day, in order.
    pub steps: Vec<Step>,
    /// The ballot whose steps they are.
    pub steps_of: Option<RoundLabel>,
    /// What a result asks for, where the day has come to that: it is done on the floor, before any
    /// step of another ballot.
    pub follow: Option<Follow>,
    /// What waits for a ruling in all of them.
    pub to_rule: u32,
    /// Who may act.
    pub staff: Vec<Staff>,
    /// Who of them is not in the room, as the roll says.
    pub absent: Vec<AbsentStaff>,
    /// Whose PIN is set.
    pub pins: Vec<PersonId>,
    /// The deputies, to choose a written-in name from.
    pub names: Vec<OfferedName>,
    /// 外录台: what this desk is, if it is one away from the session.
    pub away: Option<AwayView>,
    /// 封存: how the record was ended, if it was.
    pub sealed: Option<SealedView>,
    /// 演练: nothing of it counts.
    pub rehearsal: bool,
}

/// Somebody on the staff who is not in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AbsentStaff {
    pub person: PersonId,
    pub why: Absence,
}

/// 封存: nothing more is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SealedView {
    /// Who sealed it.
    pub name: String,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: Timestamp,
    pub reason: String,
}

/// 外录台: the only desk of its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayView {
    pub round: RoundId,
    pub pass: Pass,
    /// Who keys.
    pub teller: PersonId,
    /// In order.
    pub bundles: Vec<BundleNo>,
    /// Every bundle is handed in: the file goes back.
    pub finished: bool,
}

/// 应到、实到、法定人数.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AttendanceFigures {
    /// 应到.
    pub all_deputies: u32,
    /// 实到.
    pub present: u32,
    /// 列席.
    pub observers: u32,
    /// 法定人数.
    pub quorum: u32,
    /// Whether enough are present to sit.
    pub met: bool,
}

/// A result that asks for something more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Follow {
    /// What is to be held, or what was held and is to be decided on.
    pub label: RoundLabel,
    pub next: Next,
}

/// The round's control numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RoundFigures {
    pub round: RoundId,
    pub label: RoundLabel,
    /// 发出.
    pub issued: u32,
    /// 收回, once the box is open.
    pub returned: Option<u32>,
    /// Sheets keyed in the first pass.
    pub first: u32,
    /// Sheets keyed in the second pass.
    pub second: u32,
}

/// A round at the counting table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CountFigures {
    pub figures: RoundFigures,
    /// Where it goes on.
    pub place: CountPlace,
    pub certified: bool,
    /// Whether the result was announced.
    pub announced: bool,
    /// Bundles, sheets and sections that wait for a ruling; 0 until both keyings are whole.
    pub to_rule: u32,
    /// Something odd; of names written in nothing until both keyings are whole.
    pub notices: Vec<Notice>,
}

/// The places of the counting table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CountPlace {
    /// 录入.
    Desk,
    /// 核对裁定.
    Rulings,
    /// 核定.
    Certify,
}

/// A step of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Step {
    pub step: StepName,
    /// How far it is.
    pub state: StepState,
    /// What must be done first; only for the present step, and only if something must.
    pub missing: Option<Refusal>,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    Done,
    Present,
    /// After the present one.
    Later,
}

/// The steps of a ballot, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepName {
    /// 会议信息.
    Describe,
    /// 代表名册.
    Roster,
    /// 工作人员.
    Staff,
    /// 选票内容.
    Ballot,
    /// 印制选票.
    PrintBallot,
    /// 清点人数.
    Attendance,
    /// 发票.
    Open,
    /// 收票.
    Collect,
    /// 宣布验票结果.
    AnnounceCollection,
    /// 首录.
    FirstKeying,
    /// 复录.
    SecondKeying,
    /// 核对与裁定.
    Rule,
    /// 核定.
    Certify,
    /// 计票结果报告单.
    Report,
    /// 宣布结果.
    AnnounceResult,
    /// 决定.
    Decision,
}

/// Returns the frame. No mark shows in it before both keyings are whole.
#[must_use]
pub fn view(session: &Past) -> FrameView {
    let counts: Vec<CountFigures> =
        session.rounds.iter().filter_map(|round| count_figures(session, round)).collect();
    let next = counts.iter().find(|count| !count.announced).or_else(|| counts.last());
    FrameView {
        title: session.meeting.as_ref().map(crate::floor::meeting::Meeting::title),
        attendance: attendance_figures(session),
        round: standing(session)
            .or_else(|| session.rounds.last().filter(|round| round.broken_off().is_none()))
            .map(|round| round_figures(session, round)),
        counting: next.map(|count| count.figures.round),
        to_rule: counts.iter().map(|count| count.to_rule).fold(0, u32::saturating_add),
        counts,
        several: session.rounds.len() > 1 || session.ballots.len() > 1,
        hall: session.scene.clone(),
        rechecking: hall::rechecked(session).is_some(),
        under_way: session.under_way(),
        steps: steps(session),
        steps_of: steps_of(session),
        follow: super::floor::follow_due(session),
        staff: session.people.staff.clone(),
        absent: absent(session),
        pins: session.pins.set().cloned().collect(),
        names: offered(&session.people),
        away: session.away.as_ref().map(|desk| away(session, desk)),
        rehearsal: session.is_rehearsal(),
        sealed: session.sealing.as_ref().map(|sealing| SealedView {
            name: session.people.name_of(&sealing.by).to_owned(),
            at: sealing.at,
            reason: sealing.reason.to_string(),
        }),
    }
}

/// The roll is called by name: who bears the name of a deputy is taken for that deputy.
fn absent(session: &Past) -> Vec<AbsentStaff> {
    let of = |person: &Staff| {
        let why = session.sittings.absence_of(&person.name, session.people.deputies())?;
        Some(AbsentStaff { person: person.id.clone(), why })
    };
    session.people.staff.iter().filter_map(of).collect()
}

fn away(session: &Past, desk: &Desk) -> AwayView {
    AwayView {
        round: desk.round,
        pass: desk.pass,
        teller: desk.teller.id.clone(),
        bundles: desk.bundles.iter().map(|out| out.bundle).collect(),
        finished: keyed(session, desk).is_ok(),
    }
}

/// Returns who is present against who must be, once counted.
#[must_use]
pub fn attendance_figures(session: &Past) -> Option<AttendanceFigures> {
    let all_deputies = session.meeting.as_ref()?.all_deputies;
    let attendance::Attendance { present, observers, .. } = session.attendance?;
    let quorum = tally::quorum_needed(all_deputies);
    Some(AttendanceFigures { all_deputies, present, observers, quorum, met: present >= quorum })
}

fn count_figures(session: &Past, round: &Round) -> Option<CountFigures> {
    let (certified, by_hand) = match round.stage() {
        Stage::Voting
        | Stage::Void(_)
        | Stage::Voided(_)
        | Stage::Collected(_)
        | Stage::BrokenOff(..) => return None,
        Stage::Counting(_) => (false, round.hand_count().is_some()),
        Stage::Certified(..) | Stage::Announced(..) => (true, false),
    };
    let announced = round.is_announced();
    let keyed = !certified && !by_hand && round.is_compared();
    let place = match (certified || by_hand, keyed) {
        (false, false) => CountPlace::Desk,
        (false, true) if check_keyed(round).is_err() || check_ruled(round).is_err() => {
            CountPlace::Rulings
        }
        (true, _) | (false, true) => CountPlace::Certify,
    };
    let to_rule = if keyed { to_rule(round) } else { 0 };
    Some(CountFigures {
        figures: round_figures(session, round),
        place,
        certified,
        announced,
        to_rule,
        notices: of_conflicts(conflict::in_round(&session.people, round)).collect(),
    })
}

fn round_figures(session: &Past, round: &Round) -> RoundFigures {
    RoundFigures {
        round: round.id(),
        label: label::of_round(session, round),
        issued: round.issued(),
        returned: round.collected().map(|collected| collected.returned),
        first: round.pass(Pass::First).keyed(),
        second: round.pass(Pass::Second).keyed(),
    }
}

fn to_rule(round: &Round) -> u32 {
    let apart = number(round.bundles_apart().count());
    apart.saturating_add(open_differences(round)).saturating_add(open_sections(round))
}

/// The first round that is not over, else the last one, unless a ballot still waits to be handed
/// out.
pub(super) fn standing(session: &Past) -> Option<&Round> {
    let last = || session.rounds.iter().rfind(|round| round.broken_off().is_none());
    session.going_on().or_else(|| last().filter(|_| waiting(session).is_none()))
}

/// The step the day has come to; `None` where it is over.
pub(super) fn present_step(session: &Past) -> Option<StepName> {
    let present = steps(session).into_iter().find(|step| step.state == StepState::Present);
    present.map(|step| step.step)
}

/// The ballot that is to be handed out next: for the first time, or again after a void vote.
pub(super) fn waiting(session: &Past) -> Option<&Ballot> {
    session.ballots_of_the_day().into_iter().find(|ballot| {
        next_kind(session, ballot).is_some() && !session.withdrawn.contains_key(&ballot.id)
    })
}

/// Whether a step is done, and if not, what it waits for.
type Progress = (StepName, bool, Option<Refusal>);

fn steps(session: &Past) -> Vec<Step> {
    let mut present_found = false;
    preparing(session)
        .into_iter()
        .chain(voting(session))
        .chain(counting(session))
        .map(|(step, done, missing)| {
            let state = match (done, present_found) {
                (true, false) => StepState::Done,
                (false, false) => StepState::Present,
                (_, true) => StepState::Later,
            };
            present_found |= !done;
            let missing = if state == StepState::Present { missing } else { None };
            Step { step, state, missing }
        })
        .collect()
}

/// All steps are those of one ballot: what is prepared beside it has its own, later.
fn steps_of(session: &Past) -> Option<RoundLabel> {
    if let Some(round) = standing(session) {
        return Some(label::of_round(session, round));
    }
    let ballot = waiting(session)?;
    let kind = next_kind(session, ballot)?;
    Some(label::of_ballot(session, ballot, kind))
}

fn preparing(session: &Past) -> [Progress; 6] {
    let out = standing(session).is_some();
    let ballot = waiting(session).or_else(|| {
        session.ballots.iter().rfind(|ballot| !session.withdrawn.contains_key(&ballot.id))
    });
    let printed = ballot.is_some_and(|ballot| {
        session.papers.iter().any(|paper| paper.is_current_ballot(&ballot.id))
    });
    [
        (StepName::Describe, session.meeting.is_some(), None),
        (StepName::Roster, !session.people.deputies.is_empty(), None),
        (
            StepName::Staff,
            check_counting_staff(&session.people).is_ok(),
            check_counting_staff(&session.people).err(),
        ),
        (
            StepName::Ballot,
            ballot.is_some_and(|ballot| ballot.check().is_ok()),
            ballot.and_then(|ballot| ballot.check().err()),
        ),
        (StepName::PrintBallot, printed || out, None),
        (StepName::Attendance, attendance::is_fresh(session) || out, None),
    ]
}

fn voting(session: &Past) -> [Progress; 3] {
    let round = standing(session);
    let open_missing =
        waiting(session).and_then(|ballot| check_openable(session, &ballot.id).err());
    let collected = round.is_some_and(|round| !matches!(round.stage(), Stage::Voting));
    let announced =
        round.is_some_and(|round| round.being_counted().is_ok() || round.certificate().is_some());
    let announce_missing = round.and_then(|round| check_collection_announceable(round).err());
    [
        (StepName::Open, round.is_some(), open_missing),
        (StepName::Collect, collected, None),
        (StepName::AnnounceCollection, announced, announce_missing),
    ]
}

fn counting(session: &Past) -> Vec<Progress> {
    let round = standing(session);
    let by_hand = round.is_some_and(|round| round.hand_count().is_some());
    let whole = |pass| {
        by_hand
            || round.is_some_and(|round| round.certificate().is_some() || round.pass_is_whole(pass))
    };
    let keyed = by_hand || round.is_some_and(|round| check_keyed(round).is_ok());
    let ruled =
        round.and_then(|round| if keyed && !by_hand { check_ruled(round).err() } else { None });
    let certified = round.is_some_and(|round| round.certificate().is_some());
    let certify_missing = round.filter(|_| keyed).and_then(|round| check_certifiable(round).err());
    let reported = round.is_some_and(|round| {
        session.papers.iter().any(|paper| paper.is_current_report(round.id()))
    });
    let announced = round.is_some_and(Round::is_announced);
    let announce_missing = round
        .filter(|_| certified)
        .and_then(|round| check_result_announceable(session, round).err());
    let decision = round.map(|round| PaperKind::Decision {
        round: matter::beginning(session, round.id()).unwrap_or(round.id()),
    });
    let decided = decision.as_ref().is_some_and(|of| {
        session.papers.iter().any(|paper| paper.kind == *of && !paper.superseded)
    });
    let decision_missing = decision.and_then(|of| check_issuable(session, &of).err());
    let nothing_to_decide = matches!(
        decision_missing,
        Some(Refusal::NothingChosen | Refusal::PaperNotOfThisVote { .. })
    );
    vec![
        (StepName::FirstKeying, whole(Pass::First), None),
        (StepName::SecondKeying, whole(Pass::Second), None),
        (StepName::Rule, certified || (keyed && ruled.is_none()), ruled),
        (StepName::Certify, certified, certify_missing),
        (StepName::Report, reported, None),
        (StepName::AnnounceResult, announced, announce_missing),
        (StepName::Decision, decided || nothing_to_decide, decision_missing),
    ]
}
