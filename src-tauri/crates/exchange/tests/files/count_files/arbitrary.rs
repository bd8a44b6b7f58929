//! Contests of every kind and sheets of them, at random.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tally::{
    Base, BlankRow, BlankSection, Cap, Contest, ContestOption, EvaluationRule, Fraction,
    IllegibleRow, Kind, Least, Mark, MotionRule, MultiMark, OverCap, Rate, SeatsRule, Section,
    SectionRuling, Sheet, Shortfall, Threshold, TieRule, WriteIn, WriteInMark, WriteInUnmarked,
    WriteIns,
};

fn options(count: usize) -> Vec<ContestOption> {
    (1..=count)
        .map(|number| ContestOption {
            id: number.to_string().as_str().into(),
            name: format!("选项{number}"),
        })
        .collect()
}

fn thresholds() -> impl Strategy<Value = Option<Threshold>> {
    let base = select(vec![Base::AllDeputies, Base::Present, Base::Returned, Base::Valid]);
    let fraction = (1_u32..100)
        .prop_flat_map(|q| (0..=q, Just(q)))
        .prop_map(|(p, q)| Fraction::new(p, q).unwrap());
    let some = (base, fraction, any::<bool>()).prop_map(|(base, fraction, over)| Threshold {
        base,
        least: if over { Least::Over(fraction) } else { Least::AtLeast(fraction) },
    });
    proptest::option::of(some)
}

fn seats_rules() -> impl Strategy<Value = SeatsRule> {
    let cap = (
        select(vec![Cap::AtMost, Cap::Exactly, Cap::None]),
        select(vec![OverCap::Section, OverCap::Sheet, OverCap::Flag]),
    );
    let blank = (
        select(vec![BlankRow::Abstain, BlankRow::Void, BlankRow::For]),
        select(vec![BlankSection::Valid, BlankSection::Void, BlankSection::ByRow]),
    );
    let write_ins = (
        select(vec![WriteIns::None, WriteIns::NeedsAgainst, WriteIns::Allowed]),
        select(vec![WriteInUnmarked::For, WriteInUnmarked::Void]),
    );
    let end = (
        select(vec![TieRule::Runoff, TieRule::Presidium, TieRule::AllIn, TieRule::BallotOrder]),
        select(vec![Shortfall::Further, Shortfall::Accept]),
    );
    let illegible = select(vec![IllegibleRow::Row, IllegibleRow::Section]);
    (1_u32..6, thresholds(), cap, blank, illegible, write_ins, end).prop_map(
        |(seats, threshold, cap, blank, illegible_row, write_ins, end)| SeatsRule {
            seats: seats.try_into().unwrap(),
            threshold,
            cap: cap.0,
            over_cap: cap.1,
            blank_row: blank.0,
            blank_section: blank.1,
            illegible_row,
            write_ins: write_ins.0,
            write_in_unmarked: write_ins.1,
            tie: end.0,
            shortfall: end.1,
        },
    )
}

fn evaluation_rule() -> EvaluationRule {
    EvaluationRule {
        grades: vec!["满意".into(), "基本满意".into(), "不满意".into()],
        blank_row: BlankRow::Void,
        blank_section: BlankSection::Void,
        illegible_row: IllegibleRow::Section,
        multi_mark: MultiMark::Abstain,
        rate: Rate { grades: vec![0, 1], base: Base::Present, decimals: 1 },
    }
}

pub fn contests() -> impl Strategy<Value = Vec<Contest>> {
    (seats_rules(), seats_rules(), thresholds()).prop_map(|(selection, election, threshold)| {
        let motion = MotionRule {
            threshold,
            blank_row: BlankRow::Void,
            blank_section: BlankSection::Valid,
            illegible_row: IllegibleRow::Row,
        };
        let contest = |id: &str, count, kind| Contest {
            id: id.into(),
            title: format!("标题“{id}”"),
            options: options(count),
            kind,
        };
        vec![
            contest("projects", 4, Kind::Selection(selection)),
            contest("副镇长 \"2\".\n", 3, Kind::Election(election)),
            contest("测评", 2, Kind::Evaluation(evaluation_rule())),
            contest("motion", 1, Kind::Motion(motion)),
        ]
    })
}

pub fn sheets(count: usize) -> impl Strategy<Value = Vec<Sheet>> {
    let votes = select(vec![Mark::For, Mark::Against, Mark::Abstain, Mark::Blank, Mark::Illegible]);
    let grades =
        select(vec![Mark::Grade(0), Mark::Grade(1), Mark::Grade(2), Mark::Multiple, Mark::Blank]);
    let write_in = (
        select(vec!["王芳", "选项1", " 买买提·艾力"]),
        select(vec![WriteInMark::For, WriteInMark::Blank]),
    );
    let write_ins =
        vec(write_in.prop_map(|(name, mark)| WriteIn { name: name.into(), mark }), 0..3);
    let ruling = proptest::option::weighted(0.1, Just(SectionRuling::Void));
    let sheet =
        (vec(votes.clone(), 4), vec(votes.clone(), 3), vec(grades, 2), votes, write_ins, ruling);
    let sheet = sheet.prop_map(|(selection, election, evaluation, motion, write_ins, ruling)| {
        let plain = |marks| Section { marks, ..Section::default() };
        vec![
            Section { ruling, ..plain(selection) },
            Section { write_ins, ..plain(election) },
            plain(evaluation),
            plain(vec![motion]),
        ]
    });
    vec(sheet, count)
}
