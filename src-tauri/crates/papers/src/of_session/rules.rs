//! 办法: a ballot's settings, as its rules are written from them.

use session::ballot::follow::{Follows, Origin};
use session::ballot::{Ballot, BallotContest, SymbolMeaning};
use session::floor::meeting::Meeting;
use session::round::RoundKind;
use session::tally::{
    AbstentionBase, Assessment, Base, BlankRow, BlankSection, IllegibleRow, Kind, Levels, Mark,
    SeatsRule,
};
use session::views::wording;
use session::{Session, tally};

use super::vote::{abstention, departure, kind_of};
use super::{meeting, setting, words};
use crate::data::rules::{
    BandFacts, ContestRules, OfRules, OptionFacts, RulesFacts, SymbolFacts, ThresholdRule,
};

/// Returns what a paper about a ballot before the vote may say.
pub(super) fn of_rules(session: &Session, named: &Meeting, ballot: &Ballot) -> OfRules {
    OfRules {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        rules: facts(named, ballot),
    }
}

pub(super) fn facts(meeting: &Meeting, ballot: &Ballot) -> RulesFacts {
    let (word, paper) = words::of_ballot(ballot);
    let follows = ballot.origin.as_ref().map(|Origin { round, follows, .. }| match follows {
        Follows::Runoff => RoundKind::Runoff { of: *round },
        Follows::Further => RoundKind::Further { of: *round },
    });
    RulesFacts {
        title: words::vote_title(&ballot.title),
        word: word.to_owned(),
        paper: paper.to_owned(),
        colour: ballot.colour.clone(),
        round: follows.and_then(|kind| words::round(kind, ballot)),
        quorum: ballot.quorum_of(meeting.all_deputies),
        quorum_part: wording::part(ballot.quorum),
        valid_if: setting(&ballot.valid_if),
        bundle_size: ballot.bundle_size,
        hall: setting(&ballot.hall),
        departure: departure(ballot),
        contests: ballot.contests.iter().map(|entry| contest(meeting, entry, paper)).collect(),
    }
}

fn contest(meeting: &Meeting, entry: &BallotContest, paper: &str) -> ContestRules {
    let kind = &entry.contest.kind;
    let (noun, measure) = words::noun(kind);
    let options = (1..).zip(&entry.contest.options);
    let rules = ContestRules {
        title: entry.contest.title.clone(),
        kind: kind_of(kind),
        noun: noun.to_owned(),
        measure: measure.to_owned(),
        chosen_word: words::chosen(kind).to_owned(),
        options: options
            .map(|(number, option)| OptionFacts { number, name: option_name(entry, &option.name) })
            .collect(),
        order: setting(&entry.order),
        deputies_only: entry
            .election
            .as_ref()
            .is_some_and(|election| election.write_in_deputies_only),
        by_election: entry.election.as_ref().is_some_and(|election| election.by_election),
        abstention: abstention(entry).to_owned(),
        symbols: entry.symbols.iter().map(|meaning| symbol(*meaning, kind)).collect(),
        ..without_rule()
    };
    match kind {
        Kind::Selection(rule) | Kind::Election(rule) => with_seats(rules, rule, meeting),
        Kind::Evaluation(rule) => {
            let marks = Marks(rule.blank_row, rule.blank_section, rule.illegible_row);
            let (base, labels) = (rate_base(rule.rate.base, paper), rule.grades.clone());
            let grades = rule
                .rate
                .grades
                .iter()
                .filter_map(|grade| rule.grades.get(usize::from(*grade)))
                .cloned()
                .collect();
            ContestRules {
                grades: labels,
                multi_mark: setting(&rule.multi_mark),
                rate_grades: grades,
                rate_base: base,
                rate_decimals: u32::from(rule.rate.decimals),
                ..with_marks(assessed(rules, entry.assessment.as_ref()), &marks)
            }
        }
        Kind::Motion(rule) => {
            let marks = Marks(rule.blank_row, rule.blank_section, rule.illegible_row);
            ContestRules {
                threshold: rule.threshold.map(|rule| threshold(rule, meeting)),
                ..with_marks(rules, &marks)
            }
        }
    }
}

/// A motion is named by its contest, as on the ballot.
fn option_name(entry: &BallotContest, name: &str) -> String {
    if matches!(entry.contest.kind, Kind::Motion(_)) {
        entry.contest.title.clone()
    } else {
        name.to_owned()
    }
}

