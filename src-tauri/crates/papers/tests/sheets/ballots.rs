//! Ballots: what a voter is told follows from the settings, and no two ballots can be told apart.

use std::num::NonZeroU32;

use papers::data::ballot::{BALLOT_TEXT, BallotPaper, BallotSection, names_beside_each_other};
use papers::layout::measure::to_mm;
use papers::layout::page::{Item, Page, Rule};
use papers::layout::setup::OnASheet;
use papers::{PageSize, render_ballot};
use session::tally::{
    AbstentionWord, BlankRow, BlankSection, Cap, EvaluationRule, IllegibleRow, Kind, MultiMark,
    OverCap, SeatsRule, WriteInUnmarked, WriteIns,
};

use crate::common::{ballot, ballots, election, evaluation, mark, motions, named, seats, section};

fn says(ballot: &BallotPaper) -> String {
    ballot.paper(BALLOT_TEXT).filled().unwrap().replace('\\', "")
}

fn pages(ballot: &BallotPaper) -> Vec<Page> {
    ballot.paper(BALLOT_TEXT).pages().unwrap()
}

fn of(section: BallotSection) -> BallotPaper {
    BallotPaper { sections: vec![section], ..ballot(PageSize::A4) }
}

fn persons(names: &[&str]) -> BallotSection {
    section(Kind::Election(seats(2)), named(names))
}

/// The rule of a section in which something is chosen.
fn rule(section: &mut BallotSection) -> &mut SeatsRule {
    match &mut section.kind {
        Kind::Selection(rule) | Kind::Election(rule) => rule,
        Kind::Evaluation(_) | Kind::Motion(_) => panic!("nothing is chosen"),
    }
}

fn grading(section: &mut BallotSection) -> &mut EvaluationRule {
    match &mut section.kind {
        Kind::Evaluation(rule) => rule,
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => panic!("nothing is graded"),
    }
}

/// The notes of a ballot that is as the default is, but for what `change` changes.
fn notes_of(section: BallotSection, change: impl FnOnce(&mut BallotSection)) -> String {
    let mut section = section;
    change(&mut section);
    let text = says(&of(section));
    text.split_once("填票说明").unwrap().1.to_owned()
}

fn rules(page: &Page) -> Vec<Rule> {
    page.items
        .iter()
        .filter_map(|item| if let Item::Rule(rule) = item { Some(*rule) } else { None })
        .collect()
}

/// A setting, and the sentence that must say it.
type Case = (&'static str, fn(&mut BallotSection), &'static str);

const CASES: [Case; 19] = [
    (
        "deputies only",
        |s| {
            s.write_in_deputies_only = true;
            rule(s).write_ins = WriteIns::Allowed;
        },
        "另选的人应当是本级人民代表大会代表。",
    ),
    ("at most", |_| (), "赞成的候选人等于或者少于2名的，本票有效；多于2名的，本票无效。"),
    (
        "exactly",
        |s| rule(s).cap = Cap::Exactly,
        "赞成的候选人等于2名的，本票有效；多于或者少于2名的，本票无效。",
    ),
    ("no cap", |s| rule(s).cap = Cap::None, "赞成的候选人数不限，按得赞成票多少确定2名。"),
    ("flagged", |s| rule(s).over_cap = OverCap::Flag, "多于2名的，由总监票人认定。"),
    ("blank abstains", |_| (), "弃权的，不画任何符号。"),
    ("blank is void", |s| rule(s).blank_row = BlankRow::Void, "不画任何符号的，该栏无效。"),
    ("blank is for", |s| rule(s).blank_row = BlankRow::For, "不画任何符号的，视为赞成。"),
    (
        "a sign for abstaining",
        |s| s.marks.push(mark("△", "弃权")),
        "弃权的，画“△”。不画任何符号的，视为弃权。",
    ),
    ("blank ballot", |s| rule(s).blank_section = BlankSection::Void, "全部不画符号的，本票无效。"),
    (
        "blank ballot where blank is for",
        |s| rule(s).blank_row = BlankRow::For,
        "全部不画符号的，本票有效，各栏均计为弃权。",
    ),
    (
        "blank ballot row by row",
        |s| (rule(s).blank_row, rule(s).blank_section) = (BlankRow::For, BlankSection::ByRow),
        "全部不画符号的，本票有效，各栏均计为赞成。",
    ),
    ("illegible row", |_| (), "无法辨认的，该栏无效"),
    (
        "illegible section",
        |s| rule(s).illegible_row = IllegibleRow::Section,
        "有符号无法辨认的，本票无效。",
    ),
    ("no write-ins", |_| (), "不得另选他人。"),
    (
        "write-ins need an against",
        |s| rule(s).write_ins = WriteIns::NeedsAgainst,
        "反对候选人的，可以另选他人：",
    ),
    (
        "write-ins counted",
        |s| rule(s).write_ins = WriteIns::NeedsAgainst,
        "另选的人数不得多于反对的候选人数",
    ),
    (
        "write-ins after abstaining",
        |s| rule(s).write_ins = WriteIns::Allowed,
        "反对或者弃权候选人的，可以另选他人：",
    ),
    (
        "write-ins need their sign",
        |s| {
            rule(s).write_ins = WriteIns::Allowed;
            rule(s).write_in_unmarked = WriteInUnmarked::Void;
        },
        "写上姓名，并在“符号”栏内画“○”，不画的，另选无效。",
    ),
];

