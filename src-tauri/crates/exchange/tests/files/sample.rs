//! The sample session reads whole, and counts to what its README says.

use std::collections::BTreeSet;

use exchange::sample_ballots::Found;
use exchange::{CountFile, KeyedSheet, Sample, read_count_file, write_count_file};
use session::people::Role;
use session::{Entry, Session};
use tally::{
    Candidate, ContestResult, Mark, Next, SeatsResult, Section, SectionRuling, Sheet,
    doubts_of_sheet,
};

fn sample() -> Sample {
    Sample::load().unwrap()
}

/// What stands on the papers: the keyings where they agree, the rulings where not.
fn papers(sample: &Sample) -> Vec<(u32, u32, Sheet)> {
    let settled = |first: &KeyedSheet, second: &KeyedSheet| {
        let ruled = |row| {
            let mut found = sample
                .rulings
                .iter()
                .filter(|ruling| (ruling.bundle, ruling.sheet) == (first.bundle, first.sheet));
            found.find_map(|ruling| matches_row(ruling.found, row))
        };
        let row = |(row, (one, other)): (usize, (&Mark, &Mark))| {
            if one == other { *one } else { ruled(row).unwrap() }
        };
        let marks = first.marks.iter().zip(&second.marks).enumerate().map(row).collect();
        let void = sample.rulings.iter().any(|ruling| {
            (ruling.bundle, ruling.sheet) == (first.bundle, first.sheet)
                && ruling.found == Found::Section { valid: false }
        });
        let section =
            Section { marks, ruling: void.then_some(SectionRuling::Void), ..Section::default() };
        (first.bundle.0, first.sheet.0, vec![section])
    };
    sample
        .first_keying
        .iter()
        .zip(&sample.second_keying)
        .map(|(first, second)| settled(first, second))
        .collect()
}

fn matches_row(found: Found, wanted: usize) -> Option<Mark> {
    match found {
        Found::Row { row, mark } if row == wanted => Some(mark),
        Found::Row { .. } | Found::Section { .. } => None,
    }
}

fn count_file(sample: &Sample) -> CountFile {
    let ballot = sample.ballot();
    let sheets = papers(sample).into_iter().map(|(_, _, sheet)| sheet).collect();
    CountFile {
        control: sample.meeting.control,
        valid_if: ballot.valid_if,
        contests: ballot.contests(),
        sheets,
    }
}

fn seats_result(file: &CountFile) -> SeatsResult {
    match file.tally().contests.into_iter().next().unwrap() {
        ContestResult::Seats(result) => result,
        ContestResult::Motion(_) | ContestResult::Evaluation(_) => panic!("a selection has seats"),
    }
}

#[test]
fn the_people_are_those_of_the_readme() {
    let sample = sample();
    assert_eq!(sample.deputies.len(), 58);
    assert_eq!(sample.observers.len(), 12);
    let with = |role| sample.staff.iter().filter(|row| row.staff.role == role).count();
    assert_eq!(
        [
            with(Role::ChiefScrutineer),
            with(Role::Scrutineer),
            with(Role::Teller),
            with(Role::Secretary)
        ],
        [1, 2, 4, 1]
    );
    assert!(
        sample.staff.iter().all(|row| row.deputy.is_some() != (row.staff.role == Role::Secretary)),
        "who counts is a deputy"
    );
    for name in ["买买提·艾力", "张䶮", "任𤩽", "陆𬱖生", "田富", "田大利", "欧阳建平"]
    {
        assert!(sample.deputies.iter().any(|deputy| deputy.name == name), "{name}");
    }
    let notes: Vec<_> = sample
        .deputies
        .iter()
        .filter(|deputy| deputy.name == "李伟")
        .map(|deputy| deputy.note.as_str())
        .collect();
    assert_eq!(notes, ["青石村", "大坪村"]);
    let lengths: BTreeSet<usize> =
        sample.deputies.iter().map(|deputy| deputy.name.chars().count()).collect();
    assert!([2, 3, 4].iter().all(|length| lengths.contains(length)));
}

#[test]
fn the_session_accepts_the_preparation() {
    let sample = sample();
    let mut session = Session::default();
    let secretary =
        sample.staff.iter().find(|row| row.staff.role == Role::Secretary).unwrap().staff.id.clone();
    let now = chrono::DateTime::parse_from_rfc3339("2026-01-16T08:00:00+08:00").unwrap();
    let mut seq = 0;
    for command in sample.preparation() {
        for event in session.decide(&command, &secretary).unwrap() {
            seq += 1;
            session.apply(&Entry { seq, at: now, actor: secretary.clone(), event }).unwrap();
        }
    }
    assert_eq!(sample.meeting.meeting.title(), "青石镇第十八届人民代表大会第五次会议");
    assert_eq!(session.people().deputies().len(), 58);
    assert_eq!(session.ballots(), [sample.ballot()]);
}

#[test]
fn the_control_numbers_fit() {
    let meeting = sample().meeting;
    let control = meeting.control;
    assert_eq!(
        u32::try_from(meeting.absent.len()).unwrap(),
        control.all_deputies - control.present
    );
    assert!(control.quorum_met() && control.vote_valid(tally::ValidIf::ReturnedEqualsIssued));
    assert!(control.issued + control.spoiled <= control.printed);
}

