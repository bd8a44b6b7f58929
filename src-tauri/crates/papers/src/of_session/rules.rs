//! 办法: a ballot's settings, as its rules are written from them.

use session::Session;
use session::ballot::election::{Nominator, Nominee};
use session::ballot::{Ballot, BallotContest, Project};
use session::floor::meeting::Meeting;
use session::paper::{RulesOf, motion_named};
use session::people::Role;
use session::tally::{Kind, WriteIns};
use session::views::wording::{self, Blank};
use session::written;

use super::{days, meeting, words};
use crate::clauses::notes;
use crate::clauses::rules::{self, Staff};
use crate::clauses::together;
use crate::data::rules::{
    ContestRules, NomineeFacts, OfRules, OptionFacts, ProjectFacts, RulesFacts,
};

/// Returns what a paper about a ballot before the vote may say.
pub(super) fn of_rules(session: &Session, named: &Meeting, ballot: &Ballot) -> OfRules {
    OfRules {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        rules: facts(session, named, ballot),
    }
}

/// What the votes of one paper of rules are called: its title without 办法.
pub(super) fn shared_title(of: RulesOf) -> String {
    let title = match of {
        RulesOf::Election => "选举",
        RulesOf::Selection => "票决",
        RulesOf::Evaluation => "满意度测评",
    };
    title.to_owned()
}

/// Returns what one paper of rules for several ballots may say; `None` while there is no ballot of
/// its kind.
pub(super) fn of_session_rules(session: &Session, named: &Meeting, of: RulesOf) -> Option<OfRules> {
    let ballots = session.ballots_by(of);
    let first = ballots.first()?;
    let terms = (of, session.rules_terms(of));
    let contests = ballots.iter().flat_map(|ballot| &ballot.contests);
    Some(OfRules {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        rules: RulesFacts {
            title: shared_title(of),
            colour: String::new(),
            departure: ballots.iter().find_map(|ballot| words::departure(ballot)),
            clauses: together::clauses(named, staff(session), terms, &ballots),
            contests: contests.map(|entry| contest(named, entry)).collect(),
            ..facts(session, named, first)
        },
    })
}

pub(super) fn facts(session: &Session, meeting: &Meeting, ballot: &Ballot) -> RulesFacts {
    let terms = RulesOf::of(ballot).map(|of| session.rules_terms(of));
    let (word, paper) = words::of_ballot(ballot);
    RulesFacts {
        title: words::vote_title(&ballot.title),
        word: word.to_owned(),
        paper: paper.to_owned(),
        colour: ballot.colour.clone(),
        round: words::following(ballot),
        date: days::of_ballot(session, meeting, ballot),
        quorum: ballot.quorum_of(meeting.all_deputies),
        quorum_part: wording::part(ballot.quorum),
        valid_if: ballot.valid_if,
        bundle_size: ballot.bundle_size,
        hall: ballot.hall,
        departure: words::departure(ballot),
        clauses: rules::clauses(meeting, staff(session), terms, ballot),
        contests: ballot.contests.iter().map(|entry| contest(meeting, entry)).collect(),
    }
}

fn staff(session: &Session) -> Staff {
    let count = |role, leads| {
        session.people().with_role(role).filter(|person| person.leads == leads).count()
    };
    Staff {
        chief_scrutineers: count(Role::ChiefScrutineer, false),
        deputies: count(Role::Scrutineer, true),
        scrutineers: count(Role::Scrutineer, false),
        chief_tellers: count(Role::Teller, true),
        tellers: count(Role::Teller, false),
    }
}

/// Tells whether the rules of a vote of the session have the tellers voted on.
pub(super) fn tellers_voted(session: &Session) -> bool {
    let voted = |of: &RulesOf| session.rules_terms(*of).tellers_voted;
    RulesOf::ALL.iter().any(|of| voted(of) && !session.ballots_by(*of).is_empty())
}

