//! Reading a report that this program wrote. It is taken over only if the same round, written
//! again, is the same report: whatever another program added or changed is refused where it stands,
//! and nothing is lost silently.

use serde::de::value::StrDeserializer;
use serde::de::{Deserialize, DeserializeOwned, IntoDeserializer};
use tally::{Mark, SectionRuling, WriteIn, WriteInMark};

use super::write::{Conditions, RULED_VOID, contest_id, report};
use super::{CdfError, CdfFault, OURS, shape as cdf};
use crate::CountFile;
use crate::count_file::{ContestShape, FileShape, SectionShape, SheetShape, checked, parse_json};

type Checked<T> = Result<T, CdfError>;

/// Reads cast vote records written by this program.
///
/// # Errors
/// [`CdfError`] with the path of the first thing that is not taken over.
pub fn read_cdf(bytes: &[u8]) -> Checked<CountFile> {
    let found: cdf::Report = parse_json(bytes)
        .map_err(|(path, message)| CdfError::at(path, CdfFault::Json { message }))?;
    let [election] = found.election.as_slice() else {
        return Err(CdfError::at("$.Election", CdfFault::NotOne { found: found.election.len() }));
    };
    let conditions: Conditions = our_code("$.Election[0]", &election.code)?;
    let contests = contests(election)?;
    let sheets = found
        .cvr
        .iter()
        .enumerate()
        .map(|(index, cvr)| sheet(&format!("$.CVR[{index}]"), &contests, cvr));
    let sheets = sheets.collect::<Checked<_>>()?;
    let shape = FileShape {
        format: OURS.to_owned(),
        control: conditions.control,
        valid_if: conditions.valid_if,
        contests,
        sheets,
    };
    let file = checked(shape).map_err(|error| CdfError::at("$", CdfFault::CountFile { error }))?;
    let ours = report(&file, found.generated_date.clone())?;
    match first_difference(&found, &ours) {
        Some(path) => Err(CdfError::at(path, CdfFault::Differs)),
        None => Ok(file),
    }
}

fn contests(election: &cdf::Election) -> Checked<Vec<ContestShape>> {
    let contest = |(index, contest): (usize, &cdf::Contest)| {
        our_code(&format!("$.Election[0].Contest[{index}]"), &contest.code)
    };
    election.contest.iter().enumerate().map(contest).collect()
}

/// The code of our own type among `codes`, read.
fn our_code<T: DeserializeOwned>(place: &str, codes: &[cdf::Code]) -> Checked<T> {
    let ours = codes.iter().enumerate().find(|(_, code)| code.other_type.as_deref() == Some(OURS));
    let Some((index, code)) = ours else {
        return Err(CdfError::at(format!("{place}.Code"), CdfFault::NoRules));
    };
    parse_json(code.value.as_bytes()).map_err(|(path, message)| {
        CdfError::at(
            format!("{place}.Code[{index}].Value"),
            CdfFault::Json { message: format!("{path}: {message}") },
        )
    })
}

fn sheet(place: &str, contests: &[ContestShape], cvr: &cdf::Cvr) -> Checked<SheetShape> {
    let snapshot = |kind| {
        cvr.snapshots
            .iter()
            .position(|snapshot| snapshot.kind == kind)
            .ok_or_else(|| no_mark(format!("{place}.CVRSnapshot")))
    };
    let (original, interpreted) =
        (snapshot(cdf::SnapshotType::Original)?, snapshot(cdf::SnapshotType::Interpreted)?);
    let section = |(at, contest): (usize, &ContestShape)| {
        let [original, interpreted] = [original, interpreted].map(|snapshot| {
            let sections = cvr
                .snapshots
                .get(snapshot)
                .map(|snapshot| snapshot.sections.as_slice())
                .unwrap_or_default();
            let found = sections.get(at).filter(|section| section.contest_id == contest_id(at));
            let place = format!("{place}.CVRSnapshot[{snapshot}].CVRContest");
            found.map(|section| (format!("{place}[{at}]"), section)).ok_or_else(|| no_mark(place))
        });
        let ((place, original), (_, interpreted)) = (original?, interpreted?);
        let ruling = (interpreted.other_status.as_deref() == Some(RULED_VOID))
            .then_some(SectionRuling::Void);
        let (marks, write_ins) = rows(&place, contest.options.len(), original)?;
        let write_ins = (!write_ins.is_empty()).then_some(write_ins);
        Ok((contest.id.clone(), SectionShape { marks, write_ins, ruling }))
    };
    contests.iter().enumerate().map(section).collect::<Checked<_>>().map(SheetShape)
}

fn no_mark(path: String) -> CdfError {
    CdfError::at(path, CdfFault::NoMark)
}

fn rows(
    place: &str,
    options: usize,
    section: &cdf::CvrSection,
) -> Checked<(Vec<Mark>, Vec<WriteIn>)> {
    let mut marks = vec![Mark::Blank; options];
    let mut write_ins = Vec::new();
    for (index, row) in section.rows.iter().enumerate() {
        let place = || no_mark(format!("{place}.CVRContestSelection[{index}]"));
        let [position] = row.selection_position.as_slice() else { return Err(place()) };
        match (&position.write_in, row.option_position.and_then(|option| marks.get_mut(option))) {
            (Some(name), None) => {
                let mark = if position.has_indication == cdf::Answer::Yes {
                    WriteInMark::For
                } else {
                    WriteInMark::Blank
                };
                write_ins.push(WriteIn { name: name.text.clone(), mark });
            }
            (None, Some(mark)) => *mark = mark_of(row, position).ok_or_else(place)?,
            (Some(_), Some(_)) | (None, None) => return Err(place()),
        }
    }
    Ok((marks, write_ins))
}

/// The word beside an indication without a vote, else the end of the selection's id, else an
/// approval.
fn mark_of(row: &cdf::Row, position: &cdf::Position) -> Option<Mark> {
    let last = row
        .contest_selection_id
        .as_deref()
        .and_then(|id| id.split_once("-option-")?.1.split_once('-'))
        .map(|(_, word)| word);
    let Some(word) = position.other_status.as_deref().or(last) else { return Some(Mark::For) };
    let text: StrDeserializer<'_, serde::de::value::Error> = word.into_deserializer();
    word.parse().ok().map(Mark::Grade).or_else(|| Mark::deserialize(text).ok())
}

fn first_difference(found: &cdf::Report, ours: &cdf::Report) -> Option<String> {
    let records = found.cvr.iter().zip(&ours.cvr).position(|(found, ours)| found != ours);
    if found.election != ours.election {
        Some("$.Election[0]".to_owned())
    } else if let Some(index) = records {
        Some(format!("$.CVR[{index}]"))
    } else {
        (found != ours).then(|| "$".to_owned())
    }
}
