//! 演练 on every page of every paper, and the paper that every count is zero.

use papers::{SetPaper, docx_of_session};
use session::Command;
use session::paper::{self, BallotSheet, PaperKind, Style};
use session::views::papers::view;

use crate::day::{read, set};
use crate::pictures::looks_as_before;
use crate::told::{Told, ballot_of, election, evaluation, sample_ballot, seats_rule};
use crate::whole::LONG;

const AT_THE_HEAD: &str = "【演练】演练用，不作正式文书使用";

fn ballot() -> PaperKind {
    PaperKind::Ballot { ballot: sample_ballot().id }
}

fn rehearsed() -> Told {
    let mut told = Told::sample();
    told.rehearse();
    told
}

/// Every paper that can be issued, with its text.
fn every_paper(folder: &str, told: &Told) -> Vec<(PaperKind, SetPaper, String)> {
    let papers = view(&told.session).papers.into_iter().filter(|paper| paper.missing.is_none());
    let read_back = |(number, kind): (usize, PaperKind)| {
        let set = set(told, &kind);
        let text = read(folder, number, &set);
        (kind, set, text)
    };
    papers.map(|paper| paper.kind).enumerate().map(read_back).collect()
}

#[test]
fn every_page_of_every_paper_of_a_rehearsal_says_so() {
    let mut told = rehearsed();
    told.projects();
    let papers = every_paper("rehearsal", &told);
    assert!(papers.len() > 20);
    for (kind, paper, text) in papers {
        let said = text.matches(AT_THE_HEAD).count();
        assert_eq!(said, paper.pages.len(), "{kind:?}: {text}");
        for page in &paper.pages {
            assert!(page.watermark.len() >= 3, "{kind:?}");
            for run in &page.watermark {
                let last = run.glyphs.last().unwrap();
                let inside = run.glyphs[0].x > 0.0 && last.x + last.advance < page.width;
                assert!(inside && run.baseline > 0.0 && run.baseline < page.height, "{kind:?}");
            }
        }
    }
}

#[test]
fn no_paper_of_a_real_session_says_so() {
    let mut told = Told::sample();
    told.projects();
    for (kind, paper, text) in every_paper("real", &told) {
        assert!(!text.contains("演练"), "{kind:?}");
        assert!(paper.pages.iter().all(|page| page.watermark.is_empty()), "{kind:?}");
    }
}

#[test]
fn a_docx_of_a_rehearsal_begins_with_it() {
    let docx = docx_of_session(&rehearsed().session, &PaperKind::Agenda).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut part = archive.by_name("word/document.xml").unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut part, &mut text).unwrap();
    assert!(text.contains("演练用，不作正式文书使用"));
}

#[test]
fn a_rehearsal_looks_as_before() {
    let mut told = rehearsed();
    looks_as_before("rehearsal-ballot", &set(&told, &ballot()).rendered);
    looks_as_before("rehearsal-past-projects", &set(&told, &PaperKind::PastProjects).rendered);
    let style = Style { ballot: BallotSheet::TwoA5, ..Style::default() };
    told.secretary(&Command::Paper(paper::Command::ChooseStyle { style }));
    looks_as_before("rehearsal-ballot-two-a5", &set(&told, &ballot()).rendered);
    let round = told.projects();
    let report = set(&told, &PaperKind::CountReport { round });
    looks_as_before("rehearsal-count-report", &report.rendered);
}

#[test]
fn that_every_count_is_zero_looks_as_before() {
    let mut told = Told::sample();
    let of = PaperKind::ZeroReport { ballot: sample_ballot().id };
    let zero = set(&told, &of);
    looks_as_before("usual-zero-report", &zero.rendered);
    let text = read("zero", 1, &zero);
    for said in
        ["首录票决票0张、复录票决票0张，计入票决票0张", "以上各项计数均为零", "总监票人（签名）"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }

    let rows: Vec<String> = (1..=40).map(|number| format!("第{number}项{LONG}")).collect();
    let grades = ["满意", "基本满意", "一般", "不满意", "很不满意"];
    let names = ["买买提·艾力", "陆𬱖生", "阿不都热依木·阿卜杜热合曼"];
    let contests = vec![
        election("chair", "镇人民代表大会主席", &names, seats_rule(2)),
        evaluation("work", "2025年度民生实事项目满意度测评", &rows, &grades),
    ];
    let hard = ballot_of("hard", "青石镇选举和测评票", "浅黄色", contests);
    told.save(&hard);
    let zero = set(&told, &PaperKind::ZeroReport { ballot: hard.id });
    looks_as_before("hard-zero-report", &zero.rendered);
}
