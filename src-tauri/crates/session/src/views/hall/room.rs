//! 大屏一室: the pictures of the day for the operator, by what they belong to; which of them is in
//! hand, which may not be shown yet and why, and which one the day has come to.

use serde::Serialize;

use super::picture::ballot_title;
use super::rechecked;
use crate::ballot::Ballot;
use crate::floor::hall::{Scene, check_showable};
use crate::floor::hands;
use crate::floor::hands::HandVote;
use crate::round::{Round, Stage, check_result_announceable};
use crate::session::Past;
use crate::views::frame::{StepName, present_step, standing, waiting};
use crate::{BallotId, HandVoteId, Refusal, RoundId};

/// The operator's list of pictures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HallRoomView {
    /// What was pushed.
    pub shown: Scene,
    /// What the day has come to.
    pub due: Scene,
    /// 复核中: the ballot whose announced result stands in the hall while its count is open again.
    pub rechecking: Option<String>,
    /// In the order of the day.
    pub groups: Vec<SceneGroup>,
}

/// Pictures that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SceneGroup {
    pub of: GroupOf,
    /// Whether it is at work now, or stands in the hall; the others may be folded.
    pub in_hand: bool,
    pub scenes: Vec<OfferedScene>,
    /// The result that is still to be announced.
    pub announcing: Option<Announcing>,
}

/// What pictures belong to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum GroupOf {
    /// The session as a whole.
    Session,
    /// A ballot, in its last round.
    Ballot { ballot: BallotId, title: String },
    /// A motion decided without paper.
    Motion { vote: HandVoteId, title: String },
}

/// A picture in the list, on its first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfferedScene {
    pub scene: Scene,
    /// Why it may not be shown yet.
    pub refused: Option<Refusal>,
}

/// A result that the presiding chair has not announced yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Announcing {
    pub round: RoundId,
    /// Title of its ballot.
    pub ballot: String,
    /// What must be done first.
    pub missing: Option<Refusal>,
}

/// Returns the operator's list of pictures.
#[must_use]
pub fn view(session: &Past) -> HallRoomView {
    let ballots =
        session.ballots_of_the_day().into_iter().filter_map(|ballot| of_ballot(session, ballot));
    let motions =
        session.motions_of_the_day().into_iter().filter_map(|vote| of_motion(session, vote));
    HallRoomView {
        shown: session.scene.clone(),
        due: due(session),
        rechecking: rechecked(session).map(ballot_title),
        groups: [of_the_session(session)].into_iter().chain(ballots).chain(motions).collect(),
    }
}

fn offered(session: &Past, scenes: impl IntoIterator<Item = Scene>) -> Vec<OfferedScene> {
    let refused = |scene: &Scene| {
        if let Scene::Options { ballot, .. } = scene {
            return check_asks(session, ballot).err();
        }
        check_showable(session, scene).err()
    };
    scenes.into_iter().map(|scene| OfferedScene { refused: refused(&scene), scene }).collect()
}

fn check_asks(session: &Past, ballot: &BallotId) -> Result<(), Refusal> {
    let ballot = session.ballot(ballot)?;
    if ballot.contests.is_empty() {
        return Err(Refusal::BallotWithoutContest { ballot: ballot.title.clone() });
    }
    Ok(())
}

fn of_the_session(session: &Past) -> SceneGroup {
    let past = Scene::PastProjects { page: 0 };
    let past = Some(past).filter(|past| check_showable(session, past).is_ok());
    let scenes = [Scene::Welcome, Scene::Agenda { page: 0 }, Scene::Attendance];
    let (mut recess, mut line) =
        (Scene::Recess { until: None, note: String::new() }, Scene::Line { text: String::new() });
    for own in [&mut recess, &mut line] {
        if std::mem::discriminant(own) == std::mem::discriminant(&session.scene) {
            *own = session.scene.clone();
        }
    }
    let between = [recess, line, Scene::Blank];
    SceneGroup {
        of: GroupOf::Session,
        in_hand: true,
        scenes: offered(session, scenes.into_iter().chain(past).chain(between)),
        announcing: None,
    }
}

/// A ballot that was withdrawn before it was handed out has no pictures.
fn of_ballot(session: &Past, ballot: &Ballot) -> Option<SceneGroup> {
    let round = last_round(session, &ballot.id);
    if round.is_none() && session.withdrawn.contains_key(&ballot.id) {
        return None;
    }
    let id = || ballot.id.clone();
    let before = [
        Scene::Options { ballot: id(), page: 0 },
        Scene::HowToMark { ballot: id() },
        Scene::Zero { ballot: id(), page: 0 },
    ];
    let since = round.into_iter().flat_map(|round| of_round(round.id()));
    let at_work = standing(session).map(|round| &round.ballot().id);
    let in_hand = at_work.or_else(|| waiting(session).map(|next| &next.id)) == Some(&ballot.id)
        || ballot_shown(session) == Some(&ballot.id);
    Some(SceneGroup {
        of: GroupOf::Ballot {
            ballot: id(),
            title: round.map_or_else(|| ballot.title.clone(), ballot_title),
        },
        in_hand,
        scenes: offered(session, before.into_iter().chain(since)),
        announcing: round.and_then(|round| announcing(session, round)),
    })
}

fn of_round(round: RoundId) -> [Scene; 5] {
    [
        Scene::Voting { round },
        Scene::Collection { round },
        Scene::Counting { round, page: 0 },
        Scene::Result { round, page: 0 },
        Scene::Elected { round, page: 0 },
    ]
}

