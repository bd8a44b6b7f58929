//! Papers: time, memory and size of the files, beside the same papers set by typst from `PyPI` in
//! the same run, where Python has it.
//!
//! Every measure is a program of its own, so that its peak of memory is its own: this one started
//! again, or `peer.py`.

use std::hint::black_box;
use std::num::NonZeroU32;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::{env, fs};

use chrono::NaiveDate;
use cpu_time::ProcessTime;
use papers::data::SessionName;
use papers::data::ballot::{BallotMark, BallotOption, BallotPaper, BallotSection, render_ballot};
use papers::layout::measure::GridSetting;
use papers::layout::setup::{OnASheet, Setup};
use papers::{PageSize, Paper, Rendered};
use session::tally::{
    AbstentionWord, BlankRow, BlankSection, Cap, IllegibleRow, Kind, OverCap, SeatsRule, Shortfall,
    Threshold, TieRule, WriteInUnmarked, WriteIns,
};

use crate::{Measured, Report, line, title};

/// The word this program is started again with, to take one measure.
pub(crate) const ONE: &str = "--set-one-paper";

/// What is set.
const CASES: [(&str, &str); 5] = [
    ("ballot-1", "one ballot"),
    ("ballot-70", "70 ballots"),
    ("ballot-3000", "3,000 ballots"),
    ("resolution", "a resolution of two pages"),
    ("report", "a report of 75 rows"),
];

/// What is said of a paper that is set again.
const AGAIN: &str = "faster, again";

/// What one measure found.
struct Found {
    cold: Duration,
    warm: Duration,
    peak_kib: u64,
    bytes: u64,
}

/// Measures every case, ours and the peer's.
pub(crate) fn measure(report: &mut Report) -> Measured {
    title(
        "Papers (processor time of a first and of a repeated setting, peak of memory, size of the file)",
    );
    let peer = peer();
    if peer.is_none() {
        line("no peer: Python's package typst is missing (pip install typst)", "");
    }
    for (case, what) in CASES {
        let ours = found(Command::new(env::current_exe()?).args([ONE, case]))?;
        print(&format!("{what}: ours"), &ours);
        goals(report, case, &ours);
        if let Some(python) = &peer {
            let theirs = found(
                Command::new(python)
                    .arg(folder().join("peer.py"))
                    .args([case, &fonts().display().to_string()]),
            )?;
            print(&format!("{what}: typst"), &theirs);
            compare(report, case, what, &ours, &theirs);
        }
    }
    Ok(())
}

fn goals(report: &mut Report, case: &str, ours: &Found) {
    match case {
        "ballot-3000" => {
            report.goal(
                "  3,000 ballots",
                &format!("{:.2?}", ours.cold),
                "<= 1 s",
                ours.cold <= Duration::from_secs(1),
            );
            report.goal(
                "  3,000 ballots",
                &format!("{} kB", ours.bytes / 1000),
                "<= 1 MB",
                ours.bytes <= 1_000_000,
            );
        }
        "resolution" => {
            report.goal(
                "  a resolution again",
                &format!("{:.2?}", ours.warm),
                "<= 50 ms",
                ours.warm <= Duration::from_millis(50),
            );
        }
        _ => {}
    }
}

/// Where copies share a page: five times faster and smaller at least. Set again, as a preview is
/// while its text is typed: twice as fast as the peer, which remembers the paragraphs of the run
/// before as we remember reduced faces. Of a short paper set once most is the outlines of its
/// characters, which both reduce and embed alike: told without a goal.
fn compare(report: &mut Report, case: &str, what: &str, ours: &Found, theirs: &Found) {
    #[expect(
        clippy::cast_precision_loss,
        reason = "ratios are shown with one figure behind the point"
    )]
    let of_numbers = |theirs: u64, ours: u64| theirs as f64 / ours as f64;
    let of_times = |theirs: Duration, ours: Duration| theirs.as_secs_f64() / ours.as_secs_f64();
    let ratios = [
        ("faster, at first", of_times(theirs.cold, ours.cold)),
        (AGAIN, of_times(theirs.warm, ours.warm)),
        ("smaller", of_numbers(theirs.bytes, ours.bytes)),
    ];
    for (how, ratio) in ratios {
        let (told, measured) = (format!("  {what}: {how}"), format!("{ratio:.1} times"));
        match (case, how) {
            ("ballot-70" | "ballot-3000", _) => {
                report.goal(&told, &measured, ">= 5 times", ratio >= 5.0);
            }
            (_, AGAIN) => report.goal(&told, &measured, ">= 2 times", ratio >= 2.0),
            (_, _) => line(&told, &measured),
        }
    }
    line(
        &format!("  {what}: less memory"),
        &format!("{:.1} times", of_numbers(theirs.peak_kib, ours.peak_kib)),
    );
}

