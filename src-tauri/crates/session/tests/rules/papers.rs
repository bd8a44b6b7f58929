//! 文书: what may be issued when, what no longer holds after a change, texts of the secretary's
//! own.

use session::ballot::Ballot;
use session::ballot::follow::{self, proposed_ballot};
use session::floor::hall::{self, Scene};
use session::floor::meeting;
use session::paper::{Issue, Paper, PaperKind, RulesOf, RulesTerms, check_issuable};
use session::round::{Collected, Numbers};
use session::tally::{Cap, Kind};
use session::views::papers::{NotedItem, PaperGroup};
use session::{EdgeCommand, PaperId, Refusal, RoundId, ballot, paper, people, round, views};

use crate::support::{ROUND, Told, ballot as the_ballot, ballot_id, person};

fn superseded(told: &Told, kind: &PaperKind) -> bool {
    told.session
        .papers()
        .iter()
        .rev()
        .find(|paper| paper.kind() == kind)
        .is_some_and(Paper::is_superseded)
}

fn before_the_vote() -> [PaperKind; 2] {
    [PaperKind::Rules { ballot: ballot_id() }, PaperKind::TallySheet { ballot: ballot_id() }]
}

#[test]
fn rules_and_tally_sheet_exist_before_the_vote_and_fall_with_the_ballot() {
    let mut told = Told::prepared();
    for kind in before_the_vote() {
        told.issue(kind);
    }
    let mut changed = the_ballot();
    changed.title = "民生实事项目票决票（二稿）".to_owned();
    told.done(ballot::Command::SaveBallot { ballot: changed }, "secretary");
    assert!(before_the_vote().iter().all(|kind| superseded(&told, kind)));
}

#[test]
fn a_paper_says_nothing_that_has_not_happened() {
    let mut told = Told::voting_with(the_ballot());
    let of = |kind: fn(RoundId) -> PaperKind| kind(ROUND);
    let slips = of(|round| PaperKind::BundleSlips { round });
    let collection = of(|round| PaperKind::CollectionReport { round });
    for kind in [&slips, &collection, &of(|round| PaperKind::SealCover { round })] {
        assert_eq!(told.try_issue(kind.clone()), Err(Refusal::NotCollected));
    }
    assert_eq!(
        told.try_issue(of(|round| PaperKind::ChosenList { round })),
        Err(Refusal::NotCertified)
    );
    assert_eq!(told.try_issue(of(|round| PaperKind::Notice { round })), Err(Refusal::NotCertified));
    let evaluation = told.try_issue(of(|round| PaperKind::EvaluationTable { round }));
    assert!(matches!(evaluation, Err(Refusal::PaperNotOfThisVote { .. })));
    assert_eq!(told.try_issue(PaperKind::Minutes), Err(Refusal::ResultNotAnnounced));
    told.done(round::Command::Collect { round: ROUND, spoiled: 0, returned: 6 }, "secretary");
    told.issue(slips);
    told.issue(collection);
}

fn listed(told: &Told, kind: &PaperKind) -> views::papers::PaperView {
    let papers = views::papers::view(&told.session).papers;
    papers.into_iter().find(|paper| paper.kind == *kind).unwrap()
}

#[test]
fn the_record_of_the_day_is_ripe_when_nothing_more_is_to_come() {
    let ripe = |told: &Told, kind: &PaperKind| listed(told, kind).ripe;
    let mut told = Told::prepared();
    told.count_present(6);
    assert_eq!(listed(&told, &PaperKind::Minutes).missing, None, "one may issue it all the same");
    for kind in [PaperKind::Minutes, PaperKind::Summary, PaperKind::AttendanceList] {
        assert!(!ripe(&told, &kind), "{kind:?}: nothing was voted on");
    }
    assert!(ripe(&told, &PaperKind::Roster));

    let mut told = Told::keyed_on(the_ballot(), &["○○×"; 6]);
    told.announce();
    assert!(ripe(&told, &PaperKind::Minutes));
    let other = session::BallotId("other".to_owned());
    let next = Ballot { id: other, ..the_ballot() };
    told.done(ballot::Command::SaveBallot { ballot: next }, "secretary");
    assert!(!ripe(&told, &PaperKind::Minutes), "another ballot is still to be handed out");
}

