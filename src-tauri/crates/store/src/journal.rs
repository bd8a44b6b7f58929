//! The journal's rows: how an entry is written, read back and chained to the one before it.

use std::time::{Duration, Instant};

use chrono::SecondsFormat;
use rusqlite::{Connection, params};
use serde::Serialize;
use session::paper::Event::Issued;
use session::paper::Paper;
use session::{Entry, Event, PersonId, Session, Timestamp};

use crate::file::SessionFile;
use crate::fingerprint::chained;
use crate::{Fault, Fingerprint, Flaw, StoreError, Warning};

/// An entry as it stands in the file.
#[derive(Serialize)]
struct Row {
    seq: u32,
    at: String,
    actor: String,
    kind: String,
    body: String,
    hash: String,
}

impl Row {
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get(0)?,
            at: row.get(1)?,
            actor: row.get(2)?,
            kind: row.get(3)?,
            body: row.get(4)?,
            hash: row.get(5)?,
        })
    }
}

/// The most bytes of what happened in one entry: far more than the readings of the largest box.
const LONGEST_BODY: usize = 4_000_000;
/// The most entries of a journal.
const MOST_ENTRIES: u32 = 1_000_000;
/// How many seconds a journal may take to be read and asked about.
const LONGEST_READING: u32 = 120;

/// Reads a row unless it is too long to be one.
fn bounded(row: &rusqlite::Row<'_>) -> rusqlite::Result<Result<Row, Flaw>> {
    let (seq, body) = (row.get(0)?, row.get_ref(4)?.as_str()?);
    if body.len() > LONGEST_BODY {
        return Ok(Err(Fault::TooLong { most: LONGEST_BODY }.at(seq)));
    }
    if seq > MOST_ENTRIES {
        return Ok(Err(Fault::TooMany { most: MOST_ENTRIES }.at(seq)));
    }
    Row::read(row).map(Ok)
}

const ROWS: &str = "SELECT seq, at, actor, kind, body, hash FROM journal ORDER BY seq";

/// Returns every row of a journal as it stands there, one line of JSON each.
pub(crate) fn lines(connection: &Connection) -> rusqlite::Result<Vec<serde_json::Result<String>>> {
    let mut statement = connection.prepare(ROWS)?;
    let rows = statement.query_map([], Row::read)?;
    rows.map(|row| row.map(|row| serde_json::to_string(&row))).collect()
}

/// An entry ready to be written.
pub(crate) struct Written {
    row: Row,
}

impl Written {
    /// Writes an entry down, chained to the one before it.
    pub(crate) fn of(entry: &Entry, before: Option<&Fingerprint>) -> Result<Self, StoreError> {
        let (kind, body) = kind_and_body(&entry.event).map_err(StoreError::Unwritable)?;
        if body.len() > LONGEST_BODY || entry.seq > MOST_ENTRIES {
            let said = format!("{} bytes as entry {}", body.len(), entry.seq);
            return Err(StoreError::Unwritable(serde::ser::Error::custom(said)));
        }
        let at = entry.at.to_rfc3339_opts(SecondsFormat::AutoSi, false);
        let actor = entry.actor.0.clone();
        let hash = chained(before, entry.seq, [&at, &actor, &kind, &body]).to_string();
        Ok(Self { row: Row { seq: entry.seq, at, actor, kind, body, hash } })
    }

    pub(crate) fn fingerprint(&self) -> Fingerprint {
        Fingerprint::recorded(self.row.hash.clone())
    }

    pub(crate) fn append_to(&self, connection: &Connection) -> rusqlite::Result<()> {
        let Row { seq, at, actor, kind, body, hash } = &self.row;
        let mut statement = connection.prepare_cached(
            "INSERT INTO journal (seq, at, actor, kind, body, hash) VALUES (?, ?, ?, ?, ?, ?)",
        )?;
        statement.execute(params![seq, at, actor, kind, body, hash]).map(drop)
    }
}

fn kind_and_body(event: &Event) -> serde_json::Result<(String, String)> {
    #[derive(serde::Deserialize)]
    struct Parts {
        kind: String,
        #[serde(default)]
        body: serde_json::Value,
    }
    let Parts { kind, body } = serde_json::from_value(serde_json::to_value(event)?)?;
    Ok((kind, body.to_string()))
}

/// What a journal tells, as far as it can be followed.
#[derive(Default)]
pub(crate) struct Told {
    /// The session up to the first entry that cannot be read or cannot follow.
    pub session: Session,
    /// Every entry that can be read, up to the first flaw where nothing is doubted.
    pub entries: Vec<Entry>,
    /// Hash of the last entry.
    pub head: Option<Fingerprint>,
    /// Hash of every row, as recorded.
    pub fingerprints: Vec<(u32, Fingerprint)>,
    /// Number of the last row.
    pub last: u32,
    /// What is wrong, in order.
    pub flaws: Vec<Flaw>,
    /// What may be right all the same, in order.
    pub warnings: Vec<Warning>,
}

