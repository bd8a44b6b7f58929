//! 选票: a ballot's facts from its contests, their rules and their symbols.

use session::ballot::election::Nominee;
use session::ballot::{Ballot, BallotContest};
use session::floor::meeting::Meeting;
use session::paper::BallotSheet;
use session::tally;
use session::tally::{AbstentionWord, Kind, Mark, SeatsRule};

use super::words::{in_ten_thousands, sign};
use crate::data::SessionName;
use crate::data::ballot::{
    BallotCap, BallotMark, BallotOption, BallotPaper, BallotSection, BlankRow, Illegible,
    MarkColumns, OverCap, SectionKind, Validity, WriteInUnmarked, WriteIns,
    names_beside_each_other,
};
use crate::layout::setup::ballot_sheet;

/// Returns what stands on a ballot.
pub(super) fn paper(meeting: &Meeting, ballot: &Ballot, sheet: BallotSheet) -> BallotPaper {
    let (size, on_a_sheet) = ballot_sheet(sheet);
    BallotPaper {
        session: SessionName::parse(&meeting.title()),
        title: ballot.title.clone(),
        colour: Some(ballot.colour.clone()).filter(|colour| !colour.is_empty()),
        size,
        on_a_sheet,
        date: meeting.held_on,
        seal: "主席团盖章处".to_owned(),
        sections: sections(&ballot.contests),
    }
}

/// One section a contest; motions that follow each other and are marked alike share one table.
fn sections(contests: &[BallotContest]) -> Vec<BallotSection> {
    let mut sections: Vec<BallotSection> = Vec::new();
    for entry in contests {
        let mut section = section(entry, contests.len() > 1);
        match sections.last_mut() {
            Some(last) if last.is_marked_like(&section) => {
                for (option, number) in section.options.iter_mut().zip(last.options.len()..) {
                    option.number = u32::try_from(number).unwrap_or(u32::MAX).saturating_add(1);
                }
                last.options.append(&mut section.options);
            }
            Some(_) | None => sections.push(section),
        }
    }
    if let [only] = sections.as_mut_slice() {
        only.title = None;
    }
    sections
}

impl BallotSection {
    fn is_marked_like(&self, other: &Self) -> bool {
        let without_rows =
            |section: &Self| Self { title: None, options: Vec::new(), ..section.clone() };
        self.kind == SectionKind::Motion && without_rows(self) == without_rows(other)
    }
}

fn section(entry: &BallotContest, titled: bool) -> BallotSection {
    let contest = &entry.contest;
    let marks = marks(entry);
    let plain = BallotSection {
        title: titled.then(|| contest.title.clone()),
        kind: SectionKind::Selection,
        noun: "项目".to_owned(),
        measure: "个".to_owned(),
        seats: 1,
        cap: BallotCap::None,
        over_cap: OverCap::Flag,
        columns: columns(&marks),
        marks,
        blank_row: blank_row(entry.blank_row()),
        abstention: abstention(entry).to_owned(),
        blank_section: Validity::Valid,
        illegible: Illegible::Row,
        multi_mark: BlankRow::Void,
        write_ins: WriteIns::None,
        write_in_unmarked: WriteInUnmarked::For,
        write_in_deputies_only: entry
            .election
            .as_ref()
            .is_some_and(|election| election.write_in_deputies_only),
        options: options(entry),
    };
    match &contest.kind {
        Kind::Selection(rule) => of_seats(rule, plain),
        Kind::Election(rule) => {
            let words = BallotSection {
                kind: SectionKind::Election,
                noun: "候选人".to_owned(),
                measure: "名".to_owned(),
                ..plain
            };
            of_seats(rule, words)
        }
        Kind::Evaluation(rule) => BallotSection {
            kind: SectionKind::Evaluation,
            noun: if entry.projects.is_empty() { "测评对象" } else { "项目" }.to_owned(),
            measure: "项".to_owned(),
            blank_section: blank_section(rule.blank_section),
            illegible: illegible(rule.illegible_row),
            multi_mark: match rule.multi_mark {
                tally::MultiMark::Void => BlankRow::Void,
                tally::MultiMark::Abstain => BlankRow::Abstain,
            },
            ..plain
        },
        Kind::Motion(rule) => BallotSection {
            kind: SectionKind::Motion,
            title: None,
            noun: "表决事项".to_owned(),
            measure: "项".to_owned(),
            blank_section: blank_section(rule.blank_section),
            illegible: illegible(rule.illegible_row),
            ..plain
        },
    }
}

