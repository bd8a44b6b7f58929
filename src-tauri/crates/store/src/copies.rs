//! 第二处副本: verified copies of an open session in a folder elsewhere, such as a stick, made by
//! themselves while the work goes on.
//!
//! A place is known by a mark that lies in it, not by its path: another stick at the same path is
//! another place. A copy is called after the last entry in it and gets its name only once it was
//! read back. What is removed to make room is a copy of this very session that holds nothing the
//! session does not: never one that somebody has worked on, and never the last.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::path::{Path, PathBuf};

use crate::backup::Still;
use crate::keep::{Earlier, keep_file};
use crate::{Fingerprint, StoreError, read_file, verify};

/// The most copies of one session in a place.
pub const COPIES_KEPT: usize = 8;

/// The file by which a place is known.
pub const MARK: &str = "票决台副本处.txt";
const FORMAT: &str = "piaojue.copies/1";
const BELOW_THE_MARK: &str = "票决台把会议文件的副本存在这里，凭这个文件认出这个优盘或文件夹，请不要删除。\n\
     Piaojue keeps copies of sessions here and knows this place by this file: please leave it.\n";

/// A folder in which copies are kept, and the mark it is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyPlace {
    folder: PathBuf,
    mark: String,
}

/// A copy that was read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    pub path: PathBuf,
    /// Entries in it.
    pub entries: u32,
}

/// Why there is no copy. What was recorded stands, and so do the copies before.
#[derive(Debug, thiserror::Error)]
pub enum NotCopied {
    /// The place is not there: the stick was pulled out.
    #[error("the place of the copies is not there")]
    Gone,
    /// Another place is where this one was.
    #[error("another stick or folder is where the copies were")]
    Other,
    /// There is no room for one more, not even in the place of an older one.
    #[error("the place of the copies is full")]
    Full,
    /// Nothing can be written there.
    #[error("nothing can be written where the copies are")]
    NotWritable(#[source] StoreError),
    /// Something else failed.
    #[error("no copy was made")]
    Failed(#[source] StoreError),
}

impl CopyPlace {
    /// Takes a folder as a place for copies: as the one it was before, or with a mark of its own.
    ///
    /// # Errors
    /// Whatever keeps the mark from being read or written.
    pub fn set_up(folder: &Path) -> Result<Self, StoreError> {
        let at = folder.join(MARK);
        if let Some(mark) = mark_in(folder) {
            return Ok(Self::known(folder.to_owned(), mark));
        }
        let mark = fresh_mark();
        let text = format!("{FORMAT} {mark}\n{BELOW_THE_MARK}");
        keep_file(&at, text.as_bytes(), Earlier::Kept)
            .map_err(|error| StoreError::of_keeping(&at, error))?;
        Ok(Self::known(folder.to_owned(), mark))
    }

    /// Returns the place that was set up before; whether it is there is another matter.
    #[must_use]
    pub fn known(folder: PathBuf, mark: String) -> Self {
        Self { folder, mark }
    }

    /// Returns where it lies.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns what it is known by.
    #[must_use]
    pub fn mark(&self) -> &str {
        &self.mark
    }

    /// Looks whether it is there.
    ///
    /// # Errors
    /// [`NotCopied::Gone`] or [`NotCopied::Other`].
    pub fn look(&self) -> Result<(), NotCopied> {
        match mark_in(&self.folder) {
            Some(mark) if mark == self.mark => Ok(()),
            Some(_) => Err(NotCopied::Other),
            None => Err(NotCopied::Gone),
        }
    }

    /// Makes a copy, reads it back, and removes what is too many. One that is there already is read
    /// back and left.
    ///
    /// # Errors
    /// Why there is none.
    pub fn copy(&self, still: &Still) -> Result<Copied, NotCopied> {
        self.copy_by(still, |path| still.backup(path))
    }

    /// `write` brings a copy to a path, or fails as a stick would.
    fn copy_by(
        &self,
        still: &Still,
        mut write: impl FnMut(&Path) -> Result<(), StoreError>,
    ) -> Result<Copied, NotCopied> {
        self.look()?;
        let (path, is_there) = self.path_for(still);
        if !is_there {
            let mut written = write(&path);
            while is_full(&written) && self.removes_oldest(still, 1) {
                written = write(&path);
            }
            written.map_err(|error| self.why(error))?;
        }
        while self.removes_oldest(still, COPIES_KEPT) {}
        Ok(Copied { path, entries: still.entries() })
    }

    /// `青石镇-副本-000120-a19772d7.piaojue`: the name before the last number, so that copies stand
    /// in the order of their entries, and whether it is there already. A file of that name that is no
    /// such copy keeps it.
    fn path_for(&self, still: &Still) -> (PathBuf, bool) {
        let head = still.head().map_or("", Fingerprint::as_str);
        let head: String = head.chars().take(8).collect();
        let name = format!("{}{:06}-{head}", begin(still), still.entries());
        let numbered = |number: u32| match number {
            1 => self.folder.join(format!("{name}.piaojue")),
            _ => self.folder.join(format!("{name}-{number}.piaojue")),
        };
        let place = |number: u32| {
            let path = numbered(number);
            let is_there = path.symlink_metadata().is_ok();
            (!is_there || is_copy_of(still, &path)).then_some((path, is_there))
        };
        (1..1_000).find_map(place).unwrap_or_else(|| (numbered(1), false))
    }

    /// Removes the oldest copy of this session where there are more than `kept`.
    fn removes_oldest(&self, still: &Still, kept: usize) -> bool {
        let copies = self.earlier_copies(still);
        let oldest = copies.first().filter(|_| copies.len() > kept);
        oldest.is_some_and(|oldest| std::fs::remove_file(oldest).is_ok())
    }

    /// The copies of this session that hold nothing it does not, the oldest first.
    fn earlier_copies(&self, still: &Still) -> Vec<PathBuf> {
        let begin = begin(still);
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let named = entries.filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            is_file && name.starts_with(&begin) && name.ends_with(".piaojue")
        });
        let mut copies: Vec<PathBuf> =
            named.map(|entry| entry.path()).filter(|path| still.goes_on_from(path)).collect();
        copies.sort();
        copies
    }

