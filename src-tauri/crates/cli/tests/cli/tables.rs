//! `tables`: what stands in the files stands in the tables, once, and nothing of who voted how.

use std::fs;
use std::fs::File;
use std::path::{Path, PathBuf};

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use session::round::matter::announced;
use store::look;

use crate::generated::session;
use crate::{Said, demo_run, folder, names_in, run, text};

const TABLES: [&str; 11] = [
    "contests",
    "grades",
    "motions",
    "options",
    "outcomes",
    "past_projects",
    "progress",
    "projects",
    "proposals",
    "sessions",
    "votes",
];

fn written(files: &[PathBuf], out: &Path) -> Said {
    let mut arguments: Vec<&str> = vec!["tables", "--out", text(out)];
    arguments.extend(files.iter().map(|file| text(file)));
    run(&arguments)
}

/// Headings and rows of a table as CSV.
fn csv_of(out: &Path, table: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = fs::read(out.join(format!("{table}.csv"))).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let headings = cells(reader.headers().unwrap());
    (headings, reader.records().map(|record| cells(&record.unwrap())).collect())
}

/// Rows of a table as Parquet, each value as it would stand in CSV.
fn parquet_of(out: &Path, table: &str) -> Vec<Vec<String>> {
    let file = File::open(out.join(format!("{table}.parquet"))).unwrap();
    let reader = SerializedFileReader::new(file).unwrap();
    let rows = reader.get_row_iter(None).unwrap();
    rows.map(|row| row.unwrap().get_column_iter().map(|(_, field)| cell(field)).collect()).collect()
}

#[expect(clippy::wildcard_enum_match_arm, reason = "no table has another")]
fn cell(field: &Field) -> String {
    match field {
        Field::Null => String::new(),
        Field::Bool(truth) => truth.to_string(),
        Field::Long(number) => number.to_string(),
        Field::Str(text) => text.clone(),
        Field::Date(days) => {
            let epoch = chrono::NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
            (epoch + chrono::TimeDelta::days((*days).into())).to_string()
        }
        Field::TimestampMicros(micros) => micros.to_string(),
        Field::Decimal(decimal) => {
            let bytes: [u8; 4] = decimal.data().try_into().unwrap();
            let hundredths = i32::from_be_bytes(bytes);
            format!("{}.{:02}", hundredths / 100, hundredths % 100)
        }
        other => panic!("{other:?}"),
    }
}

fn sum(out: &Path, table: &str, column: &str) -> i64 {
    let (headings, rows) = csv_of(out, table);
    let at = headings.iter().position(|heading| heading == column).unwrap();
    rows.iter().map(|row| row[at].parse::<i64>().unwrap_or(0)).sum()
}

#[test]
fn the_tables_of_a_few_towns_add_up_to_what_their_files_tell_in_both_formats() {
    let (from, out) = (folder(), folder());
    let mut files: Vec<PathBuf> = (0..4).map(|number| session(from.path(), number)).collect();
    let last = demo_run().session_copied_to(&from);
    let next = from.path().join("next.piaojue");
    run(&["next", text(&last), "--out", text(&next), "--held-on", "2027-01-15"]);
    files.extend([last, next]);
    let said = written(&files, out.path());
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(said.out.contains("读入6个会议文件"), "{}", said.out);

    let (mut approvals, mut chosen) = (0_i64, 0_i64);
    for file in &files {
        let session = look(file).unwrap().session;
        for (_, table) in session.rounds().iter().flat_map(announced) {
            approvals += table.rows.iter().map(|row| i64::from(row.for_)).sum::<i64>();
            chosen += i64::try_from(table.chosen().len()).unwrap();
        }
    }
    let (mut paid, mut signed) = (0_i64, 0_i64);
    for file in &files {
        let session = look(file).unwrap().session;
        let projects = session.projects().list().iter();
        let lines = projects.flat_map(|project| project.course().progress());
        paid += lines.map(|seen| i64::from(seen.line.paid)).sum::<i64>();
        let signers = session.proposals().iter().map(|one| one.filing().signers().count());
        signed += i64::try_from(signers.sum::<usize>()).unwrap();
    }
    assert!(paid > 1_000_000 && signed > 20, "{paid} {signed}");
    assert_eq!(sum(out.path(), "progress", "paid"), paid);
    assert_eq!(sum(out.path(), "proposals", "signers"), signed);
    assert!(approvals > 500 && chosen >= 10, "{approvals} {chosen}");
    assert_eq!(sum(out.path(), "outcomes", "votes_for"), approvals);
    assert_eq!(sum(out.path(), "contests", "chosen"), chosen);
    assert_eq!(csv_of(out.path(), "sessions").1.len(), 6);
    assert_eq!(csv_of(out.path(), "motions").1.len(), 6);

    for table in TABLES {
        let (headings, rows) = csv_of(out.path(), table);
        let moments: Vec<usize> =
            (0..headings.len()).filter(|at| headings[*at].ends_with("_at")).collect();
        let same = |row: Vec<String>| {
            let of = |(at, value): (usize, String)| {
                let moment = moments.contains(&at) && !value.is_empty();
                if moment { micros(&value) } else { value }
            };
            row.into_iter().enumerate().map(of).collect::<Vec<_>>()
        };
        let rows: Vec<Vec<String>> = rows.into_iter().map(same).collect();
        assert!(rows == parquet_of(out.path(), table), "{table} differs between the formats");
    }
    joined_over_the_years(out.path());
}

