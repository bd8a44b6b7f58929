//! Every issued paper set again from the session as it stood, and held against the bytes that were
//! issued.

use papers::{PaperError, Shelf};
use session::paper::{Event as PaperEvent, PaperKind};
use session::{Event, PaperId, Session};
use store::{Fingerprint, Verification};

use crate::language::Language;

/// What setting a paper again came to.
enum Again {
    Same,
    /// This version sets it otherwise; the one it was set with may have set it so.
    OfAnotherVersion {
        set_by: String,
    },
    /// It cannot be set on this machine.
    NotSet {
        reason: String,
    },
    /// Whatever it is, the session of that moment does not make it.
    Forged,
}

/// Returns what is said of the papers, and whether nothing is wrong.
pub(super) fn lines(found: &Verification, language: Language) -> (bool, Vec<String>) {
    let (mut same, mut sound, mut lines) = (0_u32, true, Vec::new());
    for (paper, title, again) in set_again(found) {
        match again {
            Again::Same => same = same.saturating_add(1),
            Again::OfAnotherVersion { set_by } => {
                lines.push(other_version(paper, &title, &set_by, language));
            }
            Again::NotSet { reason } => lines.push(language.of(
                format!("! 第{paper}号文书《{title}》在本机不能重新排出，未核对（{reason}）"),
                format!("! paper {paper}, {title}, cannot be set on this machine: {reason}"),
            )),
            Again::Forged => {
                sound = false;
                lines.push(language.of(
                    format!("✗ 第{paper}号文书《{title}》不是按当时的记录排出的"),
                    format!("✗ paper {paper}, {title}, is not what the record of the time makes"),
                ));
            }
        }
    }
    let kept = found.papers.len();
    if sound && found.flaws.is_empty() {
        lines.insert(
            0,
            language.of(
                format!("✓ 文书{kept}件，与印发时一致；{same}件按当时的记录重新排出，逐字节相同"),
                format!(
                    "✓ {kept} papers, as they were issued; {same} set again from the record of \
                     the time, the same byte for byte"
                ),
            ),
        );
    }
    (sound, lines)
}

fn other_version(paper: PaperId, title: &str, set_by: &str, language: Language) -> String {
    let (zh, en) = if set_by.is_empty() {
        ("更早的".to_owned(), "an earlier version".to_owned())
    } else {
        (format!(" {set_by} "), format!("version {set_by}"))
    };
    language.of(
        format!("! 第{paper}号文书《{title}》由{zh}版本的程序排出，本版本排出的不同，请与纸面核对"),
        format!("! paper {paper}, {title}, was set by {en}, this one sets it otherwise: compare it on paper"),
    )
}

fn set_again(found: &Verification) -> Vec<(PaperId, String, Again)> {
    let mut session = Session::default();
    let mut papers = Vec::new();
    for entry in &found.entries {
        if let Event::Paper(PaperEvent::Issued { paper, of, title, sha256, set_by, .. }) =
            &entry.event
            && let Some(bytes) = found.papers.get(sha256)
        {
            let again = again(found, &session, of, sha256);
            let again = again.unwrap_or_else(|| not_the_same(bytes, set_by));
            papers.push((*paper, title.clone(), again));
        }
        if session.apply(entry).is_err() {
            break;
        }
    }
    papers
}

/// `None` when it is something else, or something that is never set.
fn again(found: &Verification, session: &Session, of: &PaperKind, sha256: &str) -> Option<Again> {
    let fingerprint = found.fingerprint_on(session, of).map(Fingerprint::as_str);
    match papers::of_session(session, of, fingerprint, &Shelf::default()) {
        Ok(set) if Fingerprint::of(&set.rendered.bytes).as_str() == sha256 => Some(Again::Same),
        Err(error @ (PaperError::FaceNotHere { .. } | PaperError::NotEmbeddable { .. })) => {
            Some(Again::NotSet { reason: error.to_string() })
        }
        Ok(_) | Err(_) => None,
    }
}

fn not_the_same(bytes: &[u8], set_by: &str) -> Again {
    if set_by == env!("CARGO_PKG_VERSION") || !papers::pdf::claims_to_be_ours(bytes) {
        Again::Forged
    } else {
        Again::OfAnotherVersion { set_by: set_by.to_owned() }
    }
}
