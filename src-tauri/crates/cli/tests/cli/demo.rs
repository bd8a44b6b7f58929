//! `demo`: the whole sample session, twice the same.

use crate::{demo_run, folder, names_in, run, text};

/// Every kind of paper a vote on projects has.
pub const PAPERS: usize = 19;

#[test]
fn the_demo_leaves_the_session_every_paper_and_the_count_file() {
    let demo = demo_run();
    assert_eq!(
        names_in(demo.folder.path())
            .iter()
            .map(|name| name.rsplit('.').next().unwrap())
            .collect::<Vec<_>>(),
        [&["pdf"; PAPERS][..], &["json", "piaojue"]].concat()
    );
    for name in names_in(demo.folder.path()).iter().take(PAPERS) {
        assert!(
            std::fs::read(demo.folder.path().join(name)).unwrap().starts_with(b"%PDF-"),
            "{name}"
        );
    }
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
    assert_eq!(out.matches(".pdf\n").count(), PAPERS);
}

#[test]
fn without_a_terminal_the_stages_are_plain_lines() {
    let err = &demo_run().said.err;
    let stages: Vec<&str> = err.lines().collect();
    assert_eq!(
        stages,
        [
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
            "封存、会议记录"
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
    for name in names_in(folder.path()) {
        let (one, other) = (
            std::fs::read(folder.path().join(&name)).unwrap(),
            std::fs::read(first.folder.path().join(&name)).unwrap(),
        );
        assert!(one == other || name.ends_with(".piaojue"), "{name} differs");
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