/// What a row without a symbol, a section without any and a row that cannot be read mean.
struct Marks(BlankRow, BlankSection, IllegibleRow);

fn with_marks(rules: ContestRules, Marks(row, section, illegible): &Marks) -> ContestRules {
    ContestRules {
        blank_row: setting(row),
        blank_section: setting(section),
        illegible_row: setting(illegible),
        ..rules
    }
}

fn with_seats(rules: ContestRules, rule: &SeatsRule, meeting: &Meeting) -> ContestRules {
    let marks = Marks(rule.blank_row, rule.blank_section, rule.illegible_row);
    ContestRules {
        seats: Some(rule.seats.get()),
        threshold: rule.threshold.map(|rule| threshold(rule, meeting)),
        cap: setting(&rule.cap),
        over_cap: setting(&rule.over_cap),
        write_ins: setting(&rule.write_ins),
        write_in_unmarked: setting(&rule.write_in_unmarked),
        tie: setting(&rule.tie),
        shortfall: setting(&rule.shortfall),
        ..with_marks(rules, &marks)
    }
}

fn assessed(rules: ContestRules, assessment: Option<&Assessment>) -> ContestRules {
    let Some(assessment) = assessment else { return rules };
    let band = |band: &tally::Band| BandFacts {
        label: band.label.clone(),
        at_least: words::per_cent(band.at_least),
    };
    let (levels, at_half, bands) = match &assessment.levels {
        Levels::None => ("none", String::new(), Vec::new()),
        Levels::Counts { at_half } => ("counts", setting(at_half), Vec::new()),
        Levels::Rate { bands } => ("rate", String::new(), bands.iter().map(band).collect()),
    };
    ContestRules {
        weights: assessment.weights.iter().map(|weight| u32::from(*weight)).collect(),
        abstentions_counted: assessment.abstention_base == AbstentionBase::Counted,
        levels: levels.to_owned(),
        at_half,
        bands,
        ..rules
    }
}

fn without_rule() -> ContestRules {
    let none = || "none".to_owned();
    ContestRules {
        title: String::new(),
        kind: crate::data::vote::ContestKind::Motion,
        noun: String::new(),
        measure: String::new(),
        chosen_word: String::new(),
        seats: None,
        options: Vec::new(),
        order: none(),
        symbols: Vec::new(),
        threshold: None,
        cap: none(),
        over_cap: none(),
        blank_row: none(),
        blank_section: none(),
        illegible_row: none(),
        write_ins: none(),
        write_in_unmarked: none(),
        deputies_only: false,
        by_election: false,
        tie: none(),
        shortfall: none(),
        grades: Vec::new(),
        abstention: "弃权".to_owned(),
        abstentions_counted: true,
        multi_mark: none(),
        rate_grades: Vec::new(),
        rate_base: String::new(),
        rate_decimals: 0,
        weights: Vec::new(),
        levels: none(),
        at_half: none(),
        bands: Vec::new(),
    }
}

/// The number is known before the vote only where it is a share of all deputies.
fn threshold(threshold: tally::Threshold, meeting: &Meeting) -> ThresholdRule {
    let needed = match threshold.base {
        Base::AllDeputies => Some(threshold.needed(meeting.all_deputies)),
        Base::Present | Base::Returned | Base::Valid => None,
    };
    ThresholdRule { needed, wording: wording::threshold(threshold).sentence }
}

fn rate_base(base: Base, paper: &str) -> String {
    match base {
        Base::AllDeputies => "全体代表人数".to_owned(),
        Base::Present => "实到代表人数".to_owned(),
        Base::Returned => format!("收回的{paper}数"),
        Base::Valid => "该项的有效票数".to_owned(),
    }
}

fn symbol(meaning: SymbolMeaning, kind: &Kind) -> SymbolFacts {
    let grade = |index: u8| match kind {
        Kind::Evaluation(rule) => rule.grades.get(usize::from(index)).cloned(),
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => None,
    };
    let word = match meaning.mark {
        Mark::For => "赞成".to_owned(),
        Mark::Against => "反对".to_owned(),
        Mark::Abstain => "弃权".to_owned(),
        Mark::Grade(index) => grade(index).unwrap_or_default(),
        Mark::Blank | Mark::Illegible | Mark::Multiple => String::new(),
    };
    SymbolFacts { symbol: words::sign(meaning.symbol).to_owned(), meaning: word }
}
