//! `seal`: a sealed session and everything that tells of it, in one archive.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use exchange::archive::Contents;
use exchange::{parts_of, read_archive, write_archive};
use store::{Earlier, Fingerprint, Record, StoreError, keep_private};

use crate::arguments::Seal;
use crate::count::say;
use crate::language::Language;
use crate::sentences::visible;
use crate::trouble::Trouble;

pub(crate) fn seal(asked: &Seal, language: Language) -> Result<ExitCode, Trouble> {
    let Seal { session, out } = asked;
    let record = Record::open(session)?;
    record.session().sealed()?;
    let found = record.still()?.contents(out)?;
    let parts = parts_of(&Contents {
        session: record.session(),
        name: &stem(session),
        file: &found.file,
        journal: &found.journal,
        head: found.head.as_ref().map(Fingerprint::as_str).unwrap_or_default(),
        papers: &found.papers,
    })?;
    let of_archive = |fault| Trouble::Archive { path: out.clone(), fault };
    let bytes = write_archive(&parts, |_| ()).map_err(of_archive)?;
    read_archive(&bytes).map_err(of_archive)?;
    keep_private(out, &bytes, Earlier::Kept).map_err(|source| not_kept(out, source))?;
    let (files, sha256, out) = (parts.len(), Fingerprint::of(&bytes), out.display());
    let said = language.of(
        format!("已写成存档 {out}：{files}个文件，SHA-256 {sha256}"),
        format!("archive {out}: {files} files, SHA-256 {sha256}"),
    );
    say(&format!("{}\n", visible(&said)))
}

fn not_kept(path: &Path, source: io::Error) -> Trouble {
    if source.kind() == io::ErrorKind::AlreadyExists {
        return StoreError::AlreadyExists { path: path.to_owned() }.into();
    }
    Trouble::File { path: path.display().to_string(), source }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
