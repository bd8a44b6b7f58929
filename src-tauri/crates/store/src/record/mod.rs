//! 记录: a session open on disk.

mod append;
mod begin;

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use session::floor::hands::HandVote;
use session::paper::{Issue, Paper, PaperKind};
use session::people::pin::{Looked, Proof};
use session::round::Round;
use session::{Actor, Command, EdgeCommand, Entry, PaperId, PersonId, Refusal, Session, Timestamp};

use crate::file::SessionFile;
use crate::journal::Told;
use crate::pin::{ComparedPin, SaltedPin};
use crate::waits::Waits;
use crate::{Failure, Fault, Fingerprint, StoreError, keep, paper};

/// 恢复: how a file was left behind that was not closed: by a kill or a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Between two acts: everything is there.
    Open,
    /// In the middle of one, which was undone: it was not answered yet.
    Unfinished,
}

impl Left {
    /// Looks for what SQLite leaves beside a file until it is closed.
    fn beside(path: &Path) -> Option<Self> {
        let mut beside = path.as_os_str().to_owned();
        beside.push("-journal");
        let found = std::fs::symlink_metadata(beside).ok()?;
        Some(if found.len() > 0 { Self::Unfinished } else { Self::Open })
    }
}

/// A session open on disk. Its file is locked until the record is dropped.
pub struct Record {
    file: SessionFile,
    /// Shared only with whoever took a [`Record::snapshot`].
    session: Arc<Session>,
    head: Option<Fingerprint>,
    /// Something was applied that the file does not say, and the file could not be read again.
    torn: bool,
    waits: Waits,
    left: Option<Left>,
}

/// A paper as it went to the printer.
#[derive(Clone, Copy, Debug)]
pub struct PrintedPaper<'a> {
    pub of: &'a PaperKind,
    /// As printed at its head.
    pub title: &'a str,
    pub pages: u32,
    /// The PDF.
    pub bytes: &'a [u8],
}

/// How the one who asks proves who they are.
#[derive(Clone, Copy, Debug)]
pub enum Proving<'a> {
    /// Not at all.
    Nothing,
    /// They took the desk of this machine before, and nobody else has since.
    Desk,
    /// With the PIN just typed.
    Pin(&'a str),
    /// With the PIN just typed, compared already.
    Compared(&'a ComparedPin),
}

impl Proving<'_> {
    /// Tells whether a typed PIN fits; `None` where none was compared with this very hash.
    fn fits(self, hash: &str) -> Option<bool> {
        match self {
            Proving::Nothing | Proving::Desk => None,
            Proving::Pin(typed) => Some(ComparedPin::of(typed, hash).fits()),
            Proving::Compared(compared) => compared.with(hash),
        }
    }
}

