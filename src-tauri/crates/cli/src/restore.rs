//! `restore`: a copy takes the place of a session file that is lost or damaged.

use std::io;
use std::io::Write;
use std::process::ExitCode;

use crate::arguments::Restore;
use crate::language::Language;
use crate::sentences::visible;
use crate::trouble::Trouble;

pub(crate) fn restore(asked: &Restore, language: Language) -> Result<ExitCode, Trouble> {
    let restored = store::restore(&asked.copy, &asked.to)?;
    let (to, entries) = (asked.to.display(), restored.entries);
    let head = restored.head.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut lines = vec![language.of(
        format!("已恢复 {to}：记录{entries}条，指纹 {head}"),
        format!("restored {to}: {entries} entries, fingerprint {head}"),
    )];
    lines.extend(restored.aside.map(|aside| {
        let aside = aside.display();
        language.of(format!("原有文件留存为 {aside}"), format!("what lay there is kept as {aside}"))
    }));
    let mut out = io::stdout().lock();
    lines
        .iter()
        .try_for_each(|line| writeln!(out, "{}", visible(line)))
        .map_err(Trouble::Output)?;
    Ok(ExitCode::SUCCESS)
}
