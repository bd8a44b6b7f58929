//! 第二处副本: after every finished bundle and every count the session's file is copied to a second
//! place, such as a stick, on a thread of its own. It waits for the queue and for the stick; nobody
//! waits for it. Which place that is, is kept on the machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use session::{Past, Timestamp};
use store::{CopyPlace, NotCopied};
use tauri::{AppHandle, Emitter, Manager, Runtime};
use tauri_plugin_log::log;
use ts_rs::TS;

use crate::failure::{Failure, said};
use crate::open::{Open, now};
use crate::registrar::registrar;
use crate::{OPERATOR, folder};

/// How often it is looked whether the place is still there, or there again.
const LOOKS: Duration = Duration::from_secs(10);

/// How the copies in the second place stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct CopiesView {
    /// Where they go, once a place was chosen.
    pub folder: Option<String>,
    /// The place lies on the disk of the session itself, and goes with it.
    pub same_disk: bool,
    /// When the newest one of the open session was made or found sound.
    #[ts(type = "string | null")]
    pub at: Option<Timestamp>,
    /// Something was recorded that should be in a copy and is in none.
    pub behind: bool,
    /// Why there is none.
    pub trouble: Option<CopyTrouble>,
}

/// Why there is no copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum CopyTrouble {
    /// The stick was pulled out.
    Gone,
    /// Another one was put in.
    Other,
    Full,
    NotWritable {
        said: String,
    },
    Failed {
        said: String,
    },
}

impl From<&NotCopied> for CopyTrouble {
    fn from(why: &NotCopied) -> Self {
        match why {
            NotCopied::Gone => Self::Gone,
            NotCopied::Other => Self::Other,
            NotCopied::Full => Self::Full,
            NotCopied::NotWritable(error) => Self::NotWritable { said: said(error) },
            NotCopied::Failed(error) => Self::Failed { said: said(error) },
        }
    }
}

/// The place as it is kept on the machine.
#[derive(Serialize, Deserialize)]
struct Kept {
    folder: PathBuf,
    mark: String,
}

/// The newest copy that was made since the program began.
struct Newest {
    session: PathBuf,
    entries: u32,
    at: Timestamp,
}

#[derive(Default)]
struct Standing {
    place: Option<CopyPlace>,
    newest: Option<Newest>,
    trouble: Option<CopyTrouble>,
    /// The file that is open, and the last entry of it that should be in a copy.
    open: Option<(PathBuf, u32)>,
    /// The place lies on the disk of the session. Looked at by the thread alone: a stick that hangs
    /// hangs nobody else.
    same_disk: bool,
    /// What the window was told last.
    told: CopiesView,
}

impl Standing {
    fn newest(&self) -> Option<&Newest> {
        let (path, _) = self.open.as_ref()?;
        self.newest.as_ref().filter(|newest| newest.session == *path)
    }

    fn is_behind(&self) -> bool {
        let milestone = self.open.as_ref().map_or(0, |(_, milestone)| *milestone);
        self.newest().map_or(0, |newest| newest.entries) < milestone
    }

    fn view(&self) -> CopiesView {
        let Some(place) = &self.place else { return CopiesView::default() };
        CopiesView {
            folder: Some(place.folder().display().to_string()),
            same_disk: self.same_disk,
            at: self.newest().map(|newest| newest.at),
            behind: self.is_behind(),
            trouble: self.trouble.clone(),
        }
    }
}

/// What is known of the copies, and how the thread that makes them is woken.
#[derive(Default)]
pub(crate) struct Copies {
    standing: Mutex<Standing>,
    wake: Mutex<Option<Sender<()>>>,
}

impl Copies {
    fn standing(&self) -> MutexGuard<'_, Standing> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake(&self) {
        if let Some(wake) = &*self.wake.lock().unwrap_or_else(PoisonError::into_inner) {
            // A thread that has ended with the program makes no more copies.
            let _ = wake.send(());
        }
    }

    /// Returns how they stand.
    pub(crate) fn view(&self) -> CopiesView {
        self.standing().view()
    }

    /// Takes note of what is open: called in the queue after every change.
    pub(crate) fn note(&self, open: &mut Open) {
        let found = open.with(|record| {
            let session = record.session();
            let kept = session.away().is_none() && !session.is_rehearsal();
            Ok(kept.then(|| (record.path().to_owned(), Past::milestone(session))))
        });
        let found = found.ok().flatten();
        let mut standing = self.standing();
        if standing.open != found {
            standing.open = found;
            drop(standing);
            self.wake();
        }
    }

    /// Copies go to another place from now on, or to none.
    pub(crate) fn choose<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        place: Option<CopyPlace>,
    ) -> Result<(), Failure> {
        let at = app.path().app_config_dir()?.join("copies.json");
        match &place {
            Some(place) => {
                let (folder, mark) = (place.folder().to_owned(), place.mark().to_owned());
                folder::write_made(&at, &serde_json::to_vec_pretty(&Kept { folder, mark })?)?;
            }
            None => folder::remove(&at)?,
        }
        let mut standing = self.standing();
        (standing.place, standing.newest, standing.trouble) = (place, None, None);
        drop(standing);
        self.wake();
        Ok(())
    }
}