impl Told {
    /// Reads the journal, recomputes its chain and folds it, as far as nothing is wrong.
    pub(crate) fn by(connection: &Connection) -> rusqlite::Result<Self> {
        Self::read(connection, false)
    }

    /// Reads the whole journal and believes nothing: whether each entry could have been asked for,
    /// and whether time went on.
    pub(crate) fn doubted(connection: &Connection) -> rusqlite::Result<Self> {
        Self::read(connection, true)
    }

    fn read(connection: &Connection, doubted: bool) -> rusqlite::Result<Self> {
        let until = Instant::now().checked_add(Duration::from_secs(LONGEST_READING.into()));
        let mut statement = connection.prepare(ROWS)?;
        let mut told = Self::default();
        let mut followed = true;
        for row in statement.query_map([], bounded)? {
            let row = match row? {
                Ok(_) if until.is_some_and(|until| Instant::now() > until) => {
                    Err(Fault::TooSlow { seconds: LONGEST_READING }.into())
                }
                row => row,
            };
            match row {
                Ok(row) => {
                    told.check_chain(&row);
                    followed = told.take(row, followed, doubted);
                }
                Err(flaw) => {
                    told.flaws.push(flaw);
                    break;
                }
            }
            if !doubted && !told.flaws.is_empty() {
                break;
            }
        }
        Ok(told)
    }

    /// One changed row is named alone: the next is judged by the hash recorded, not by the one
    /// recomputed.
    fn check_chain(&mut self, row: &Row) {
        let expected = self.last.saturating_add(1);
        if row.seq != expected {
            self.flaws.push(Fault::Gap { expected }.at(row.seq));
        }
        let recomputed =
            chained(self.head.as_ref(), row.seq, [&row.at, &row.actor, &row.kind, &row.body]);
        if recomputed.as_str() != row.hash {
            self.flaws.push(
                Fault::Hash { recorded: row.hash.clone(), recomputed: recomputed.to_string() }
                    .at(row.seq),
            );
        }
        self.head = Some(Fingerprint::recorded(row.hash.clone()));
        self.fingerprints.push((row.seq, Fingerprint::recorded(row.hash.clone())));
        self.last = row.seq;
    }

    fn take(&mut self, row: Row, followed: bool, doubted: bool) -> bool {
        let seq = row.seq;
        let entry = match read(row) {
            Ok(entry) => entry,
            Err(fault) => {
                self.flaws.push(fault.at(seq));
                return false;
            }
        };
        let mut followed = followed;
        if doubted {
            self.doubt(&entry, followed);
        }
        if followed && let Err(reason) = self.session.apply(&entry) {
            self.flaws.push(Fault::OutOfPlace(reason).at(seq));
            followed = false;
        }
        self.entries.push(entry);
        followed
    }

    fn doubt(&mut self, entry: &Entry, followed: bool) {
        let before = self.entries.last().map(|before| before.at);
        if let Some(before) = before.filter(|before| *before > entry.at) {
            self.warnings.push(Warning { seq: entry.seq, before, at: entry.at });
        }
        let asked = if followed { self.session.retrace(entry) } else { Ok(()) };
        if let Err(unaskable) = asked {
            self.flaws.push(Fault::Unaskable(unaskable).at(entry.seq));
        }
    }
}

/// The most characters of a word in a row: a kind, a time, who acted.
const LONGEST_WORD: usize = 200;

fn read(row: Row) -> Result<Entry, Fault> {
    let too_long = |word: &str| word.chars().nth(LONGEST_WORD).is_some();
    let unreadable = |reason: String| {
        let kind = row.kind.chars().take(LONGEST_WORD).collect();
        Fault::Event(session::UnknownEvent { kind, reason })
    };
    if [&row.at, &row.kind, &row.actor].into_iter().any(|word| too_long(word)) {
        return Err(unreadable(format!("a word of more than {LONGEST_WORD} characters")));
    }
    let at =
        Timestamp::parse_from_rfc3339(&row.at).map_err(|_| Fault::Time { at: row.at.clone() })?;
    let body: serde_json::Value =
        serde_json::from_str(&row.body).map_err(|error| unreadable(error.to_string()))?;
    // Of a field that stands there twice this program takes the last, and SQLite the first.
    let again = body.to_string();
    if again != row.body {
        return Err(Fault::NotAsWritten);
    }
    let event = Event::read(&row.kind, body).map_err(Fault::Event)?;
    Ok(Entry { seq: row.seq, at, actor: PersonId(row.actor), event })
}

impl SessionFile {
    /// Returns the session as it stood when a paper was issued.
    pub(crate) fn session_at_issue(&self, paper: &Paper) -> Result<Session, StoreError> {
        let issues = |entry: &Entry| matches!(&entry.event, Event::Paper(Issued { paper: id, .. }) if *id == paper.id());
        let entries = Told::by(self.connection()).map_err(|error| self.fault(error))?.entries;
        Session::replay(entries.iter().take_while(|entry| !issues(entry)))
            .map_err(|(seq, reason)| self.damaged(Fault::OutOfPlace(reason).at(seq)))
    }
}
