//! Writing a report: what stands on each sheet, and beside it how it is counted.

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde::Serialize;
use tally::{Contest, Control, Kind, Mark, Section, Sheet, Tally, ValidIf, WriteInMark};

use super::interpret::interpreted;
use super::{CdfError, CdfFault, OURS, shape as cdf};
use crate::CountFile;
use crate::count_file::ContestLine;

/// What a section that the chief scrutineer ruled void says of itself.
pub(super) const RULED_VOID: &str = "ruled void by the chief scrutineer";
const ELECTION: &str = "election";
const CONGRESS: &str = "congress";
const PROGRAM: &str = "piaojue";
const NOTES: &str = "Written by Piaojue from a count file. Of each sheet the original is what stands on the paper, the interpreted snapshot how it is \
counted. What the format has no words for (control numbers, quorum, threshold, cap, blank and illegible rows, write-ins, ties, shortfall, \
rates) stands in the codes of type piaojue.count/1, in the words of docs/count-file.md.";

/// What a count depends on beside contests and sheets, as the election's code holds it.
#[derive(Clone, Copy, Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Conditions {
    pub control: Control,
    pub valid_if: ValidIf,
}

/// Returns a round as cast vote records, one line of JSON; `generated` is when.
///
/// # Errors
/// [`CdfError`] if the ballot has no contest.
pub fn write_cdf(file: &CountFile, generated: DateTime<FixedOffset>) -> Result<String, CdfError> {
    let report = report(file, generated.to_rfc3339_opts(SecondsFormat::Secs, true))?;
    serde_json::to_string(&report).map(|line| line + "\n").map_err(|error| unwritable(&error))
}

pub(super) fn report(file: &CountFile, generated_date: String) -> Result<cdf::Report, CdfError> {
    if file.contests.is_empty() {
        return Err(CdfError::at("$.Election[0].Contest", CdfFault::NoContest));
    }
    let conditions = Conditions { control: file.control, valid_if: file.valid_if };
    let mut tally = Tally::new(&file.contests);
    let election = cdf::Election {
        id: ELECTION.to_owned(),
        tag: cdf::ElectionTag::Is,
        election_scope_id: CONGRESS.to_owned(),
        code: vec![our_code(&conditions)?],
        candidate: file
            .contests
            .iter()
            .enumerate()
            .filter(|(_, contest)| has_seats(contest))
            .flat_map(candidates)
            .collect(),
        contest: file.contests.iter().enumerate().map(contest).collect::<Result<_, _>>()?,
    };
    Ok(cdf::Report {
        tag: cdf::ReportTag::Is,
        version: cdf::Version::One,
        generated_date,
        report_type: vec![cdf::ReportType::Adjudicated],
        notes: NOTES.to_owned(),
        report_generating_device_ids: vec![PROGRAM.to_owned()],
        reporting_device: vec![cdf::Device {
            id: PROGRAM.to_owned(),
            tag: cdf::DeviceTag::Is,
            application: "票决台 Piaojue".to_owned(),
        }],
        gp_unit: vec![cdf::GpUnit {
            id: CONGRESS.to_owned(),
            tag: cdf::GpUnitTag::Is,
            kind: cdf::GpUnitType::Other,
            other_type: "people's congress".to_owned(),
        }],
        election: vec![election],
        cvr: file
            .sheets
            .iter()
            .enumerate()
            .map(|(index, sheet)| cvr(&file.contests, &mut tally, index, sheet))
            .collect(),
    })
}

fn unwritable(error: &serde_json::Error) -> CdfError {
    CdfError::at("$", CdfFault::Json { message: error.to_string() })
}

fn our_code(value: &impl Serialize) -> Result<cdf::Code, CdfError> {
    let value = serde_json::to_string(value).map_err(|error| unwritable(&error))?;
    Ok(cdf::Code {
        tag: cdf::CodeTag::Is,
        kind: cdf::CodeType::Other,
        other_type: Some(OURS.to_owned()),
        value,
    })
}

fn local_code(id: &str) -> cdf::Code {
    cdf::Code {
        tag: cdf::CodeTag::Is,
        kind: cdf::CodeType::LocalLevel,
        other_type: None,
        value: id.to_owned(),
    }
}

