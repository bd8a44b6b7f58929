//! `verify`: the chain, every entry by the rules, the papers set again, and every certified round
//! counted again from its own count file.
//!
//! A chain that holds says that the entries follow one another, not that nobody rewrote all of them:
//! only a fingerprint that was printed at the time says that.

mod archive;
mod link;
mod papers;
mod recount;

use std::io;
use std::io::Write;
use std::process::ExitCode;

use session::Session;
use session::floor::meeting::Meeting;
use store::{Verification, Warning};

use self::archive::Opened;
use crate::arguments::Verify;
use crate::language::Language;
use crate::sentences::{of_flaw, visible};
use crate::trouble::Trouble;

pub(crate) fn verify(asked: &Verify, language: Language) -> Result<ExitCode, Trouble> {
    let archive = Opened::of(&asked.session)?;
    let path = archive.as_ref().map_or_else(|| asked.session.clone(), Opened::session);
    let found = store::verify(&path)?;
    let mut lines = vec![titled(&found.session, language)];
    lines.extend(found.flaws.iter().map(|flaw| format!("✗ {}", of_flaw(flaw, language))));
    let mut sound = found.flaws.is_empty();
    if let Some(archive) = &archive {
        let (files_sound, of_files) = archive.lines(&found, language)?;
        lines.extend(of_files);
        sound &= files_sound;
    }
    if found.flaws.is_empty() {
        lines.push(joined(&found, language));
    }
    lines.extend(found.warnings.iter().map(|warning| of_warning(warning, language)));
    let of_papers = papers::told(&found, language);
    let (rounds_sound, of_rounds) = recount::lines(&found, language)?;
    lines.extend(of_papers.lines.into_iter().chain(of_rounds));
    sound &= of_papers.sound && rounds_sound;
    let (link_sound, of_link) = link::lines(&asked.session, &found, &asked.after, language);
    lines.extend(of_link);
    sound &= link_sound;
    let (compared, said) = compared(&found, asked.fingerprint.as_deref(), sound, language);
    lines.push(said);
    sound &= compared;
    lines.push(conclusion(sound, of_papers.unchecked, &found, language));
    let mut out = io::stdout().lock();
    lines
        .iter()
        .filter(|line| !line.is_empty())
        .try_for_each(|line| writeln!(out, "{}", visible(line)))
        .map_err(Trouble::Output)?;
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A rehearsal is never taken for the session it was made of.
fn titled(session: &Session, language: Language) -> String {
    let title = session.meeting().map(Meeting::title).unwrap_or_default();
    if session.is_rehearsal() {
        language.of(
            format!("【演练】{title}：里面的一切都不作数"),
            format!("[rehearsal] {title}: nothing in it counts"),
        )
    } else {
        title
    }
}

fn joined(found: &Verification, language: Language) -> String {
    let entries = found.entries.len();
    language.of(
        format!("✓ 记录{entries}条，前后相接，每一条都是按规则可以写下的"),
        format!("✓ {entries} entries, each joined to the one before and possible by the rules"),
    )
}

fn of_warning(warning: &Warning, language: Language) -> String {
    let Warning { seq, before, at } = warning;
    let (before, at) = (before.format("%Y-%m-%d %H:%M:%S%:z"), at.format("%Y-%m-%d %H:%M:%S%:z"));
    language.of(
        format!("! 第{seq}条：时间倒退（上一条 {before}，这一条 {at}）"),
        format!("! entry {seq}: time ran back ({before} before, {at} here)"),
    )
}

/// What is said of the fingerprint on paper, and whether nothing is wrong with it.
fn compared(
    found: &Verification,
    printed: Option<&str>,
    sound: bool,
    language: Language,
) -> (bool, String) {
    let Some(printed) = printed else {
        let said = language.of(
            "! 没有与印出的指纹核对：前后相接不等于未被改动，请用 --fingerprint 核对",
            "! not compared with a printed fingerprint: joined is not yet unchanged, see --fingerprint",
        );
        return (true, if sound { said.to_owned() } else { String::new() });
    };
    match found.entry_of(printed) {
        // The fingerprint of a broken chain stands for nothing.
        Some(_) if !sound => (false, String::new()),
        Some(seq) => (
            true,
            language.of(
                format!("✓ 印出的指纹是第{seq}条的：第1至{seq}条未被改动"),
                format!("✓ the printed fingerprint is that of entry {seq}: nothing up to it was changed"),
            ),
        ),
        None => (
            false,
            language
                .of(
                    "✗ 印出的指纹不是其中任何一条的：这不是当时的记录",
                    "✗ the printed fingerprint is that of no entry: this is not the record of the time",
                )
                .to_owned(),
        ),
    }
}

fn conclusion(sound: bool, unchecked: usize, found: &Verification, language: Language) -> String {
    if !sound {
        return language.of("核验未通过。", "Not verified.").to_owned();
    }
    let head = found.head.as_ref().map(ToString::to_string).unwrap_or_default();
    if unchecked > 0 {
        return language.of(
            format!("核验通过，但 {unchecked} 件文书未核对。指纹 {head}"),
            format!("Verified, but {unchecked} papers were not checked. Fingerprint {head}"),
        );
    }
    language.of(format!("核验通过。指纹 {head}"), format!("Verified. Fingerprint {head}"))
}
