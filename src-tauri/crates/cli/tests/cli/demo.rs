//! `demo`: the whole sample session and the year around it, twice the same.

use std::collections::BTreeMap;
use std::path::Path;

use session::projects::Standing;
use store::look;

use crate::{demo_run, folder, names_in, run, text};

/// The papers of the year and of the day.
pub const PAPERS: usize = 69;
/// Those of the session that follows, before its vote.
const NEXT_PAPERS: usize = 7;
const NEXT: &str = "青石镇第十八届人民代表大会第六次会议";

#[test]
fn the_demo_leaves_both_sessions_every_paper_the_tables_and_the_count_file() {
    let demo = demo_run();
    let names = names_in(demo.folder.path());
    let mut endings: BTreeMap<&str, usize> = BTreeMap::new();
    for name in &names {
        *endings.entry(name.rsplit_once('.').map_or("", |(_, ending)| ending)).or_default() += 1;
    }
    let of = [("", 1), ("json", 1), ("pdf", PAPERS), ("piaojue", 2), ("xlsx", 3)];
    assert_eq!(endings, BTreeMap::from(of), "{names:?}");
    let next = demo.folder.path().join(NEXT);
    assert_eq!(names_in(&next).len(), NEXT_PAPERS, "{:?}", names_in(&next));
    for folder in [demo.folder.path(), &next] {
        for name in names_in(folder).iter().filter(|name| is_a(name, "pdf")) {
            assert!(std::fs::read(folder.join(name)).unwrap().starts_with(b"%PDF-"), "{name}");
        }
    }
}

#[test]
fn the_second_session_evaluates_the_ten_projects_and_goes_on_with_what_is_not_over() {
    let demo = demo_run();
    let of = |title: &str| {
        let copy = folder();
        let path = copy.path().join("copy.piaojue");
        std::fs::copy(demo.folder.path().join(format!("{title}.piaojue")), &path).unwrap();
        look(&path).unwrap()
    };
    let (last, next) = (of("青石镇第十八届人民代表大会第五次会议"), of(NEXT));
    let chosen: Vec<&str> =
        last.session.chosen_projects().iter().map(|(one, _)| one.facts().name.as_str()).collect();
    assert_eq!(chosen.len(), 10);
    let [ballot] = next.session.ballots() else { panic!("{:?}", next.session.ballots()) };
    let contest = &ballot.contests[0].contest;
    let rows: Vec<&str> = contest.options.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(rows, chosen);
    let (year, past) = next.session.past_projects().unwrap();
    assert_eq!((year, past.iter().filter(|it| it.done).count()), (2026, 9));
    assert!(past.iter().all(|it| !it.state.is_empty()), "{past:?}");
    assert_eq!(next.session.last().unwrap().head, last.head.as_str());
    let goes_on: Vec<_> = next.session.standings().into_iter().map(|(_, stands)| stands).collect();
    let kept = [Standing::Kept; 3];
    assert_eq!(goes_on, [&[Standing::Going][..], &kept].concat());
    let called: Vec<String> =
        next.session.proposals().iter().map(session::proposals::Proposal::called).collect();
    assert_eq!(called, [9, 10, 11].map(|number| format!("第五次会议第{number}号")));
    assert_eq!(next.session.people().deputies().len(), 57);
}

#[test]
fn the_year_of_the_sample_tells_of_what_was_late_changed_done_and_explained() {
    let demo = demo_run();
    let copy = folder();
    let session = look(&demo.session_copied_to(&copy)).unwrap().session;
    let late: Vec<usize> =
        session.projects().reviews().iter().map(|review| session.late_at(review).len()).collect();
    assert_eq!(late, [0, 1, 1, 2, 1]);
    let changes: usize =
        session.chosen_projects().iter().map(|(one, _)| one.course().changes().len()).sum();
    assert_eq!((changes, session.proposals().len()), (2, 11));
    let records = session.deputy_records();
    assert!(records.iter().all(|one| one.points.is_some()), "points are counted");
    assert!(records.iter().any(|one| one.count(session::record::DeedKind::SiteVisit) > 0));
}

#[test]
fn the_summary_shows_the_result_and_the_files() {
    let out = &demo_run().said.out;
    assert!(out.starts_with("青石镇第十八届人民代表大会第五次会议\n"), "{out}");
    assert!(out.contains("全体代表58 实到56 法定39 · 印制60 发出56 换票1 收回56"), "{out}");
    assert!(out.contains("有效53 无效3 过半数30"), "{out}");
    let first = out.lines().find(|line| line.contains("镇中心幼儿园改扩建项目")).unwrap();
    assert_eq!(
        first.split_whitespace().collect::<Vec<_>>(),
        ["2", "51", "1", "1", "0", "通", "过", "镇中心幼儿园改扩建项目"]
    );
    assert!(
        out.lines()
            .any(|line| line.contains("额  满") && line.contains("垃圾分类收集点及转运站建设")),
        "{out}"
    );
    assert_eq!(out.matches(".pdf\n").count(), PAPERS + NEXT_PAPERS);
    let goes_on = "测评票10项 · 结转项目1个、议案建议3件 · 储备项目3个";
    assert!(out.contains(goes_on), "{out}");
}

#[test]
fn without_a_terminal_the_stages_are_plain_lines() {
    let err = &demo_run().said.err;
    let stages: Vec<&str> = err.lines().collect();
    assert_eq!(
        stages,
        [
            "征集、筛选项目",
            "会前准备",
            "印制票决票和会前文书",
            "清点人数",
            "发票、投票",
            "收票、验票",
            "首录、复录",
            "核对、裁定",
            "总监票人核定",
            "印发计票结果报告单",
            "公布结果",
            "印发决定、公告、备案报告",
            "封存、会议记录",
            "会后一年：监督、调度、办理建议、代表履职",
            "由上次会议建立下次会议，印制测评票"
        ]
    );
}

#[test]
fn an_earlier_session_is_written_over_only_when_asked_and_two_runs_are_the_same() {
    let folder = folder();
    let here = text(folder.path());
    assert_eq!(run(&["--lang", "en", "demo", "--out", here]).status, 0);
    let again = run(&["--lang", "en", "demo", "--out", here]);
    assert_eq!((again.status, again.out.as_str(), again.err.lines().count()), (2, "", 1));
    assert!(again.err.contains("already exists; --force writes over it"), "{}", again.err);

    let forced = run(&["--lang", "en", "demo", "--out", here, "--force"]);
    assert_eq!(forced.status, 0, "{}", forced.err);
    assert!(forced.out.contains("valid 53, void 3, majority 30"), "{}", forced.out);
    let first = demo_run();
    let same = |name: &String| is_a(name, "pdf") || is_a(name, "json");
    for name in names_in(folder.path()).into_iter().filter(same) {
        let (one, other) = (
            std::fs::read(folder.path().join(&name)).unwrap(),
            std::fs::read(first.folder.path().join(&name)).unwrap(),
        );
        assert!(one == other, "{name} differs");
    }
    let fingerprint = |out: &str| {
        out.lines().find_map(|line| {
            line.rsplit_once([' ', '纹'])
                .filter(|(_, last)| last.len() == 64)
                .map(|(_, last)| last.to_owned())
        })
    };
    assert_eq!(fingerprint(&forced.out).unwrap(), fingerprint(&first.said.out).unwrap());
}

fn is_a(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|its| its == extension)
}
