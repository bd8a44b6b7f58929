//! 选票: a ballot's facts from its contests, their rules and their symbols.

use session::{
    ballot::{Ballot, BallotContest, Symbol},
    meeting::Meeting,
    tally::{self, Mark},
};

use super::{in_ten_thousands, words};
use crate::{
    PageSize,
    data::{
        SessionName,
        ballot::{BallotCap, BallotOption, BallotPaper, BallotSection, BlankRow, OverCap, Symbols},
    },
};

/// Returns what stands on a ballot.
pub(super) fn paper(meeting: &Meeting, ballot: &Ballot) -> BallotPaper {
    let several = ballot.contests.len() > 1;
    BallotPaper {
        session: SessionName::parse(&meeting.title()),
        title: ballot.title.clone(),
        colour: Some(ballot.colour.clone()).filter(|colour| !colour.is_empty()),
        size: PageSize::A4,
        date: meeting.held_on,
        seal: "主席团盖章处".to_owned(),
        sections: ballot.contests.iter().map(|entry| section(entry, several)).collect(),
    }
}

fn section(entry: &BallotContest, titled: bool) -> BallotSection {
    let rule = entry.contest.seats_rule();
    BallotSection {
        title: titled.then(|| entry.contest.title.clone()),
        noun: words(&entry.contest.kind).0.to_owned(),
        seats: rule.map_or(1, |rule| rule.seats.get()),
        cap: rule.map_or(BallotCap::None, |rule| match rule.cap {
            tally::Cap::AtMost => BallotCap::AtMost,
            tally::Cap::Exactly => BallotCap::Exactly,
            tally::Cap::None => BallotCap::None,
        }),
        over_cap: rule.map_or(OverCap::Flag, |rule| match rule.over_cap {
            tally::OverCap::Section => OverCap::Section,
            tally::OverCap::Sheet => OverCap::Sheet,
            tally::OverCap::Flag => OverCap::Flag,
        }),
        symbols: symbols(entry),
        blank_row: match entry.blank_row() {
            tally::BlankRow::Abstain => BlankRow::Abstain,
            tally::BlankRow::Void => BlankRow::Void,
            tally::BlankRow::For => BlankRow::For,
        },
        options: options(entry),
    }
}

fn symbols(entry: &BallotContest) -> Symbols {
    let drawn = |mark| entry.symbols.iter().find(|meaning| meaning.mark == mark).map(|meaning| sign(meaning.symbol).to_owned());
    Symbols { approve: drawn(Mark::For).unwrap_or_default(), oppose: drawn(Mark::Against), abstain: drawn(Mark::Abstain) }
}

fn sign(symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Circle => "○",
        Symbol::Cross => "×",
        Symbol::Tick => "√",
        Symbol::Triangle => "△",
    }
}

fn options(entry: &BallotContest) -> Vec<BallotOption> {
    let projects = entry.projects.iter().map(Some).chain(std::iter::repeat(None));
    let named = (1..).zip(entry.contest.options.iter().zip(projects));
    named
        .map(|(number, (option, project))| BallotOption {
            number,
            name: option.name.clone(),
            investment: project.filter(|project| project.investment > 0).map(|project| in_ten_thousands(project.investment)),
            unit: project.map(|project| project.unit.clone()).filter(|unit| !unit.is_empty()),
        })
        .collect()
}
