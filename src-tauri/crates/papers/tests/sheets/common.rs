//! The papers of the sample session, as plain facts.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use papers::data::SessionName;
use papers::data::ballot::{
    BallotMark, BallotOption, BallotPaper, BallotSection, names_beside_each_other,
};
use papers::data::decision::{ChosenProject, MatterFacts, OfMatter};
use papers::data::meeting::{MeetingFacts, OfRole, PeopleFacts};
use papers::data::rules::ProjectFacts;
use papers::data::vote::{
    Compared, ContestFacts, ControlNumbers, CountRow, OfVote, OutcomeWords, RowOutcome,
    RulingNumbers, Threshold, VoteFacts,
};
use papers::layout::measure::GridSetting;
use papers::layout::setup::{OnASheet, Setup};
use papers::{PageSize, Paper, PaperError, Rendered};
use session::RoundId;
use session::paper::PaperKind;
use session::tally::{AbstentionWord, Kind, Next, SeatsRule, ValidIf, WriteIns};

use crate::projects::{PROJECTS, Project};
use crate::told::{evaluation_rule, motion_rule, seats_rule};

pub fn session() -> SessionName {
    SessionName::parse("青石镇第十八届人民代表大会第五次会议")
}

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 16).unwrap()
}

pub fn options() -> Vec<BallotOption> {
    let option = |(index, project): (usize, &Project)| BallotOption {
        number: u32::try_from(index).unwrap() + 1,
        name: project.name.to_owned(),
        investment: Some(project.investment.to_owned()),
        unit: Some(project.unit.to_owned()),
    };
    PROJECTS.iter().enumerate().map(option).collect()
}

pub fn mark(symbol: &str, meaning: &str) -> BallotMark {
    BallotMark {
        symbol: symbol.to_owned(),
        meaning: meaning.to_owned(),
        approves: meaning == "赞成",
        abstains: meaning == "弃权",
    }
}

pub fn section(kind: Kind, options: Vec<BallotOption>) -> BallotSection {
    BallotSection {
        title: None,
        kind,
        marks: vec![mark("○", "赞成"), mark("×", "反对")],
        abstention: AbstentionWord::Abstain,
        write_in_deputies_only: false,
        row_noun: String::new(),
        remarks: false,
        options,
        headings: Vec::new(),
    }
}

/// The rule of a contest of these tests: nobody is written in.
pub fn seats(seats: u32) -> SeatsRule {
    SeatsRule { write_ins: WriteIns::None, ..seats_rule(seats) }
}

pub fn named(names: &[&str]) -> Vec<BallotOption> {
    let option = |(number, name): (u32, &&str)| BallotOption {
        number,
        name: (*name).to_owned(),
        investment: None,
        unit: None,
    };
    (1..).zip(names).map(option).collect()
}

fn of(title: &str, colour: &str, sections: Vec<BallotSection>) -> BallotPaper {
    BallotPaper {
        title: title.to_owned(),
        colour: Some(colour.to_owned()),
        sections,
        ..ballot(PageSize::A4)
    }
}

/// 主席 one of one, 副镇长 three of four, written in where someone is against.
pub fn election() -> BallotPaper {
    let persons = |names: &[&str]| {
        let padded = names_beside_each_other(names);
        named(&padded.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let chair = BallotSection {
        title: Some("镇人民代表大会主席".to_owned()),
        ..section(Kind::Election(seats_rule(1)), persons(&["马頔"]))
    };
    let candidates = persons(&[
        "田富",
        "李𬱖生（女，回族）",
        "阿卜杜热西提·买买提艾力（维吾尔族）",
        "欧阳春兰（女）",
    ]);
    let deputies = BallotSection {
        title: Some("副镇长".to_owned()),
        ..section(Kind::Election(seats_rule(3)), candidates)
    };
    of("选举票", "浅绿色", vec![chair, deputies])
}

/// Grades of a row each, in columns.
pub fn evaluation(rows: usize) -> BallotPaper {
    let names: Vec<&str> = (0..rows).map(|index| PROJECTS[index % PROJECTS.len()].name).collect();
    let grades = ["满意", "基本满意", "不满意", "不了解"];
    let section = BallotSection {
        marks: grades.iter().map(|grade| mark("√", grade)).collect(),
        ..section(Kind::Evaluation(evaluation_rule(&grades)), named(&names))
    };
    of("2025年度民生实事项目满意度测评票", "淡黄色", vec![section])
}

/// Three texts, each approved, opposed or abstained from, in columns.
pub fn motions() -> BallotPaper {
    let texts = [
        "关于青石镇人民政府工作报告的决议",
        "关于青石镇2025年财政预算执行情况和2026年财政预算的决议",
        "关于接受周明同志辞去副镇长职务请求的决定",
    ];
    let section = BallotSection {
        marks: ["赞成", "反对", "弃权"].iter().map(|meaning| mark("√", meaning)).collect(),
        ..section(Kind::Motion(motion_rule()), named(&texts))
    };
    of("表决票", "白色", vec![section])
}

pub fn ballot(size: PageSize) -> BallotPaper {
    BallotPaper {
        session: session(),
        title: "2026年度民生实事项目票决票".to_owned(),
        colour: Some("粉红色".to_owned()),
        size,
        on_a_sheet: OnASheet::One,
        date: day(),
        seal: "主席团盖章处".to_owned(),
        sections: vec![section(Kind::Selection(seats(10)), options())],
    }
}

/// The text of a report as it comes with the program.
pub fn report_text() -> &'static str {
    papers::default_text(&PaperKind::CountReport { round: RoundId(1) })
}

/// The text of a decision as it comes with the program.
pub fn decision_text() -> &'static str {
    papers::default_text(&PaperKind::Decision { round: RoundId(1) })
}

