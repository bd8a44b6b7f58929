//! A certified round counted again from its own count file, as a stranger would.

use exchange::{count_file_of, read_count_file};
use session::round::{Certificate, Event as RoundEvent, Round};
use session::{Entry, Event};
use store::Verification;
use tally::{ContestTotals, Tally};

use crate::language::Language;
use crate::trouble::Trouble;

/// What counting a round again came to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Recount {
    Agrees,
    /// With the result; a certificate of an earlier version says no figures.
    AgreesUnsaid,
    Differs,
    /// Counted by hand: there are no sheets to count again.
    NoSheets,
}

/// Returns what is said of every certified round, and whether nothing is wrong.
pub(super) fn lines(
    found: &Verification,
    language: Language,
) -> Result<(bool, Vec<String>), Trouble> {
    let (mut sound, mut lines) = (true, Vec::new());
    for round in found.session.rounds() {
        if let Some(certificate) = round.certificate() {
            let recount = recount(round, certified_totals(found, certificate))?;
            sound &= recount != Recount::Differs;
            lines.push(of_round(round, recount, language));
            let fingerprint = found.hash_of(certificate.seq);
            let fingerprint = fingerprint.map(ToString::to_string).unwrap_or_default();
            lines.push(language.of(
                format!("  核定时的指纹 {fingerprint}"),
                format!("  fingerprint when certified {fingerprint}"),
            ));
        }
    }
    Ok((sound, lines))
}

/// The figures that were certified, as they stand in the journal.
fn certified_totals<'a>(found: &'a Verification, certificate: &Certificate) -> &'a [ContestTotals] {
    let entry: Option<&Entry> = found.entries.iter().find(|entry| entry.seq == certificate.seq);
    match entry.map(|entry| &entry.event) {
        Some(Event::Round(RoundEvent::Certified { totals, .. })) => totals,
        Some(_) | None => &[],
    }
}

/// The round goes out as a count file, is read back and counted; the result must be the certified
/// one, and the figures those of the journal.
fn recount(round: &Round, certified: &[ContestTotals]) -> Result<Recount, Trouble> {
    if round.hand_count().is_some() {
        return Ok(Recount::NoSheets);
    }
    let Ok(counted) = read_count_file(count_file_of(round)?.as_bytes()) else {
        return Ok(Recount::Differs);
    };
    let mut tally = Tally::new(&counted.contests);
    counted.sheets.iter().for_each(|sheet| tally.add(sheet));
    let agrees = counted.tally_under(round.ballot().quorum) == round.result();
    Ok(match certified {
        [] if agrees => Recount::AgreesUnsaid,
        certified if agrees && certified == tally.totals() => Recount::Agrees,
        _ => Recount::Differs,
    })
}

fn of_round(round: &Round, recount: Recount, language: Language) -> String {
    let (sign, number, title) =
        (if recount == Recount::Differs { "✗" } else { "✓" }, round.id(), &round.ballot().title);
    let said = match recount {
        Recount::Agrees => language.of(
            "重新计票与核定结果一致，与核定时记下的数字一致",
            "counted again with the certified result and the figures recorded with it",
        ),
        Recount::AgreesUnsaid => language.of(
            "重新计票与核定结果一致；核定时的程序没有记下数字",
            "counted again with the certified result; the program of the time recorded no figures",
        ),
        Recount::Differs => {
            language.of("重新计票与核定结果不一致", "counted again with another result")
        }
        Recount::NoSheets => language
            .of("人工计票，没有逐张记录可供重新计票", "counted by hand, no sheets to count again"),
    };
    language.of(
        format!("{sign} 第{number}轮 {title}：{said}"),
        format!("{sign} round {number} {title}: {said}"),
    )
}
