//! Contests, sheets and control numbers in a line each.

use std::num::NonZeroU32;

use tally::{
    Base, BlankRow, BlankSection, Candidate, Cap, Contest, ContestOption, ContestResult, Control,
    EvaluationResult, EvaluationRule, IllegibleRow, Kind, Mark, MotionResult, MotionRule,
    MultiMark, OverCap, Rate, SeatsResult, SeatsRule, Section, SectionRuling, Sheet, Shortfall,
    Tally, Threshold, TieRule, ValidIf, WriteIn, WriteInMark, WriteInUnmarked, WriteIns,
};

/// The defaults of a project vote: more than half of all deputies, at most as many as seats.
pub fn seats_rule(seats: u32) -> SeatsRule {
    SeatsRule {
        seats: NonZeroU32::new(seats).expect("seats are at least 1"),
        threshold: Some(Threshold::MAJORITY_OF_ALL),
        cap: Cap::AtMost,
        over_cap: OverCap::Section,
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
        write_ins: WriteIns::None,
        write_in_unmarked: WriteInUnmarked::For,
        tie: TieRule::Runoff,
        shortfall: Shortfall::Further,
    }
}

/// The defaults of an election: one name may be written in for each candidate marked against.
pub fn election_rule(seats: u32) -> SeatsRule {
    SeatsRule { write_ins: WriteIns::NeedsAgainst, ..seats_rule(seats) }
}

pub fn evaluation_rule(grades: &[&str]) -> EvaluationRule {
    EvaluationRule {
        grades: grades.iter().map(|grade| (*grade).to_owned()).collect(),
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
        multi_mark: MultiMark::Void,
        rate: Rate { grades: vec![0, 1], base: Base::Valid, decimals: 2 },
    }
}

pub fn motion_rule() -> MotionRule {
    MotionRule {
        threshold: Some(Threshold::MAJORITY_OF_ALL),
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
    }
}

/// A contest whose options have the ids 1, 2, 3 … and the names given.
pub fn contest(id: &str, names: &[&str], kind: Kind) -> Contest {
    let options = (1..).zip(names).map(|(number, name)| ContestOption {
        id: number.to_string().as_str().into(),
        name: (*name).to_owned(),
    });
    Contest { id: id.into(), title: id.to_owned(), options: options.collect(), kind }
}

/// A project vote with rows called 项目1, 项目2 ….
pub fn selection(rows: usize, rule: SeatsRule) -> Contest {
    contest("projects", &as_strs(&numbered("项目", rows)), Kind::Selection(rule))
}

pub fn election(names: &[&str], rule: SeatsRule) -> Contest {
    contest("posts", names, Kind::Election(rule))
}

pub fn evaluation(rows: usize, rule: EvaluationRule) -> Contest {
    contest("grades", &as_strs(&numbered("办件", rows)), Kind::Evaluation(rule))
}

pub fn motion(rule: MotionRule) -> Contest {
    contest("motion", &["关于预算的决议"], Kind::Motion(rule))
}

fn numbered(word: &str, count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("{word}{number}")).collect()
}

fn as_strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// One mark per character: `o` for, `x` against, `a` abstain, `.` blank, `?` illegible, `*`
/// multiple, a digit a grade.
pub fn section(marks: &str) -> Section {
    Section { marks: marks.chars().map(mark).collect(), ..Section::default() }
}

fn mark(character: char) -> Mark {
    match character {
        'o' => Mark::For,
        'x' => Mark::Against,
        'a' => Mark::Abstain,
        '.' => Mark::Blank,
        '?' => Mark::Illegible,
        '*' => Mark::Multiple,
        digit => Mark::Grade(u8::try_from(digit.to_digit(10).expect("a mark")).expect("a grade")),
    }
}

pub fn ruled_void(marks: &str) -> Section {
    Section { ruling: Some(SectionRuling::Void), ..section(marks) }
}

/// A section with names written in, each marked as approved.
pub fn naming(marks: &str, names: &[&str]) -> Section {
    written(marks, &names.iter().map(|name| (*name, WriteInMark::For)).collect::<Vec<_>>())
}

pub fn written(marks: &str, names: &[(&str, WriteInMark)]) -> Section {
    let write_ins = names
        .iter()
        .map(|(name, mark)| WriteIn { name: (*name).to_owned(), mark: *mark })
        .collect();
    Section { write_ins, ..section(marks) }
}

/// Control numbers of a vote in which everybody is there and everything comes back.
pub fn control(all: u32, returned: u32) -> Control {
    Control { all_deputies: all, present: all, printed: all, issued: all, spoiled: 0, returned }
}

pub fn tally_of(contests: &[Contest], sheets: &[Sheet]) -> Tally {
    let mut tally = Tally::new(contests);
    for sheet in sheets {
        tally.add(sheet);
    }
    tally
}

/// Sheets of one section each, given as (how many, section).
pub fn sheets(groups: &[(usize, Section)]) -> Vec<Sheet> {
    groups.iter().flat_map(|(times, section)| vec![vec![section.clone()]; *times]).collect()
}

/// Counts one contest among `all` deputies, all present.
pub fn result_of(contest: &Contest, all: u32, groups: &[(usize, Section)]) -> ContestResult {
    let sheets = sheets(groups);
    let returned = u32::try_from(sheets.len()).expect("few sheets");
    let result = tally_of(std::slice::from_ref(contest), &sheets)
        .result(&control(all, returned), ValidIf::default());
    result.contests.into_iter().next().expect("the vote is valid")
}

pub fn seats_result(contest: &Contest, all: u32, groups: &[(usize, Section)]) -> SeatsResult {
    match result_of(contest, all, groups) {
        ContestResult::Seats(result) => result,
        ContestResult::Motion(_) | ContestResult::Evaluation(_) => panic!("a contest with seats"),
    }
}

pub fn motion_result(contest: &Contest, all: u32, groups: &[(usize, Section)]) -> MotionResult {
    match result_of(contest, all, groups) {
        ContestResult::Motion(result) => result,
        ContestResult::Seats(_) | ContestResult::Evaluation(_) => panic!("a motion"),
    }
}

pub fn evaluation_result(
    contest: &Contest,
    all: u32,
    groups: &[(usize, Section)],
) -> EvaluationResult {
    match result_of(contest, all, groups) {
        ContestResult::Evaluation(result) => result,
        ContestResult::Seats(_) | ContestResult::Motion(_) => panic!("an evaluation"),
    }
}

/// Ids as words, names written in with their prefix.
pub fn words(candidates: &[Candidate]) -> Vec<String> {
    candidates.iter().cloned().map(String::from).collect()
}

/// For, against, abstain and void of every row.
pub fn counts(tally: &Tally, contest: usize) -> Vec<[u32; 4]> {
    tally.rows(contest).iter().map(|row| [row.for_, row.against, row.abstain, row.void]).collect()
}
