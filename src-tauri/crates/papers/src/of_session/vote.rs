//! 一轮投票: its numbers and its result, as reports, lists and the record of the day say them.

use session::ballot::follow::Settlement;
use session::ballot::{BallotContest, ResultOrder};
use session::floor::meeting::Meeting;
use session::paper::motion_named;
use session::people::pin::PinRemoved;
use session::round::announcement::Correction;
use session::round::result::{Outcome, ResultLine, ResultTable, decided_tables, tables};
use session::round::ruling::Verdict;
use session::round::{BrokenOff, Certificate, Numbers, Round};
use session::tally::{Candidate, Kind, Levels};
use session::views::wording;
use session::written;
use session::{Session, number};

use super::{days, meeting, words};
use crate::clauses::report;
use crate::data::vote::{
    BundleFacts, Compared, ContestFacts, ControlNumbers, CountRow, OfVote, OverallFacts,
    RowOutcome, RulingNumbers, SettlementFacts, Threshold, VoteFacts, WriteIn,
};

/// Returns what a paper about one round may say.
pub(super) fn of_vote(session: &Session, named: &Meeting, round: &Round) -> OfVote {
    OfVote {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        vote: facts(session, named, round, &tables(round)),
    }
}

/// Returns a round with what was decided after it.
pub(super) fn decided(session: &Session, named: &Meeting, round: &Round) -> VoteFacts {
    facts(session, named, round, &decided_tables(round))
}

fn facts(session: &Session, named: &Meeting, round: &Round, tables: &[ResultTable]) -> VoteFacts {
    let (word, paper) = words::of_ballot(round.ballot());
    let control = round.control();
    let collected = round.collected();
    let compared = |returned: u32| match returned.cmp(&control.issued) {
        std::cmp::Ordering::Less => Compared::Fewer,
        std::cmp::Ordering::Equal => Compared::Equal,
        std::cmp::Ordering::Greater => Compared::More,
    };
    let certificate = round.certificate();
    let rulings = rulings(round);
    let counted = round.ballot().contests.iter().zip(tables).filter(|_| certificate.is_some());
    VoteFacts {
        title: words::vote_title(&round.ballot().title),
        word: word.to_owned(),
        paper: paper.to_owned(),
        colour: round.ballot().colour.clone(),
        round: words::round(round.kind(), round.ballot()),
        control: numbers(round),
        date: days::of_ballot(session, named, round.ballot()),
        compared: collected.map(|collected| compared(collected.returned)),
        valid: collected.map(|_| !round.is_void()),
        valid_if: round.ballot().valid_if,
        bundle_size: round.ballot().bundle_size,
        bundles: bundles(round),
        contests: counted.map(|(entry, table)| contest(round, entry, table)).collect(),
        ruled: report::rulings(&rulings, paper),
        rulings,
        repairs: repairs(session, round),
        departure: words::departure(round.ballot()),
        counted_by_hand: round.hand_count().is_some(),
        at: certificate.map(|certificate| certificate.at.naive_local()),
        pin_removed: certificate.and_then(|certificate| pin_removed(session, certificate)),
        announced: round.is_announced(),
        broken_off: round.broken_off().map(|broken| broken_off(session, broken)),
        corrections: round.corrections().iter().map(|it| correction(session, it)).collect(),
        together: together(session, round),
    }
}

/// Nothing is told of keyings that a count by hand took the place of.
fn repairs(session: &Session, round: &Round) -> Vec<String> {
    let mended = round.mended().iter().filter(|_| round.hand_count().is_none());
    mended.map(|it| report::repair(it, session.people().name_of(&it.by))).collect()
}

fn broken_off(session: &Session, broken: &BrokenOff) -> String {
    let by = session.people().name_of(&broken.by);
    let (word, reason) = (broken.breaking.word(), &broken.reason);
    format!("本次发票由总监票人{by}宣布{word}，不予计票，选票另行封存。理由：{reason}")
}

fn pin_removed(session: &Session, certificate: &Certificate) -> Option<String> {
    let PinRemoved { by, at, reason, .. } = certificate.pin_removed.as_ref()?;
    let anew = if certificate.proven { "后重新设置" } else { "后未再设置" };
    Some(format!(
        "核定计票结果的总监票人{}的PIN码，{}{}由{}取消，{anew}，取消理由：{reason}",
        certificate.name,
        written::day(at.date_naive()),
        at.format("%H时%M分"),
        session.people().name_of(by)
    ))
}

fn correction(session: &Session, it: &Correction) -> String {
    let Numbers { issued, collected, .. } = it.announced;
    let returned = collected.map_or(0, |collected| collected.returned);
    let by = session.people().name_of(&it.by);
    format!(
        "验票结果原宣布：发出{issued}张，收回{returned}张，投票无效；由总监票人{by}更正，理由：{}",
        it.reason
    )
}

/// 一并发出: named at the later ones, so that each is said once.
fn together(session: &Session, round: &Round) -> Vec<String> {
    let Some(with) = round.with() else { return Vec::new() };
    let before = session.rounds().iter().filter(|other| {
        other.id() < round.id() && (other.id() == with || other.with() == Some(with))
    });
    before.map(|other| other.ballot().title.clone()).collect()
}

fn numbers(round: &Round) -> ControlNumbers {
    let control = round.control();
    let collected = round.collected();
    ControlNumbers {
        all_deputies: control.all_deputies,
        expected: control.all_deputies,
        present: control.present,
        quorum: round.ballot().quorum_of(control.all_deputies),
        printed: control.printed,
        issued: control.issued,
        spoiled: collected.map(|collected| collected.spoiled),
        returned: collected.map(|collected| collected.returned),
        left_over: collected.map(|collected| {
            control.printed.saturating_sub(control.issued).saturating_sub(collected.spoiled)
        }),
    }
}

