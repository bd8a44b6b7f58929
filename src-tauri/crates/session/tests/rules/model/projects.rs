//! Projects collected, screened, reviewed and changed at any time of the day, right or wrong.

use session::ballot::Project;
use session::projects::{
    self, Authority, Change, Completion, Explanation, Line, Plan, Review, Screening, Step,
    Supervision, Task,
};
use session::sittings::Member;
use session::{BallotId, HandVoteId, ProjectId, ReviewId, Session};

use super::{Asks, Dice, asks};
use crate::projects::after::{day, line};
use crate::projects::collected;
use crate::sittings::member;

/// Right or wrong.
pub fn whim(dice: &mut Dice, session: &Session) -> Asks {
    let command = match dice.between(0, 13) {
        0 | 1 => before(dice, session),
        2 | 3 => screened(dice, session),
        4..=6 => taken(dice, session),
        _ => after(dice, session),
    };
    asks(command, "secretary")
}

fn before(dice: &mut Dice, session: &Session) -> projects::Command {
    let name = dice.one_of(&["公路", "山塘", "学校", ""]);
    if dice.per_cent(60) {
        return projects::Command::Collect { projects: vec![collected(name)] };
    }
    let projects::Collected { facts, proposer } = collected(name);
    projects::Command::ChangeFacts { project: any(dice, session), facts, proposer }
}

fn screened(dice: &mut Dice, session: &Session) -> projects::Command {
    let into = any(dice, session);
    let screening = dice.one_of(&[
        Screening::Candidate,
        Screening::Kept,
        Screening::LeftOut,
        Screening::Merged { into },
    ]);
    let reason = dice.one_of(&["资金未落实", "重复", ""]).to_owned();
    projects::Command::Screen { projects: vec![any(dice, session)], screening, reason }
}

fn taken(dice: &mut Dice, session: &Session) -> projects::Command {
    let nowhere = BallotId("丙票".to_owned());
    let ids: Vec<BallotId> =
        session.ballots().iter().map(|ballot| ballot.id.clone()).chain([nowhere]).collect();
    projects::Command::TakeRows { ballot: dice.one_of(&ids) }
}

fn any(dice: &mut Dice, session: &Session) -> ProjectId {
    let known = u32::try_from(session.projects().list().len()).unwrap();
    let chosen = session.chosen_projects();
    if !chosen.is_empty() && dice.per_cent(70) {
        let ids: Vec<ProjectId> = chosen.iter().map(|(project, _)| project.id()).collect();
        return dice.one_of(&ids);
    }
    ProjectId(dice.between(1, known + 1))
}

fn seen(dice: &mut Dice, session: &Session) -> Line {
    let task = Task { who: "镇规建办".to_owned(), what: "补齐".to_owned(), by: day(5, 1) };
    let percent = dice.one_of(&[0, 30, 60, 100, 101]);
    let task = Some(task).filter(|_| dice.per_cent(30));
    let deputies = session.people().deputies().iter();
    let seen_by = deputies.filter(|_| dice.per_cent(20)).map(Member::of).collect();
    Line { task, seen_by, ..line(any(dice, session).0, percent) }
}

fn after(dice: &mut Dice, session: &Session) -> projects::Command {
    let project = any(dice, session);
    let on = dice.one_of(&[day(4, 1), day(8, 1), day(1, 2)]);
    match dice.between(0, 9) {
        0 if session.people().deputies().len() > 2 => {
            let of = |number: usize| member(session, session.people().deputies()[number].number);
            let supervision =
                Supervision { head: of(0), members: vec![of(1)], presidium: Some(of(2)) };
            projects::Command::Supervise { project, supervision }
        }
        0 | 1 => {
            let step =
                Step { by: day(6, 1), percent: dice.one_of(&[50, 200]), what: String::new() };
            let plan = Plan { aims: String::new(), steps: vec![step], safeguards: String::new() };
            projects::Command::SetPlan { project, plan }
        }
        2 => projects::Command::NoteProgress { on, line: seen(dice, session) },
        3 | 4 => {
            let held = u32::try_from(session.projects().reviews().len()).unwrap();
            let id = ReviewId(dice.one_of(&[held, held + 1, held + 1, held + 2]));
            let lines = vec![seen(dice, session)];
            let review = Review { id, held_on: on, chair: String::new(), lines };
            projects::Command::HoldReview { review }
        }
        5 | 6 => changed(dice, session, project),
        7 => {
            let completion = Completion { on, paid: 5, note: String::new() };
            projects::Command::Complete { project, completion }
        }
        8 => {
            let reason = "验收未通过".to_owned();
            projects::Command::TakeBackCompletion { project, reason }
        }
        _ => {
            let why = dice.one_of(&["汛期", ""]).to_owned();
            let explanation = Explanation { on, why, next: String::new(), by: None };
            projects::Command::Explain { project, explanation }
        }
    }
}

fn changed(dice: &mut Dice, session: &Session, project: ProjectId) -> projects::Command {
    let mut facts = collected("公路").facts;
    facts.project = Project { deadline: "2026年12月".to_owned(), ..facts.project };
    let change = dice.one_of(&[
        Change::Adjusted { facts: facts.clone() },
        Change::Major { facts },
        Change::Suspended,
        Change::Ended,
        Change::Resumed,
    ]);
    let votes = u32::try_from(session.hand_votes().len()).unwrap();
    let vote = HandVoteId(dice.between(1, votes + 1));
    let named = "大会".to_owned();
    let by = dice.one_of(&[
        Authority::Presidium,
        Authority::Presidium,
        Authority::Hands { vote },
        Authority::Earlier { named },
    ]);
    let reason = dice.one_of(&["地质条件", ""]).to_owned();
    projects::Command::Change { project, on: day(7, 1), change, by, reason }
}