    /// A stick that was pulled out in the middle fails in many ways.
    fn why(&self, error: StoreError) -> NotCopied {
        if let Err(moved) = self.look() {
            return moved;
        }
        if matches!(error, StoreError::DiskFull { .. } | StoreError::NoRoom { .. }) {
            NotCopied::Full
        } else if matches!(error, StoreError::NoAccess { .. }) {
            NotCopied::NotWritable(error)
        } else {
            NotCopied::Failed(error)
        }
    }
}

/// What the names of a session's copies begin with.
fn begin(still: &Still) -> String {
    let name = still.path().file_stem().unwrap_or_default().to_string_lossy();
    format!("{name}-副本-")
}

fn is_full(written: &Result<(), StoreError>) -> bool {
    matches!(written, Err(StoreError::DiskFull { .. } | StoreError::NoRoom { .. }))
}

/// Tells whether a file is a sound copy of the session as it stands.
fn is_copy_of(still: &Still, path: &Path) -> bool {
    verify(path).is_ok_and(|found| found.flaws.is_empty() && found.head.as_ref() == still.head())
}

/// The mark of a folder; `None` where there is none, or it cannot be read.
fn mark_in(folder: &Path) -> Option<String> {
    let text = String::from_utf8(read_file(&folder.join(MARK)).ok()?).ok()?;
    let mark = text.lines().next()?.strip_prefix(FORMAT)?.trim();
    (!mark.is_empty()).then(|| mark.to_owned())
}

