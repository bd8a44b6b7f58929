//! Appending: what is answered is what the file says.
//!
//! An error of the last step of a commit may come after the entries were on the disk already. So
//! after any error the file is read again before anything is answered: entries that are there are
//! recorded, entries that are not were never. Where the file cannot be read either, the answer is
//! that nobody knows yet, and the next command reads it first.

use std::sync::Arc;

use rusqlite::Transaction;
use session::{Entry, Event, PersonId, Timestamp};

use super::Record;
use crate::journal::{Told, Written};
use crate::{Fault, Fingerprint, StoreError, paper, schema};

impl Record {
    /// Appends events and applies them to the one session in memory; what cannot follow is never
    /// committed. Whatever fails, the session is again what the file says before this answers.
    pub(crate) fn append(
        &mut self,
        events: Vec<Event>,
        paper: Option<(&Fingerprint, &[u8])>,
        actor: &PersonId,
        at: Timestamp,
    ) -> Result<Vec<Entry>, StoreError> {
        self.append_ending(events, paper, actor, at, on_the_disk)
    }

    /// `end` commits, or fails as a disk would.
    fn append_ending(
        &mut self,
        events: Vec<Event>,
        paper: Option<(&Fingerprint, &[u8])>,
        actor: &PersonId,
        at: Timestamp,
        end: impl FnOnce(Transaction<'_>) -> rusqlite::Result<()>,
    ) -> Result<Vec<Entry>, StoreError> {
        self.settled()?;
        let entries = self.entries_of(events, actor, at);
        let before = self.head.clone();
        match self.commit(&entries, paper, end) {
            Ok(head) => {
                self.head = head;
                Ok(entries)
            }
            Err(error) => self.settle(entries, before, error),
        }
    }

    /// Answers an error with what the file says.
    fn settle(
        &mut self,
        entries: Vec<Entry>,
        before: Option<Fingerprint>,
        error: StoreError,
    ) -> Result<Vec<Entry>, StoreError> {
        self.torn = true;
        if self.read_again().is_err() {
            let path = self.file.path().to_owned();
            return Err(StoreError::Unsettled { path, source: Box::new(error) });
        }
        let written = entries.iter().try_fold(before, |head, entry| {
            Written::of(entry, head.as_ref()).map(|row| Some(row.fingerprint()))
        });
        let recorded = !entries.is_empty() && written.is_ok_and(|written| written == self.head);
        if recorded { Ok(entries) } else { Err(error) }
    }

    fn entries_of(&self, events: Vec<Event>, actor: &PersonId, at: Timestamp) -> Vec<Entry> {
        let first = self.session.seq().saturating_add(1);
        let numbered = (first..).zip(events);
        numbered.map(|(seq, event)| Entry { seq, at, actor: actor.clone(), event }).collect()
    }

    /// Returns the fingerprint of the last entry, once all of them are on the disk and applied.
    fn commit(
        &mut self,
        entries: &[Entry],
        paper: Option<(&Fingerprint, &[u8])>,
        end: impl FnOnce(Transaction<'_>) -> rusqlite::Result<()>,
    ) -> Result<Option<Fingerprint>, StoreError> {
        let file = &self.file;
        let fault = |error| file.fault(error);
        let transaction = file.connection().unchecked_transaction().map_err(fault)?;
        if let Some((fingerprint, bytes)) = paper {
            paper::keep(&transaction, fingerprint, bytes).map_err(fault)?;
        }
        let session = Arc::make_mut(&mut self.session);
        let mut head = self.head.clone();
        for entry in entries {
            let row = Written::of(entry, head.as_ref())?;
            row.append_to(&transaction).map_err(fault)?;
            session
                .apply(entry)
                .map_err(|reason| file.damaged(Fault::OutOfPlace(reason).at(entry.seq)))?;
            head = Some(row.fingerprint());
        }
        schema::mark(&transaction).and_then(|()| end(transaction)).map_err(fault)?;
        Ok(head)
    }

    /// Reads the file again where it is not known what it says: nothing is decided, and nothing is
    /// shown, on what may never have been recorded.
    ///
    /// # Errors
    /// [`StoreError::Unsettled`] while it cannot be read.
    pub fn settled(&mut self) -> Result<(), StoreError> {
        if !self.torn {
            return Ok(());
        }
        let path = self.file.path().to_owned();
        self.read_again().map_err(|error| StoreError::Unsettled { path, source: Box::new(error) })
    }

    /// Folds the journal of the file once more.
    fn read_again(&mut self) -> Result<(), StoreError> {
        let mut told = Told::by(self.file.connection()).map_err(|error| self.file.fault(error))?;
        if !told.flaws.is_empty() {
            return Err(self.file.damaged(told.flaws.swap_remove(0)));
        }
        (self.session, self.head, self.torn) = (Arc::new(told.session), told.head, false);
        Ok(())
    }
}

fn on_the_disk(transaction: Transaction<'_>) -> rusqlite::Result<()> {
    transaction.commit()
}

#[cfg(test)]
mod tests {
    use session::Command;
    use session::floor::meeting;

    use super::*;
    use crate::Failure;

    /// A session whose description fills a page of the file.
    fn long(held_on: chrono::NaiveDate) -> meeting::Meeting {
        meeting::Meeting {
            place: "镇".repeat(800),
            congress: 18,
            meeting: 5,
            all_deputies: 58,
            held_on,
            base_of: meeting::BaseOf::default(),
            venue: String::new(),
            county: String::new(),
            chair: String::new(),
            agenda: Vec::new(),
        }
    }

    #[test]
    fn a_full_disk_says_so_loses_nothing_and_goes_on_when_there_is_room() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("full.piaojue");
        let at = Timestamp::parse_from_rfc3339("2026-01-16T14:00:00+08:00").unwrap();
        let secretary = PersonId("secretary".to_owned());
        let staff = vec![session::people::Staff::of(
            secretary.clone(),
            "苏文".to_owned(),
            session::people::Role::Secretary,
        )];
        let describe =
            Command::Meeting(meeting::Command::Describe { meeting: long(at.date_naive()) });
        let mut record = Record::create(&path).unwrap();
        record
            .perform(
                &Command::People(session::people::Command::AppointStaff { staff }),
                &secretary,
                at,
            )
            .unwrap();
        let pages = |record: &Record, most: u32| {
            record
                .file
                .connection()
                .pragma_update_and_check(None, "max_page_count", most, |_| Ok(()))
                .unwrap();
        };
        pages(&record, 30);
        let failure = loop {
            if let Err(failure) = record.perform(&describe, &secretary, at) {
                break failure;
            }
        };
        assert!(matches!(&failure, Failure::Store(StoreError::DiskFull { .. })), "{failure}");
        let (seq, head) = (record.session().seq(), record.head().cloned());
        assert!(!record.is_torn());
        assert_eq!(record.entries().unwrap().len(), usize::try_from(seq).unwrap());
        pages(&record, 1000);
        record.perform(&describe, &secretary, at).unwrap();
        assert_eq!(record.hash_of(seq).unwrap(), head);
        drop(record);
        assert_eq!(crate::verify(&path).unwrap().flaws, vec![]);
    }

    #[test]
    fn what_cannot_follow_never_reaches_the_file_and_leaves_the_session_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let mut record = Record::create(&folder.path().join("whole.piaojue")).unwrap();
        let at = Timestamp::parse_from_rfc3339("2026-01-16T14:00:00+08:00").unwrap();
        let secretary = PersonId("secretary".to_owned());
        let appointed =
            session::people::Event::StaffAppointed { staff: Vec::new(), names_stand: true };
        let unheard_of = session::RoundId(9);
        let collected = Event::Round(session::round::Event::Collected {
            round: unheard_of,
            spoiled: 0,
            returned: 1,
        });
        let both = vec![appointed.clone().into(), collected];
        let error = record.append(both, None, &secretary, at).unwrap_err();
        assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
        assert_eq!((record.session().seq(), record.head(), record.is_torn()), (0, None, false));
        assert_eq!(record.entries().unwrap(), vec![]);

        let looked_at = record.snapshot();
        record.append(vec![appointed.into()], None, &secretary, at).unwrap();
        assert_eq!((looked_at.seq(), record.session().seq()), (0, 1), "a snapshot stays as it was");
    }