impl Record {
    /// Makes the file of a new session with an empty journal.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`]; whatever keeps the file from being written.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        Ok(Self::of(SessionFile::create(path)?, Told::default(), None))
    }

    /// Opens a session: recomputes the chain while folding the journal. A write cut off by a kill
    /// or a power cut is undone first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::NotASession`], [`StoreError::TooNew`],
    /// [`StoreError::AlreadyOpen`], [`StoreError::NoAccess`], or [`StoreError::Damaged`] with the
    /// first thing that is wrong.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let left = Left::beside(path);
        let file = SessionFile::open(path)?;
        keep::make_private(path);
        file.check_structure(false)
            .map_err(|error| file.fault(error))?
            .map_err(|fault| file.damaged(fault.into()))?;
        let mut told = Told::by(file.connection()).map_err(|error| file.fault(error))?;
        if told.flaws.is_empty() {
            return Ok(Self::of(file, told, left));
        }
        Err(file.damaged(told.flaws.swap_remove(0)))
    }

    fn of(file: SessionFile, told: Told, left: Option<Left>) -> Self {
        let waits = Waits::since(Instant::now());
        Self { file, session: Arc::new(told.session), head: told.head, torn: false, waits, left }
    }

    /// Returns how whoever had the file last left it behind, where that was not by closing it; once.
    pub fn take_left(&mut self) -> Option<Left> {
        self.left.take()
    }

    /// Carries out a command: its events are appended and applied in one transaction. Returns the
    /// new entries.
    ///
    /// # Errors
    /// Why nothing follows from the command, or why the file could not be written. Nothing is
    /// recorded then.
    pub fn perform(
        &mut self,
        command: &Command,
        actor: &PersonId,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        self.perform_proving(command, actor, Proving::Nothing, at)
    }

    /// Carries out a command of somebody who proves who they are. Returns the new entries.
    ///
    /// # Errors
    /// As [`Record::perform`]. A wrong PIN is refused and recorded as such; after several, one is
    /// not looked at for a while.
    pub fn perform_proving(
        &mut self,
        command: &Command,
        actor: &PersonId,
        proving: Proving<'_>,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        let proof = self.proof(actor, proving, at)?;
        let events = self.session.decide(command, Actor { person: actor, proof })?;
        Ok(self.append(events, None, actor, at)?)
    }

    /// Records the salted hash of somebody's new PIN; with the PIN before, if one is set.
    ///
    /// # Errors
    /// When the new one is not 6 to 8 figures, or the one before does not fit; why the file could
    /// not be written.
    pub fn set_pin(
        &mut self,
        person: &PersonId,
        before: Proving<'_>,
        pin: &str,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        self.set_salted_pin(person, before, &SaltedPin::of(pin)?, at)
    }

    /// As [`Record::set_pin`], of a PIN that was salted and hashed already.
    ///
    /// # Errors
    /// When the PIN before does not fit; why the file could not be written.
    pub fn set_salted_pin(
        &mut self,
        person: &PersonId,
        before: Proving<'_>,
        pin: &SaltedPin,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        let proof = self.proof(person, before, at)?;
        let look = EdgeCommand::Look(Looked::Set { hash: pin.hash().to_owned() });
        let events = self.session.decide_at_edge(&look, Actor { person, proof })?;
        Ok(self.append(events, None, person, at)?)
    }

    /// What a typed PIN proves. Nothing is proved, and nothing needs to be, while no PIN is set.
    pub(crate) fn proof(
        &mut self,
        person: &PersonId,
        proving: Proving<'_>,
        at: Timestamp,
    ) -> Result<Proof, Failure> {
        self.settled()?;
        match proving {
            Proving::Nothing => return Ok(Proof::None),
            Proving::Desk => return Ok(Proof::Desk),
            Proving::Pin(_) | Proving::Compared(_) => {}
        }
        let Some(hash) = self.session.pins().hash_of(person) else { return Ok(Proof::None) };
        let name = self.session.people().name_of(person).to_owned();
        let seconds = self.wait(person);
        if seconds > 0 {
            return Err(Refusal::PinWait { name, seconds }.into());
        }
        match proving.fits(hash) {
            Some(true) => return Ok(Proof::Pin),
            Some(false) => {}
            None => return Err(Refusal::PinNeeded { name }.into()),
        }
        let events = self.session.decide_at_edge(&EdgeCommand::Look(Looked::Wrong), person)?;
        self.append(events, None, person, at)?;
        self.waits.wrong(person, Instant::now());
        Err(Refusal::WrongPin { name, wrong: self.session.pins().wrong(person) }.into())
    }

    /// Returns how many seconds must still pass before a PIN of this person is looked at again; 0
    /// if none.
    #[must_use]
    pub fn wait(&self, person: &PersonId) -> u32 {
        self.waits.left(person, self.session.pins().delay(person), Instant::now())
    }

    /// Records a paper as issued and keeps its bytes beside the journal, in one transaction.
    ///
    /// # Errors
    /// What is missing before it can be issued, or why the file could not be written. Nothing is
    /// recorded then.
    pub fn issue_paper(
        &mut self,
        printed: PrintedPaper<'_>,
        actor: &PersonId,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        self.issue(None, printed, actor, at)
    }

    /// Records a paper as issued together with the text it was set with, which is the session's own
    /// from now on: both are on record or neither.
    ///
    /// # Errors
    /// As [`Record::issue_paper`]; [`Refusal::PaperWithoutText`].
    pub fn issue_paper_with_text(
        &mut self,
        text: &str,
        printed: PrintedPaper<'_>,
        actor: &PersonId,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        self.issue(Some(text), printed, actor, at)
    }

    fn issue(
        &mut self,
        text: Option<&str>,
        PrintedPaper { of, title, pages, bytes }: PrintedPaper<'_>,
        actor: &PersonId,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        self.settled()?;
        let mut events = Vec::new();
        if let Some(text) = text {
            let edit = session::paper::Command::EditText { of: of.clone(), text: text.to_owned() };
            events = self.session.decide(&Command::Paper(edit), actor)?;
        }
        let fingerprint = Fingerprint::of(bytes);
        let issue = Issue {
            of: of.clone(),
            title: title.to_owned(),
            sha256: fingerprint.to_string(),
            pages,
            set_by: env!("CARGO_PKG_VERSION").to_owned(),
        };
        events.extend(self.session.decide_at_edge(&EdgeCommand::IssuePaper(issue), actor)?);
        Ok(self.append(events, Some((&fingerprint, bytes)), actor, at)?)
    }

    /// Records that an issued paper was taken out as a DOCX to be edited. The file itself is not
    /// kept: the session makes it again.
    ///
    /// # Errors
    /// When there is no such paper or it is none to be edited, or why the file could not be
    /// written. Nothing is recorded then.
    pub fn take_out_to_edit(
        &mut self,
        paper: PaperId,
        docx: &[u8],
        actor: &PersonId,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        self.settled()?;
        let sha256 = Fingerprint::of(docx);
        let out = EdgeCommand::TakeOutToEdit { paper, sha256: sha256.as_str() };
        let events = self.session.decide_at_edge(&out, actor)?;
        Ok(self.append(events, None, actor, at)?)
    }

    /// Records that copies of an issued paper went to a printer.
    ///
    /// # Errors
    /// When there is no such paper, or why nothing could be written. Nothing is recorded then.
    pub fn note_printed(
        &mut self,
        paper: PaperId,
        copies: u32,
        actor: &PersonId,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        self.settled()?;
        let printed = EdgeCommand::NotePrinted { paper, copies };
        let events = self.session.decide_at_edge(&printed, actor)?;
        Ok(self.append(events, None, actor, at)?)
    }

    /// Returns the session as it stood when a paper was issued: what the paper was set from.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn session_at_issue(&self, paper: &Paper) -> Result<Session, StoreError> {
        self.file.session_at_issue(paper)
    }

    /// Tells whether the session in memory may say more than its file, because the file failed and
    /// could not be read again: what it shows is not to be relied on.
    #[must_use]
    pub fn is_torn(&self) -> bool {
        self.torn
    }

    /// Returns the session as it stands.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Returns the session as it stands now, to be looked at elsewhere while the record goes on.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Session> {
        Arc::clone(&self.session)
    }

    /// Returns the file's path as it was given.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Returns the layout the file was last written in; [`VERSION`](crate::VERSION) is this
    /// program's own.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn layout(&self) -> Result<i32, StoreError> {
        self.file.layout()
    }

    /// Returns the fingerprint of the last entry, which stands for the whole journal; `None` while
    /// it is empty.
    #[must_use]
    pub fn head(&self) -> Option<&Fingerprint> {
        self.head.as_ref()
    }

    /// Returns the fingerprint of an entry, `None` if there is none of that number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hash_of(&self, seq: u32) -> Result<Option<Fingerprint>, StoreError> {
        self.file.hash_of(seq)
    }

    /// Returns the fingerprint a paper carries: that of the entry its round was certified with, or
    /// its motion announced; `None` before.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn fingerprint_on(&self, of: &PaperKind) -> Result<Option<Fingerprint>, StoreError> {
        entry_on(&self.session, of).map_or(Ok(None), |seq| self.hash_of(seq))
    }

    /// Returns the whole journal.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entries(&self) -> Result<Vec<Entry>, StoreError> {
        Ok(Told::by(self.file.connection()).map_err(|error| self.file.fault(error))?.entries)
    }

    /// Returns the bytes of an issued paper, exactly as printed.
    ///
    /// # Errors
    /// [`StoreError::NoSuchPaper`]; [`StoreError::Damaged`] when they are no longer those that were
    /// issued.
    pub fn paper_bytes(&self, paper: &Paper) -> Result<Vec<u8>, StoreError> {
        let sha256 = paper.sha256();
        let bytes =
            paper::bytes(self.file.connection(), sha256).map_err(|error| self.file.fault(error))?;
        let bytes = bytes.ok_or_else(|| StoreError::NoSuchPaper { sha256: sha256.to_owned() })?;
        if Fingerprint::of(&bytes).as_str() == sha256 {
            return Ok(bytes);
        }
        Err(self.file.damaged(Fault::PaperChanged { sha256: sha256.to_owned() }.into()))
    }

    pub(crate) fn file(&self) -> &SessionFile {
        &self.file
    }
}

/// Returns the number of the entry whose fingerprint a paper carries.
pub(crate) fn entry_on(session: &Session, of: &PaperKind) -> Option<u32> {
    let round = of.round().and_then(|round| session.round(round).ok());
    let certified = round.and_then(Round::certificate).map(|certificate| certificate.seq);
    let vote = of.hand_vote().and_then(|vote| session.hand_vote(vote).ok());
    let announced = vote.and_then(HandVote::announced).map(|announced| announced.seq);
    certified.or(announced)
}