pub(super) fn has_seats(contest: &Contest) -> bool {
    contest.seats_rule().is_some()
}

pub(super) fn contest_id(index: usize) -> String {
    format!("contest-{}", index + 1)
}

fn option_id(index: usize, option: usize) -> String {
    format!("{}-option-{}", contest_id(index), option + 1)
}

fn candidate_id(index: usize, option: usize) -> String {
    format!("{}-candidate-{}", contest_id(index), option + 1)
}

fn write_in_id(index: usize) -> String {
    format!("{}-write-in", contest_id(index))
}

fn candidates((index, contest): (usize, &Contest)) -> Vec<cdf::Candidate> {
    let candidate = |(option, candidate): (usize, &tally::ContestOption)| cdf::Candidate {
        id: candidate_id(index, option),
        tag: cdf::CandidateTag::Is,
        code: vec![local_code(&candidate.id.0)],
        name: candidate.name.clone(),
    };
    contest.options.iter().enumerate().map(candidate).collect()
}

fn contest((index, contest): (usize, &Contest)) -> Result<cdf::Contest, CdfError> {
    let seats = contest.seats_rule().map(|rule| rule.seats.get());
    let (vote_variation, other) = match &contest.kind {
        Kind::Selection(_) | Kind::Election(_) => (cdf::VoteVariation::NOfM, None),
        Kind::Evaluation(_) => {
            (cdf::VoteVariation::Other, Some("one grade for each row".to_owned()))
        }
        Kind::Motion(_) => (cdf::VoteVariation::Majority, None),
    };
    Ok(cdf::Contest {
        id: contest_id(index),
        tag: if seats.is_some() { cdf::ContestTag::Candidates } else { cdf::ContestTag::Measure },
        name: contest.title.clone(),
        code: vec![local_code(&contest.id.0), our_code(&ContestLine::from(contest))?],
        number_elected: seats,
        votes_allowed: seats,
        vote_variation,
        other_vote_variation: other,
        contest_selection: if seats.is_some() {
            candidate_selections(index, contest)
        } else {
            measure_selections(index, contest)
        },
    })
}

fn candidate_selections(index: usize, contest: &Contest) -> Vec<cdf::Selection> {
    let selection = |id, candidate_ids, is_write_in| cdf::Selection {
        id,
        tag: cdf::SelectionTag::Candidate,
        candidate_ids,
        is_write_in: Some(is_write_in),
        selection: None,
    };
    let options = (0..contest.options.len()).map(|option| {
        selection(option_id(index, option), vec![candidate_id(index, option)], false)
    });
    options.chain([selection(write_in_id(index), Vec::new(), true)]).collect()
}

/// One selection for each thing that can be said of each row, so that whoever adds up selections
/// has the rows of the result.
fn measure_selections(index: usize, contest: &Contest) -> Vec<cdf::Selection> {
    let sayings = |(option, row): (usize, &tally::ContestOption)| {
        let name = row.name.clone();
        sayings(contest).into_iter().map(move |(mark, word)| cdf::Selection {
            id: measure_id(index, option, mark),
            tag: cdf::SelectionTag::Measure,
            candidate_ids: Vec::new(),
            is_write_in: None,
            selection: Some(format!("{name}：{word}")),
        })
    };
    contest.options.iter().enumerate().flat_map(sayings).collect()
}

fn sayings(contest: &Contest) -> Vec<(Mark, String)> {
    let words = match &contest.kind {
        Kind::Evaluation(rule) => {
            (0_u8..).map(Mark::Grade).zip(rule.grades.iter().cloned()).collect()
        }
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => {
            vec![(Mark::For, "赞成".to_owned()), (Mark::Against, "反对".to_owned())]
        }
    };
    words.into_iter().chain([(Mark::Abstain, "弃权".to_owned())]).collect()
}

fn measure_id(index: usize, option: usize, mark: Mark) -> String {
    format!("{}-{}", option_id(index, option), word_of(mark))
}

/// The word of a mark, as the count file spells it; a grade is its index.
pub(super) fn word_of(mark: Mark) -> String {
    match mark {
        Mark::For => "for".to_owned(),
        Mark::Against => "against".to_owned(),
        Mark::Abstain => "abstain".to_owned(),
        Mark::Blank => "blank".to_owned(),
        Mark::Illegible => "illegible".to_owned(),
        Mark::Multiple => "multiple".to_owned(),
        Mark::Grade(index) => index.to_string(),
    }
}