#[test]
fn article_29_what_is_written_of_an_outcome_is_ripe_when_no_vote_must_follow() {
    let mut short = the_ballot();
    if let Kind::Selection(rule) = &mut short.contests[0].contest.kind {
        rule.cap = Cap::None;
    }
    let sheets = ["○○×", "○×○", "○×○", "○--", "○--", "○--"];
    let mut told = Told::keyed_on(short, &sheets);
    told.announce();
    let decision = PaperKind::Decision { round: ROUND };
    let (missing, ripe) = (listed(&told, &decision).missing, listed(&told, &decision).ripe);
    assert_eq!((missing, ripe), (None, false), "a further vote would spoil it");
    let settle = follow::Command::Settle {
        round: ROUND,
        contest: "projects".into(),
        settlement: follow::Settlement::AcceptFewer,
        record: "主席团第三次会议决定".to_owned(),
    };
    told.done(settle, "secretary");
    assert!(listed(&told, &decision).ripe);
}

#[test]
fn a_ballot_is_needed_for_every_deputy_and_the_rest_once() {
    let told = Told::prepared();
    let all = told.session.meeting().unwrap().all_deputies;
    assert_eq!(listed(&told, &PaperKind::Ballot { ballot: ballot_id() }).copies, all);
    assert_eq!(listed(&told, &PaperKind::Roster).copies, 1);
}

#[test]
fn article_44_a_void_vote_has_a_collection_report_and_no_bundles() {
    let mut told = Told::voting_with(the_ballot());
    told.done(round::Command::Collect { round: ROUND, spoiled: 0, returned: 7 }, "secretary");
    told.issue(PaperKind::CollectionReport { round: ROUND });
    assert!(matches!(
        told.try_issue(PaperKind::BundleSlips { round: ROUND }),
        Err(Refusal::VoteIsVoid { .. })
    ));
}

#[test]
fn of_a_vote_that_is_not_counted_no_paper_of_a_count_is_listed() {
    let kinds = |told: &Told| -> Vec<PaperKind> {
        let papers = views::papers::view(&told.session).papers;
        papers.into_iter().map(|paper| paper.kind).collect()
    };
    let report = PaperKind::CountReport { round: ROUND };
    let collection = PaperKind::CollectionReport { round: ROUND };
    let seal = PaperKind::SealCover { round: ROUND };
    let mut told = Told::voting_with(the_ballot());
    assert!(kinds(&told).contains(&report));
    told.done(round::Command::Collect { round: ROUND, spoiled: 0, returned: 7 }, "secretary");
    let listed = kinds(&told);
    assert!(listed.contains(&collection) && listed.contains(&seal) && !listed.contains(&report));

    let mut told = Told::voting_with(the_ballot());
    let (breaking, reason) = (round::Breaking::Interrupted, "警报".to_owned());
    told.done(round::Command::BreakOff { round: ROUND, breaking, reason }, "chief");
    let listed = kinds(&told);
    assert!(listed.contains(&seal) && !listed.contains(&collection) && !listed.contains(&report));
}

#[test]
fn a_corrected_number_supersedes_what_said_the_wrong_one() {
    let mut told = Told::voting_with(the_ballot());
    told.done(round::Command::Collect { round: ROUND, spoiled: 0, returned: 6 }, "secretary");
    let collection = PaperKind::CollectionReport { round: ROUND };
    told.issue(collection.clone());
    let Numbers { present, printed, issued, .. } = numbers(&told);
    let numbers = Numbers {
        present,
        printed,
        issued,
        collected: Some(Collected { spoiled: 0, returned: 5 }),
    };
    told.done(
        round::Command::CorrectNumbers { round: ROUND, numbers, reason: "重新清点".to_owned() },
        "secretary",
    );
    assert!(superseded(&told, &collection));
}