/// Begins to make copies where the machine knows a place for them.
pub(crate) fn begin<R: Runtime>(app: &AppHandle<R>) {
    let copies = app.state::<Copies>();
    copies.standing().place = kept(app);
    let (wake, woken) = mpsc::channel();
    *copies.wake.lock().unwrap_or_else(PoisonError::into_inner) = Some(wake);
    let app = app.clone();
    thread::spawn(move || work(&app, &woken));
}

/// A place that cannot be read is none.
fn kept<R: Runtime>(app: &AppHandle<R>) -> Option<CopyPlace> {
    let text = fs::read(app.path().app_config_dir().ok()?.join("copies.json")).ok()?;
    let Kept { folder, mark } = serde_json::from_slice(&text).ok()?;
    Some(CopyPlace::known(folder, mark))
}

/// However often it was woken meanwhile, it looks once.
fn work<R: Runtime>(app: &AppHandle<R>, woken: &Receiver<()>) {
    loop {
        match woken.recv_timeout(LOOKS) {
            Ok(()) | Err(RecvTimeoutError::Timeout) => while woken.try_recv().is_ok() {},
            Err(RecvTimeoutError::Disconnected) => return,
        }
        look(app);
        tell(app);
    }
}

fn look<R: Runtime>(app: &AppHandle<R>) {
    let copies = app.state::<Copies>();
    let (place, behind, session) = {
        let standing = copies.standing();
        let session = standing.open.as_ref().map(|(path, _)| path.clone());
        (standing.place.clone(), standing.is_behind(), session)
    };
    let Some(place) = place else { return };
    let looked = if behind { copy(app, &place) } else { place.look().map(|()| None) };
    let beside = session.as_deref().and_then(Path::parent);
    let same_disk = beside.is_some_and(|beside| same_disk(beside, place.folder()));
    let mut standing = copies.standing();
    // Another place was chosen meanwhile: that one is looked at next.
    if standing.place.as_ref() != Some(&place) {
        return;
    }
    standing.same_disk = same_disk;
    match looked {
        Ok(newest) => {
            standing.newest = newest.or_else(|| standing.newest.take());
            standing.trouble = None;
        }
        Err(why) => {
            let trouble = Some(CopyTrouble::from(&why));
            if standing.trouble != trouble {
                log::warn!("no copy was made: {}", said(&why));
            }
            standing.trouble = trouble;
        }
    }
}

/// Copies the open session as it stands; nothing where none is open.
fn copy<R: Runtime>(app: &AppHandle<R>, place: &CopyPlace) -> Result<Option<Newest>, NotCopied> {
    place.look()?;
    let still = registrar(app)
        .ask(|open| open.with(|record| Ok((record.path().to_owned(), record.still()?))));
    let Ok((session, still)) = still else { return Ok(None) };
    let copied = place.copy(&still)?;
    Ok(Some(Newest { session, entries: copied.entries, at: now() }))
}

/// Tells the window where they stand otherwise than it was told.
fn tell<R: Runtime>(app: &AppHandle<R>) {
    let copies = app.state::<Copies>();
    let mut standing = copies.standing();
    let view = standing.view();
    if view == standing.told {
        return;
    }
    standing.told = view;
    drop(standing);
    if let Err(error) = app.emit_to(OPERATOR, "copies-changed", ()) {
        log::warn!("the window was not told of the copies: {error}");
    }
}

/// Tells whether two folders lie on one disk, as far as the system says.
#[cfg(unix)]
fn same_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).map(|found| found.dev()).ok();
    device(one).is_some_and(|one| device(other) == Some(one))
}

/// There a disk has a letter.
#[cfg(not(unix))]
fn same_disk(one: &Path, other: &Path) -> bool {
    let letter = |path: &Path| path.components().next().map(|first| first.as_os_str().to_owned());
    letter(one) == letter(other)
}