fn of_seats(rule: &SeatsRule, section: BallotSection) -> BallotSection {
    BallotSection {
        seats: rule.seats.get(),
        cap: match rule.cap {
            tally::Cap::AtMost => BallotCap::AtMost,
            tally::Cap::Exactly => BallotCap::Exactly,
            tally::Cap::None => BallotCap::None,
        },
        over_cap: match rule.over_cap {
            tally::OverCap::Section => OverCap::Section,
            tally::OverCap::Sheet => OverCap::Sheet,
            tally::OverCap::Flag => OverCap::Flag,
        },
        blank_section: blank_section(rule.blank_section),
        illegible: illegible(rule.illegible_row),
        write_ins: match rule.write_ins {
            tally::WriteIns::None => WriteIns::None,
            tally::WriteIns::NeedsAgainst => WriteIns::NeedsAgainst,
            tally::WriteIns::Allowed => WriteIns::Allowed,
        },
        write_in_unmarked: match rule.write_in_unmarked {
            tally::WriteInUnmarked::For => WriteInUnmarked::For,
            tally::WriteInUnmarked::Void => WriteInUnmarked::Void,
        },
        ..section
    }
}

const fn blank_row(rule: tally::BlankRow) -> BlankRow {
    match rule {
        tally::BlankRow::Abstain => BlankRow::Abstain,
        tally::BlankRow::Void => BlankRow::Void,
        tally::BlankRow::For => BlankRow::For,
    }
}

const fn blank_section(rule: tally::BlankSection) -> Validity {
    match rule {
        tally::BlankSection::Valid => Validity::Valid,
        tally::BlankSection::Void => Validity::Void,
    }
}

const fn illegible(rule: tally::IllegibleRow) -> Illegible {
    match rule {
        tally::IllegibleRow::Row => Illegible::Row,
        tally::IllegibleRow::Section => Illegible::Section,
    }
}

fn abstention(entry: &BallotContest) -> &'static str {
    match entry.abstention() {
        AbstentionWord::Abstain => "弃权",
        AbstentionWord::DontKnow => "不了解",
    }
}

/// The symbols a voter draws, with what they mean; a mark nobody draws is no line of the map.
fn marks(entry: &BallotContest) -> Vec<BallotMark> {
    let grades = match &entry.contest.kind {
        Kind::Evaluation(rule) => rule.grades.as_slice(),
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => &[],
    };
    let meaning = |mark| match mark {
        Mark::For => Some("赞成".to_owned()),
        Mark::Against => Some("反对".to_owned()),
        Mark::Abstain => Some(abstention(entry).to_owned()),
        Mark::Grade(grade) => grades.get(usize::from(grade)).cloned(),
        Mark::Blank | Mark::Illegible | Mark::Multiple => None,
    };
    let drawn = entry.symbols.iter().filter_map(|drawn| Some((drawn, meaning(drawn.mark)?)));
    drawn
        .map(|(drawn, meaning)| BallotMark {
            symbol: sign(drawn.symbol).to_owned(),
            meaning,
            approves: drawn.mark == Mark::For,
            abstains: drawn.mark == Mark::Abstain,
        })
        .collect()
}

/// One symbol for several meanings needs a column for each of them.
fn columns(marks: &[BallotMark]) -> MarkColumns {
    let repeats = marks
        .iter()
        .enumerate()
        .any(|(index, mark)| marks[..index].iter().any(|other| other.symbol == mark.symbol));
    if repeats { MarkColumns::Each } else { MarkColumns::One }
}

/// A motion's one row is named by its contest.
fn names(entry: &BallotContest) -> Vec<String> {
    let names: Vec<&str> =
        entry.contest.options.iter().map(|option| option.name.as_str()).collect();
    match &entry.contest.kind {
        Kind::Election(_) => {
            let noted: Vec<String> = names
                .iter()
                .enumerate()
                .map(|(index, name)| with_notes(name, nominee(entry, index)))
                .collect();
            names_beside_each_other(&noted.iter().map(String::as_str).collect::<Vec<_>>())
        }
        Kind::Motion(_) => vec![entry.contest.title.clone()],
        Kind::Selection(_) | Kind::Evaluation(_) => names.into_iter().map(str::to_owned).collect(),
    }
}

fn nominee(entry: &BallotContest, index: usize) -> Option<&Nominee> {
    entry.election.as_ref()?.nominees.get(index)
}

