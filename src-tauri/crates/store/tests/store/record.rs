//! A session on disk: what is recorded, what is refused, and what stands in the file.

use rusqlite::Connection;
use session::paper::PaperKind;
use session::{BallotId, Command, Refusal, RoundId, paper, round};
use store::{APPLICATION_ID, Failure, Fault, Fingerprint, Record, StoreError, VERSION, verify};

use crate::common::{
    PDF, announced, appoint, at, counting, describe, file_in, folder, names_in, of_the_ballot,
    of_the_report, person, prepared, printed, secretary,
};

#[test]
fn a_session_opens_again_as_it_was_left() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    announced(&mut record);
    let (entries, head, seq) =
        (record.entries().unwrap(), record.head().cloned(), record.session().seq());
    let result = record.session().rounds()[0].result();
    drop(record);

    let again = Record::open(&file_in(&folder)).unwrap();
    assert_eq!(again.entries().unwrap(), entries);
    assert_eq!((again.head(), again.session().seq()), (head.as_ref(), seq));
    assert_eq!(again.session().rounds()[0].result(), result);
    assert_eq!(again.hash_of(seq).unwrap(), head);
    assert_eq!(again.hash_of(seq + 1).unwrap(), None);
    let found = again.verify().unwrap();
    assert_eq!((found.flaws.as_slice(), found.hash_of(seq)), (&[][..], head.as_ref()));
}

#[test]
fn one_session_is_one_file_while_it_is_closed() {
    let folder = folder();
    announced(&mut Record::create(&file_in(&folder)).unwrap());
    assert_eq!(names_in(&folder), ["青石镇.piaojue"]);
    drop(Record::open(&file_in(&folder)).unwrap());
    assert_eq!(names_in(&folder), ["青石镇.piaojue"]);
}

#[test]
fn the_file_is_marked_and_never_uses_a_write_ahead_log() {
    let folder = folder();
    prepared(&mut Record::create(&file_in(&folder)).unwrap());
    let connection = Connection::open(file_in(&folder)).unwrap();
    let number = |pragma: &str| {
        connection.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0)).unwrap()
    };
    assert_eq!((number("application_id"), number("user_version")), (APPLICATION_ID, VERSION));
    let mode: String =
        connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "delete");
}

#[test]
fn a_refused_command_records_nothing() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    let before = (record.entries().unwrap(), record.head().cloned());
    let refused = record.perform(&appoint(), &person("stranger"), at()).unwrap_err();
    assert!(matches!(refused, Failure::Refused(Refusal::NotOnTheStaff { .. })), "{refused}");
    assert_eq!((record.entries().unwrap(), record.head().cloned()), before);
}

#[test]
fn a_new_session_is_not_written_over_an_old_one() {
    let folder = folder();
    prepared(&mut Record::create(&file_in(&folder)).unwrap());
    let error = Record::create(&file_in(&folder)).err().unwrap();
    assert!(matches!(error, StoreError::AlreadyExists { .. }));
    assert_eq!(Record::open(&file_in(&folder)).unwrap().session().seq(), 3);
}

#[test]
fn an_empty_file_left_by_an_interrupted_attempt_is_taken_over() {
    let folder = folder();
    std::fs::write(file_in(&folder), b"").unwrap();
    assert!(matches!(
        Record::open(&file_in(&folder)).err().unwrap(),
        StoreError::NotASession { .. }
    ));
    prepared(&mut Record::create(&file_in(&folder)).unwrap());
}

#[test]
fn a_paper_is_kept_exactly_as_printed() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    record.issue_paper(printed(&of_the_ballot(), PDF), &secretary(), at()).unwrap();
    let paper = record.session().papers()[0].clone();
    assert_eq!(paper.sha256(), Fingerprint::of(PDF).to_string());
    assert_eq!(record.paper_bytes(&paper).unwrap(), PDF);
    record.issue_paper(printed(&of_the_ballot(), PDF), &secretary(), at()).unwrap();
    drop(record);
    let found = verify(&file_in(&folder)).unwrap();
    assert_eq!((found.papers.len(), found.session.papers().len(), found.flaws), (1, 2, vec![]));
}

