//! 抽查, held against enumeration: every set of altered sheets, every set of drawn ones.

use proptest::prelude::*;
use proptest::sample::select;
use sha2::{Digest, Sha256};
use tally::{
    AbstentionBase, Assessment, AtHalf, Band, Base, Cap, Contest, ContestResult, Control, Fraction,
    Levels, Margin, Outcome, OverCap, RoundResult, SeatsRule, Section, Sheet, Tally, Threshold,
    Thrown, ThrownFault, TieRule, ValidIf, WriteIns, drawn, margins, sheets_to_draw,
};

use crate::build::{
    control, election, evaluation, evaluation_rule, motion, motion_rule, naming, seats_rule,
    section, selection, tally_of,
};

const FIVE_PER_CENT: (u32, u32) = (5, 100);

fn five_per_cent() -> Fraction {
    FIVE_PER_CENT.try_into().unwrap()
}

/// A ballot of one contest as it was recorded.
struct Recorded {
    contest: Contest,
    assessment: Option<Assessment>,
    control: Control,
    sheets: Vec<Section>,
}

impl Recorded {
    fn result(&self, tally: &Tally) -> RoundResult {
        tally.result(&self.control, ValidIf::default())
    }

    fn tally(&self) -> Tally {
        let sheets: Vec<Sheet> = self.sheets.iter().map(|sheet| vec![sheet.clone()]).collect();
        tally_of(std::slice::from_ref(&self.contest), &sheets)
    }

    fn margins(&self) -> Vec<Margin> {
        let contests = std::slice::from_ref(&self.contest);
        let assessments = std::slice::from_ref(&self.assessment);
        margins(contests, assessments, &self.control, &self.result(&self.tally()))
    }

    fn least(&self) -> Option<u32> {
        self.margins().iter().map(|margin| margin.sheets).min()
    }

    /// What is announced, in words: who is in, who is level, what follows, which rows that reached
    /// the threshold do; whether a text is passed; the levels.
    fn announced(&self, tally: &Tally, of: &RoundResult) -> String {
        let now = self.result(tally);
        match (&now.contests[0], &of.contests[0]) {
            (ContestResult::Seats(now), ContestResult::Seats(before)) => {
                let mut elected = now.elected.clone();
                elected.sort();
                let still: Vec<bool> = (now.rows.iter().zip(&before.rows))
                    .map(|(now, before)| {
                        !before.reached || before.for_ == 0 || now.reached && now.for_ > 0
                    })
                    .collect();
                format!("{elected:?} {:?} {} {:?} {still:?}", now.tied, now.seats_left, now.next)
            }
            (ContestResult::Motion(now), _) => format!("{}", now.passed),
            (ContestResult::Evaluation(now), _) => {
                let tally::Kind::Evaluation(rule) = &self.contest.kind else { panic!() };
                let assessment = self.assessment.as_ref().unwrap();
                let level = |row| assessment.assess(rule, row, &self.control).level;
                format!("{:?}", now.rows.iter().map(level).collect::<Vec<_>>())
            }
            (ContestResult::Seats(_), _) => panic!("of another kind"),
        }
    }

    /// The least number of sheets that, put in the place of others, change what is announced: every
    /// set of sheets with every content is tried.
    fn least_by_trying(&self, contents: &[Section]) -> Option<u32> {
        let mut tally = self.tally();
        let result = self.result(&tally);
        let before = self.announced(&tally, &result);
        (1..=self.sheets.len())
            .find(|many| {
                self.some_change(&mut tally, 0, *many, contents, &|tally| {
                    self.announced(tally, &result) != before
                })
            })
            .map(|many| u32::try_from(many).unwrap())
    }

    fn some_change(
        &self,
        tally: &mut Tally,
        from: usize,
        many: usize,
        contents: &[Section],
        changed: &impl Fn(&Tally) -> bool,
    ) -> bool {
        if many == 0 {
            return changed(tally);
        }
        (from..self.sheets.len()).any(|place| {
            let recorded = vec![self.sheets[place].clone()];
            tally.remove(&recorded);
            let found = contents.iter().any(|content| {
                let other = vec![content.clone()];
                tally.add(&other);
                let found = self.some_change(tally, place + 1, many - 1, contents, changed);
                tally.remove(&other);
                found
            });
            tally.add(&recorded);
            found
        })
    }
}

fn returned(sheets: &[Section]) -> u32 {
    u32::try_from(sheets.len()).unwrap()
}