/// A vote that was broken off has no pictures.
fn last_round<'s>(session: &'s Past, ballot: &BallotId) -> Option<&'s Round> {
    let held = |round: &&Round| round.ballot().id == *ballot && round.broken_off().is_none();
    session.rounds.iter().rfind(held)
}

/// The ballot whose picture stands in the hall.
fn ballot_shown(session: &Past) -> Option<&BallotId> {
    if let Some(ballot) = session.scene.ballot() {
        return Some(ballot);
    }
    let round = session.round(session.scene.round()?).ok()?;
    Some(&round.ballot().id)
}

fn announcing(session: &Past, round: &Round) -> Option<Announcing> {
    match round.stage() {
        Stage::Voting | Stage::Collected(_) | Stage::Counting(_) | Stage::Certified(..) => {
            Some(Announcing {
                round: round.id(),
                ballot: ballot_title(round),
                missing: check_result_announceable(session, round).err(),
            })
        }
        Stage::Void(_) | Stage::Voided(_) | Stage::Announced(..) | Stage::BrokenOff(..) => None,
    }
}

fn of_motion(session: &Past, vote: &HandVote) -> Option<SceneGroup> {
    let (put, over) = match &vote.stage {
        hands::Stage::Withdrawn(_) => return None,
        hands::Stage::Prepared => (false, false),
        hands::Stage::Put => (true, false),
        hands::Stage::Announced(_) => (false, true),
    };
    let id = vote.id;
    let voting = (put || over).then_some(Scene::HandVoting { vote: id });
    let result = over.then_some(Scene::HandResult { vote: id });
    let scenes = [Scene::HandMotion { vote: id }].into_iter().chain(voting).chain(result);
    let next = session.under_way().is_none()
        && session.hand_votes.iter().find(|vote| vote.stage == hands::Stage::Prepared)
            == Some(vote);
    Some(SceneGroup {
        of: GroupOf::Motion { vote: id, title: vote.title() },
        in_hand: put || next || session.scene.hand_vote() == Some(id),
        scenes: offered(session, scenes),
        announcing: None,
    })
}

/// A motion that is put comes before everything else; its outcome follows the picture of its vote.
fn due(session: &Past) -> Scene {
    if let Some(vote) = session.hand_votes.iter().find(|vote| vote.stage == hands::Stage::Put) {
        return Scene::HandVoting { vote: vote.id };
    }
    if let Scene::HandMotion { vote } | Scene::HandVoting { vote } = session.scene
        && session.hand_vote(vote).is_ok_and(|vote| vote.announced().is_some())
    {
        return Scene::HandResult { vote };
    }
    if let Some(round) = rechecked(session).filter(|round| round.certificate().is_none()) {
        return Scene::Counting { round: round.id(), page: 0 };
    }
    after_an_announcement(session)
        .or_else(|| of_the_step(session, present_step(session)))
        .unwrap_or_default()
}

/// What follows the picture of a vote whose result was announced: the result, and then who won.
fn after_an_announcement(session: &Past) -> Option<Scene> {
    let round = session.round(session.scene.round()?).ok()?;
    if !round.is_announced() {
        return None;
    }
    let round = round.id();
    if let Scene::Voting { .. } | Scene::Collection { .. } | Scene::Counting { .. } = session.scene
    {
        return Some(Scene::Result { round, page: 0 });
    }
    let result_shown = matches!(session.scene, Scene::Result { .. });
    let elected = Scene::Elected { round, page: 0 };
    Some(elected).filter(|elected| result_shown && check_showable(session, elected).is_ok())
}

/// The picture that belongs to a step of the day; of the last one where the day is over.
fn of_the_step(session: &Past, step: Option<StepName>) -> Option<Scene> {
    let round = standing(session);
    let id = || round.map(Round::id);
    match step {
        // The day has begun: what comes next is introduced while it is printed and people return.
        Some(StepName::PrintBallot | StepName::Attendance) if !session.rounds.is_empty() => {
            next_ballot(session)
        }
        Some(
            StepName::Describe
            | StepName::Roster
            | StepName::Staff
            | StepName::Ballot
            | StepName::PrintBallot
            | StepName::Attendance,
        ) => Some(Scene::Welcome),
        Some(StepName::Open) => before_the_vote(session),
        Some(StepName::Collect) => id().map(|round| Scene::Voting { round }),
        Some(StepName::AnnounceCollection) => id().map(|round| Scene::Collection { round }),
        Some(
            StepName::FirstKeying
            | StepName::SecondKeying
            | StepName::Rule
            | StepName::Certify
            | StepName::Report,
        ) => id().map(|round| Scene::Counting { round, page: 0 }),
        Some(StepName::AnnounceResult) => id().map(|round| Scene::Result { round, page: 0 }),
        Some(StepName::Decision) | None => {
            let round = id()?;
            let elected = Scene::Elected { round, page: 0 };
            let nothing_chosen = check_showable(session, &elected).is_err();
            Some(if nothing_chosen { Scene::Result { round, page: 0 } } else { elected })
        }
    }
}

fn next_ballot(session: &Past) -> Option<Scene> {
    let ballot = waiting(session)?.id.clone();
    let introduced = ballot_shown(session) == Some(&ballot);
    Some(if introduced { Scene::HowToMark { ballot } } else { Scene::Options { ballot, page: 0 } })
}

/// Who is present, who stands, how to mark: one after the other, before the ballots are handed out.
fn before_the_vote(session: &Past) -> Option<Scene> {
    let introduced = ballot_shown(session) == Some(&waiting(session)?.id);
    if introduced || session.scene == Scene::Attendance {
        next_ballot(session)
    } else {
        Some(Scene::Attendance)
    }
}
