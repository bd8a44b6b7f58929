//! Ballots under any settings that make ties, seats left and doubts likely: every setting of a vote
//! there is, often at the edge of a rule, never one that could not be saved.

use session::ballot::election::{Election, Nominee};
use session::ballot::{Ballot, BallotContest, HallCounting, OptionOrder, ResultOrder};
use session::tally::{
    AbstentionBase, AbstentionWord, Assessment, AtHalf, Band, Base, BlankRow, BlankSection, Cap,
    EvaluationRule, Fraction, IllegibleRow, Kind, Least, Levels, MotionRule, MultiMark, OverCap,
    Rate, SeatsRule, Shortfall, Threshold, TieRule, ValidIf, WriteInUnmarked, WriteIns,
};

use super::Dice;
use crate::day::{ballot_of, election, evaluation, motion, selection};

/// One or two of them.
pub fn any(dice: &mut Dice) -> Vec<Ballot> {
    let number = dice.between(1, 2);
    ["甲票", "乙票"].into_iter().take(number as usize).map(|id| any_ballot(dice, id)).collect()
}

fn any_ballot(dice: &mut Dice, id: &str) -> Ballot {
    let mut contests = match dice.between(0, 4) {
        0 | 1 => vec![selection("项目", 3, 2)],
        2 => vec![
            election("副镇长", &["王芳", "李伟"], 1),
            motion("预算", Some(Threshold::MAJORITY_OF_ALL)),
        ],
        3 => vec![evaluation("测评", 2), selection("项目", 2, 1)],
        _ => vec![election("副主席", &["甲", "乙", "丙"], 2)],
    };
    for entry in &mut contests {
        set(dice, entry);
    }
    let ballot = Ballot {
        bundle_size: dice.between(1, 3),
        hand_tally: dice.per_cent(25),
        hall: dice.one_of(&[HallCounting::Live, HallCounting::Progress, HallCounting::Nothing]),
        valid_if: dice.one_of(&[
            ValidIf::ReturnedAtMostIssued,
            ValidIf::ReturnedAtMostPresent,
            ValidIf::ReturnedEqualsIssued,
        ]),
        quorum: dice.one_of(&[
            Fraction::TWO_THIRDS,
            Fraction::TWO_THIRDS,
            part(3, 4),
            Fraction::HALF,
        ]),
        ..ballot_of(id, contests)
    };
    let departure_reason = (!ballot.departures().is_empty()).then(|| "按试点方案".to_owned());
    Ballot { departure_reason, ..ballot }
}

fn part(numerator: u32, denominator: u32) -> Fraction {
    Fraction::new(numerator, denominator).unwrap()
}

fn set(dice: &mut Dice, entry: &mut BallotContest) {
    entry.result_order = dice.one_of(&[ResultOrder::Approvals, ResultOrder::Ballot]);
    entry.order =
        dice.one_of(&[OptionOrder::Number, OptionOrder::NameStrokes, OptionOrder::ByHand]);
    let options = entry.contest.options.len();
    if dice.per_cent(20) {
        entry.headings = (0..options).map(|at| format!("第{}类", at / 2 + 1)).collect();
    }
    match &mut entry.contest.kind {
        Kind::Selection(rule) => set_seats(dice, rule),
        Kind::Election(rule) => {
            set_seats(dice, rule);
            rule.write_ins = dice.one_of(&[
                WriteIns::NeedsAgainst,
                WriteIns::NeedsAgainst,
                WriteIns::Allowed,
                WriteIns::None,
            ]);
            entry.election = dice.per_cent(60).then(|| any_election(dice, options));
        }
        Kind::Evaluation(rule) => {
            set_grades(dice, rule);
            entry.assessment = dice.per_cent(70).then(|| any_assessment(dice));
            entry.row_noun = dice.one_of(&["", "部门", "述职人员"]).to_owned();
            entry.remarks = dice.per_cent(50);
        }
        Kind::Motion(rule) => set_motion(dice, rule),
    }
}

/// What nothing drawn means, and what cannot be read.
fn blanks(dice: &mut Dice, rows: &[BlankRow]) -> (BlankRow, BlankSection, IllegibleRow) {
    let sections = [BlankSection::Valid, BlankSection::Void, BlankSection::ByRow];
    let illegible = [IllegibleRow::Row, IllegibleRow::Row, IllegibleRow::Section];
    (dice.one_of(rows), dice.one_of(&sections), dice.one_of(&illegible))
}