fn thresholds() -> impl Strategy<Value = Option<Threshold>> {
    let least = select(vec![
        tally::Least::Over(Fraction::HALF),
        tally::Least::AtLeast(Fraction::HALF),
        tally::Least::AtLeast(Fraction::TWO_THIRDS),
    ]);
    let base = select(vec![Base::AllDeputies, Base::Valid]);
    proptest::option::weighted(
        0.8,
        (base, least).prop_map(|(base, least)| Threshold { base, least }),
    )
}

fn of(contents: &'static [&'static str], sheets: usize) -> impl Strategy<Value = Vec<Section>> {
    proptest::collection::vec(select(contents).prop_map(section), 1..=sheets)
}

fn as_sections(contents: &[&str]) -> Vec<Section> {
    contents.iter().map(|marks| section(marks)).collect()
}

/// Every way to mark two, and three, rows.
const TWO_ROWS: [&str; 9] = ["oo", "ox", "xo", "xx", "o?", "?o", "x?", "?x", "??"];
const THREE_ROWS: [&str; 8] = ["ooo", "oox", "oxo", "oxx", "xoo", "xox", "xxo", "xxx"];
const ONE_ROW: [&str; 3] = ["o", "x", "a"];
const GRADES: [&str; 5] = ["0", "1", "2", "a", "*"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_fewer_sheets_change_who_is_in_and_so_many_do(
        seats in 1_u32..=2,
        threshold in thresholds(),
        tie in select(vec![TieRule::Runoff, TieRule::AllIn, TieRule::BallotOrder]),
        sheets in of(&THREE_ROWS, 4),
    ) {
        let rule = SeatsRule { cap: Cap::None, threshold, tie, ..seats_rule(seats) };
        let contest = selection(3, rule);
        let control = control(returned(&sheets), returned(&sheets));
        let recorded = Recorded { contest, assessment: None, control, sheets };
        prop_assert_eq!(recorded.least_by_trying(&as_sections(&THREE_ROWS)), recorded.least());
    }

    #[test]
    fn no_fewer_sheets_change_who_is_in_under_a_cap_and_with_void_sections(
        threshold in thresholds(),
        cap in select(vec![Cap::AtMost, Cap::Exactly]),
        over_cap in select(vec![OverCap::Section, OverCap::Flag]),
        sheets in of(&TWO_ROWS, 4),
        more in 0_u32..3,
    ) {
        let contest = selection(2, SeatsRule { cap, over_cap, threshold, ..seats_rule(1) });
        let all = returned(&sheets) + more;
        let control = Control { present: all, ..control(all, returned(&sheets)) };
        let recorded = Recorded { contest, assessment: None, control, sheets };
        let least = recorded.least().unwrap();
        let found = recorded.least_by_trying(&as_sections(&TWO_ROWS));
        prop_assert!(found.is_none_or(|found| found >= least), "{found:?} {least}");
    }

    #[test]
    fn names_written_in_may_be_in_too(
        threshold in thresholds(),
        sheets in proptest::collection::vec(select(vec!["", "丙", "丁"]), 1..=3),
        row in proptest::collection::vec(select(vec!["o", "x"]), 3),
    ) {
        let write = |marks: &str, name: &str| if name.is_empty() { section(marks) } else { naming(marks, &[name]) };
        let sheets: Vec<Section> = sheets.iter().zip(&row).map(|(name, marks)| write(marks, name)).collect();
        let rule = SeatsRule { cap: Cap::None, threshold, write_ins: WriteIns::Allowed, ..seats_rule(1) };
        let contest = election(&["甲"], rule);
        let control = control(returned(&sheets), returned(&sheets));
        let recorded = Recorded { contest, assessment: None, control, sheets };
        let contents: Vec<Section> =
            ["o", "x"].iter().flat_map(|marks| ["", "丙", "丁", "戊"].map(|name| write(marks, name))).collect();
        let least = recorded.least().unwrap();
        let found = recorded.least_by_trying(&contents).unwrap();
        prop_assert!(found >= least);
        // Two names on one sheet are not tried: that names lose at once as others win.
        prop_assert!(found <= least + 1, "{found} {least}");
    }

    #[test]
    fn no_fewer_sheets_change_a_motion_and_so_many_do(threshold in thresholds(), sheets in of(&ONE_ROW, 6)) {
        let contest = motion(tally::MotionRule { threshold, ..motion_rule() });
        let control = control(returned(&sheets), returned(&sheets));
        let recorded = Recorded { contest, assessment: None, control, sheets };
        prop_assert_eq!(recorded.least_by_trying(&as_sections(&ONE_ROW)), recorded.least());
    }

    #[test]
    fn no_fewer_sheets_change_a_level_by_counts_and_so_many_do(
        at_half in select(vec![AtHalf::Enough, AtHalf::NotEnough]),
        other in proptest::option::of(select(vec![AtHalf::Enough, AtHalf::NotEnough])),
        abstention_base in select(vec![AbstentionBase::Counted, AbstentionBase::LeftOut]),
        base in select(vec![Base::Valid, Base::Present]),
        sheets in of(&GRADES, 4),
    ) {
        let by_level = other.map_or_else(Vec::new, |other| vec![at_half, other]);
        let levels = Levels::Counts { at_half, by_level };
        let assessment = Some(Assessment { levels, abstention_base, ..Assessment::default() });
        let mut rule = evaluation_rule(&["好", "中", "差"]);
        rule.rate.base = base;
        let control = control(returned(&sheets), returned(&sheets));
        let recorded = Recorded { contest: evaluation(1, rule), assessment, control, sheets };
        let (found, least) = (recorded.least_by_trying(&as_sections(&GRADES)), recorded.least());
        prop_assert!(found.is_none_or(|found| Some(found) >= least), "{found:?} {least:?}");
        if recorded.control.base_value(base, 1) == 1 || base == Base::Present && abstention_base == AbstentionBase::Counted {
            prop_assert_eq!(found, least);
        }
    }

    #[test]
    fn no_fewer_sheets_change_a_level_by_rate(
        weights in select(vec![vec![], vec![100, 60, 0], vec![100, 80, 60], vec![50, 50, 50]]),
        abstention_base in select(vec![AbstentionBase::Counted, AbstentionBase::LeftOut]),
        bands in select(vec![vec![9_000, 6_000, 0], vec![10_000, 0], vec![5_000, 1, 0]]),
        base in select(vec![Base::Valid, Base::Present]),
        sheets in of(&GRADES, 4),
    ) {
        let band = |at_least: &u32| Band { label: at_least.to_string(), at_least: *at_least };
        let levels = Levels::Rate { bands: bands.iter().map(band).collect() };
        let assessment = Some(Assessment { levels, weights, abstention_base, ..Assessment::default() });
        let mut rule = evaluation_rule(&["好", "中", "差"]);
        rule.rate.base = base;
        let control = control(returned(&sheets), returned(&sheets));
        let recorded = Recorded { contest: evaluation(1, rule), assessment, control, sheets };
        let (found, least) = (recorded.least_by_trying(&as_sections(&GRADES)), recorded.least());
        prop_assert!(found.is_none_or(|found| least.is_some_and(|least| found >= least)), "{found:?} {least:?}");
    }
}