fn numbers(told: &Told) -> Numbers {
    let round = told.session.round(ROUND).unwrap();
    Numbers {
        present: round.present(),
        printed: round.printed(),
        issued: round.issued(),
        collected: round.collected(),
    }
}

#[test]
fn a_changed_roster_supersedes_the_sign_in_book() {
    let mut told = Told::prepared();
    told.issue(PaperKind::SignInBook);
    let deputy = told.session.people().deputies()[0].clone();
    told.done(
        people::Command::SaveDeputy {
            deputy: people::Deputy { name: "买买提·艾力".to_owned(), ..deputy },
        },
        "secretary",
    );
    assert!(superseded(&told, &PaperKind::SignInBook));
}

#[test]
fn a_text_of_the_secretarys_own_is_kept_and_given_up_again() {
    let mut told = Told::prepared();
    let of = PaperKind::Agenda;
    let edit =
        |text: &str| paper::Command::EditText { of: PaperKind::Agenda, text: text.to_owned() };
    assert_eq!(told.refused(edit("  "), "secretary"), Refusal::PaperWithoutText);
    assert!(matches!(told.refused(edit("# 议程"), "teller-1"), Refusal::WrongRole { .. }));
    told.done(edit("# 会议议程"), "secretary");
    assert_eq!(told.session.paper_texts().get(&of).map(String::as_str), Some("# 会议议程"));
    assert!(
        views::papers::view(&told.session)
            .papers
            .iter()
            .any(|paper| paper.kind == of && paper.edited)
    );
    told.done(paper::Command::RestoreText { of: of.clone() }, "secretary");
    assert_eq!(told.session.paper_texts().get(&of), None);
}

/// Another text than it was issued with: what is out no longer holds and has to be issued again.
#[test]
fn another_text_supersedes_what_was_issued_and_the_same_text_does_not() {
    let mut told = Told::prepared();
    let of = PaperKind::SignInBook;
    let edit = |text: &str| paper::Command::EditText { of: of.clone(), text: text.to_owned() };
    told.done(edit("# 签到册"), "secretary");
    told.issue(of.clone());
    told.done(edit("# 签到册"), "secretary");
    assert!(!superseded(&told, &of));
    told.done(edit("# 代表签到册"), "secretary");
    assert!(superseded(&told, &of));
    told.issue(of.clone());
    told.done(paper::Command::RestoreText { of: of.clone() }, "secretary");
    assert!(superseded(&told, &of));
}

/// What an earlier version edited stays as that version left it.
#[test]
fn a_text_that_an_earlier_version_changed_supersedes_nothing() {
    let mut told = Told::prepared();
    let of = PaperKind::SignInBook;
    told.issue(of.clone());
    let body = serde_json::json!({ "of": { "paper": "sign_in_book" }, "text": "# 签到册" });
    let event = session::Event::read("paper.text_edited", body).unwrap();
    told.record(&[event], "secretary");
    assert_eq!(told.session.paper_texts().get(&of).map(String::as_str), Some("# 签到册"));
    assert!(!superseded(&told, &of));
}

#[test]
fn a_ballot_that_is_out_keeps_its_text() {
    let mut told = Told::voting_with(the_ballot());
    let of = PaperKind::Ballot { ballot: ballot_id() };
    let edit = paper::Command::EditText { of, text: "# 选票".to_owned() };
    assert!(matches!(told.refused(edit, "secretary"), Refusal::BallotIsIssued { .. }));
}

#[test]
fn only_a_notice_has_a_number_of_the_offices_own() {
    let mut told = Told::prepared();
    let number = |of: PaperKind, number: &str| paper::Command::NumberNotice {
        of,
        number: number.to_owned(),
    };
    let of = PaperKind::Notice { round: ROUND };
    assert_eq!(
        told.refused(number(PaperKind::Agenda, "第1号"), "secretary"),
        Refusal::PaperWithoutNumber
    );
    told.done(number(of.clone(), " 〔18届〕第7号 "), "secretary");
    assert_eq!(told.session.notice_number(&of), "〔18届〕第7号");
    told.done(number(of.clone(), ""), "secretary");
    assert_eq!(told.session.notice_number(&of), "第1号");
}