pub const FINGERPRINT: &str = "9f2c41d07a5be8836c0d1f4e92ab77305be1c2d3a4f5968778695a4b3c2d1e0f";

/// Facts that are set as one kind of paper in these tests.
pub trait Set: serde::Serialize + Sized {
    fn paper<'a>(&'a self, text: &'a str) -> Paper<'a, Self>;

    fn render(&self, text: &str) -> Result<Rendered, PaperError> {
        self.paper(text).render(NonZeroU32::MIN)
    }
}

impl Set for OfVote {
    fn paper<'a>(&'a self, text: &'a str) -> Paper<'a, Self> {
        let setup = Setup::report(Some(FINGERPRINT.to_owned()));
        Paper {
            kind: "count report",
            title: "计票结果报告单".to_owned(),
            date: day(),
            text,
            fields: self,
            setup,
        }
    }
}

impl Set for OfMatter {
    fn paper<'a>(&'a self, text: &'a str) -> Paper<'a, Self> {
        let setup = Setup::official(GridSetting::OFFICIAL);
        Paper {
            kind: "decision", title: "决定".to_owned(), date: day(), text, fields: self, setup
        }
    }
}

pub fn meeting() -> MeetingFacts {
    MeetingFacts {
        township: "镇".to_owned(),
        government: "青石镇人民政府".to_owned(),
        all_deputies: 58,
        base: "全体代表".to_owned(),
        quorum: 39,
        date: day(),
        days: "2026年1月16日".to_owned(),
        closes: day(),
        year: 2026,
        venue: "青石镇政府三楼会议室".to_owned(),
        county: "清河县".to_owned(),
        chair: String::new(),
        agenda: Vec::new(),
        sittings: Vec::new(),
        present: Some(56),
        observing: Some(12),
    }
}

pub fn people() -> PeopleFacts {
    PeopleFacts {
        deputies: Vec::new(),
        delegations: Vec::new(),
        observers: Vec::new(),
        chief_scrutineers: vec!["徐文斌".to_owned()],
        scrutineers: vec!["周建国".to_owned(), "潘月娥".to_owned()],
        tellers: vec!["刘敏".to_owned(), "高翔".to_owned()],
        watching: vec![of_role("总监票人", &["徐文斌"]), of_role("监票人", &["周建国", "潘月娥"])],
        counting: vec![of_role("计票人", &["刘敏", "高翔"])],
        tellers_voted: false,
        secretaries: vec!["苏文".to_owned()],
        name_corrections: Vec::new(),
    }
}

fn of_role(role: &str, names: &[&str]) -> OfRole {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    OfRole { role: role.to_owned(), names }
}

pub fn count_report() -> OfVote {
    let row = |(index, project): (usize, &Project)| {
        let [approvals, against, abstentions, void] = project.votes;
        CountRow {
            number: u32::try_from(index).unwrap() + 1,
            heading: String::new(),
            name: project.name.to_owned(),
            approvals,
            against,
            abstentions,
            void,
            grades: Vec::new(),
            rate: None,
            level: None,
            shares: Vec::new(),
            reached: approvals >= 30,
            outcome: project.outcome,
        }
    };
    let mut rows: Vec<CountRow> = PROJECTS.iter().enumerate().map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.approvals));
    OfVote { session: session(), meeting: meeting(), people: people(), vote: vote(contest(rows)) }
}

