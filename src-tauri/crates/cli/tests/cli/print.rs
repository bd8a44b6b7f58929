//! `print`: an issued paper exactly as it was printed.

use crate::demo::PAPERS;
use crate::{demo_run, folder, names_in, run, text};

#[test]
fn issued_papers_are_listed() {
    let folder = folder();
    let said = run(&["print", text(&demo_run().session_copied_to(&folder))]);
    assert_eq!((said.status, said.out.lines().count()), (0, PAPERS));
    assert!(said.out.lines().nth(1).unwrap().starts_with("2  "), "{}", said.out);
    let title = |line: &str| line.split("  ").nth(1).unwrap().to_owned();
    let titles: Vec<String> = said.out.lines().map(title).collect();
    assert!(titles.iter().any(|title| title.contains("计票结果报告单")), "{}", said.out);
    // The minutes of the presidium wait for the votes of the sitting that follows.
    let superseded =
        |line: &&str| line.contains("已作废") && !line.contains("主席团第一次会议纪要");
    for (place, line) in said.out.lines().enumerate().filter(|(_, line)| superseded(line)) {
        let again = titles[place + 1..].contains(&titles[place]);
        assert!(again, "nothing is superseded but by its like: {line} of {}", said.out);
    }
}

#[test]
fn a_paper_is_written_as_it_was_issued_and_over_nothing() {
    let (demo, folder) = (demo_run(), folder());
    let out = folder.path().join("report.pdf");
    let session = demo.session_copied_to(&folder);
    let asked = ["print", text(&session), "--paper", "2", "--out", text(&out)].map(str::to_owned);
    assert_eq!(run(&asked).status, 0);
    let issued =
        names_in(demo.folder.path()).into_iter().find(|name| name.starts_with("02-")).unwrap();
    assert_eq!(
        std::fs::read(&out).unwrap(),
        std::fs::read(demo.folder.path().join(issued)).unwrap()
    );
    let again = run(&asked);
    assert_eq!((again.status, again.err.lines().count()), (2, 1));
}

#[test]
fn a_paper_that_was_not_issued_is_refused() {
    let folder = folder();
    let said = run(&[
        "print",
        text(&demo_run().session_copied_to(&folder)),
        "--paper",
        "99",
        "--out",
        text(&folder.path().join("a.pdf")),
    ]);
    assert_eq!((said.status, said.err.as_str()), (2, "piaojue-cli: 没有第99号文书\n"));
    assert_eq!(names_in(folder.path()), ["copy.piaojue"]);
}
