//! `verify`: the chain, the events, the papers, and every certified round counted again from its
//! own count file.

use std::io;
use std::io::Write;
use std::process::ExitCode;

use exchange::{count_file_of, read_count_file};
use session::floor::meeting::Meeting;
use session::round::Round;
use store::Verification;

use crate::arguments::Verify;
use crate::language::Language;
use crate::sentences::of_flaw;
use crate::trouble::Trouble;

pub(crate) fn verify(asked: &Verify, language: Language) -> Result<ExitCode, Trouble> {
    let found = store::verify(&asked.session)?;
    let mut lines = vec![found.session.meeting.as_ref().map(Meeting::title).unwrap_or_default()];
    lines.extend(found.flaws.iter().map(|flaw| format!("✗ {}", of_flaw(flaw, language))));
    if found.flaws.is_empty() {
        lines.push(unbroken(&found, language));
    }
    let mut sound = found.flaws.is_empty();
    for round in &found.session.rounds {
        if let Some(certificate) = round.certificate() {
            let recount = recount(round)?;
            sound &= recount != Recount::Differs;
            lines.push(of_round(
                round,
                recount,
                found.hash_of(certificate.seq).map(ToString::to_string),
                language,
            ));
        }
    }
    lines.push(conclusion(sound, &found, language));
    let mut out = io::stdout().lock();
    lines
        .iter()
        .filter(|line| !line.is_empty())
        .try_for_each(|line| writeln!(out, "{line}"))
        .map_err(Trouble::Output)?;
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn unbroken(found: &Verification, language: Language) -> String {
    let (entries, papers) = (found.entries.len(), found.papers);
    language.of(
        format!("✓ 记录{entries}条，前后相接，未被改动\n✓ 文书{papers}件，与印发时一致"),
        format!(
            "✓ {entries} entries, unbroken and unchanged\n✓ {papers} papers, as they were issued"
        ),
    )
}

/// What counting a round again came to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Recount {
    Agrees,
    Differs,
    /// Counted by hand: there are no sheets to count again.
    NoSheets,
}

/// The round goes out as a count file, is read back and counted as a stranger would; the result
/// must be the certified one.
fn recount(round: &Round) -> Result<Recount, Trouble> {
    if round.hand_count().is_some() {
        return Ok(Recount::NoSheets);
    }
    let exported = count_file_of(round)?;
    let agrees = read_count_file(exported.as_bytes())
        .is_ok_and(|recounted| recounted.tally_under(round.ballot.quorum) == round.result());
    Ok(if agrees { Recount::Agrees } else { Recount::Differs })
}

fn of_round(
    round: &Round,
    recount: Recount,
    fingerprint: Option<String>,
    language: Language,
) -> String {
    let (sign, number, title) =
        (if recount == Recount::Differs { "✗" } else { "✓" }, round.id, &round.ballot.title);
    let said = match recount {
        Recount::Agrees => {
            language.of("重新计票与核定结果一致", "counted again with the certified result")
        }
        Recount::Differs => {
            language.of("重新计票与核定结果不一致", "counted again with another result")
        }
        Recount::NoSheets => language
            .of("人工计票，没有逐张记录可供重新计票", "counted by hand, no sheets to count again"),
    };
    let fingerprint = fingerprint.unwrap_or_default();
    language.of(
        format!("{sign} 第{number}轮 {title}：{said}\n  核定时的指纹 {fingerprint}"),
        format!(
            "{sign} round {number} {title}: {said}\n  fingerprint when certified {fingerprint}"
        ),
    )
}

fn conclusion(sound: bool, found: &Verification, language: Language) -> String {
    if !sound {
        return language.of("核验未通过。", "Not verified.").to_owned();
    }
    let head = found.head.as_ref().map(ToString::to_string).unwrap_or_default();
    language.of(format!("核验通过。指纹 {head}"), format!("Verified. Fingerprint {head}"))
}