/// What is noted behind a candidate's name: 女, the nationality but for 汉族, what tells two of one
/// name apart. A name that brings a note of its own keeps it.
fn with_notes(name: &str, nominee: Option<&Nominee>) -> String {
    let Some(nominee) = nominee.filter(|_| !name.contains('（')) else { return name.to_owned() };
    let sex = Some(nominee.sex.as_str()).filter(|sex| *sex == "女");
    let ethnicity = Some(nominee.ethnicity.as_str())
        .filter(|ethnicity| !matches!(*ethnicity, "" | "汉" | "汉族"));
    let note = Some(nominee.note.as_str()).filter(|note| !note.is_empty());
    let notes: Vec<&str> = [sex, ethnicity, note].into_iter().flatten().collect();
    if notes.is_empty() { name.to_owned() } else { format!("{name}（{}）", notes.join("，")) }
}

fn options(entry: &BallotContest) -> Vec<BallotOption> {
    let projects = entry.projects.iter().map(Some).chain(std::iter::repeat(None));
    let named = (1..).zip(names(entry).into_iter().zip(projects));
    named
        .map(|(number, (name, project))| BallotOption {
            number,
            name,
            investment: project
                .filter(|project| project.investment > 0)
                .map(|project| in_ten_thousands(project.investment)),
            unit: project.map(|project| project.unit.clone()).filter(|unit| !unit.is_empty()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use session::ballot::{Symbol, SymbolMeaning};
    use session::tally::MotionRule;

    use super::*;

    fn motion(title: &str, blank_row: tally::BlankRow) -> BallotContest {
        let rule = MotionRule {
            threshold: None,
            blank_row,
            blank_section: tally::BlankSection::Void,
            illegible_row: tally::IllegibleRow::Section,
        };
        let option = tally::ContestOption { id: "1".into(), name: "决议".to_owned() };
        let contest = tally::Contest {
            id: title.into(),
            title: title.to_owned(),
            options: vec![option],
            kind: Kind::Motion(rule),
        };
        let symbols = [Mark::For, Mark::Against, Mark::Abstain]
            .map(|mark| SymbolMeaning { symbol: Symbol::Tick, mark });
        BallotContest::of(contest, symbols.to_vec())
    }

    #[test]
    fn motions_marked_alike_share_a_table_and_others_do_not() {
        let contests = [
            motion("工作报告", tally::BlankRow::Abstain),
            motion("预算", tally::BlankRow::Abstain),
            motion("辞职", tally::BlankRow::Void),
        ];
        let sections = sections(&contests);
        let rows = |section: &BallotSection| {
            section.options.iter().map(|row| (row.number, row.name.clone())).collect::<Vec<_>>()
        };
        assert_eq!(rows(&sections[0]), [(1, "工作报告".to_owned()), (2, "预算".to_owned())]);
        assert_eq!(rows(&sections[1]), [(1, "辞职".to_owned())]);
    }

    #[test]
    fn what_is_noted_behind_a_candidates_name() {
        let nominee = |sex: &str, ethnicity: &str, note: &str| Nominee {
            sex: sex.to_owned(),
            ethnicity: ethnicity.to_owned(),
            note: note.to_owned(),
            ..Nominee::default()
        };
        assert_eq!(with_notes("李𬱖生", Some(&nominee("女", "回族", ""))), "李𬱖生（女，回族）");
        assert_eq!(with_notes("李伟", Some(&nominee("男", "汉族", "石门村"))), "李伟（石门村）");
        assert_eq!(
            with_notes("李伟（石门村）", Some(&nominee("女", "", "石门村"))),
            "李伟（石门村）"
        );
        assert_eq!(with_notes("田富", Some(&nominee("男", "汉族", ""))), "田富");
        assert_eq!(with_notes("田富", None), "田富");
    }

    #[test]
    fn one_symbol_for_several_meanings_has_a_column_for_each() {
        let entry = motion("预算", tally::BlankRow::Abstain);
        let section = section(&entry, false);
        assert_eq!((section.columns, section.marks.len()), (MarkColumns::Each, 3));
        assert_eq!(
            (section.blank_section, section.illegible),
            (Validity::Void, Illegible::Section)
        );
        let mut one = entry;
        one.symbols[1].symbol = Symbol::Cross;
        one.symbols[2].symbol = Symbol::Circle;
        assert_eq!(super::section(&one, false).columns, MarkColumns::One);
    }
}
