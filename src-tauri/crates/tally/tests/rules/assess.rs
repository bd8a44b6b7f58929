//! 满意率 with weights or without abstentions, and 测评等次 (`docs/rules.md`, settings of a vote).

use tally::{
    AbstentionBase, Assessed, Assessment, AssessmentFault, AtHalf, Band, Base, BlankRow,
    BlankSection, Control, EvaluationRow, EvaluationRule, IllegibleRow, Levels, MultiMark, Overall,
    Rate,
};

fn rule(labels: &[&str], base: Base) -> EvaluationRule {
    EvaluationRule {
        grades: labels.iter().map(|label| (*label).to_owned()).collect(),
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
        multi_mark: MultiMark::Void,
        rate: Rate { grades: vec![0, 1], base, decimals: 2 },
    }
}

fn three() -> EvaluationRule {
    rule(&["满意", "基本满意", "不满意"], Base::Valid)
}

fn row(grades: &[u32], abstain: u32) -> EvaluationRow {
    EvaluationRow { id: "1".into(), grades: grades.to_vec(), abstain, void: 0, rate: None }
}

fn hall() -> Control {
    Control { all_deputies: 58, present: 56, printed: 60, issued: 56, spoiled: 0, returned: 56 }
}

fn said(rate: &str, level: Option<&str>) -> Assessed {
    Assessed { rate: Some(rate.to_owned()), level: level.map(str::to_owned) }
}

fn by_counts(at_half: AtHalf) -> Assessment {
    let levels = Levels::Counts { at_half, by_level: Vec::new() };
    Assessment { levels, ..Assessment::default() }
}

#[test]
fn without_weights_the_rate_is_that_of_the_count_file() {
    let plain = Assessment::default();
    assert_eq!(plain.assess(&three(), &row(&[40, 15, 1], 0), &hall()), said("98.21", None));
    assert_eq!(plain.assess(&three(), &row(&[0, 0, 0], 0), &hall()), Assessed::default());
}

#[test]
fn weights_count_a_grade_in_part() {
    let weighted = Assessment { weights: vec![100, 60, 0], ..Assessment::default() };
    assert_eq!(weighted.assess(&three(), &row(&[40, 15, 1], 0), &hall()), said("87.50", None));
    assert_eq!(weighted.assess(&three(), &row(&[1, 1, 1], 0), &hall()), said("53.33", None));
}

#[test]
fn abstentions_are_in_the_base_or_left_out_of_it() {
    let left_out = Assessment { abstention_base: AbstentionBase::LeftOut, ..Assessment::default() };
    let graded = row(&[30, 10, 10], 6);
    assert_eq!(Assessment::default().assess(&three(), &graded, &hall()), said("71.43", None));
    assert_eq!(left_out.assess(&three(), &graded, &hall()), said("80.00", None));
    let of_returned = rule(&["满意", "基本满意", "不满意"], Base::Returned);
    assert_eq!(left_out.assess(&of_returned, &row(&[30, 10, 0], 6), &hall()), said("80.00", None));
    assert_eq!(
        left_out.assess(&three(), &row(&[0, 0, 0], 56), &hall()),
        Assessed::default(),
        "nobody graded it"
    );
}

#[test]
fn the_level_is_the_best_grade_that_has_half_with_all_better_ones() {
    let level = |grades: &[u32], at_half| {
        by_counts(at_half).assess(&three(), &row(grades, 0), &hall()).level
    };
    let is = |label: &str| Some(label.to_owned());
    assert_eq!(level(&[29, 20, 7], AtHalf::Enough), is("满意"));
    assert_eq!(level(&[20, 9, 27], AtHalf::Enough), is("基本满意"));
    assert_eq!(level(&[20, 7, 29], AtHalf::Enough), is("不满意"));
    assert_eq!(level(&[28, 0, 28], AtHalf::Enough), is("满意"), "exactly half is enough");
    assert_eq!(level(&[28, 0, 28], AtHalf::NotEnough), is("不满意"), "exactly half is not enough");
    assert_eq!(level(&[28, 1, 27], AtHalf::NotEnough), is("基本满意"));
    assert_eq!(level(&[0, 0, 0], AtHalf::Enough), None, "no base, no level");
}

#[test]
fn at_half_is_settled_level_by_level_where_they_differ() {
    let by_level = |by_level: &[AtHalf]| {
        let levels = Levels::Counts { at_half: AtHalf::Enough, by_level: by_level.to_vec() };
        Assessment { levels, ..Assessment::default() }
    };
    let level = |words: &[AtHalf], grades: [u32; 3]| {
        by_level(words).assess(&three(), &row(&grades, 0), &hall()).level.unwrap()
    };
    let (enough, not_enough) = (AtHalf::Enough, AtHalf::NotEnough);
    assert_eq!(level(&[enough, not_enough], [28, 0, 28]), "满意");
    assert_eq!(level(&[enough, not_enough], [20, 8, 28]), "不满意");
    assert_eq!(level(&[not_enough, enough], [28, 0, 28]), "基本满意");
    assert_eq!(level(&[not_enough, enough], [29, 0, 27]), "满意");
    assert_eq!(level(&[not_enough, enough], [20, 7, 29]), "不满意");
    assert_eq!(by_level(&[enough, not_enough]).check(&three()), Ok(()));
    assert_eq!(by_level(&[]).check(&three()), Ok(()));
    for words in [&[enough][..], &[enough; 3], &[enough; 4]] {
        assert_eq!(by_level(words).check(&three()), Err(AssessmentFault::AtHalf), "{words:?}");
    }
}

