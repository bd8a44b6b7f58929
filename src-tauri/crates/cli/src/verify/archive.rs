//! An archive: its files as they were listed, and each of them what the session inside makes.

use std::fs;
use std::path::{Path, PathBuf};

use exchange::archive::{Contents, PAGES};
use exchange::{Archive, parts_of, read_archive};
use store::{Fingerprint, Verification};
use tempfile::TempDir;

use crate::language::Language;
use crate::trouble::Trouble;

/// An archive, and the session that lies in it where it can be verified.
pub(super) struct Opened {
    archive: Archive,
    name: String,
    bytes: Vec<u8>,
    folder: TempDir,
}

impl Opened {
    /// Opens a file that is called an archive; `None` for any other.
    pub(super) fn of(path: &Path) -> Result<Option<Self>, Trouble> {
        if !path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip")) {
            return Ok(None);
        }
        let of_file = |source| Trouble::File { path: path.display().to_string(), source };
        let of_archive = |fault| Trouble::Archive { path: path.to_owned(), fault };
        let archive = read_archive(&fs::read(path).map_err(of_file)?).map_err(of_archive)?;
        let (name, bytes) = archive.session().map_err(of_archive)?;
        let (name, bytes) = (name.to_owned(), bytes.to_owned());
        let folder = tempfile::tempdir().map_err(of_file)?;
        let opened = Self { archive, name, bytes, folder };
        fs::write(opened.session(), &opened.bytes).map_err(of_file)?;
        Ok(Some(opened))
    }

    /// Returns where the session lies.
    pub(super) fn session(&self) -> PathBuf {
        self.folder.path().join("session.piaojue")
    }

    /// Returns what is said of its files, and whether nothing is wrong.
    pub(super) fn lines(
        &self,
        found: &Verification,
        language: Language,
    ) -> Result<(bool, Vec<String>), Trouble> {
        let made = parts_of(&Contents {
            session: &found.session,
            name: &self.name,
            file: &self.bytes,
            journal: &store::journal_lines(&self.session())?,
            head: found.head.as_ref().map(Fingerprint::as_str).unwrap_or_default(),
            papers: &found.papers,
        })?;
        let other = self.archive.other_than(&made);
        let is_page = |name: &String| PAGES.contains(&name.as_str());
        let sound = other.iter().all(is_page) && found.session.sealed().is_ok();
        let files = self.archive.parts().len();
        let mut lines = vec![language.of(
            format!("✓ 存档{files}个文件，与校验清单一致"),
            format!("✓ {files} files, as they were listed"),
        )];
        if found.session.sealed().is_err() {
            lines.push(language.of("✗ 会议没有封存", "✗ the session is not sealed").to_owned());
        }
        lines.extend(other.iter().map(|name| {
            if is_page(name) {
                language.of(
                    format!("! {name} 由另一版本的程序写成"),
                    format!("! {name} was written by another version"),
                )
            } else {
                language.of(
                    format!("✗ {name} 与会议文件不符"),
                    format!("✗ {name} is not what the session makes"),
                )
            }
        }));
        Ok((sound, lines))
    }
}