#[test]
fn a_paper_taken_out_to_edit_is_made_from_the_session_as_it_was_issued_and_recorded() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    let rules = PaperKind::Rules { ballot: BallotId("projects".to_owned()) };
    let as_issued = record.session().seq();
    record.issue_paper(printed(&rules, PDF), &secretary(), at()).unwrap();
    let edited = paper::Command::EditText { of: rules, text: "# 另一份办法".to_owned() };
    record.perform(&Command::Paper(edited), &secretary(), at()).unwrap();
    let issued = record.session().papers()[0].clone();
    let then = record.session_at_issue(&issued).unwrap();
    assert_eq!(
        (then.seq(), then.paper_texts().is_empty(), then.papers().is_empty()),
        (as_issued, true, true)
    );

    record.take_out_to_edit(issued.id(), b"PK", &secretary(), at()).unwrap();
    let stranger = record.take_out_to_edit(issued.id(), b"PK", &person("one"), at()).unwrap_err();
    assert!(matches!(stranger, Failure::Refused(Refusal::WrongRole { .. })), "{stranger}");
    drop(record);
    let found = verify(&file_in(&folder)).unwrap();
    assert_eq!((found.papers.len(), found.flaws), (1, vec![]), "the DOCX itself is not kept");
    let taken = found.session.papers()[0]
        .editable()
        .iter()
        .map(|docx| (docx.sha256.clone(), docx.by.clone()));
    assert_eq!(taken.collect::<Vec<_>>(), [(Fingerprint::of(b"PK").to_string(), secretary())]);
}

#[test]
fn a_refused_paper_leaves_no_bytes_behind() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    let refused =
        record.issue_paper(printed(&of_the_report(), PDF), &secretary(), at()).unwrap_err();
    assert!(matches!(refused, Failure::Refused(Refusal::NoSuchRound { .. })), "{refused}");
    drop(record);
    assert_eq!(verify(&file_in(&folder)).unwrap().papers.len(), 0);
}

#[test]
fn a_paper_and_its_changed_text_are_both_on_record_or_neither() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    let rules = PaperKind::Rules { ballot: BallotId("projects".to_owned()) };
    let (text, seq) = ("# 另一份办法", record.session().seq());
    let report = of_the_report();
    record.issue_paper_with_text(text, printed(&report, PDF), &secretary(), at()).unwrap_err();
    record.issue_paper_with_text(" ", printed(&rules, PDF), &secretary(), at()).unwrap_err();
    assert_eq!((record.session().seq(), record.session().paper_texts().len()), (seq, 0));

    let entries =
        record.issue_paper_with_text(text, printed(&rules, PDF), &secretary(), at()).unwrap();
    assert_eq!(entries.len(), 2);
    let issued = record.session().papers()[0].clone();
    let then = record.session_at_issue(&issued).unwrap();
    assert_eq!(then.paper_texts().get(&rules).map(String::as_str), Some(text));
    assert!(!issued.is_superseded(), "the text it was set with does not supersede it");
}

#[test]
fn triggers_refuse_to_change_or_delete_the_journal_and_the_papers() {
    let folder = folder();
    announced(&mut Record::create(&file_in(&folder)).unwrap());
    let connection = Connection::open(file_in(&folder)).unwrap();
    let columns = "SELECT seq, at, actor, kind, body, hash FROM journal";
    for statement in [
        "UPDATE journal SET actor = 'nobody' WHERE seq = 2".to_owned(),
        "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)".to_owned(),
        format!("INSERT OR REPLACE INTO journal {columns} WHERE seq = 2"),
        "INSERT INTO journal SELECT seq + 100, at, actor, kind, body, hash FROM journal WHERE seq = 2".to_owned(),
        "UPDATE papers SET bytes = x'00'".to_owned(),
        "DELETE FROM papers".to_owned(),
        "INSERT OR REPLACE INTO papers SELECT sha256, x'00' FROM papers".to_owned(),
    ] {
        let error = connection.execute(&statement, []).unwrap_err();
        assert!(error.to_string().contains("journal is") || error.to_string().contains("papers are"), "{statement}: {error}");
    }
    drop(connection);
    assert_eq!(verify(&file_in(&folder)).unwrap().flaws, vec![]);
}

#[test]
fn tables_are_strict() {
    let folder = folder();
    prepared(&mut Record::create(&file_in(&folder)).unwrap());
    let connection = Connection::open(file_in(&folder)).unwrap();
    let insert = |at: &str, body: &str| {
        let sql = format!(
            "INSERT INTO journal VALUES (4, {at}, 'secretary', 'hall.shown', '{body}', '{}')",
            "0".repeat(64)
        );
        connection.execute(&sql, [])
    };
    assert!(insert("x'00'", "{}").is_err());
    assert!(insert("'now'", "no json").is_err());
    assert!(insert("'now'", "{}").is_ok());
}

