//! Two desks: bundles go out in a file of their own, are keyed there, and come back sealed by the
//! chain.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use session::people::pin::PinCommand;
use session::round::lent;
use session::round::lent::Lend;
use session::{BundleNo, Command, LoanId, Pass, Refusal, RoundId};
use store::{Failure, Loaned, Proving, Record, StoreError, verify};
use tempfile::TempDir;

use crate::common::*;
use crate::verification::tamper;

const ROUND: RoundId = RoundId(1);

/// A session at the counting table, and a stick.
struct Desks {
    folder: TempDir,
    record: Record,
}

impl Desks {
    fn new() -> Self {
        let folder = folder();
        let mut record = Record::create(&file_in(&folder)).unwrap();
        counting(&mut record, 3);
        Self { folder, record }
    }

    fn stick(&self) -> PathBuf {
        self.folder.path().join("外录.piaojue")
    }

    fn lend(&mut self, pass: Pass, teller: &str) -> Result<(), Failure> {
        let lend = Lend { round: ROUND, pass, bundles: vec![BundleNo(1)] };
        let to = self.stick();
        self.record.lend(&lend, &to, &person(teller), Proving::Nothing, at()).map(drop)
    }

    /// The first keying is done here, the second elsewhere.
    fn second_keyed_away() -> Self {
        let mut desks = Self::new();
        key_pass(&mut desks.record, Pass::First, "one", 3);
        desks.lend(Pass::Second, "two").unwrap();
        key_away(&desks.stick(), 3);
        desks
    }

    fn bring_back(&mut self, teller: &str) -> Result<(), Failure> {
        let from = self.stick();
        let back = Loaned::read(&from)?;
        self.record.loan_of(ROUND, &back)?;
        let head = back.head().as_str();
        self.record
            .bring_back(ROUND, &back, head, &person(teller), Proving::Nothing, at())
            .map(drop)
    }

    fn refusal(&mut self) -> Refusal {
        match self.bring_back("two").unwrap_err() {
            Failure::Refused(refusal) => refusal,
            Failure::Store(error) => panic!("{error}"),
        }
    }

    fn error(&mut self) -> StoreError {
        match self.bring_back("two").unwrap_err() {
            Failure::Refused(refusal) => panic!("{refusal}"),
            Failure::Store(error) => error,
        }
    }
}

fn key_away(path: &Path, sheets: u32) {
    key_pass(&mut Record::open(path).unwrap(), Pass::Second, "two", sheets);
}

#[test]
fn what_comes_back_is_recorded_with_the_other_journals_fingerprint() {
    let mut desks = Desks::second_keyed_away();
    let away = verify(&desks.stick()).unwrap();
    assert_eq!(away.flaws, vec![]);
    let back = Loaned::read(&desks.stick()).unwrap();
    let loan = desks.record.loan_of(ROUND, &back).unwrap();
    assert_eq!(
        (loan, back.entries(), Some(back.head())),
        (LoanId(1), away.session.seq(), away.head.as_ref())
    );
    desks.bring_back("two").unwrap();
    let last = desks.record.entries().unwrap().pop().unwrap();
    let session::Event::Lent(lent::Event::BroughtBack { head, entries, .. }) = last.event else {
        panic!("brought back")
    };
    assert_eq!(
        (Some(head.as_str()), entries),
        (away.head.as_ref().map(store::Fingerprint::as_str), away.session.seq())
    );
    announce(&mut desks.record);
    drop(desks.record);
    assert_eq!(verify(&file_in(&desks.folder)).unwrap().flaws, vec![]);
}

#[test]
fn a_killed_desk_away_goes_on_where_it_was() {
    let mut desks = Desks::new();
    desks.lend(Pass::First, "one").unwrap();
    one_sheet(&mut Record::open(&desks.stick()).unwrap());
    let again = Record::open(&desks.stick()).unwrap();
    assert_eq!(again.session().round(ROUND).unwrap().pass(Pass::First).keyed(), 1);
}

#[test]
fn the_file_that_goes_out_is_the_same_byte_for_byte_whatever_the_first_keyer_keyed() {
    let out = |last: session::tally::Mark| {
        let mut desks = Desks::new();
        key_pass_with(&mut desks.record, Pass::First, "one", 3, last);
        desks.lend(Pass::Second, "two").unwrap();
        std::fs::read(desks.stick()).unwrap()
    };
    assert!(
        out(session::tally::Mark::Blank) == out(session::tally::Mark::For),
        "nothing of the other pass is in the file"
    );
}

#[test]
fn a_changed_byte_is_found_in_its_entry() {
    let mut desks = Desks::second_keyed_away();
    tamper(
        &desks.stick(),
        "UPDATE journal SET body = replace(body, 'against', 'for') WHERE seq = 4",
    );
    assert!(matches!(desks.error(), StoreError::Damaged { flaw, .. } if flaw.seq == Some(4)));
}

#[test]
fn a_removed_entry_is_found_by_the_one_after_it() {
    let mut desks = Desks::second_keyed_away();
    tamper(&desks.stick(), "DELETE FROM journal WHERE seq = 3");
    assert!(matches!(desks.error(), StoreError::Damaged { flaw, .. } if flaw.seq == Some(4)));
    let mut desks = Desks::second_keyed_away();
    tamper(&desks.stick(), "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)");
    assert_eq!(
        desks.refusal(),
        Refusal::LoanNotFinished { bundle: BundleNo(1), keyed: 3, sheets: 3 },
        "the end is missing"
    );
}

