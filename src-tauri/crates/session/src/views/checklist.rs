//! 检查单: what has to be seen to the day before, the hour before, at the count and afterwards. What
//! the record knows is ticked by it; of the rest it knows nothing, and a person ticks it.

use serde::Serialize;

use super::frame::{standing, waiting};
use crate::ballot::Ballot;
use crate::floor::attendance;
use crate::paper::{PaperKind, check_issuable};
use crate::people::{Role, check_counting_staff};
use crate::round::{Round, matter};
use crate::session::Past;
use crate::{BallotId, Pass, RoundId};

/// The four lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChecklistView {
    pub lists: Vec<Checklist>,
    /// The ballot that the list of the count is about: the one at work, else the one that is next.
    pub ballot: Option<String>,
}

/// What has to be seen to at one time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Checklist {
    pub when: CheckedWhen,
    /// In the order in which it is done.
    pub checks: Vec<CheckView>,
}

/// When it is gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CheckedWhen {
    /// 会前一天.
    DayBefore,
    /// 会前一小时.
    HourBefore,
    /// 计票时.
    Count,
    /// 会后.
    After,
}

/// One thing to see to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CheckView {
    pub check: Check,
    /// Whether it is done; nothing where the record cannot know.
    pub done: Option<bool>,
}

/// What has to be seen to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Title, day and place of the session.
    Described,
    Agenda,
    /// As many deputies on the roster as there are.
    Roster,
    Staff,
    /// Every ballot is complete.
    Ballots,
    /// 议程, 主持词, 名单 and 签到册 are printed.
    PapersBefore,
    /// By hand: 演练.
    Rehearsed,
    /// By hand: printer, paper, toner, cables, a second computer.
    Machines,
    /// By hand: names and projects are final.
    NamesFinal,
    /// Every ballot is printed as it stands.
    BallotsPrinted,
    /// 正字计票单, to go on by hand.
    TallySheets,
    /// The chief scrutineer and every teller have a PIN.
    Pins,
    /// Something was pushed to the hall.
    HallTried,
    /// By hand: the stick for copies is in.
    Stick,
    /// By hand: the empty box was shown and sealed.
    BoxShown,
    /// 清零确认单.
    Zero,
    Attendance,
    CollectionAnnounced,
    /// 验票报告单 and 捆单.
    CollectionPapers,
    FirstKeying,
    SecondKeying,
    Certified,
    /// 计票结果报告单.
    Report,
    /// By hand: the report is signed.
    ReportSigned,
    ResultAnnounced,
    /// Every paper the day cannot go on without.
    DuePapers,
    /// 封袋封面 and 封条 of every box.
    SealPapers,
    /// By hand: ballots are in their bags and sealed.
    BallotsSealed,
    /// 会议记录 or 会议纪要.
    Minutes,
    Sealed,
    /// By hand: archive and copies are at a second place.
    KeptElsewhere,
}

/// Returns the lists.
#[must_use]
pub fn view(session: &Past) -> ChecklistView {
    ChecklistView {
        lists: vec![
            Checklist { when: CheckedWhen::DayBefore, checks: day_before(session) },
            Checklist { when: CheckedWhen::HourBefore, checks: hour_before(session) },
            Checklist { when: CheckedWhen::Count, checks: count(session) },
            Checklist { when: CheckedWhen::After, checks: after(session) },
        ],
        ballot: at_work(session).map(|ballot| ballot.title.clone()),
    }
}

fn known(check: Check, done: bool) -> CheckView {
    CheckView { check, done: Some(done) }
}

fn by_hand(check: Check) -> CheckView {
    CheckView { check, done: None }
}

fn day_before(session: &Past) -> Vec<CheckView> {
    let described = session.meeting.as_ref().is_some_and(|it| !it.venue.is_empty());
    let before =
        [PaperKind::Agenda, PaperKind::HostScript, PaperKind::CountingStaff, PaperKind::SignInBook];
    vec![
        known(Check::Described, described),
        known(Check::Agenda, !session.agenda().is_empty()),
        known(Check::Roster, is_roster_whole(session)),
        known(Check::Staff, check_counting_staff(&session.people).is_ok()),
        known(Check::Ballots, every_ballot(session, |ballot| ballot.check().is_ok())),
        known(Check::PapersBefore, before.iter().all(|of| holds(session, of))),
        by_hand(Check::Rehearsed),
        by_hand(Check::Machines),
    ]
}