fn print(what: &str, found: &Found) {
    let times = format!("{:.1?} / {:.1?}", found.cold, found.warm);
    println!(
        "  {what:<36} {times:>24} {:>9} kB of memory {:>8} kB",
        found.peak_kib * 1024 / 1000,
        found.bytes / 1000
    );
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("measures")
}

fn fonts() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts")
}

/// The Python that has the peer: that of the environment the bench runs in, or the one named by
/// `PIAOJUE_PYTHON`.
fn peer() -> Option<String> {
    let python = env::var("PIAOJUE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has_it = Command::new(&python).args(["-c", "import typst"]).output().ok()?.status.success();
    has_it.then_some(python)
}

/// Runs one measure: it answers with microseconds at first and again, KiB at the peak, bytes.
fn found(command: &mut Command) -> Measured<Found> {
    let output = command.output()?;
    let said = String::from_utf8(output.stdout)?;
    let numbers = said.split_whitespace().map(str::parse).collect::<Result<Vec<u64>, _>>()?;
    let [cold, warm, peak_kib, bytes] = numbers[..] else {
        return Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
    };
    Ok(Found {
        cold: Duration::from_micros(cold),
        warm: Duration::from_micros(warm),
        peak_kib,
        bytes,
    })
}

/// Takes one measure in this program and answers it on standard output.
pub(crate) fn one(case: &str) -> Measured {
    let timed = |run: u32| -> Measured<(Duration, usize)> {
        let start = ProcessTime::now();
        let bytes = black_box(set(case, run)?.bytes.len());
        Ok((start.elapsed(), bytes))
    };
    let (cold, bytes) = timed(0)?;
    let mut again =
        (1..=5).map(|run| timed(run).map(|(time, _)| time)).collect::<Measured<Vec<_>>>()?;
    again.sort();
    println!("{} {} {} {bytes}", cold.as_micros(), again[2].as_micros(), peak_kib());
    Ok(())
}

/// The peak of the resident set in KiB, 0 where the system does not tell it.
fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| {
        line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse().ok()
    });
    peak.unwrap_or(0)
}

/// Sets a case; every run says something else, as a text does with every key that is typed.
fn set(case: &str, run: u32) -> Measured<Rendered> {
    match case {
        "resolution" => Ok(paper(&resolution(run), Setup::official(GridSetting::OFFICIAL))?),
        "report" => Ok(paper(&report_of_75_rows(run), Setup::report(None))?),
        ballots => {
            let copies = ballots.rsplit('-').next().unwrap_or_default().parse::<NonZeroU32>()?;
            Ok(render_ballot(&ballot(run)?, copies)?)
        }
    }
}

fn day() -> Measured<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, 1, 16).ok_or_else(|| "no such day".into())
}

fn paper(text: &str, setup: Setup) -> Measured<Rendered> {
    let paper =
        Paper { kind: "bench", title: "文书".to_owned(), date: day()?, text, fields: &(), setup };
    Ok(paper.render(NonZeroU32::MIN)?)
}