#[test]
fn a_row_not_in_must_pass_the_threshold_and_the_last_who_is() {
    // 2 of 3: 45, 40 and 29 of 58, of whom 30 are needed. One sheet more for the third would reach the
    // threshold, but only six make it level with the second.
    let groups = [(29, "oox"), (11, "oxo"), (5, "xxx"), (13, "xox")];
    let sheets: Vec<Section> =
        groups.iter().flat_map(|(times, marks)| vec![section(marks); *times]).collect();
    let contest = selection(3, seats_rule(2));
    let control = control(58, 58);
    let mut recorded = Recorded { contest, assessment: None, control, sheets };
    let votes = |recorded: &Recorded| {
        recorded.tally().rows(0).iter().map(|row| row.for_).collect::<Vec<_>>()
    };
    assert_eq!(votes(&recorded), [40, 42, 11]);
    let sheets_of = |recorded: &Recorded| {
        recorded.margins().iter().map(|margin| margin.sheets).collect::<Vec<_>>()
    };
    assert_eq!(sheets_of(&recorded), [11, 13, 19], "30 − 11, more than ⌈(40 − 11) ÷ 2⌉");
    for sheet in recorded.sheets.iter_mut().rev().take(18) {
        *sheet = section("xxo");
    }
    assert_eq!(votes(&recorded), [40, 29, 29]);
    for sheet in recorded.sheets.iter_mut().take(2) {
        *sheet = section("oxo");
    }
    assert_eq!(votes(&recorded), [40, 27, 31]);
    assert_eq!(sheets_of(&recorded), [11, 3, 2], "30 − 27, and ⌈(31 − 27) ÷ 2⌉");
}

