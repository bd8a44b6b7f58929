//! 复算: a certified round counted again from its own count file, as a stranger would.

use session::round::{Certificate, Event as RoundEvent, Round};
use session::{Entry, Event, RoundId};
use tally::{ContestTotals, Tally};

use crate::{count_file_of, read_count_file};

/// What counting a round again came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recount {
    Agrees,
    /// With the result; a certificate of an earlier version says no figures.
    AgreesUnsaid,
    Differs,
    /// Counted by hand: there are no sheets to count again.
    NoSheets,
}

/// A certified round, counted again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recounted {
    pub round: RoundId,
    /// Of its ballot.
    pub title: String,
    /// Entry it was certified with.
    pub certified: u32,
    pub recount: Recount,
}

/// Counts every certified round again. `entries` are the journal's, in which the certified figures
/// stand.
///
/// # Errors
/// When a count file cannot be written.
pub fn recounted(rounds: &[Round], entries: &[Entry]) -> Result<Vec<Recounted>, serde_json::Error> {
    let certified = rounds.iter().filter_map(|round| Some((round, round.certificate()?)));
    certified
        .map(|(round, certificate)| {
            Ok(Recounted {
                round: round.id(),
                title: round.ballot().title.clone(),
                certified: certificate.seq,
                recount: recount(round, certified_totals(entries, certificate))?,
            })
        })
        .collect()
}

/// The figures that were certified, as they stand in the journal.
fn certified_totals<'a>(entries: &'a [Entry], certificate: &Certificate) -> &'a [ContestTotals] {
    let entry = entries.iter().find(|entry| entry.seq == certificate.seq);
    match entry.map(|entry| &entry.event) {
        Some(Event::Round(RoundEvent::Certified { totals, .. })) => totals,
        Some(_) | None => &[],
    }
}

/// The round goes out as a count file, is read back and counted; the result must be the certified
/// one, and the figures those of the journal.
fn recount(round: &Round, certified: &[ContestTotals]) -> Result<Recount, serde_json::Error> {
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