const ANY_BLANK: [BlankRow; 4] =
    [BlankRow::Abstain, BlankRow::Abstain, BlankRow::For, BlankRow::Void];

pub fn any_threshold(dice: &mut Dice) -> Threshold {
    let (over_half, two_thirds) = (Least::Over(Fraction::HALF), Least::AtLeast(part(2, 3)));
    Threshold {
        base: dice.one_of(&[Base::AllDeputies, Base::Present, Base::Returned, Base::Valid]),
        least: dice.one_of(&[over_half, over_half, two_thirds]),
    }
}

fn perhaps(dice: &mut Dice) -> Option<Threshold> {
    dice.per_cent(30).then(|| any_threshold(dice))
}

fn set_seats(dice: &mut Dice, rule: &mut SeatsRule) {
    (rule.blank_row, rule.blank_section, rule.illegible_row) = blanks(dice, &ANY_BLANK);
    rule.threshold = perhaps(dice);
    rule.cap = dice.one_of(&[Cap::None, Cap::None, Cap::AtMost, Cap::Exactly]);
    rule.over_cap = dice.one_of(&[OverCap::Section, OverCap::Sheet, OverCap::Flag]);
    rule.tie = dice.one_of(&[
        TieRule::Runoff,
        TieRule::Runoff,
        TieRule::Presidium,
        TieRule::AllIn,
        TieRule::BallotOrder,
    ]);
    rule.shortfall = dice.one_of(&[Shortfall::Further, Shortfall::Further, Shortfall::Accept]);
    rule.write_in_unmarked = dice.one_of(&[WriteInUnmarked::For, WriteInUnmarked::Void]);
}

fn any_election(dice: &mut Dice, candidates: usize) -> Election {
    let nominee = || Nominee { relatives: "刘敏（姐）".to_owned(), ..Nominee::default() };
    Election {
        by_election: dice.per_cent(30),
        margin: dice.one_of(&[None, Some(1)]),
        write_in_deputies_only: dice.per_cent(50),
        nominees: if dice.per_cent(50) { vec![nominee(); candidates] } else { Vec::new() },
        ..Election::default()
    }
}

fn set_grades(dice: &mut Dice, rule: &mut EvaluationRule) {
    (rule.blank_row, rule.blank_section, rule.illegible_row) =
        blanks(dice, &[BlankRow::Abstain, BlankRow::Void]);
    rule.multi_mark = dice.one_of(&[MultiMark::Void, MultiMark::Abstain]);
    rule.rate = Rate {
        grades: dice.one_of(&[vec![0, 1], vec![0]]),
        base: dice.one_of(&[Base::Valid, Base::Returned, Base::Present, Base::AllDeputies]),
        decimals: dice.one_of(&[0, 1, 2]),
    };
}

fn any_assessment(dice: &mut Dice) -> Assessment {
    let band = |label: &str, at_least| Band { label: label.to_owned(), at_least };
    let half = [AtHalf::Enough, AtHalf::NotEnough];
    let by_level = dice.one_of(&[Vec::new(), vec![AtHalf::Enough, AtHalf::NotEnough]]);
    let levels = [
        Levels::None,
        Levels::Counts { at_half: dice.one_of(&half), by_level },
        Levels::Rate { bands: vec![band("好", 9_000), band("一般", 0)] },
    ];
    Assessment {
        weights: dice.one_of(&[Vec::new(), vec![100, 60, 0]]),
        abstention: dice.one_of(&[AbstentionWord::Abstain, AbstentionWord::DontKnow]),
        abstention_base: dice.one_of(&[AbstentionBase::Counted, AbstentionBase::LeftOut]),
        levels: dice.one_of(&levels),
        shares: dice.per_cent(50),
        overall: dice.per_cent(50),
    }
}

fn set_motion(dice: &mut Dice, rule: &mut MotionRule) {
    (rule.blank_row, rule.blank_section, rule.illegible_row) = blanks(dice, &ANY_BLANK);
    if dice.per_cent(40) {
        rule.threshold = perhaps(dice);
    }
}