#[test]
fn every_margin_says_what_it_is_of() {
    let rule = SeatsRule { write_ins: WriteIns::Allowed, cap: Cap::None, ..seats_rule(1) };
    let contest = election(&["甲", "乙", "丙"], rule);
    let sheets =
        [vec![naming("oox", &["丁"]); 2], vec![section("oxx"); 2], vec![section("xox"); 1]];
    let recorded =
        Recorded { contest, assessment: None, control: control(5, 5), sheets: sheets.concat() };
    let option = |id: &str| tally::Candidate::Option(id.into());
    let said: Vec<(Outcome, u32)> =
        recorded.margins().into_iter().map(|margin| (margin.outcome, margin.sheets)).collect();
    assert_eq!(
        said,
        [
            (Outcome::Reached(option("1")), 2),
            (Outcome::Reached(option("2")), 1),
            (Outcome::NotReached(option("3")), 3),
            (Outcome::NotReached(tally::Candidate::WriteIn("丁".to_owned())), 1),
            (Outcome::NobodyYet, 3),
            (Outcome::Cut, 1),
        ]
    );
}

#[test]
fn a_void_vote_and_an_evaluation_without_levels_decide_nothing() {
    let contest = motion(motion_rule());
    let tally = tally_of(std::slice::from_ref(&contest), &[vec![section("o")]]);
    let void = Control { issued: 0, ..control(1, 1) };
    let result = tally.result(&void, ValidIf::default());
    assert_eq!(margins(&[contest], &[None], &void, &result), []);
    let contest = evaluation(1, evaluation_rule(&["好", "差"]));
    for assessment in [None, Some(Assessment::default())] {
        let sheets = vec![section("0")];
        let recorded =
            Recorded { contest: contest.clone(), assessment, control: control(1, 1), sheets };
        assert_eq!(recorded.margins(), []);
    }
}

#[test]
fn margins_stand_with_their_contest() {
    let contests = [motion(motion_rule()), selection(1, seats_rule(1))];
    let tally = tally_of(&contests, &vec![vec![section("o"), section("x")]; 3]);
    let result = tally.result(&control(3, 3), ValidIf::default());
    let of: Vec<(usize, u32)> = margins(&contests, &[], &control(3, 3), &result)
        .iter()
        .map(|margin| (margin.contest, margin.sheets))
        .collect();
    assert_eq!(of, [(0, 2), (1, 2)]);
}

#[test]
fn how_many_are_drawn_of_56() {
    for (wrong, drawn) in [(1, 54), (5, 25), (12, 12)] {
        assert_eq!(sheets_to_draw(56, wrong, five_per_cent()), drawn, "{wrong}");
    }
}

/// How many of the sets of `drawn` out of `sheets` hold none of the first `wrong`, and how many
/// there are.
fn sets(sheets: u32, wrong: u32, drawn: u32) -> (u32, u32) {
    let of_size = (0_u32..1 << sheets).filter(|set| set.count_ones() == drawn);
    let wrong = (1 << wrong) - 1;
    of_size.fold((0, 0), |(missing, all), set| (missing + u32::from(set & wrong == 0), all + 1))
}

#[test]
fn how_many_are_drawn_is_the_least_number_by_enumeration() {
    for sheets in 1..=11 {
        for wrong in 1..=sheets {
            for (below, above) in [(5, 100), (1, 100), (1, 2), (1, 3), (0, 1), (1, 1), (1, 11)] {
                let least = (0..=sheets).find(|drawn| {
                    let (missing, all) = sets(sheets, wrong, *drawn);
                    missing * above <= all * below
                });
                let risk = Fraction::new(below, above).unwrap();
                assert_eq!(
                    Some(sheets_to_draw(sheets, wrong, risk)),
                    least,
                    "{wrong} of {sheets} at {below}/{above}"
                );
            }
        }
    }
}