#[test]
fn the_keyings_stand_in_six_bundles_and_differ_in_six_rows_of_four_sheets() {
    let sample = sample();
    assert_eq!((sample.first_keying.len(), sample.second_keying.len()), (56, 56));
    let bundle_sizes =
        |number| sample.first_keying.iter().filter(|sheet| sheet.bundle.0 == number).count();
    assert_eq!((1..=7).map(bundle_sizes).collect::<Vec<_>>(), [10, 10, 10, 10, 10, 6, 0]);
    let mut differing = Vec::new();
    for (first, second) in sample.first_keying.iter().zip(&sample.second_keying) {
        assert_eq!((first.bundle, first.sheet), (second.bundle, second.sheet));
        let rows = first
            .marks
            .iter()
            .zip(&second.marks)
            .enumerate()
            .filter(|(_, (one, other))| one != other);
        differing.extend(rows.map(|(row, _)| (first.bundle.0, first.sheet.0, row)));
    }
    let ruled = sample.rulings.iter().filter_map(|ruling| match ruling.found {
        Found::Row { row, .. } => Some((ruling.bundle.0, ruling.sheet.0, row)),
        Found::Section { .. } => None,
    });
    assert_eq!(differing, [(1, 7, 10), (3, 5, 2), (3, 5, 9), (4, 10, 5), (4, 10, 6), (6, 2, 11)]);
    assert_eq!(ruled.collect::<Vec<_>>(), differing);
}

#[test]
fn every_doubtful_section_has_its_ruling_and_no_other() {
    let sample = sample();
    let contests = sample.ballot().contests();
    let unruled = |mut sheet: Sheet| {
        sheet[0].ruling = None;
        sheet
    };
    let doubtful = papers(&sample)
        .into_iter()
        .filter(|(_, _, sheet)| !doubts_of_sheet(&contests, &unruled(sheet.clone()))[0].is_empty());
    let ruled =
        sample.rulings.iter().filter(|ruling| matches!(ruling.found, Found::Section { .. }));
    assert_eq!(
        doubtful.map(|(bundle, sheet, _)| (bundle, sheet)).collect::<Vec<_>>(),
        ruled.map(|ruling| (ruling.bundle.0, ruling.sheet.0)).collect::<Vec<_>>()
    );
}

#[test]
fn every_ruling_is_by_one_of_the_staff_whose_task_it_is() {
    let sample = sample();
    for ruling in &sample.rulings {
        let role =
            sample.staff.iter().find(|row| row.staff.name == ruling.ruled_by).unwrap().staff.role;
        let expected = match ruling.found {
            Found::Row { .. } => Role::Scrutineer,
            Found::Section { .. } => Role::ChiefScrutineer,
        };
        assert_eq!(role, expected, "{ruling:?}");
    }
}

#[test]
fn article_25_ten_of_twelve_are_chosen_one_finds_no_seat_and_one_is_below_thirty() {
    let result = seats_result(&count_file(&sample()));
    assert_eq!((result.valid, result.void, result.needed), (53, 3, Some(30)));
    let approvals: Vec<u32> = result.rows.iter().map(|row| row.for_).collect();
    assert_eq!(approvals, [50, 51, 47, 42, 49, 44, 46, 24, 45, 40, 37, 34]);
    let elected: Vec<String> = result
        .elected
        .iter()
        .map(|candidate| match candidate {
            Candidate::Option(id) => id.0.clone(),
            Candidate::WriteIn(name) => panic!("{name}"),
        })
        .collect();
    assert_eq!(elected, ["2", "1", "5", "3", "7", "9", "6", "4", "10", "11"]);
    assert!(result.rows[11].reached && !result.rows[7].reached);
    assert_eq!((result.tied.len(), result.seats_left, result.next), (0, 0, Next::None));
    assert_eq!((result.rows[7].against, result.rows[7].abstain, result.rows[7].void), (15, 13, 1));
}

#[test]
fn the_readme_states_the_result_row_by_row() {
    let readme = include_str!("../../../../../assets/sample/README.md");
    let sample = sample();
    for (project, row) in sample.projects.iter().zip(seats_result(&count_file(&sample)).rows) {
        let line = format!(
            "| {} | {} | {} | {} | {} | {} |",
            row.id, project.name, row.for_, row.against, row.abstain, row.void
        );
        assert!(readme.contains(&line), "{line}");
    }
}

#[test]
fn the_sample_holds_three_over_votes_one_blank_sheet_and_one_illegible_row() {
    let sample = sample();
    let papers = papers(&sample);
    let approvals =
        |sheet: &Sheet| sheet[0].marks.iter().filter(|mark| **mark == Mark::For).count();
    let over: Vec<_> =
        papers.iter().map(|(_, _, sheet)| approvals(sheet)).filter(|count| *count > 10).collect();
    assert_eq!(over, [11, 12, 11]);
    assert_eq!(
        papers
            .iter()
            .filter(|(_, _, sheet)| sheet[0].marks.iter().all(|mark| *mark == Mark::Blank))
            .count(),
        1
    );
    assert_eq!(
        papers
            .iter()
            .flat_map(|(_, _, sheet)| &sheet[0].marks)
            .filter(|mark| **mark == Mark::Illegible)
            .count(),
        1
    );
}

#[test]
fn the_sample_survives_its_count_file() {
    let file = count_file(&sample());
    let text =
        write_count_file(&file.contests, &file.control, file.valid_if, &file.sheets).unwrap();
    let read = read_count_file(text.as_bytes()).unwrap();
    assert_eq!(read, file);
    assert!(read.count().unwrap().starts_with(
        r#"{"format":"piaojue.result/1","quorum":{"needed":39,"met":true},"vote_valid":true,"contests":[{"id":"projects","valid":53,"#
    ));
}

#[test]
fn last_year_nine_of_ten_are_done_and_the_tenth_says_why_not() {
    let sample = sample();
    assert_eq!(sample.past_projects.len(), 10);
    let open: Vec<_> = sample.past_projects.iter().filter(|past| !past.done).collect();
    assert_eq!(open.len(), 1);
    assert!(!open[0].state.is_empty());
    assert_eq!(sample.projects[2].project.investment, 2_985_000);
}