/// A moment as Parquet keeps it; what is none stays as it is.
fn micros(at: &str) -> String {
    let moment = chrono::DateTime::parse_from_rfc3339(at);
    moment.map_or_else(|_| at.to_owned(), |at| at.timestamp_micros().to_string())
}

/// The session of 2027 names the one of 2026.
fn joined_over_the_years(out: &Path) {
    let (headings, rows) = csv_of(out, "sessions");
    let at = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let linked: Vec<_> = rows.iter().filter(|row| !row[at("last_session")].is_empty()).collect();
    let [next] = linked[..] else { panic!("{linked:?}") };
    let last = rows.iter().find(|row| row[at("session")] == next[at("last_session")]).unwrap();
    assert_eq!(last[at("head")], next[at("last_head")]);
    assert_eq!((last[at("meeting")].as_str(), next[at("meeting")].as_str()), ("5", "6"));
}

#[test]
fn a_bad_file_is_named_and_left_out_and_the_others_are_written() {
    let (from, out) = (folder(), folder());
    let good = session(from.path(), 1);
    let copy = from.path().join("town-0001-copy.piaojue");
    fs::copy(&good, &copy).unwrap();
    let bytes = fs::read(&good).unwrap();
    let cut = from.path().join("town-0002-cut.piaojue");
    fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    let other = from.path().join("town-0003.piaojue");
    fs::write(&other, "a list of names").unwrap();
    let said = run(&["tables", text(from.path()), "--out", text(out.path())]);
    assert_eq!(said.status, 2, "{}", said.out);
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(lines.len(), 3, "{}", said.err);
    for (line, said) in lines.iter().zip(["town-0001.piaojue", "town-0002-cut", "town-0003"]) {
        assert!(line.contains(said) && line.contains("没有读入"), "{line}");
    }
    assert!(lines[0].contains("同一场会议的另一个文件已经读入"), "{}", lines[0]);
    assert!(said.out.contains("读入1个会议文件，3个没有读入"), "{}", said.out);
    assert_eq!(csv_of(out.path(), "sessions").1.len(), 1);
    let mut wanted: Vec<String> = TABLES
        .iter()
        .flat_map(|table| ["csv", "parquet"].map(|ending| format!("{table}.{ending}")))
        .chain(["schema.md".to_owned(), "schema.sql".to_owned()])
        .collect();
    wanted.sort();
    assert_eq!(names_in(out.path()), wanted, "and no half file");
}

#[test]
fn no_table_tells_a_sheet_a_keyer_or_a_deputy() {
    let (from, out) = (folder(), folder());
    let file = session(from.path(), 3);
    assert_eq!(written(std::slice::from_ref(&file), out.path()).status, 0);
    let session = look(&file).unwrap().session;
    let people = session.people();
    let names = people.deputies().iter().map(|it| &it.name);
    let secret: Vec<&String> = names.chain(people.appointed().iter().map(|it| &it.name)).collect();
    for table in TABLES {
        let (headings, rows) = csv_of(out.path(), table);
        // Who answers for a project stands on the ballot, and may be anybody.
        let answers = |at: &usize| headings[*at] == "person";
        let kept = |row: Vec<String>| {
            let cells = row.into_iter().enumerate();
            cells.filter(|(at, _)| !answers(at)).map(|(_, cell)| cell).collect::<Vec<_>>()
        };
        let cells: Vec<String> = rows.into_iter().flat_map(kept).collect();
        assert!(secret.iter().all(|name| !cells.contains(name)), "{table}");
        let keyed = ["bundle", "sheet", "pass", "teller"];
        assert!(headings.iter().all(|heading| !keyed.contains(&heading.as_str())), "{table}");
    }
}

#[test]
fn csv_is_as_rfc_4180_has_it() {
    let (from, out) = (folder(), folder());
    written(&[session(from.path(), 0)], out.path());
    let text = fs::read_to_string(out.path().join("sessions.csv")).unwrap();
    assert!(text.starts_with("session,file,title,place,"), "{text}");
    assert_eq!((text.matches("\r\n").count(), text.matches('\n').count()), (2, 2));
    assert!(text.contains(",2026-01-16,"), "{text}");
}