fn vote(contest: ContestFacts) -> VoteFacts {
    VoteFacts {
        title: "2026年度民生实事项目票决".to_owned(),
        word: "票决".to_owned(),
        paper: "票决票".to_owned(),
        colour: "粉红色".to_owned(),
        round: None,
        control: ControlNumbers {
            all_deputies: 58,
            expected: 58,
            present: 56,
            quorum: 39,
            printed: 60,
            issued: 56,
            spoiled: Some(1),
            returned: Some(56),
            left_over: Some(3),
        },
        date: day(),
        compared: Some(Compared::Equal),
        valid: Some(true),
        valid_if: ValidIf::ReturnedAtMostIssued,
        bundle_size: 10,
        bundles: Vec::new(),
        contests: vec![contest],
        rulings: RulingNumbers { differing: 4, ruled: 4, void: 3 },
        ruled: Some("计票中，两次录入不一致的票决票4张，由监票人核对原票确定；有疑问的票决票4处，由总监票人逐一认定，其中认定无效3处。".to_owned()),
        repairs: Vec::new(),
        departure: None,
        counted_by_hand: false,
        at: day().and_hms_opt(15, 40, 0),
        pin_removed: None,
        announced: true,
        broken_off: None,
        corrections: Vec::new(),
        together: Vec::new(),
    }
}

fn contest(rows: Vec<CountRow>) -> ContestFacts {
    ContestFacts {
        title: "2026年度民生实事项目票决".to_owned(),
        kind: Kind::Selection(seats(10)),
        noun: "项目".to_owned(),
        measure: "项".to_owned(),
        chosen_word: "通过".to_owned(),
        seats: Some(10),
        options: 12,
        valid: 55,
        void: 1,
        threshold: Some(Threshold {
            needed: 30,
            wording: "超过全体代表的半数".to_owned(),
            heading: "是否过半数".to_owned(),
        }),
        grades: Vec::new(),
        abstention: "弃权".to_owned(),
        levels: false,
        shares: false,
        overall: None,
        rows,
        write_ins: Vec::new(),
        seats_left: 0,
        following: Next::None,
        follows: None,
        outcomes: OutcomeWords {
            chosen: "通过".to_owned(),
            tied: "票数相等".to_owned(),
            places_filled: "名额已满".to_owned(),
            not_reached: "未通过".to_owned(),
        },
        settlement: None,
    }
}

pub fn decision() -> OfMatter {
    let chosen = |project: &&Project| project.outcome == RowOutcome::Chosen;
    let project = |project: &Project| ChosenProject {
        facts: ProjectFacts {
            content: project.content.to_owned(),
            investment: project.investment.to_owned(),
            funding: String::new(),
            unit: project.unit.to_owned(),
            person: project.person.to_owned(),
            deadline: project.deadline.to_owned(),
        },
        name: project.name.to_owned(),
        approvals: project.votes[0],
    };
    let matter = MatterFacts {
        title: "2026年度民生实事项目票决".to_owned(),
        word: "票决".to_owned(),
        year: 2026,
        held: "2026年1月16日".to_owned(),
        date: day(),
        sworn: day(),
        candidates: 12,
        expected: 58,
        present: 56,
        rounds: Vec::new(),
        projects: PROJECTS.iter().filter(chosen).map(project).collect(),
        posts: Vec::new(),
        settlements: Vec::new(),
        seats_left: 0,
        tied: Vec::new(),
        notice: 1,
        notice_number: "第1号".to_owned(),
    };
    OfMatter { session: session(), meeting: meeting(), people: people(), matter }
}

/// Every kind of ballot by name.
pub fn ballots() -> Vec<(&'static str, BallotPaper)> {
    let a5 = |ballot: BallotPaper| BallotPaper { size: PageSize::A5, ..ballot };
    vec![
        ("selection", ballot(PageSize::A4)),
        ("selection-a5", ballot(PageSize::A5)),
        ("election", election()),
        ("election-a5", a5(election())),
        ("evaluation", evaluation(12)),
        ("evaluation-a5", a5(evaluation(12))),
        ("evaluation-75", evaluation(75)),
        ("motions", motions()),
        ("motions-a5-two", BallotPaper { on_a_sheet: OnASheet::Two, ..a5(motions()) }),
    ]
}