#[test]
fn a_newer_file_is_refused_plainly() {
    let folder = folder();
    prepared(&mut Record::create(&file_in(&folder)).unwrap());
    Connection::open(file_in(&folder))
        .unwrap()
        .pragma_update(None, "user_version", VERSION + 1)
        .unwrap();
    let error = Record::open(&file_in(&folder)).err().unwrap();
    assert!(matches!(error, StoreError::TooNew { .. }));
    assert!(error.to_string().contains("newer version of this program"), "{error}");
    assert!(matches!(verify(&file_in(&folder)).unwrap_err(), StoreError::TooNew { .. }));
}

#[test]
fn an_older_file_opens_and_takes_on_the_layout_of_the_program_that_writes_to_it() {
    let folder = folder();
    prepared(&mut Record::create(&file_in(&folder)).unwrap());
    let layout = || {
        let connection = Connection::open(file_in(&folder)).unwrap();
        connection.pragma_query_value(None, "user_version", |row| row.get::<_, i32>(0)).unwrap()
    };
    Connection::open(file_in(&folder)).unwrap().pragma_update(None, "user_version", 1).unwrap();
    assert_eq!(Record::open(&file_in(&folder)).unwrap().layout().unwrap(), 1);
    assert_eq!(layout(), 1, "reading changes nothing");
    let mut record = Record::open(&file_in(&folder)).unwrap();
    record.perform(&describe("白石镇"), &secretary(), at()).unwrap();
    assert_eq!(record.layout().unwrap(), VERSION);
    drop(record);
    assert_eq!(layout(), VERSION);
}

#[test]
fn another_programs_files_are_refused() {
    let folder = folder();
    let path = folder.path().join("other");
    assert!(matches!(Record::open(&path).err().unwrap(), StoreError::NotFound { .. }));
    std::fs::write(&path, "not a database, but long enough to hold the header of one".repeat(9))
        .unwrap();
    assert!(matches!(Record::open(&path).err().unwrap(), StoreError::NotASession { .. }));
    std::fs::remove_file(&path).unwrap();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE journal (seq)").unwrap();
    assert!(matches!(Record::open(&path).err().unwrap(), StoreError::NotASession { .. }));
}

#[test]
fn a_missing_folder_is_told_from_a_missing_right() {
    let folder = folder();
    let error = Record::create(&folder.path().join("no such folder/a.piaojue")).err().unwrap();
    assert!(matches!(error, StoreError::NoAccess { .. }));
}

#[test]
fn a_second_opener_is_refused_and_the_first_goes_on() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    for error in [Record::open(&file_in(&folder)).err(), verify(&file_in(&folder)).err()] {
        assert!(matches!(error.unwrap(), StoreError::AlreadyOpen { .. }));
    }
    record.perform(&describe("石门镇"), &secretary(), at()).unwrap();
    let first_only_read = Record::open(&{
        drop(record);
        file_in(&folder)
    })
    .unwrap();
    assert!(matches!(
        Record::open(&file_in(&folder)).err().unwrap(),
        StoreError::AlreadyOpen { .. }
    ));
    drop(first_only_read);
}

#[test]
fn a_table_changed_by_another_program_is_damage() {
    let folder = folder();
    prepared(&mut Record::create(&file_in(&folder)).unwrap());
    Connection::open(file_in(&folder))
        .unwrap()
        .execute_batch("DROP TRIGGER journal_is_not_deleted")
        .unwrap();
    let Err(StoreError::Damaged { flaw, .. }) = Record::open(&file_in(&folder)) else {
        panic!("opened")
    };
    assert_eq!(flaw.fault, Fault::Schema { name: "journal_is_not_deleted".to_owned() });
}

#[test]
fn an_event_that_does_not_follow_is_never_written() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    counting(&mut record, 3);
    let refused = record.perform(
        &Command::Round(round::Command::Certify { round: RoundId(1) }),
        &person("chief"),
        at(),
    );
    assert!(matches!(refused, Err(Failure::Refused(Refusal::PassNotWhole { .. }))));
}