#[test]
fn a_file_whose_beginning_was_rewritten_is_none_of_ours() {
    let mut desks = Desks::second_keyed_away();
    let mut other = Desks::new();
    other.record.perform(&describe("石门镇"), &secretary(), at()).unwrap();
    other.lend(Pass::First, "one").unwrap();
    std::fs::copy(other.stick(), desks.stick()).unwrap();
    assert!(matches!(desks.refusal(), Refusal::LoanOfAnotherSession { .. }));
    let earlier = Desks::second_keyed_away();
    let mut restored = Desks::new();
    std::fs::copy(earlier.stick(), restored.stick()).unwrap();
    assert_eq!(restored.refusal(), Refusal::NoSuchLoan { loan: LoanId(1) });
}

#[test]
fn a_file_changed_after_the_fingerprint_was_compared_is_refused() {
    let mut desks = Desks::new();
    key_pass(&mut desks.record, Pass::First, "one", 3);
    desks.lend(Pass::Second, "two").unwrap();
    key_away(&desks.stick(), 3);
    let compared = Loaned::read(&desks.stick()).unwrap().head().clone();
    let take = Command::Pin(PinCommand::TakeDesk);
    Record::open(&desks.stick()).unwrap().perform(&take, &person("two"), at()).unwrap();
    let changed = Loaned::read(&desks.stick()).unwrap();
    let answer = desks.record.bring_back(
        ROUND,
        &changed,
        compared.as_str(),
        &person("two"),
        Proving::Nothing,
        at(),
    );
    assert!(matches!(answer, Err(Failure::Refused(Refusal::LoanChanged))));
}

#[test]
fn a_file_comes_back_once_finished_and_not_after_it_was_called_back() {
    let mut desks = Desks::new();
    desks.lend(Pass::Second, "two").unwrap();
    assert_eq!(
        desks.refusal(),
        Refusal::LoanNotFinished { bundle: BundleNo(1), keyed: 0, sheets: 3 }
    );
    key_away(&desks.stick(), 3);
    desks.bring_back("two").unwrap();
    assert_eq!(desks.refusal(), Refusal::LoanIsBack { bundles: vec![BundleNo(1)] });
    let mut desks = Desks::second_keyed_away();
    let call_back = Command::Lent(lent::Command::CallBack {
        loan: LoanId(1),
        reason: "优盘丢失".to_owned(),
    });
    desks.record.perform(&call_back, &person("scrutineer"), at()).unwrap();
    assert!(matches!(desks.refusal(), Refusal::LoanCalledBack { .. }));
}

#[test]
fn a_session_brought_back_as_a_file_is_refused() {
    let mut desks = Desks::second_keyed_away();
    let mut session = Record::create(&desks.folder.path().join("b.piaojue")).unwrap();
    prepared(&mut session);
    std::fs::copy(session.path(), desks.stick()).unwrap();
    assert_eq!(desks.refusal(), Refusal::NotADeskAway);
    std::fs::write(desks.stick(), "外录").unwrap();
    assert!(matches!(desks.error(), StoreError::NotASession { .. }));
    std::fs::remove_file(desks.stick()).unwrap();
    assert!(matches!(desks.error(), StoreError::NotFound { .. }));
}

#[test]
fn where_the_file_cannot_be_written_nothing_is_recorded() {
    let mut desks = Desks::new();
    std::fs::write(desks.stick(), "something else").unwrap();
    let seq = desks.record.session().seq();
    assert!(matches!(
        desks.lend(Pass::First, "one"),
        Err(Failure::Store(StoreError::AlreadyExists { .. }))
    ));
    assert_eq!(
        std::fs::read(desks.stick()).unwrap(),
        b"something else",
        "a file that is there is left alone"
    );
    let lend = Lend { round: ROUND, pass: Pass::First, bundles: vec![BundleNo(1)] };
    let nowhere = desks.folder.path().join("no stick").join("外录.piaojue");
    let answer = desks.record.lend(&lend, &nowhere, &person("one"), Proving::Nothing, at());
    assert!(matches!(answer, Err(Failure::Store(StoreError::NoAccess { .. }))), "{answer:?}");
    assert!(matches!(
        desks.record.lend(&lend, &desks.stick(), &person("chief"), Proving::Nothing, at()),
        Err(Failure::Refused(_))
    ));
    assert_eq!(desks.record.session().seq(), seq);
}

#[test]
fn the_view_of_sheets_tells_of_those_brought_back() {
    let mut desks = Desks::second_keyed_away();
    desks.bring_back("two").unwrap();
    drop(desks.record);
    let connection = Connection::open(file_in(&desks.folder)).unwrap();
    let told: String = connection
        .query_row("SELECT group_concat(concat_ws('/', teller, pass, bundle, sheet, stands), ' ') FROM sheets", [], |row| row.get(0))
        .unwrap();
    assert_eq!(
        told,
        "one/first/1/1/1 one/first/1/2/1 one/first/1/3/1 two/second/1/1/1 two/second/1/2/1 two/second/1/3/1"
    );
    let marks: u32 = connection
        .query_row("SELECT count(*) FROM marks WHERE pass = 'second'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(marks, 9);
}