#[test]
fn notes_for_the_minutes_belong_to_an_item_of_the_agenda() {
    let mut told = Told::prepared();
    let meeting = told.session.meeting().unwrap();
    let agenda = vec!["听取工作报告".to_owned()];
    told.done(
        meeting::Command::Describe { meeting: meeting::Meeting { agenda, ..meeting.clone() } },
        "secretary",
    );
    let note = |item: &str, note: &str| meeting::Command::NoteItem {
        item: item.to_owned(),
        note: note.to_owned(),
    };
    assert!(matches!(told.refused(note("闭幕", "散会"), "secretary"), Refusal::NoSuchItem { .. }));
    told.done(note("听取工作报告", "镇长作报告"), "secretary");
    let shown = |told: &Told| views::papers::view(&told.session).agenda;
    assert_eq!(
        shown(&told),
        [NotedItem { item: "听取工作报告".to_owned(), note: "镇长作报告".to_owned() }]
    );
    told.done(note("听取工作报告", ""), "secretary");
    assert!(told.session.notes().is_empty() && shown(&told)[0].note.is_empty());
}

#[test]
fn papers_are_listed_in_the_order_of_the_day() {
    let told = Told::voting_with(the_ballot());
    let papers = views::papers::view(&told.session).papers;
    let position = |kind: &PaperKind| papers.iter().position(|paper| paper.kind == *kind).unwrap();
    let order = [
        PaperKind::Agenda,
        PaperKind::SignInBook,
        PaperKind::Rules { ballot: ballot_id() },
        PaperKind::Ballot { ballot: ballot_id() },
        PaperKind::CollectionReport { round: ROUND },
        PaperKind::CountReport { round: ROUND },
        PaperKind::Decision { round: ROUND },
        PaperKind::SealStrip { round: ROUND },
        PaperKind::Minutes,
    ];
    assert!(order.windows(2).all(|pair| position(&pair[0]) < position(&pair[1])));
    assert!(!papers.iter().any(|paper| matches!(
        paper.kind,
        PaperKind::EvaluationTable { .. } | PaperKind::MotionRecord { .. }
    )));
    assert_eq!(papers[position(&order[5])].group, PaperGroup::Vote { ballot: ballot_id() });
}

#[test]
fn a_docx_of_an_issued_paper_is_on_record_and_what_is_marked_or_counted_has_none() {
    let mut told = Told::prepared();
    let meeting = told.session.meeting().unwrap();
    told.done(
        meeting::Command::Describe {
            meeting: meeting::Meeting {
                agenda: vec!["听取工作报告".to_owned()],
                ..meeting.clone()
            },
        },
        "secretary",
    );
    told.issue(PaperKind::Agenda);
    told.issue(PaperKind::SignInBook);
    let ask = |told: &Told, paper, actor| {
        let out = EdgeCommand::TakeOutToEdit { paper: PaperId(paper), sha256: &"a".repeat(64) };
        told.session.decide_at_edge(&out, &person(actor))
    };
    assert_eq!(ask(&told, 9, "secretary"), Err(Refusal::NoSuchPaper { paper: PaperId(9) }));
    assert!(matches!(ask(&told, 1, "teller-1"), Err(Refusal::WrongRole { .. })));
    assert!(matches!(ask(&told, 2, "secretary"), Err(Refusal::PaperNotEditable { .. })));
    let events = ask(&told, 1, "secretary").unwrap();
    told.record(&events, "secretary");
    let papers = views::papers::view(&told.session).papers;
    let issue = |kind: &PaperKind| {
        papers.iter().find(|paper| paper.kind == *kind).unwrap().issues[0].clone()
    };
    let agenda = issue(&PaperKind::Agenda);
    assert_eq!((agenda.is_editable, agenda.superseded), (true, false), "what was issued stands");
    assert_eq!(
        agenda.editable.iter().map(|docx| docx.sha256.clone()).collect::<Vec<_>>(),
        ["a".repeat(64)]
    );
    assert!(!issue(&PaperKind::SignInBook).is_editable);
}

