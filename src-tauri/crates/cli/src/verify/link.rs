//! The sessions a session goes on from, back over the years as far as their files are there.

use std::path::{Path, PathBuf};

use session::Session;
use session::floor::last::{CarriedOver, LastSession};
use store::{Link, Verification, last_beside, verify_unwritten};

use crate::language::Language;
use crate::sentences::{of_flaw, of_store};

/// More files are never followed; no chain of sessions is as long.
const MOST_SESSIONS: usize = 60;

/// Returns what is said of them, and whether nothing is wrong. `after` are their files, the newest
/// first; where none is named one is looked for beside the file before.
pub(super) fn lines(
    path: &Path,
    found: &Verification,
    after: &[PathBuf],
    language: Language,
) -> (bool, Vec<String>) {
    let mut lines = Vec::new();
    let mut last = found.session.last().cloned();
    let (mut named, mut at) = (after.iter(), path.to_owned());
    let mut next = found.session.clone();
    for _ in 0..MOST_SESSIONS {
        let given = named.next().cloned();
        let Some(before) = last else {
            let too_many = given.map(|path| joined_to_nothing(&path, language));
            let sound = too_many.is_none();
            lines.extend(too_many);
            return (sound, lines);
        };
        let Some(file) = given.or_else(|| last_beside(&at, &before)) else {
            lines.push(missing(&before, language));
            return (true, lines);
        };
        let (line, goes_on) = look(&file, &before, language);
        lines.push(line);
        let Some(found) = goes_on else { return (false, lines) };
        let line = carried(&found, &before, &next, language);
        let sound = line.is_none();
        lines.extend(line);
        if !sound {
            return (false, lines);
        }
        (last, at, next) = (found.session.last().cloned(), file, found.session);
    }
    (true, lines)
}

/// Returns what is said of one file, and what it holds where the link holds.
fn look(file: &Path, before: &LastSession, language: Language) -> (String, Option<Verification>) {
    let shown = file.display();
    let LastSession { title, entries, .. } = before;
    let found = match verify_unwritten(file) {
        Ok(found) => found,
        Err(error) => {
            let said = of_store(&error, language);
            let line = language.of(
                format!("✗ 上次会议 {title} 的文件没有读成：{said}"),
                format!("✗ the session before, {title}: {said}"),
            );
            return (line, None);
        }
    };
    if let Some(flaw) = found.flaws.first() {
        let said = of_flaw(flaw, language);
        let line = language.of(
            format!("✗ 上次会议的文件 {shown} 已损坏：{said}"),
            format!("✗ the file of the session before, {shown}, is damaged: {said}"),
        );
        return (line, None);
    }
    match Link::of(before, &found) {
        Link::Joined { later } => (joined(before, later, file, language), Some(found)),
        Link::Shorter { entries: has } => {
            let line = language.of(
                format!("✗ 接续中断：会议接在 {title} 第{entries}条之后，{shown} 只有{has}条，被截短了，或是较早的副本"),
                format!("✗ broken: the session goes on from entry {entries} of {title}, and {shown} has only {has}: cut off, or an earlier copy"),
            );
            (line, None)
        }
        Link::Other => {
            let line = language.of(
                format!("✗ 接续中断：{shown} 第{entries}条的指纹与会议记下的不符，不是 {title} 当时的记录"),
                format!("✗ broken: entry {entries} of {shown} has another fingerprint than the session names: it is not the record of {title} as it stood"),
            );
            (line, None)
        }
    }
}

/// Returns what is said where the next session goes on with something else than stood there when it
/// was made.
fn carried(
    found: &Verification,
    before: &LastSession,
    next: &Session,
    language: Language,
) -> Option<String> {
    let entries = usize::try_from(before.entries).unwrap_or(usize::MAX);
    let then = Session::replay(found.entries.iter().take(entries)).ok()?;
    let otherwise = CarriedOver::of(&then).otherwise_in(next);
    let title = &before.title;
    let names = otherwise.join("、");
    (!otherwise.is_empty()).then(|| {
        language.of(
            format!("✗ 结转的事项与 {title} 当时的记录不符：{names}"),
            format!("✗ what goes over is not what stood in {title}: {names}"),
        )
    })
}

fn joined(before: &LastSession, later: u32, file: &Path, language: Language) -> String {
    let LastSession { title, entries, .. } = before;
    let shown = file.display();
    let since = if later == 0 {
        String::new()
    } else {
        language.of(format!("，此后又记了{later}条"), format!("; {later} more were recorded since"))
    };
    language.of(
        format!("✓ 接续上次会议 {title}：第{entries}条的指纹相符（{shown}）{since}"),
        format!(
            "✓ goes on from {title}: the fingerprint of its entry {entries} agrees ({shown}){since}"
        ),
    )
}

fn missing(before: &LastSession, language: Language) -> String {
    let LastSession { title, entries, head, .. } = before;
    language.of(
        format!("! 接续上次会议 {title} 第{entries}条（指纹 {head}），旁边没有那个文件，没有核对：请用 --after 指明"),
        format!("! goes on from entry {entries} of {title} (fingerprint {head}); its file is not beside this one and was not compared: name it with --after"),
    )
}

fn joined_to_nothing(path: &Path, language: Language) -> String {
    let shown = path.display();
    language.of(
        format!("✗ 没有记录说它接续另一次会议，{shown} 无从核对"),
        format!(
            "✗ no record says that it goes on from another session: {shown} cannot be compared"
        ),
    )
}
