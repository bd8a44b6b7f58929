//! What is said of the issued papers, each of them set again.

use std::time::{Duration, Instant};

use papers::{Again, SetAgain, set_again};
use store::{Fingerprint, Verification};

use crate::language::Language;

/// How long papers are set again; those that are left are told.
const LONGEST: Duration = Duration::from_mins(5);

/// What is said of the papers.
pub(super) struct Told {
    /// Whether nothing is wrong.
    pub(super) sound: bool,
    /// How many were not checked.
    pub(super) unchecked: usize,
    pub(super) lines: Vec<String>,
}

pub(super) fn told(found: &Verification, language: Language) -> Told {
    let until = Instant::now().checked_add(LONGEST).unwrap_or_else(Instant::now);
    let on = |session: &_, of: &_| found.fingerprint_on(session, of).map(Fingerprint::as_str);
    let papers = set_again(&found.entries, &found.papers, on, until);
    let sound = !papers.iter().any(|paper| paper.again.is_wrong());
    let same = papers.iter().filter(|paper| paper.again == Again::Same).count();
    let unchecked = papers.iter().filter(|paper| paper.again.is_unchecked()).count();
    let mut lines: Vec<String> =
        papers.iter().filter_map(|paper| of_paper(paper, language)).collect();
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
    Told { sound, unchecked, lines }
}

fn of_paper(SetAgain { paper, title, again }: &SetAgain, language: Language) -> Option<String> {
    Some(match again {
        Again::Same => return None,
        Again::OfAnotherVersion { set_by } => {
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
        Again::NotSet { reason } => language.of(
            format!("! 第{paper}号文书《{title}》在本机不能重新排出，未核对（{reason}）"),
            format!("! paper {paper}, {title}, cannot be set on this machine: {reason}"),
        ),
        Again::LeftOut => language.of(
            format!(
                "! 第{paper}号文书《{title}》没有重新排：已排了{}秒，未核对",
                LONGEST.as_secs()
            ),
            format!(
                "! paper {paper}, {title}, was not set again: {} seconds had passed",
                LONGEST.as_secs()
            ),
        ),
        Again::ToldOtherwise => language.of(
            format!("✗ 第{paper}号文书《{title}》的标题或页数，记录与文书不符"),
            format!("✗ paper {paper}, {title}, has another title or number of pages on record"),
        ),
        Again::Forged => language.of(
            format!("✗ 第{paper}号文书《{title}》不是按当时的记录排出的"),
            format!("✗ paper {paper}, {title}, is not what the record of the time makes"),
        ),
    })
}
