//! Papers of a session: the facts a text needs, taken from what has happened.

mod ballot;

use std::num::NonZeroU32;

use chrono::Datelike;
use session::{
    Session,
    ballot::{BallotContest, Project},
    meeting::Meeting,
    paper::PaperKind,
    round::Round,
    tally::{self, Kind},
    views::result::{Outcome, ResultLine, ResultTable, decided_tables, tables},
    wording,
};

use crate::{
    PaperError, Rendered,
    data::{
        SessionName,
        ballot::render_ballot,
        count_report::{ControlNumbers, CountReport, CountRow, RowOutcome, Threshold, WriteIn, render_count_report},
        decision::{ChosenProject, Decision, render_decision},
    },
};

/// A paper of a session, set.
#[derive(Clone, Debug)]
pub struct SetPaper {
    /// As printed at its head
    pub title: String,
    /// Its pages
    pub rendered: Rendered,
}

/// Sets a paper from what the session says. `fingerprint` is that of the entry a report was certified with.
///
/// # Errors
/// [`PaperError::NotInTheSession`] when the session lacks what the paper is about; a character no face can draw.
pub fn of_session(session: &Session, of: &PaperKind, fingerprint: Option<&str>) -> Result<SetPaper, PaperError> {
    let meeting = session.described().map_err(|_| PaperError::NotInTheSession)?;
    match of {
        PaperKind::Ballot { ballot } => {
            let ballot = session.ballot(ballot).map_err(|_| PaperError::NotInTheSession)?;
            let rendered = render_ballot(&ballot::paper(meeting, ballot), NonZeroU32::MIN)?;
            Ok(SetPaper { title: ballot.title.clone(), rendered })
        }
        PaperKind::CountReport { round } => {
            let round = session.round(*round).map_err(|_| PaperError::NotInTheSession)?;
            let report = count_report(meeting, round, fingerprint).ok_or(PaperError::NotInTheSession)?;
            let title = format!("{}计票结果报告单", report.vote);
            Ok(SetPaper { title, rendered: render_count_report(&report)? })
        }
        PaperKind::Decision { round } => {
            let round = session.round(*round).map_err(|_| PaperError::NotInTheSession)?;
            let decision = decision(meeting, round).ok_or(PaperError::NotInTheSession)?;
            let title = format!("关于{}年度民生实事项目的决定", decision.year);
            Ok(SetPaper { title, rendered: render_decision(&decision)? })
        }
    }
}

/// What is chosen, and its measure word.
fn words(kind: &Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Election(_) => ("候选人", "名"),
        Kind::Selection(_) | Kind::Evaluation(_) | Kind::Motion(_) => ("项目", "项"),
    }
}

/// Returns yuan as 万元, exact: 865000 is 86.5.
fn in_ten_thousands(yuan: u32) -> String {
    let text = format!("{}.{:04}", yuan / 10_000, yuan % 10_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn count_report(meeting: &Meeting, round: &Round, fingerprint: Option<&str>) -> Option<CountReport> {
    let [contest] = round.contests() else { return None };
    let rule = contest.seats_rule()?;
    let table = tables(round).into_iter().next()?;
    let (noun, measure) = words(&contest.kind);
    Some(CountReport {
        session: SessionName::parse(&meeting.title()),
        vote: contest.title.clone(),
        round: wording::once_more(round.kind, &contest.kind).map(str::to_owned),
        noun: noun.to_owned(),
        measure: measure.to_owned(),
        seats: rule.seats.get(),
        control: control_numbers(round, &table),
        vote_valid: round.result().vote_valid,
        threshold: rule.threshold.zip(table.needed).map(|(threshold, needed)| worded(threshold, needed)),
        rows: table.rows.iter().filter_map(count_row).collect(),
        write_ins: table.rows.iter().filter(|row| row.no.is_none()).map(write_in).collect(),
        at: round.certificate()?.at.naive_local(),
        fingerprint: fingerprint.map(str::to_owned),
    })
}

fn control_numbers(round: &Round, table: &ResultTable) -> ControlNumbers {
    let control = round.control();
    ControlNumbers {
        all_deputies: control.all_deputies,
        expected: control.all_deputies,
        present: control.present,
        quorum: tally::quorum_needed(control.all_deputies),
        printed: control.printed,
        issued: control.issued,
        spoiled: control.spoiled,
        returned: control.returned,
        valid: table.valid,
        void: table.void,
        left_over: control.printed.saturating_sub(control.issued).saturating_sub(control.spoiled),
    }
}

fn worded(threshold: tally::Threshold, needed: u32) -> Threshold {
    let words = wording::threshold(threshold);
    let heading = if words.majority { "是否过半数" } else { "是否达到" };
    Threshold { needed, wording: words.sentence, heading: heading.to_owned() }
}

fn count_row(row: &ResultLine) -> Option<CountRow> {
    Some(CountRow {
        number: row.no?,
        name: row.name.clone(),
        approvals: row.for_,
        against: row.against,
        abstentions: row.abstain,
        void: row.void,
        reached: row.reached,
        outcome: match row.outcome {
            Outcome::Chosen | Outcome::Graded => RowOutcome::Chosen,
            Outcome::Tied => RowOutcome::Tied,
            Outcome::SeatsFull => RowOutcome::PlacesFilled,
            Outcome::BelowThreshold => RowOutcome::NotReached,
        },
    })
}

fn write_in(row: &ResultLine) -> WriteIn {
    WriteIn { name: row.name.clone(), approvals: row.for_, reached: row.reached }
}

fn decision(meeting: &Meeting, round: &Round) -> Option<Decision> {
    let [entry] = round.ballot.contests.as_slice() else { return None };
    let table = decided_tables(round).into_iter().next()?;
    let projects: Vec<ChosenProject> = table.chosen().into_iter().map(|row| chosen(row, entry)).collect();
    if projects.is_empty() {
        return None;
    }
    Some(Decision {
        session: SessionName::parse(&meeting.title()),
        year: year_named(&entry.contest.title).unwrap_or_else(|| meeting.held_on.year()),
        government: format!("{}人民政府", meeting.place),
        date: meeting.held_on,
        candidates: table.options,
        expected: round.all_deputies,
        present: round.present,
        projects,
    })
}

fn chosen(row: &ResultLine, entry: &BallotContest) -> ChosenProject {
    let index = row.no.and_then(|no| usize::try_from(no.checked_sub(1)?).ok());
    let unknown = Project::default();
    let project = index.and_then(|index| entry.projects.get(index)).unwrap_or(&unknown);
    ChosenProject {
        name: row.name.clone(),
        content: project.content.clone(),
        investment: in_ten_thousands(project.investment),
        unit: project.unit.clone(),
        person: project.person.clone(),
        deadline: project.deadline.clone(),
    }
}

/// Returns the year a title names before 年: “2026年度民生实事项目票决” is of 2026.
fn year_named(title: &str) -> Option<i32> {
    let (before, _) = title.split_once('年')?;
    let figures = before.len().checked_sub(4)?;
    before.get(figures..)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_are_printed_as_ten_thousands_without_loss() {
        let printed = [(0, "0"), (865_000, "86.5"), (1_200_000, "120"), (12_345, "1.2345"), (100, "0.01")];
        for (yuan, text) in printed {
            assert_eq!(in_ten_thousands(yuan), text);
        }
    }

    #[test]
    fn the_year_is_the_one_the_title_names() {
        assert_eq!(year_named("2026年度民生实事项目票决"), Some(2026));
        assert_eq!(year_named("关于2027年度民生实事"), Some(2027));
        assert_eq!(year_named("民生实事项目票决"), None);
    }
}