#[test]
fn shares_of_every_grade_are_of_the_base_of_the_rate() {
    let (row, some) = (row(&[30, 10, 10], 6), |text: &str| Some(text.to_owned()));
    let plain = Assessment::default();
    assert_eq!(
        plain.shares(&three(), &row, &hall()),
        [some("53.57"), some("17.86"), some("17.86")]
    );
    let left_out = Assessment { abstention_base: AbstentionBase::LeftOut, ..plain.clone() };
    assert_eq!(
        left_out.shares(&three(), &row, &hall()),
        [some("60.00"), some("20.00"), some("20.00")]
    );
    let nobody = self::row(&[0, 0, 0], 0);
    assert_eq!(plain.shares(&three(), &nobody, &hall()), [None, None, None]);
}

#[test]
fn the_overall_rate_adds_up_over_the_rows() {
    let rows = [row(&[40, 10, 0], 6), row(&[10, 10, 10], 0), row(&[1, 0, 1], 0)];
    let some = |text: &str| Some(text.to_owned());
    let overall = |assessment: &Assessment, base| {
        assessment.overall(&rule(&["满意", "基本满意", "不满意"], base), &rows, &hall())
    };
    let plain = Assessment::default();
    // 71 of 88 rows of sheets that were graded or abstained; every row by its own base.
    assert_eq!(
        overall(&plain, Base::Valid),
        Overall { rate: some("80.68"), shares: vec![some("57.95"), some("22.73"), some("12.50")] }
    );
    assert_eq!(overall(&plain, Base::Present).rate, some("42.26"), "71 of 3 × 56");
    let weighted = Assessment { weights: vec![100, 60, 0], ..Assessment::default() };
    assert_eq!(overall(&weighted, Base::Valid).rate, some("71.59"), "51 + 0.6 × 20 of 88");
    let left_out = Assessment { abstention_base: AbstentionBase::LeftOut, ..plain.clone() };
    assert_eq!(overall(&left_out, Base::Valid).rate, some("86.59"), "71 of 82");
    let none = plain.overall(&three(), &[], &hall());
    assert_eq!(none, Overall { rate: None, shares: vec![None, None, None] });
}

#[test]
fn an_assessment_of_before_opens_and_is_written_as_it_was() {
    let before = r#"{"weights":[],"abstention":"abstain","abstention_base":"counted","levels":{"by":"counts","at_half":"enough"}}"#;
    let read: Assessment = serde_json::from_str(before).unwrap();
    assert_eq!(read, by_counts(AtHalf::Enough));
    assert_eq!(serde_json::to_string(&read).unwrap(), before);
    let now = Assessment { shares: true, overall: true, ..read };
    let text = serde_json::to_string(&now).unwrap();
    assert!(text.ends_with(r#","shares":true,"overall":true}"#), "{text}");
    assert_eq!(serde_json::from_str::<Assessment>(&text).unwrap(), now);
}

#[test]
fn levels_by_rate_begin_at_their_own_number() {
    let band = |label: &str, at_least| Band { label: label.to_owned(), at_least };
    let bands = vec![band("优秀", 9_000), band("良好", 7_500), band("一般", 0)];
    let by_rate = Assessment { levels: Levels::Rate { bands }, ..Assessment::default() };
    assert_eq!(by_rate.check(&three()), Ok(()));
    assert_eq!(by_rate.assess(&three(), &row(&[9, 0, 1], 0), &hall()), said("90.00", Some("优秀")));
    assert_eq!(by_rate.assess(&three(), &row(&[3, 0, 1], 0), &hall()), said("75.00", Some("良好")));
    // 8,999.5 hundredths are printed as 90.00 but do not reach 90: the level is exact, not rounded.
    assert_eq!(
        by_rate.assess(&three(), &row(&[17_999, 0, 2_001], 0), &hall()),
        said("90.00", Some("良好"))
    );
    assert_eq!(by_rate.assess(&three(), &row(&[0, 0, 5], 0), &hall()), said("0.00", Some("一般")));
}

#[test]
fn weights_and_bands_that_make_no_sense_are_refused() {
    let weights = |weights: &[u8]| {
        Assessment { weights: weights.to_vec(), ..Assessment::default() }.check(&three())
    };
    assert_eq!(weights(&[100, 80, 0]), Ok(()));
    assert_eq!(weights(&[100, 100, 100]), Ok(()));
    for wrong in [&[100, 60][..], &[100, 60, 0, 0], &[60, 100, 0], &[101, 60, 0]] {
        assert_eq!(weights(wrong), Err(AssessmentFault::Weights), "{wrong:?}");
    }
    let band = |at_least| Band { label: "优".to_owned(), at_least };
    let bands = |bands: Vec<Band>| {
        Assessment { levels: Levels::Rate { bands }, ..Assessment::default() }.check(&three())
    };
    assert_eq!(bands(vec![band(10_000), band(0)]), Ok(()));
    let unnamed = Band { label: " ".to_owned(), at_least: 0 };
    for wrong in [
        vec![],
        vec![band(10)],
        vec![band(10_001), band(0)],
        vec![band(0), band(0)],
        vec![band(0), band(5)],
        vec![unnamed],
    ] {
        assert_eq!(bands(wrong.clone()), Err(AssessmentFault::Bands), "{wrong:?}");
    }
}

#[test]
fn usual_weights_fall_evenly_from_all_to_nothing() {
    for (grades, weights) in [
        (2, &[100, 0][..]),
        (3, &[100, 50, 0]),
        (4, &[100, 67, 33, 0]),
        (5, &[100, 75, 50, 25, 0]),
        (1, &[]),
        (0, &[]),
    ] {
        assert_eq!(Assessment::usual_weights(grades), weights, "{grades}");
    }
}
