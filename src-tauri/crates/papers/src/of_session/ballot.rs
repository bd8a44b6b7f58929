//! 选票: a ballot's facts from its contests, their rules and their symbols.

use session::ballot::election::Nominee;
use session::ballot::{Ballot, BallotContest};
use session::floor::meeting::Meeting;
use session::paper::{BallotSheet, motion_named};
use session::tally::Kind;
use session::written::in_ten_thousands;
use session::{Session, number};

use super::twice::Twice;
use super::words;
use crate::data::SessionName;
use crate::data::ballot::{BallotOption, BallotPaper, BallotSection, names_beside_each_other};
use crate::layout::setup::ballot_sheet;

/// Returns what stands on a ballot.
pub(super) fn paper(
    session: &Session,
    meeting: &Meeting,
    ballot: &Ballot,
    sheet: BallotSheet,
) -> BallotPaper {
    let (size, on_a_sheet) = ballot_sheet(sheet);
    BallotPaper {
        session: SessionName::parse(&meeting.title()),
        title: words::told_apart(&ballot.title, &words::printed_for(session, ballot)),
        colour: Some(ballot.colour.clone()).filter(|colour| !colour.is_empty()),
        size,
        on_a_sheet,
        date: meeting.held_on,
        seal: "主席团盖章处".to_owned(),
        sections: sections(&ballot.contests, &Twice::on(session, ballot)),
    }
}

/// One section a contest; motions that follow each other and are marked alike share one table.
fn sections(contests: &[BallotContest], twice: &Twice) -> Vec<BallotSection> {
    let mut sections: Vec<BallotSection> = Vec::new();
    for entry in contests {
        let mut section = section(entry, contests.len() > 1, twice);
        match sections.last_mut() {
            Some(last) if is_motion(last) && last.is_marked_like(&section) => {
                for (option, before) in section.options.iter_mut().zip(last.options.len()..) {
                    option.number = number(before).saturating_add(1);
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

fn is_motion(section: &BallotSection) -> bool {
    matches!(section.kind, Kind::Motion(_))
}

fn section(entry: &BallotContest, titled: bool, twice: &Twice) -> BallotSection {
    let is_motion = matches!(entry.contest.kind, Kind::Motion(_));
    let election = entry.election.as_ref();
    BallotSection {
        title: Some(entry.contest.title.clone()).filter(|_| titled && !is_motion),
        kind: entry.contest.kind.clone(),
        marks: words::marks(entry),
        abstention: entry.abstention(),
        write_in_deputies_only: election.is_some_and(|election| election.write_in_deputies_only),
        row_noun: entry.row_noun.clone(),
        remarks: entry.remarks,
        options: options(entry, twice),
        headings: (0..entry.headings.len())
            .map(|index| entry.heading_begun_at(index).to_owned())
            .collect(),
    }
}

fn names(entry: &BallotContest, twice: &Twice) -> Vec<String> {
    let names: Vec<&str> =
        entry.contest.options.iter().map(|option| option.name.as_str()).collect();
    match &entry.contest.kind {
        Kind::Election(_) => {
            let noted: Vec<String> = names
                .iter()
                .enumerate()
                .map(|(index, name)| with_notes(name, nominee(entry, index), twice))
                .collect();
            names_beside_each_other(&noted.iter().map(String::as_str).collect::<Vec<_>>())
        }
        Kind::Motion(_) => vec![motion_named(entry).to_owned()],
        Kind::Selection(_) | Kind::Evaluation(_) => names.into_iter().map(str::to_owned).collect(),
    }
}

fn nominee(entry: &BallotContest, index: usize) -> Option<&Nominee> {
    entry.election.as_ref()?.nominees.get(index)
}

/// What is noted behind a candidate's name: 女, the nationality but for 汉族, and where two bear one
/// name what tells them apart. A name that brings a note of its own keeps it.
fn with_notes(name: &str, nominee: Option<&Nominee>, twice: &Twice) -> String {
    let Some(nominee) = nominee.filter(|_| !name.contains('（')) else { return name.to_owned() };
    let sex = Some(nominee.sex.as_str()).filter(|sex| *sex == "女");
    let ethnicity = Some(nominee.ethnicity.as_str())
        .filter(|ethnicity| !matches!(*ethnicity, "" | "汉" | "汉族"));
    let note = twice.told_apart(name, &nominee.note);
    let notes: Vec<&str> = [sex, ethnicity, note].into_iter().flatten().collect();
    if notes.is_empty() { name.to_owned() } else { format!("{name}（{}）", notes.join("，")) }
}

fn options(entry: &BallotContest, twice: &Twice) -> Vec<BallotOption> {
    let projects = entry.projects.iter().map(Some).chain(std::iter::repeat(None));
    let named = (1..).zip(names(entry, twice).into_iter().zip(projects));
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
    use session::tally::{
        BlankRow, BlankSection, Contest, ContestOption, IllegibleRow, Mark, MotionRule,
    };

    use super::*;

    fn motion(title: &str, blank_row: BlankRow) -> BallotContest {
        let rule = MotionRule {
            threshold: None,
            blank_row,
            blank_section: BlankSection::Void,
            illegible_row: IllegibleRow::Section,
        };
        let option = ContestOption { id: "1".into(), name: "决议".to_owned() };
        let contest = Contest {
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
            motion("工作报告", BlankRow::Abstain),
            motion("预算", BlankRow::Abstain),
            motion("辞职", BlankRow::Void),
        ];
        let sections = sections(&contests, &Twice::default());
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
        let twice = Twice::of(["李伟", "李 伟", "田富"]);
        let noted = |name: &str, of: Option<Nominee>| with_notes(name, of.as_ref(), &twice);
        assert_eq!(noted("李𬱖生", Some(nominee("女", "回族", ""))), "李𬱖生（女，回族）");
        assert_eq!(noted("李伟", Some(nominee("男", "汉族", "石门村"))), "李伟（石门村）");
        assert_eq!(noted("李伟（石门村）", Some(nominee("女", "", "石门村"))), "李伟（石门村）");
        assert_eq!(noted("田富", Some(nominee("男", "汉族", "候补"))), "田富");
        assert_eq!(noted("田富", None), "田富");
    }

    #[test]
    fn one_symbol_for_several_meanings_has_a_column_for_each() {
        let entry = motion("预算", BlankRow::Abstain);
        let section = section(&entry, false, &Twice::default());
        assert_eq!((section.has_a_column_each(), section.marks.len()), (true, 3));
        let mut one = entry;
        one.symbols[1].symbol = Symbol::Cross;
        one.symbols[2].symbol = Symbol::Circle;
        assert!(!super::section(&one, false, &Twice::default()).has_a_column_each());
    }
}