#[test]
fn every_setting_a_voter_must_know_is_in_the_notes() {
    let three = || persons(&["田富", "马頔", "欧阳春兰"]);
    for (name, change, sentence) in CASES {
        let notes = notes_of(three(), change);
        assert!(notes.contains(sentence), "{name}: {notes}");
    }
    assert!(
        notes_of(three(), |s| rule(s).write_ins = WriteIns::Allowed)
            .contains("赞成的候选人和另选的人")
    );
}

#[test]
fn an_evaluation_says_what_several_grades_and_none_mean() {
    let graded =
        |change: fn(&mut BallotSection)| notes_of(evaluation(3).sections.remove(0), change);
    assert!(
        graded(|_| ()).contains(
            "每个测评项目只选一栏，在“满意”、“基本满意”、“不满意”或者“不了解”栏内画“√”；选两栏以上的，该项无效；都不画的，视为弃权。"
        )
    );
    assert!(
        graded(|s| grading(s).multi_mark = MultiMark::Abstain).contains("选两栏以上的，视为弃权")
    );
    assert!(graded(|s| s.abstention = AbstentionWord::DontKnow).contains("都不画的，视为不了解"));
    assert!(graded(|s| grading(s).blank_row = BlankRow::Void).contains("都不画的，该项无效"));
    let one = graded(|s| {
        s.marks = vec![mark("√", "满意"), mark("○", "基本满意"), mark("×", "不满意")];
    });
    assert!(one.contains("满意的，在该测评项目的“符号”栏内画“√”；基本满意的，画“○”；不满意的，画“×”；弃权的，不画任何符号。"), "{one}");
}

#[test]
fn contests_that_differ_only_in_their_seats_are_explained_once() {
    let text = says(&election());
    assert_eq!(text.matches("可以另选他人").count(), 1);
    assert!(text.contains("等于或者少于应选名额的，该部分有效；多于应选名额的，该部分无效。"));
    assert!(text.contains("候选人1名，应选1名") && text.contains("候选人4名，应选3名"));
    let mut differ = election();
    rule(&mut differ.sections[0]).write_ins = WriteIns::None;
    let text = says(&differ);
    assert!(
        text.contains("“镇人民代表大会主席”部分，不得另选他人。")
            && text.contains("“副镇长”部分，反对候选人的，可以另选他人"),
        "{text}"
    );
    rule(&mut differ.sections[1]).over_cap = OverCap::Sheet;
    assert!(says(&differ).contains("多于3名的，整张票无效。"));
}