fn cvr(contests: &[Contest], tally: &mut Tally, index: usize, sheet: &Sheet) -> cdf::Cvr {
    let snapshot = |kind, word, sections| cdf::Snapshot {
        id: format!("sheet-{}-{word}", index + 1),
        tag: cdf::SnapshotTag::Is,
        kind,
        sections,
    };
    let original = contests
        .iter()
        .zip(sheet)
        .enumerate()
        .map(|(at, (contest, section))| original(at, contest, section))
        .collect();
    let interpreted = snapshot(
        cdf::SnapshotType::Interpreted,
        "interpreted",
        interpreted(contests, tally, sheet),
    );
    cdf::Cvr {
        tag: cdf::CvrTag::Is,
        election_id: ELECTION.to_owned(),
        unique_id: (index + 1).to_string(),
        current_snapshot_id: interpreted.id.clone(),
        snapshots: vec![snapshot(cdf::SnapshotType::Original, "original", original), interpreted],
    }
}

fn original(index: usize, contest: &Contest, section: &Section) -> cdf::CvrSection {
    let marked = section.marks.iter().enumerate().filter(|(_, mark)| **mark != Mark::Blank);
    let rows = marked.map(|(option, mark)| row(index, contest, option, Some(*mark), None));
    let write_ins = section
        .write_ins
        .iter()
        .map(|name| write_in_row(index, &name.name, name.mark == WriteInMark::For, None));
    cdf::CvrSection {
        tag: cdf::SectionTag::Is,
        contest_id: contest_id(index),
        status: Vec::new(),
        other_status: None,
        overvotes: None,
        undervotes: None,
        write_ins: None,
        rows: rows.chain(write_ins).collect(),
    }
}

/// One row. A candidate's approval is the vote the format knows; what else may stand there is an
/// indication without a vote, with its word.
pub(super) fn row(
    index: usize,
    contest: &Contest,
    option: usize,
    mark: Option<Mark>,
    is_allocable: Option<cdf::Answer>,
) -> cdf::Row {
    let said = mark.filter(|mark| sayings(contest).iter().any(|(word, _)| word == mark));
    let (id, votes) = if has_seats(contest) {
        (Some(option_id(index, option)), u32::from(mark == Some(Mark::For)))
    } else {
        (said.map(|mark| measure_id(index, option, mark)), u32::from(said.is_some()))
    };
    let other_status = (votes == 0).then(|| mark.map_or_else(|| "void".to_owned(), word_of));
    let has_indication =
        if mark == Some(Mark::Illegible) { cdf::Answer::Unknown } else { cdf::Answer::Yes };
    cdf::Row {
        tag: cdf::RowTag::Is,
        contest_selection_id: id,
        option_position: Some(option),
        selection_position: vec![position(has_indication, is_allocable, votes, other_status, None)],
    }
}

pub(super) fn write_in_row(
    index: usize,
    name: &str,
    marked: bool,
    is_allocable: Option<cdf::Answer>,
) -> cdf::Row {
    let has_indication = if marked { cdf::Answer::Yes } else { cdf::Answer::No };
    let write_in = cdf::WrittenIn { tag: cdf::WriteInTag::Is, text: name.to_owned() };
    cdf::Row {
        tag: cdf::RowTag::Is,
        contest_selection_id: Some(write_in_id(index)),
        option_position: None,
        selection_position: vec![position(
            has_indication,
            is_allocable,
            u32::from(marked),
            None,
            Some(write_in),
        )],
    }
}

fn position(
    has_indication: cdf::Answer,
    is_allocable: Option<cdf::Answer>,
    number_votes: u32,
    other_status: Option<String>,
    write_in: Option<cdf::WrittenIn>,
) -> cdf::Position {
    let status = if other_status.is_some() { vec![cdf::PositionStatus::Other] } else { Vec::new() };
    cdf::Position {
        tag: cdf::PositionTag::Is,
        has_indication,
        is_allocable,
        number_votes,
        status,
        other_status,
        write_in,
    }
}