#[test]
fn nobody_is_on_no_list_of_the_chosen_but_of_an_earlier_version() {
    let mut told = Told::keyed_on(the_ballot(), &["×××", "×××"]);
    told.certify();
    let of = PaperKind::ChosenList { round: ROUND };
    let nobody = Refusal::NobodyChosen { ballot: the_ballot().title };
    assert_eq!(check_issuable(&told.session, &of), Err(nobody.clone()));
    let issue = |set_by: &str| {
        let issue = Issue {
            of: of.clone(),
            title: "名单".to_owned(),
            sha256: "0".repeat(64),
            pages: 1,
            set_by: set_by.to_owned(),
        };
        told.session.decide_at_edge(&EdgeCommand::IssuePaper(issue), &person("secretary"))
    };
    assert_eq!(issue("0.4.0"), Err(nobody));
    assert!(issue("0.3.0").is_ok(), "its file still verifies");
}

#[test]
fn rules_are_passed_once_and_nobody_is_nominated_for_a_runoff() {
    let mut told =
        Told::keyed_on(ballot_with_cap_none(), &["○○○", "○○○", "○○-", "○○-", "○-○", "○-○"]);
    told.announce();
    let runoff = proposed_ballot(&told.session, ROUND, &"projects".into()).unwrap();
    told.done(ballot::Command::SaveBallot { ballot: runoff.clone() }, "secretary");
    let papers = views::papers::view(&told.session).papers;
    let listed = |kind: PaperKind| papers.iter().any(|paper| paper.kind == kind);
    assert!(listed(PaperKind::Rules { ballot: ballot_id() }));
    assert!(!listed(PaperKind::Rules { ballot: runoff.id.clone() }));
    assert!(listed(PaperKind::Ballot { ballot: runoff.id }));
}

fn ballot_with_cap_none() -> Ballot {
    let mut ballot = the_ballot();
    if let Kind::Selection(rule) = &mut ballot.contests[0].contest.kind {
        rule.cap = Cap::None;
    }
    ballot
}

#[test]
fn rules_are_issued_before_anybody_stands_and_a_ballot_only_then() {
    let mut told = Told::prepared();
    let mut open = the_ballot();
    open.contests[0].contest.options.clear();
    open.contests[0].projects.clear();
    told.done(ballot::Command::SaveBallot { ballot: open.clone() }, "secretary");
    let rules = PaperKind::Rules { ballot: ballot_id() };
    told.issue(rules.clone());
    let nobody = Refusal::CandidatesMissing { contest: open.contests[0].contest.title.clone() };
    for paper in [
        PaperKind::Ballot { ballot: ballot_id() },
        PaperKind::TallySheet { ballot: ballot_id() },
        PaperKind::CandidateProjects { ballot: ballot_id() },
    ] {
        assert_eq!(told.try_issue(paper).unwrap_err(), nobody);
    }
    let scene = Scene::Options { ballot: ballot_id(), page: 0 };
    assert_eq!(told.refused(hall::Command::ShowInHall { scene }, "secretary"), nobody);
    let terms = |told: &Told| {
        let papers = views::papers::view(&told.session).papers.into_iter();
        papers.filter(|paper| paper.kind == rules).find_map(|paper| paper.terms).unwrap()
    };
    assert_eq!(terms(&told).terms, RulesOf::Selection.usual_terms());
    let agreed = RulesTerms { margin: Some(2), ..RulesOf::Selection.usual_terms() };
    let set = paper::Command::SetRulesTerms { of: RulesOf::Selection, terms: agreed.clone() };
    assert!(matches!(told.refused(set.clone(), "teller-1"), Refusal::WrongRole { .. }));
    told.done(set, "secretary");
    assert_eq!(terms(&told).terms, agreed);
    assert!(told.session.papers().last().unwrap().is_superseded(), "it says less than agreed");
    let long = RulesTerms { nominated_until: "时".repeat(201), ..agreed };
    let set = paper::Command::SetRulesTerms { of: RulesOf::Selection, terms: long };
    assert_eq!(told.refused(set, "secretary"), Refusal::TextTooLong { most: 200 });
}