fn bundles(round: &Round) -> Vec<BundleFacts> {
    let mut first = 1;
    let bundle = |number| {
        let sheets = round.sheets_in(session::BundleNo(number));
        let bundle = BundleFacts { number, sheets, first, last: first + sheets.saturating_sub(1) };
        first += sheets;
        bundle
    };
    (1..=round.bundles()).map(bundle).collect()
}

fn rulings(round: &Round) -> RulingNumbers {
    let verdicts: Vec<Option<&Verdict>> =
        round.all_doubtful().map(|section| round.verdict(section.place)).collect();
    let voided = verdicts.iter().filter(|verdict| matches!(verdict, Some(Verdict::Void))).count();
    RulingNumbers {
        differing: number(round.discrepancies().len()),
        ruled: number(verdicts.len()),
        void: number(voided),
    }
}

fn contest(round: &Round, entry: &BallotContest, table: &ResultTable) -> ContestFacts {
    let kind = &entry.contest.kind;
    let called = wording::called_in(entry);
    let shares = entry.assessment.as_ref().is_some_and(|assessment| assessment.shares);
    let threshold =
        entry.contest.threshold().zip(table.needed).map(|(threshold, needed)| Threshold {
            needed,
            wording: wording::threshold(threshold).sentence,
            heading: words::reached(threshold).to_owned(),
        });
    ContestFacts {
        kind: kind.clone(),
        title: entry.contest.title.clone(),
        noun: called.noun.to_owned(),
        measure: called.measure.to_owned(),
        chosen_word: called.chosen.to_owned(),
        seats: table.seats,
        options: table.options,
        valid: table.valid,
        void: table.void,
        threshold,
        grades: table.grades.clone(),
        abstention: wording::abstention(entry.abstention()).to_owned(),
        levels: entry
            .assessment
            .as_ref()
            .is_some_and(|assessment| assessment.levels != Levels::None),
        shares,
        overall: table.overall.as_ref().map(|overall| OverallFacts {
            rate: overall.rate.clone(),
            said: report::overall(overall, if shares { &table.grades } else { &[] }),
        }),
        rows: table.listed().into_iter().filter_map(|line| row(line, entry)).collect(),
        write_ins: table
            .by_approvals()
            .into_iter()
            .filter(|row| row.no.is_none())
            .map(write_in)
            .collect(),
        seats_left: table.seats_left,
        following: table.next,
        follows: report::following(kind, table),
        outcomes: report::outcomes(kind),
        settlement: round
            .settlement(&entry.contest.id)
            .map(|(settlement, record)| settled(entry, settlement, record)),
    }
}

fn settled(entry: &BallotContest, settlement: &Settlement, record: &str) -> SettlementFacts {
    let name = |candidate: &Candidate| match candidate {
        Candidate::WriteIn(name) => name.clone(),
        Candidate::Option(id) => {
            let option = entry.contest.options.iter().find(|option| option.id == *id);
            option.map(|option| option.name.clone()).unwrap_or_default()
        }
    };
    let (how, names) = match settlement {
        Settlement::Presidium { chosen } => {
            ("presidium", chosen.iter().map(name).collect::<Vec<_>>())
        }
        Settlement::CandidateWithdrew { withdrawn } => {
            ("candidate_withdrew", withdrawn.iter().map(name).collect())
        }
        Settlement::NextSession => ("next_session", Vec::new()),
        Settlement::AcceptFewer => ("accept_fewer", Vec::new()),
        Settlement::SeatVacant => ("seat_vacant", Vec::new()),
    };
    let said = report::settlement(&entry.contest.kind, settlement, &names);
    SettlementFacts { how: how.to_owned(), said, names, record: record.to_owned() }
}

fn outcome(outcome: Outcome) -> RowOutcome {
    match outcome {
        Outcome::Chosen => RowOutcome::Chosen,
        Outcome::Graded => RowOutcome::Graded,
        Outcome::Tied => RowOutcome::Tied,
        Outcome::SeatsFull => RowOutcome::PlacesFilled,
        Outcome::BelowThreshold => RowOutcome::NotReached,
    }
}

/// A motion is named as on the ballot.
fn row(row: &ResultLine, entry: &BallotContest) -> Option<CountRow> {
    let motion = matches!(entry.contest.kind, Kind::Motion(_));
    let number = row.no?;
    let index = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
    let in_order = entry.result_order == ResultOrder::Ballot;
    Some(CountRow {
        number,
        heading: Some(entry.heading_begun_at(index))
            .filter(|_| in_order)
            .unwrap_or_default()
            .to_owned(),
        name: if motion { motion_named(entry).to_owned() } else { row.name.clone() },
        approvals: row.for_,
        against: row.against,
        abstentions: row.abstain,
        void: row.void,
        grades: row.grades.clone(),
        rate: row.rate.clone(),
        level: row.level.clone(),
        shares: row.shares.iter().map(|share| report::figure(share.as_deref())).collect(),
        reached: row.reached,
        outcome: outcome(row.outcome),
    })
}

fn write_in(row: &ResultLine) -> WriteIn {
    WriteIn {
        name: row.name.clone(),
        approvals: row.for_,
        reached: row.reached,
        outcome: outcome(row.outcome),
    }
}