/// Sixteen figures that no other place has: what the system seeds its tables with.
fn fresh_mark() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use session::floor::hall;
    use session::people::{Role, Staff};
    use session::{Command, PersonId, Timestamp, people};
    use tempfile::TempDir;

    use super::*;
    use crate::Record;

    /// A session of one entry and a stick.
    struct Desk {
        record: Record,
        stick: TempDir,
        place: CopyPlace,
        _folder: TempDir,
    }

    impl Desk {
        fn new() -> Self {
            let (folder, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            let record = Record::create(&folder.path().join("青石镇.piaojue")).unwrap();
            let place = CopyPlace::set_up(stick.path()).unwrap();
            let mut desk = Self { record, stick, place, _folder: folder };
            let id = PersonId("secretary".to_owned());
            let staff = vec![Staff::of(id, "苏文".to_owned(), Role::Secretary)];
            desk.goes_on(&Command::People(people::Command::AppointStaff { staff }));
            desk
        }

        fn goes_on(&mut self, command: &Command) {
            let at = Timestamp::parse_from_rfc3339("2026-01-16T14:00:00+08:00").unwrap();
            self.record.perform(command, &PersonId("secretary".to_owned()), at).unwrap();
        }

        fn one_more(&mut self) {
            let scene = hall::Scene::Line { text: "请就座".to_owned() };
            self.goes_on(&Command::Hall(hall::Command::ShowInHall { scene }));
        }

        fn copies(&self) -> Vec<String> {
            let entries = std::fs::read_dir(self.stick.path()).unwrap();
            let mut names: Vec<String> = entries
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .filter(|name| name != MARK)
                .collect();
            names.sort();
            names
        }

        fn copy_by(
            &self,
            write: impl FnMut(&Path) -> Result<(), StoreError>,
        ) -> Result<Copied, NotCopied> {
            self.place.copy_by(&self.record.still().unwrap(), write)
        }
    }

    fn full(path: &Path) -> StoreError {
        StoreError::of_keeping(path, Error::from(ErrorKind::StorageFull))
    }

    #[test]
    fn a_full_stick_gives_up_old_copies_but_never_the_last() {
        let mut desk = Desk::new();
        for _ in 0..3 {
            desk.one_more();
            desk.place.copy(&desk.record.still().unwrap()).unwrap();
        }
        desk.one_more();
        let (before, still) = (desk.copies(), desk.record.still().unwrap());
        let mut tried = 0;
        let copied = desk.place.copy_by(&still, |path| {
            tried += 1;
            if tried < 3 { Err(full(path)) } else { still.backup(path) }
        });
        assert_eq!((tried, copied.unwrap().entries), (3, 5));
        assert_eq!((&desk.copies()[0], desk.copies().len()), (&before[2], 2));

        desk.one_more();
        let refused = desk.copy_by(|path| Err(full(path))).unwrap_err();
        assert!(matches!(refused, NotCopied::Full), "{refused}");
        assert_eq!(desk.copies().len(), 1, "the newest is still there");
        desk.one_more();
        desk.place.copy(&desk.record.still().unwrap()).unwrap();
    }

    #[test]
    fn what_fails_in_the_middle_says_why_and_leaves_no_file_with_a_copys_name() {
        let desk = Desk::new();
        let half = |path: &Path, kind: ErrorKind| {
            std::fs::write(path.with_file_name(".half.part"), "half").unwrap();
            Err(StoreError::of_keeping(path, Error::from(kind)))
        };
        let locked = desk.copy_by(|path| half(path, ErrorKind::ReadOnlyFilesystem)).unwrap_err();
        assert!(matches!(locked, NotCopied::NotWritable(_)), "{locked}");
        let denied = desk.copy_by(|path| half(path, ErrorKind::PermissionDenied)).unwrap_err();
        assert!(matches!(denied, NotCopied::NotWritable(_)), "{denied}");
        assert_eq!(desk.copies(), [".half.part"]);
        let pulled = desk
            .copy_by(|path| {
                std::fs::remove_file(desk.stick.path().join(MARK)).unwrap();
                half(path, ErrorKind::NotFound)
            })
            .unwrap_err();
        assert!(matches!(pulled, NotCopied::Gone), "{pulled}");
        assert_eq!(desk.copies(), [".half.part"]);
    }
}