#[test]
fn how_many_are_drawn_of_thousands_and_of_none() {
    assert_eq!(sheets_to_draw(3_000, 1, five_per_cent()), 2_850);
    assert_eq!(sheets_to_draw(3_000, 3_000, five_per_cent()), 1);
    assert_eq!(sheets_to_draw(3_000, 9_000, five_per_cent()), 1);
    assert_eq!(sheets_to_draw(3_000, 0, five_per_cent()), 0);
    assert_eq!(sheets_to_draw(0, 3, five_per_cent()), 0);
    // 5 of 10 can be drawn without one of 5 wrong in 1 way of 252; of 6 drawn one is always wrong.
    let one_of = |many| sheets_to_draw(10, 5, Fraction::new(1, many).unwrap());
    assert_eq!((one_of(252), one_of(253), one_of(u32::MAX)), (5, 6, 6));
    // 4 of 5 right among 10: 4 drawn miss the wrong in 5 of 210, 3 in 10 of 120; all of ten figures.
    let of_ten_figures =
        |below| sheets_to_draw(10, 5, Fraction::new(below, 4_200_000_000).unwrap());
    assert_eq!((of_ten_figures(100_000_000), of_ten_figures(99_999_999)), (4, 5));
    let many = sheets_to_draw(3_000, 10, five_per_cent());
    let missed = |drawn: u32| {
        (0..10)
            .map(|wrong| f64::from(3_000 - drawn - wrong) / f64::from(3_000 - wrong))
            .product::<f64>()
    };
    assert!(missed(many) <= 0.05 && missed(many - 1) > 0.05, "{many}");
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

const HEAD: &str = "9b74c9897bac770ffc029102a200c5de4a3f0f5b1d1c2a6a6a0ad3a2b4d6f8e1";

/// The lines of Python on the page.
#[expect(clippy::disallowed_types, reason = "the page's own lines are run, outside the crate")]
fn by_the_page(thrown: &str, head: &str, sheets: u32, many: u32) -> Vec<u32> {
    let page = include_str!("../../../../../docs/spot-check.md");
    let lines = page.split("```python\n").nth(1).unwrap().split("```").next().unwrap();
    let numbers = [sheets, many].map(|number| number.to_string());
    let output = std::process::Command::new("python3")
        .args(["-c", lines, thrown, head, &numbers[0], &numbers[1]])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().map(|number| number.parse().unwrap()).collect()
}

#[test]
fn the_page_draws_the_same_sheets() {
    for (thrown, sheets, many) in [
        ("351624", 56, 25),
        ("351624", 56, 54),
        ("66 66 66 66", 3_000, 300),
        ("123456", 1, 1),
        ("123456", 7, 9),
    ] {
        let thrown = Thrown::new(thrown).unwrap();
        let ours = drawn(&thrown, HEAD, sheets, many, sha256);
        assert_eq!(ours, by_the_page(thrown.as_str(), HEAD, sheets, many));
        assert_eq!(ours.len(), usize::try_from(many.min(sheets)).unwrap());
    }
}

#[test]
fn other_figures_and_another_journal_draw_other_sheets() {
    let draw =
        |thrown: &str, head: &str| drawn(&Thrown::new(thrown).unwrap(), head, 3_000, 50, sha256);
    assert_eq!(draw("351624", HEAD), draw("351 624", HEAD));
    assert_ne!(draw("351624", HEAD), draw("351625", HEAD));
    assert_ne!(draw("351624", HEAD), draw("351624", &HEAD.replace('9', "8")));
}

#[test]
fn every_sheet_is_drawn_once_before_all_are() {
    let thrown = Thrown::new("271828").unwrap();
    let mut all = drawn(&thrown, HEAD, 97, 97, sha256);
    assert_eq!(all[..20], drawn(&thrown, HEAD, 97, 20, sha256));
    all.sort_unstable();
    assert_eq!(all, (1..=97).collect::<Vec<_>>());
    assert!(drawn(&thrown, HEAD, 0, 5, sha256).is_empty());
    assert!(drawn(&thrown, HEAD, 5, 0, sha256).is_empty());
}

#[test]
fn numbers_of_the_last_round_are_passed_over() {
    let thrown = Thrown::new("000000").unwrap();
    // The counter stands at the end of what is hashed.
    let answer = |numbers: &'static [u64]| {
        move |bytes: &[u8]| {
            let counter: usize =
                std::str::from_utf8(bytes).unwrap().rsplit('\n').next().unwrap().parse().unwrap();
            let mut digest = [0; 32];
            digest[..8].copy_from_slice(&numbers[counter].to_be_bytes());
            digest
        }
    };
    // 2^64 − 1 is the one number of the round of 3 that begins there; 2^64 − 2 the last of a whole one.
    let of_three = |numbers| drawn(&thrown, "", 3, 1, answer(numbers));
    assert_eq!(of_three(&[u64::MAX, 1]), [2]);
    assert_eq!(of_three(&[u64::MAX - 1, 1]), [3]);
    assert_eq!(drawn(&thrown, "", 4, 1, answer(&[u64::MAX])), [4], "4 goes into 2^64");
    assert_eq!(drawn(&thrown, "", 4, 2, answer(&[5, 1, 0])), [2, 1], "drawn before");
}

#[test]
fn figures_are_thrown_and_enough_of_them() {
    assert_eq!(Thrown::new(" 35\u{3000}16 24\n").unwrap().as_str(), "351624");
    assert_eq!(Thrown::new("35162"), Err(ThrownFault::TooFew { thrown: 5 }));
    assert_eq!(Thrown::new(""), Err(ThrownFault::TooFew { thrown: 0 }));
    assert_eq!(Thrown::new("35162x"), Err(ThrownFault::NoFigure { found: 'x' }));
    assert_eq!(Thrown::new("３51624"), Err(ThrownFault::NoFigure { found: '３' }));
}