fn hour_before(session: &Past) -> Vec<CheckView> {
    let printed = |of: fn(BallotId) -> PaperKind| {
        every_ballot(session, |ballot| holds(session, &of(ballot.id.clone())))
    };
    vec![
        by_hand(Check::NamesFinal),
        known(Check::BallotsPrinted, printed(|ballot| PaperKind::Ballot { ballot })),
        known(Check::TallySheets, printed(|ballot| PaperKind::TallySheet { ballot })),
        known(Check::Pins, have_pins(session)),
        known(Check::HallTried, session.shown_by > 0),
        by_hand(Check::Stick),
        by_hand(Check::BoxShown),
    ]
}

/// Of the ballot at work.
fn count(session: &Past) -> Vec<CheckView> {
    let round = standing(session);
    let of_round = |asked: &dyn Fn(&Round) -> bool| round.is_some_and(asked);
    let certified = |round: &Round| round.certificate().is_some();
    let keyed = |pass: Pass| {
        of_round(&|round: &Round| {
            certified(round) || round.hand_count().is_some() || round.pass_is_whole(pass)
        })
    };
    let issued =
        |of: fn(RoundId) -> PaperKind| of_round(&|round: &Round| holds(session, &of(round.id())));
    let zero =
        |ballot: &Ballot| holds(session, &PaperKind::ZeroReport { ballot: ballot.id.clone() });
    vec![
        known(Check::Zero, at_work(session).is_some_and(zero)),
        known(Check::Attendance, round.is_some() || attendance::is_fresh(session)),
        known(
            Check::CollectionAnnounced,
            of_round(&|round: &Round| certified(round) || round.being_counted().is_ok()),
        ),
        known(
            Check::CollectionPapers,
            issued(|round| PaperKind::CollectionReport { round })
                && issued(|round| PaperKind::BundleSlips { round }),
        ),
        known(Check::FirstKeying, keyed(Pass::First)),
        known(Check::SecondKeying, keyed(Pass::Second)),
        known(Check::Certified, of_round(&certified)),
        known(Check::Report, issued(|round| PaperKind::CountReport { round })),
        by_hand(Check::ReportSigned),
        known(Check::ResultAnnounced, of_round(&Round::is_announced)),
    ]
}

fn after(session: &Past) -> Vec<CheckView> {
    let over = is_voted(session);
    let of_every_round = |of: fn(RoundId) -> PaperKind| {
        session.rounds.iter().all(|round| holds(session, &of(round.id())))
    };
    let sealed = of_every_round(|round| PaperKind::SealCover { round })
        && of_every_round(|round| PaperKind::SealStrip { round });
    let minutes = [PaperKind::Minutes, PaperKind::Summary];
    vec![
        known(Check::DuePapers, over && are_due_papers_issued(session)),
        known(Check::SealPapers, over && sealed),
        by_hand(Check::BallotsSealed),
        known(Check::Minutes, minutes.iter().any(|of| holds(session, of))),
        known(Check::Sealed, session.sealing.is_some()),
        by_hand(Check::KeptElsewhere),
    ]
}

fn at_work(session: &Past) -> Option<&Ballot> {
    standing(session).map(Round::ballot).or_else(|| waiting(session))
}

fn is_roster_whole(session: &Past) -> bool {
    let listed = session.people.deputies.len();
    let all = session.meeting.as_ref().map(|meeting| meeting.all_deputies);
    all.is_some_and(|all| u32::try_from(listed) == Ok(all))
}

fn every_ballot(session: &Past, asked: impl Fn(&Ballot) -> bool) -> bool {
    let stands = |ballot: &&Ballot| !session.withdrawn.contains_key(&ballot.id);
    let mut ballots = session.ballots.iter().filter(stands).peekable();
    ballots.peek().is_some() && ballots.all(asked)
}

fn holds(session: &Past, of: &PaperKind) -> bool {
    session.papers.iter().any(|paper| paper.kind == *of && !paper.superseded)
}

fn have_pins(session: &Past) -> bool {
    let asked = |role: Role| matches!(role, Role::ChiefScrutineer | Role::Teller);
    let mut who = session.people.staff.iter().filter(|it| asked(it.role)).peekable();
    who.peek().is_some() && who.all(|it| session.pins.hash_of(&it.id).is_some())
}

/// Something was voted on with ballots, and all of it is over.
fn is_voted(session: &Past) -> bool {
    let rounds: Vec<&Round> = session.rounds.iter().collect();
    !rounds.is_empty() && matter::is_over(&rounds)
}

/// What can be issued of every round, and the day does not go on without.
fn are_due_papers_issued(session: &Past) -> bool {
    session.rounds.iter().map(Round::id).all(|round| {
        let due = [PaperKind::CountReport { round }, PaperKind::Decision { round }];
        due.iter().all(|of| holds(session, of) || check_issuable(session, of).is_err())
    })
}