/// Names of projects, also those of `peer.py`.
const PROJECTS: [&str; 12] = [
    "青石村至云岭村通组公路硬化工程",
    "镇中心幼儿园改扩建项目",
    "农村饮水安全巩固提升工程（二期）",
    "镇卫生院中医馆标准化建设",
    "“一老一小”综合服务中心建设",
    "高标准农田建设及灌溉渠道清淤疏浚",
    "集镇生活污水管网改造",
    "村级文化广场和健身设施提升",
    "山塘水库除险加固",
    "农村危房改造与地质灾害隐患点避险搬迁",
    "路灯亮化工程（太阳能路灯300盏）",
    "垃圾分类收集点及转运站建设",
];

fn ballot(run: u32) -> Measured<BallotPaper> {
    let option = |(number, name): (u32, &&str)| BallotOption {
        number,
        name: (*name).to_owned(),
        investment: None,
        unit: None,
    };
    let mark = |symbol: &str, meaning: &str, approves| BallotMark {
        symbol: symbol.to_owned(),
        meaning: meaning.to_owned(),
        approves,
        abstains: false,
    };
    let rule = SeatsRule {
        seats: NonZeroU32::new(10).ok_or("no seats")?,
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
    };
    let section = BallotSection {
        title: None,
        kind: Kind::Selection(rule),
        marks: vec![mark("○", "赞成", true), mark("×", "反对", false)],
        abstention: AbstentionWord::Abstain,
        write_in_deputies_only: false,
        row_noun: String::new(),
        headings: Vec::new(),
        remarks: false,
        options: (1..).zip(&PROJECTS).map(option).collect(),
    };
    Ok(BallotPaper {
        session: SessionName::parse("青石镇第十八届人民代表大会第五次会议"),
        title: format!("{}年度民生实事项目票决票", 2026 + run),
        colour: Some("粉红色".to_owned()),
        size: PageSize::A4,
        on_a_sheet: OnASheet::One,
        date: day()?,
        seal: "主席团盖章处".to_owned(),
        sections: vec![section],
    })
}

/// Paragraphs of a resolution, also those of `peer.py`: two pages on the grid.
const PARAGRAPHS: [&str; 3] = [
    "青石镇第十八届人民代表大会第五次会议听取和审议了镇人民政府工作报告。会议充分肯定镇人民政府过去一年的工作，同意报告提出的今年工作总体要求、\
     主要目标和重点任务，决定批准这个报告。",
    "会议指出，过去一年，全镇上下坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，统筹推进乡村振兴、基层治理、民生改善和生态保护，\
     民生实事项目按期完成，人民群众的获得感、幸福感、安全感不断增强。",
    "会议要求，镇人民政府要紧紧围绕会议确定的目标任务，突出重点，狠抓落实，加快农业农村现代化步伐，切实办好民生实事，依法行政，\
     自觉接受人大监督，努力建设人民满意的政府。",
];

fn resolution(run: u32) -> String {
    let mut text = format!(
        "# 青石镇第十八届人民代表大会|第五次会议|关于镇人民政府工作报告的决议\n= （{}年1月16日通过）\n~\n",
        2026 + run
    );
    for section in ["一、总体要求", "二、主要目标", "三、重点任务"] {
        text.push_str("## ");
        text.push_str(section);
        text.push('\n');
        text.push_str(&PARAGRAPHS.join("\n"));
        text.push('\n');
    }
    text.push_str(":sign 青石镇人民代表大会 | 2026年1月16日\n");
    text
}

fn report_of_75_rows(run: u32) -> String {
    let mut text =
        format!("# 青石镇第十八届人民代表大会第五次会议|{}年度满意度测评结果表\n", 2025 + run);
    text.push_str(
        ":table 12c *l 20c 20c 20c 20c\n序号 | 项目 | 满意 | 基本满意 | 不满意 | 满意率\n",
    );
    for (number, name) in (1..=75).zip(PROJECTS.iter().cycle()) {
        let pleased = 30 + number % 20;
        let row = format!(
            "{number} | {name} | {pleased} | {} | {} | {pleased}.00%\n",
            50 - pleased,
            number % 5
        );
        text.push_str(&row);
    }
    text.push_str(":end\n");
    text
}
