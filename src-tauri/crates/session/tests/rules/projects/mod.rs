//! 民生实事项目: a project through its life, and nothing of it touches a vote.

pub mod after;
mod deadlines;
mod hall;

use session::ballot::{self, Ballot, Project};
use session::paper::{PaperKind, check_issuable};
use session::projects::{self, Collected, Facts, Proposer, Screening, Standing, Way};
use session::round::RoundKind;
use session::tally::{Kind, TieRule};
use session::{BallotId, Command, Event, ProjectId, Refusal, Session, round, views};

use crate::support::*;

pub fn collected(name: &str) -> Collected {
    let project = Project {
        content: "硬化2公里".to_owned(),
        investment: 300_000,
        unit: "镇规建办".to_owned(),
        deadline: "2026年10月".to_owned(),
        ..Project::default()
    };
    let facts = Facts { name: name.to_owned(), place: "石门村".to_owned(), project };
    let proposer = Proposer { by: "田富代表".to_owned(), way: Way::Station };
    Collected { facts, proposer }
}

pub const NAMES: [&str; 3] = ["通村公路硬化", "山塘除险加固", "幼儿园改扩建"];

pub fn screen(projects: &[u32], screening: Screening, reason: &str) -> projects::Command {
    let projects = projects.iter().copied().map(ProjectId).collect();
    projects::Command::Screen { projects, screening, reason: reason.to_owned() }
}

/// Facts and people are there, and three candidates that the ballot refers to.
pub fn prepared() -> Told {
    let mut told = Told::prepared();
    let projects = NAMES.iter().map(|name| collected(name)).collect();
    told.done(projects::Command::Collect { projects }, "secretary");
    told.done(screen(&[1, 2, 3], Screening::Candidate, ""), "secretary");
    told.done(ballot::Command::SaveBallot { ballot: referring(&told.session) }, "secretary");
    told
}

pub fn referring(session: &Session) -> Ballot {
    let mut ballot = ballot();
    let rows = views::prepare::view(session).candidates;
    for (option, row) in ballot.contests[0].contest.options.iter_mut().zip(&rows) {
        option.name.clone_from(&row.name);
    }
    ballot.contests[0].projects = rows.into_iter().map(|row| row.project).collect();
    ballot
}

/// The sheets lie keyed twice and nothing is certified yet.
pub fn keyed(mut told: Told, sheets: &[&str]) -> Told {
    told.print_ballot();
    told.count_present(6);
    told.open(6);
    told.done(collect(u32::try_from(sheets.len()).unwrap()), "secretary");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    told.key_twice(sheets, sheets);
    told
}

/// The first two of the three are chosen.
pub fn chosen() -> Told {
    let mut told = keyed(prepared(), &["○○×", "○○×", "○○×", "○○×", "○○×", "×××"]);
    told.announce();
    told
}

pub fn stands(session: &Session, id: u32) -> Standing {
    session.standing(session.projects().project(ProjectId(id)).unwrap())
}