#[test]
fn there_are_as_many_lines_to_write_in_as_seats() {
    let mut section = persons(&["田富", "马頔", "欧阳春兰"]);
    assert_eq!(says(&of(section.clone())).matches("\n另选他人").count(), 0);
    rule(&mut section).write_ins = WriteIns::Allowed;
    assert_eq!(says(&of(section)).matches("\n另选他人").count(), 2);
}

#[test]
fn a_name_of_two_characters_is_as_wide_as_those_of_three() {
    assert_eq!(
        names_beside_each_other(&["田富（女）", "李𬱖生", "欧阳春兰"]),
        ["田　富（女）", "李𬱖生", "欧阳春兰"]
    );
    assert_eq!(names_beside_each_other(&["田富", "马頔（回族）"]), ["田富", "马頔（回族）"]);
}

#[test]
fn every_cell_to_mark_in_is_at_least_nine_millimetres_wide_and_tall() {
    for (name, ballot) in ballots() {
        let of_section = |section: &BallotSection| {
            if section.has_a_column_each() { section.marks.len() } else { 1 }
        };
        let marked = ballot.sections.iter().map(of_section).max().unwrap();
        for page in pages(&ballot) {
            let upright: Vec<Rule> = rules(&page)
                .into_iter()
                .filter(|rule| (rule.from.0 - rule.to.0).abs() < 0.01 && rule.from.1 > 0.0)
                .collect();
            for row in
                upright.chunk_by(|a, b| (a.from.1 - b.from.1).abs() < 0.01 && a.from.0 < b.from.0)
            {
                let tall = to_mm(row[0].to.1 - row[0].from.1);
                let wide = row
                    .windows(2)
                    .rev()
                    .take(marked)
                    .map(|pair| to_mm(pair[1].from.0 - pair[0].from.0));
                assert!(
                    tall >= 9.0 && wide.clone().all(|wide| wide >= 9.0),
                    "{name}: {tall} {:?}",
                    wide.collect::<Vec<_>>()
                );
            }
        }
    }
}

#[test]
fn the_usual_ballots_take_one_page() {
    let fit = [
        "selection",
        "selection-a5",
        "election",
        "evaluation",
        "evaluation-a5",
        "motions",
        "motions-a5-two",
    ];
    for (name, ballot) in ballots().into_iter().filter(|(name, _)| fit.contains(name)) {
        assert_eq!(pages(&ballot).len(), 1, "{name}");
    }
}

#[test]
fn seventy_five_rows_go_over_pages_that_repeat_the_head_and_say_which_they_are() {
    let pages = pages(&evaluation(75));
    assert!((3..=5).contains(&pages.len()), "{} pages", pages.len());
    for (page, number) in pages.iter().zip(1..) {
        let text = page.text();
        assert!(
            text.contains("基本满意")
                && text.contains(&format!("第{number}页，共{}页", pages.len())),
            "{text}"
        );
    }
}

/// 选举法 and practice: a ballot carries nothing that tells it from another.
#[test]
fn no_two_ballots_can_be_told_apart() {
    for (name, ballot) in ballots() {
        let (copies, per_copy) = (NonZeroU32::new(7).unwrap(), pages(&ballot).len());
        let rendered = render_ballot(&ballot, copies).unwrap();
        let document = lopdf::Document::load_mem(&rendered.bytes).unwrap();
        let pages: Vec<lopdf::Dictionary> = document
            .page_iter()
            .map(|page| document.get_dictionary(page).unwrap().clone())
            .collect();
        assert_eq!(
            pages.len(),
            per_copy * usize::try_from(ballot.sheets(copies).get()).unwrap(),
            "{name}"
        );
        for (index, page) in pages.iter().enumerate() {
            assert_eq!(
                page,
                &pages[index % per_copy],
                "{name}: every copy of a page is the same object but for its number"
            );
        }
    }
}

#[test]
fn two_on_a_sheet_take_half_the_sheets() {
    let two = BallotPaper { on_a_sheet: OnASheet::Two, ..motions() };
    let sheets = |ballots| two.sheets(NonZeroU32::new(ballots).unwrap()).get();
    assert_eq!((sheets(58), sheets(59), sheets(1)), (29, 30, 1));
}