fn contest(meeting: &Meeting, entry: &BallotContest) -> ContestRules {
    let kind = &entry.contest.kind;
    let called = wording::called_in(entry);
    let symbols = words::marks(entry);
    let options = (1..).zip(&entry.contest.options).enumerate();
    let options = options.map(|(index, (number, option))| OptionFacts {
        number,
        heading: entry.heading_begun_at(index).to_owned(),
        name: option_name(entry, &option.name),
        project: project(entry.projects.get(index)),
        nominee: nominee(entry, index),
    });
    let is_election = matches!(kind, Kind::Election(_));
    let explained = notes::spoken(kind, entry.contest.options.len(), &symbols, Blank::of(entry));
    ContestRules {
        kind: kind.clone(),
        title: entry.contest.title.clone(),
        noun: called.noun.to_owned(),
        measure: called.measure.to_owned(),
        chosen_word: called.chosen.to_owned(),
        seats: entry.contest.seats_rule().map(|rule| rule.seats.get()),
        post: if is_election { words::post(meeting, entry).short } else { String::new() },
        by_election: entry.election.as_ref().is_some_and(|election| election.by_election),
        options: options.collect(),
        order: entry.order,
        in_order: words::order(entry).to_owned(),
        answers: answers(entry),
        write_in_lines: write_in_lines(kind),
        explained,
        symbols,
        threshold: entry
            .contest
            .threshold()
            .map(|threshold| words::before_the_vote(threshold, meeting)),
        assessment: entry.assessment.clone(),
        abstention: wording::abstention(entry.abstention()).to_owned(),
    }
}

/// Returns what is known of a project beside its name.
pub(super) fn project(project: Option<&Project>) -> ProjectFacts {
    let unknown = Project::default();
    let project = project.unwrap_or(&unknown);
    ProjectFacts {
        content: project.content.clone(),
        investment: if project.investment == 0 {
            String::new()
        } else {
            written::in_ten_thousands(project.investment)
        },
        funding: project.funding.clone(),
        unit: project.unit.clone(),
        person: project.person.clone(),
        deadline: project.deadline.clone(),
    }
}

fn nominee(entry: &BallotContest, index: usize) -> NomineeFacts {
    let known = entry.election.as_ref().and_then(|election| election.nominees.get(index));
    let unknown = Nominee::default();
    let nominee = known.unwrap_or(&unknown);
    let (nominated, by_deputies) = match &nominee.nominator {
        Nominator::Presidium => ("主席团提名".to_owned(), false),
        Nominator::Deputies { first, signed } => (format!("{first}等{signed}名代表联名提名"), true),
    };
    NomineeFacts {
        sex: nominee.sex.clone(),
        ethnicity: nominee.ethnicity.clone(),
        born: nominee.born.clone(),
        post: nominee.post.clone(),
        note: nominee.note.clone(),
        nominated: known.map_or_else(String::new, |_| nominated),
        by_deputies,
    }
}

/// A motion is named as on the ballot.
fn option_name(entry: &BallotContest, name: &str) -> String {
    if matches!(entry.contest.kind, Kind::Motion(_)) {
        motion_named(entry).to_owned()
    } else {
        name.to_owned()
    }
}

fn answers(entry: &BallotContest) -> Vec<String> {
    let mut answers = match &entry.contest.kind {
        Kind::Evaluation(rule) => rule.grades.clone(),
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => {
            vec!["赞成".to_owned(), "反对".to_owned()]
        }
    };
    answers.push(wording::abstention(entry.abstention()).to_owned());
    answers
}

/// One more name than seats may be found on the sheets of a bundle.
fn write_in_lines(kind: &Kind) -> u32 {
    match kind {
        Kind::Selection(rule) | Kind::Election(rule) => match rule.write_ins {
            WriteIns::None => 0,
            WriteIns::NeedsAgainst | WriteIns::Allowed => rule.seats.get().saturating_add(1),
        },
        Kind::Evaluation(_) | Kind::Motion(_) => 0,
    }
}