#[test]
fn a_project_has_a_number_of_its_own_from_the_day_it_is_collected() {
    let mut told = Told::prepared();
    let one = |name: &str| projects::Command::Collect { projects: vec![collected(name)] };
    told.done(one("甲"), "secretary");
    told.done(one("甲"), "secretary");
    let list = told.session.projects().list();
    assert_eq!(list.iter().map(|project| project.id().0).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(stands(&told.session, 2), Standing::Collected);
    assert_eq!(told.refused(one(" "), "secretary"), Refusal::ProjectWithoutName);
    let none = projects::Command::Collect { projects: Vec::new() };
    assert_eq!(told.refused(none, "secretary"), Refusal::NoProjectGiven);
    assert!(matches!(told.refused(one("乙"), "chief"), Refusal::WrongRole { .. }));
}

#[test]
fn what_is_not_taken_up_has_a_reason_that_its_proposer_is_told() {
    let mut told = prepared();
    told.done(
        projects::Command::Collect { projects: vec![collected("丁"), collected("戊")] },
        "secretary",
    );
    for screening in [Screening::Kept, Screening::LeftOut, Screening::Merged { into: ProjectId(5) }]
    {
        let asked = screen(&[4], screening.clone(), " ");
        assert_eq!(told.refused(asked, "secretary"), Refusal::ReasonMissing, "{screening:?}");
    }
    let offered = views::projects::view(&told.session, after::day(5, 12)).screenings;
    let needed = offered.iter().map(|one| one.needs_reason).collect::<Vec<_>>();
    assert_eq!(needed, [false, true, true, true], "and so it is asked for beforehand");
    told.done(screen(&[4, 5], Screening::Kept, "资金未落实"), "secretary");
    let project = told.session.projects().project(ProjectId(5)).unwrap();
    assert_eq!(project.screened()[0].reason.as_ref().unwrap().as_str(), "资金未落实");
    let again = told.refused(screen(&[4], Screening::Kept, "再议"), "secretary");
    assert_eq!(again, Refusal::ProjectStands { name: "丁".to_owned(), stands: Standing::Kept });
    told.done(screen(&[4], Screening::Candidate, ""), "secretary");
    assert_eq!(stands(&told.session, 4), Standing::Candidate);
}

#[test]
fn what_is_made_part_of_another_leads_somewhere() {
    let mut told = prepared();
    let more = ["丁", "戊", "己"].map(collected).to_vec();
    told.done(projects::Command::Collect { projects: more }, "secretary");
    let merge =
        |of: u32, into: u32| screen(&[of], Screening::Merged { into: ProjectId(into) }, "内容相同");
    let nowhere = |name: &str, into: &str| Refusal::MergeLeadsNowhere {
        name: name.to_owned(),
        into: into.to_owned(),
    };
    assert_eq!(told.refused(merge(4, 4), "secretary"), nowhere("丁", "丁"));
    told.done(merge(4, 5), "secretary");
    assert_eq!(told.refused(merge(6, 4), "secretary"), nowhere("己", "丁"));
    assert!(matches!(told.refused(merge(5, 6), "secretary"), Refusal::ProjectHasParts { .. }));
    let view = views::projects::view(&told.session, after::day(5, 12));
    let mut none = view.projects.iter().filter(|one| !one.takes_parts);
    assert_eq!(none.next().map(|one| one.id), Some(ProjectId(4)), "it is part of another");
    assert!(none.next().is_none());
    told.done(merge(6, 1), "secretary");
    assert_eq!(stands(&told.session, 6), Standing::Merged);
}

#[test]
fn a_row_refers_to_a_candidate_once() {
    let mut told = prepared();
    told.done(projects::Command::Collect { projects: vec![collected("丁")] }, "secretary");
    let refers = |row: usize, of: u32| {
        let mut ballot = referring(&prepared().session);
        // Rows on a ballot wait no longer: the rows are those of the one before.
        ballot.contests[0].projects = vec![Project::default(); 3];
        ballot.contests[0].projects[row].of = Some(ProjectId(of));
        ballot
    };
    let mut twice = refers(0, 1);
    twice.contests[0].projects[1].of = Some(ProjectId(1));
    let save = |ballot: Ballot| ballot::Command::SaveBallot { ballot };
    assert!(matches!(told.refused(save(twice), "secretary"), Refusal::ProjectTwice { .. }));
    let not_there = told.refused(save(refers(0, 9)), "secretary");
    assert_eq!(not_there, Refusal::NoSuchProject { project: ProjectId(9) });
    let collected = told.refused(save(refers(0, 4)), "secretary");
    assert!(matches!(collected, Refusal::ProjectStands { stands: Standing::Collected, .. }));
}

#[test]
fn facts_are_typed_once_and_a_ballot_that_is_not_out_follows() {
    let mut told = prepared();
    told.print_ballot();
    let Collected { mut facts, proposer } = collected(NAMES[0]);
    "通村公路硬化和安防".clone_into(&mut facts.name);
    facts.project.investment = 450_000;
    let change = |facts: &Facts| projects::Command::ChangeFacts {
        project: ProjectId(1),
        facts: facts.clone(),
        proposer: proposer.clone(),
    };
    told.done(change(&facts), "secretary");
    let entry = &told.session.ballot(&ballot_id()).unwrap().contests[0];
    assert_eq!(entry.contest.options[0].name, "通村公路硬化和安防");
    assert_eq!(entry.projects[0].investment, 450_000);
    assert!(told.session.papers()[0].is_superseded(), "the ballot is printed again");
    let mut ballot = told.session.ballot(&ballot_id()).unwrap().clone();
    "安防".clone_into(&mut ballot.contests[0].contest.options[0].name);
    told.done(ballot::Command::SaveBallot { ballot }, "secretary");
    let project = told.session.projects().project(ProjectId(1)).unwrap();
    assert_eq!((project.facts().name.as_str(), project.facts().place.as_str()), ("安防", "石门村"));
    told.print_ballot();
    told.count_present(6);
    told.open(6);
    assert!(matches!(told.refused(change(&facts), "secretary"), Refusal::ProjectOnBallot { .. }));
}

#[test]
fn what_stands_on_a_ballot_is_screened_no_more() {
    let mut told = prepared();
    let out = screen(&[1], Screening::LeftOut, "重复");
    assert!(matches!(told.refused(out.clone(), "secretary"), Refusal::ProjectOnBallot { .. }));
    let mut ballot = told.session.ballot(&ballot_id()).unwrap().clone();
    ballot.contests[0].projects[0].of = None;
    told.done(ballot::Command::SaveBallot { ballot }, "secretary");
    told.done(out, "secretary");
    assert_eq!(stands(&told.session, 1), Standing::LeftOut);
}

#[test]
fn chosen_is_read_from_the_certified_count_and_falls_back_when_it_is_opened_again() {
    let mut told = keyed(prepared(), &["○○×", "○○×", "○○×", "○○×", "○○×", "×××"]);
    assert_eq!(stands(&told.session, 1), Standing::Candidate);
    told.announce();
    assert_eq!(
        [1, 2, 3].map(|id| stands(&told.session, id)),
        [Standing::Going, Standing::Going, Standing::NotChosen]
    );
    let reopen = round::Command::Reopen { round: ROUND, reason: "复核".to_owned() };
    told.done(reopen, "chief");
    assert_eq!([1, 2, 3].map(|id| stands(&told.session, id)), [Standing::Candidate; 3]);
}

#[test]
fn a_runoff_decides_on_the_projects_level_at_the_cut_line() {
    let mut told = prepared();
    let mut ballot = told.session.ballot(&ballot_id()).unwrap().clone();
    let Kind::Selection(rule) = &mut ballot.contests[0].contest.kind else {
        panic!("projects are chosen")
    };
    rule.tie = TieRule::Runoff;
    told.done(ballot::Command::SaveBallot { ballot }, "secretary");
    let mut told = keyed(told, &["○○×", "○○×", "○○×", "○×○", "○×○", "○×○"]);
    // Two of three, nobody voted for more than two: the second and the third are level below half.
    told.announce();
    assert_eq!(stands(&told.session, 1), Standing::Going);
    let open = told.session.rounds()[0].kind();
    assert_eq!(open, RoundKind::First);
    let follow = ballot::follow::proposed_ballot(
        &told.session,
        ROUND,
        &told.session.rounds()[0].contests()[0].id.clone(),
    );
    let refers: Vec<Option<ProjectId>> =
        follow.unwrap().contests[0].projects.iter().map(|project| project.of).collect();
    assert_eq!(refers, [Some(ProjectId(2)), Some(ProjectId(3))]);
}

#[test]
fn rows_of_a_ballot_that_is_out_are_put_on_record_without_touching_it() {
    let mut told = Told::voting_with(ballot());
    let before = told.session.ballot(&ballot_id()).unwrap().clone();
    let take = || projects::Command::TakeRows { ballot: ballot_id() };
    told.done(take(), "secretary");
    assert_eq!(told.session.ballot(&ballot_id()).unwrap(), &before);
    assert!(matches!(told.refused(take(), "secretary"), Refusal::NoRowsToTake { .. }));
    told.done(collect(2), "secretary");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    told.key_twice(&["○○×", "○○×"], &["○○×", "○○×"]);
    told.certify();
    // Two of seven are no majority of all.
    assert_eq!(stands(&told.session, 1), Standing::NotChosen);
    let mut early = Told::prepared();
    early.done(take(), "secretary");
    let entry = &early.session.ballot(&ballot_id()).unwrap().contests[0];
    assert_eq!(entry.projects[2].of, Some(ProjectId(3)));
    let nowhere = projects::Command::TakeRows { ballot: BallotId("丙".to_owned()) };
    assert!(matches!(early.refused(nowhere, "secretary"), Refusal::NoSuchBallot { .. }));
}

#[test]
fn a_ballot_filled_from_the_candidates_takes_each_of_them_once() {
    let mut told = prepared();
    assert_eq!(views::prepare::view(&told.session).candidates, []);
    told.done(
        ballot::Command::WithdrawBallot { ballot: ballot_id(), reason: "重编".to_owned() },
        "secretary",
    );
    assert_eq!(views::prepare::view(&told.session).candidates.len(), 3);
}

#[test]
fn every_entry_on_projects_could_have_been_asked() {
    let mut told = chosen();
    after::whole_course(&mut told);
    let mut session = Session::default();
    for entry in &told.journal {
        assert_eq!(session.retrace(entry), Ok(()), "{:?}", entry.event);
        session.apply(entry).unwrap();
    }
}

#[test]
fn nothing_of_a_project_touches_a_vote() {
    let mut told = chosen();
    after::whole_course(&mut told);
    let mut without = Told::default();
    let others = told.journal.iter().filter(|entry| !matches!(entry.event, Event::Projects(_)));
    for entry in others {
        without.record(std::slice::from_ref(&entry.event), &entry.actor.0);
    }
    let results = |session: &Session| -> Vec<_> {
        session.rounds().iter().map(|round| (round.result(), round.ballot().clone())).collect()
    };
    assert_eq!(results(&without.session), results(&told.session));
    assert!(without.session.projects().list().is_empty());
}

#[test]
fn papers_on_projects_wait_for_what_they_tell_of() {
    let told = Told::prepared();
    let missing = |told: &Told, of: PaperKind| check_issuable(&told.session, &of);
    assert_eq!(missing(&told, PaperKind::ProjectCall), Ok(()));
    assert_eq!(missing(&told, PaperKind::ScreeningReport), Err(Refusal::NoProjects));
    let told = prepared();
    assert_eq!(missing(&told, PaperKind::ScreeningReport), Ok(()));
    assert_eq!(missing(&told, PaperKind::CompletionTable), Err(Refusal::NoChosenProjects));
    assert_eq!(missing(&chosen(), PaperKind::CompletionTable), Ok(()));
}

#[test]
fn a_project_is_recorded_after_the_vote_and_before_the_sealing_and_not_later() {
    let mut told = chosen();
    after::whole_course(&mut told);
    told.done(session::floor::meeting::Command::Seal { reason: "归档".to_owned() }, "secretary");
    let command = Command::Projects(after::note(3, 40));
    let refused = told.session.decide(&command, &person("secretary")).unwrap_err();
    assert!(matches!(refused, Refusal::SessionSealed { .. }));
}