    fn failed_sync() -> rusqlite::Error {
        let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_FSYNC);
        rusqlite::Error::SqliteFailure(code, None)
    }

    fn appointed() -> Vec<Event> {
        vec![session::people::Event::StaffAppointed { staff: Vec::new(), names_stand: true }.into()]
    }

    /// A fresh record, its folder, and what every entry of these tests is dated and signed with.
    fn fresh() -> (tempfile::TempDir, Record, PersonId, Timestamp) {
        let folder = tempfile::tempdir().unwrap();
        let record = Record::create(&folder.path().join("sync.piaojue")).unwrap();
        let at = Timestamp::parse_from_rfc3339("2026-01-16T14:00:00+08:00").unwrap();
        (folder, record, PersonId("secretary".to_owned()), at)
    }

    #[test]
    fn an_error_after_the_entries_are_on_the_disk_is_no_refusal_and_the_desk_goes_on() {
        let (folder, mut record, by, at) = fresh();
        let late = |transaction: Transaction<'_>| transaction.commit().and(Err(failed_sync()));
        let entries = record.append_ending(appointed(), None, &by, at, late).unwrap();
        assert_eq!((entries.len(), record.session().seq()), (1, 1));
        record.append(appointed(), None, &by, at).unwrap();
        drop(record);
        let record = Record::open(&folder.path().join("sync.piaojue")).unwrap();
        assert_eq!(record.session().seq(), 2);
    }

    #[test]
    fn what_failed_and_cannot_be_read_is_neither_decided_on_nor_shown_before_it_is() {
        let (_folder, mut record, by, at) = fresh();
        let staff = vec![session::people::Staff {
            id: by.clone(),
            name: "苏文".to_owned(),
            role: session::people::Role::Secretary,
            leads: false,
        }];
        let describe = meeting::Command::Describe { meeting: long(at.date_naive()) };
        let appoint = session::people::Command::AppointStaff { staff };
        for command in [Command::People(appoint), Command::Meeting(describe)] {
            record.perform(&command, &by, at).unwrap();
        }
        let seal = Command::Meeting(meeting::Command::Seal { reason: "会议闭幕".to_owned() });
        let events = record.session().decide(&seal, &by).unwrap();
        // SQLite takes no statement as long as the one that reads the journal.
        let longest = rusqlite::limits::Limit::SQLITE_LIMIT_SQL_LENGTH;
        let lost = |transaction: Transaction<'_>| {
            transaction.set_limit(longest, 20)?;
            transaction.rollback()?;
            Err(failed_sync())
        };
        let error = record.append_ending(events, None, &by, at, lost).unwrap_err();
        assert!(matches!(error, StoreError::Unsettled { .. }), "{error}");
        assert!(record.is_torn() && matches!(record.settled(), Err(StoreError::Unsettled { .. })));
        let failure = record.perform(&seal, &by, at).unwrap_err();
        assert!(
            matches!(failure, Failure::Store(StoreError::Unsettled { .. })),
            "not refused as sealed already: {failure}"
        );
        record.file.connection().set_limit(longest, 100_000).unwrap();
        assert_eq!(record.perform(&seal, &by, at).unwrap()[0].seq, 3);
        assert!(record.session().sealed().is_ok() && !record.is_torn());
    }

    #[test]
    fn an_error_before_that_leaves_nothing_and_the_desk_goes_on() {
        let (_folder, mut record, by, at) = fresh();
        record.append(appointed(), None, &by, at).unwrap();
        let early = |transaction: Transaction<'_>| {
            drop(transaction);
            Err(failed_sync())
        };
        let error = record.append_ending(appointed(), None, &by, at, early).unwrap_err();
        assert!(matches!(error, StoreError::DiskFailed { .. }), "{error}");
        assert_eq!((record.session().seq(), record.is_torn()), (1, false));
        assert_eq!(record.append(appointed(), None, &by, at).unwrap()[0].seq, 2);
    }
}
