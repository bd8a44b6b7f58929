//! 另选他人: names written in are read, ruled on and merged by persons.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use session::ballot::Ballot;
use session::ballot::election::{Election, Post};
use session::round::comparison::Ground;
use session::round::keying::Reading;
use session::round::ruling::{Verdict, VerdictKind};
use session::round::{keying, ruling};
use session::tally::{Kind, Tally, WriteIn, WriteInCount, WriteInMark, WriteIns};
use session::views::ruling::{Article, GroundView, Law, RuleInForce};
use session::{BundleNo, Event, Pass, Refusal, Session, SheetNo, people, round, views};

use crate::support::*;

/// 3 candidates for 2 seats; whoever is against one may write another name in.
fn election() -> Ballot {
    let mut ballot = ballot();
    for (option, name) in
        ballot.contests[0].contest.options.iter_mut().zip(["张青山", "李伟", "王秀云"])
    {
        name.clone_into(&mut option.name);
    }
    ballot.contests[0].contest.kind = Kind::Election(tally::SeatsRule {
        write_ins: WriteIns::NeedsAgainst,
        write_in_unmarked: tally::WriteInUnmarked::Void,
        ..rule(2)
    });
    ballot
}

fn write_in(name: &str) -> WriteIn {
    WriteIn { name: name.to_owned(), mark: WriteInMark::For }
}

fn named(text: &str, names: &[&str]) -> Reading {
    let mut reading = reading(text);
    reading[0].write_ins = names.iter().map(|name| write_in(name)).collect();
    reading
}

/// Both tellers key these sheets alike.
fn keyed(sheets: &[Reading]) -> Told {
    keyed_on(election(), sheets)
}

fn keyed_on(ballot: Ballot, sheets: &[Reading]) -> Told {
    let mut told = Told::counting_with(ballot, u32::try_from(sheets.len()).unwrap());
    key_twice(&mut told, sheets);
    told
}

fn key_twice(told: &mut Told, sheets: &[Reading]) {
    for (pass, teller) in [(Pass::First, "teller-1"), (Pass::Second, "teller-2")] {
        for (bundle, sheets) in (1..).zip(sheets.chunks(2)) {
            told.take(pass, bundle, teller);
            for (sheet, reading) in (1..).zip(sheets) {
                told.key(pass, bundle, sheet, reading.clone(), teller);
            }
            told.done(keying::Command::CloseBundle { place: place(pass, bundle) }, teller);
        }
    }
}

fn names(told: &Told) -> Vec<(String, u32)> {
    let counts = told.session.rounds()[0].tally().write_ins(0);
    counts.into_iter().map(|WriteInCount { name, for_ }| (name, for_)).collect()
}

#[test]
fn the_chief_scrutineer_reads_names_with_the_section() {
    let sheet = || keyed(&[named("○×/", &["王 芳", "刘敏"])]);
    for (write_ins, counted) in [
        (None, vec![]),
        (Some(vec![write_in("王芳")]), vec![("王芳".to_owned(), 1)]),
        (Some(vec![write_in("汪芳")]), vec![("汪芳".to_owned(), 1)]),
        (Some(vec![]), vec![]),
    ] {
        let mut told = sheet();
        told.rule_section(
            at(1, 1),
            Verdict::Read { marks: marks("○×-"), write_ins: write_ins.clone() },
        );
        assert_eq!(
            names(&told),
            counted,
            "{write_ins:?}: left out, both names stand and one is too many"
        );
    }
}

#[test]
fn article_17_of_the_deputies_law_is_shown_where_names_lack_an_against() {
    let told = keyed(&[named("○--", &["王芳"]), named("○○×", &["王芳"])]);
    let kinds = views::count::view(&told.session, ROUND).unwrap().kinds;
    let articles: Vec<_> = kinds
        .iter()
        .flat_map(|kind| &kind.grounds)
        .map(|ground| (ground.ground, ground.article))
        .collect();
    assert_eq!(
        articles,
        [
            (Ground::OverCap, Some(Article { law: Law::Election, article: 44 })),
            (Ground::WriteInsWithoutAgainst, Some(Article { law: Law::Deputies, article: 17 })),
        ]
    );
}

fn merge(names: &[&str], into: &str) -> ruling::Command {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    ruling::Command::MergeNames {
        round: ROUND,
        contest: 0,
        names,
        into: into.to_owned(),
        reason: "同一人".to_owned(),
    }
}

fn separate(into: &str) -> ruling::Command {
    ruling::Command::SeparateNames {
        round: ROUND,
        contest: 0,
        into: into.to_owned(),
        reason: "不是同一人".to_owned(),
    }
}

fn counted(names: &[(&str, u32)]) -> Vec<(String, u32)> {
    names.iter().map(|(name, votes)| ((*name).to_owned(), *votes)).collect()
}

#[test]
fn spellings_count_apart_until_the_chief_scrutineer_merges_them() {
    let mut told =
        keyed(&[named("○×-", &["汪芳"]), named("○×-", &["王芳"]), named("○×-", &["王 芳"])]);
    assert_eq!(names(&told), counted(&[("王芳", 2), ("汪芳", 1)]));
    assert!(matches!(
        told.refused(merge(&["汪芳"], "王芳"), "scrutineer"),
        Refusal::WrongRole { .. }
    ));
    told.done(merge(&["汪芳"], "王芳"), "chief");
    assert_eq!(names(&told), counted(&[("王芳", 3)]));
    let views::count::CountView { names: spellings, apart, .. } =
        views::count::view(&told.session, ROUND).unwrap();
    assert_eq!(apart, [], "nothing is apart any more");
    let into: Vec<_> =
        spellings.iter().map(|it| (it.name.as_str(), it.sheets, it.into.as_deref())).collect();
    assert_eq!(into, [("汪芳", 1, Some("王芳")), ("王芳", 2, None)]);
    told.done(separate("王芳"), "chief");
    let apart = views::count::view(&told.session, ROUND).unwrap().apart;
    assert_eq!(apart, [views::count::NamesApart { contest: 0, names: 2 }]);
    assert_eq!(names(&told), counted(&[("王芳", 2), ("汪芳", 1)]));
    assert_eq!(
        told.refused(separate("王芳"), "chief"),
        Refusal::NameIsNotMerged { name: "王芳".to_owned() }
    );
}

#[test]
fn two_spellings_on_one_sheet_count_there_once() {
    let mut told = keyed(&[named("××-", &["王芳", "汪芳"])]);
    told.done(merge(&["王芳", "汪芳"], "王 方"), "chief");
    assert_eq!(
        names(&told),
        counted(&[("王方", 1)]),
        "the name the ruling says, though nobody spelled it so"
    );
}

#[test]
fn a_merge_can_make_an_over_vote_valid_before_it_is_ruled_on_and_not_after() {
    let sheet = || keyed(&[named("○××", &["王芳", "汪芳"])]);
    let mut told = sheet();
    assert_eq!(
        told.refused(round::Command::Certify { round: ROUND }, "chief"),
        Refusal::SectionsOpen { sections: 1 }
    );
    told.done(merge(&["汪芳"], "王芳"), "chief");
    assert_eq!(views::count::view(&told.session, ROUND).unwrap().doubtful, []);
    assert_eq!(
        (told.session.rounds()[0].tally().valid(0), names(&told)),
        (1, counted(&[("王芳", 1)]))
    );

    let mut told = sheet();
    told.rule_section(at(1, 1), Verdict::AsProposed);
    let refused = told.refused(merge(&["汪芳"], "王芳"), "chief");
    assert_eq!(refused, Refusal::MergeDisturbsRuling { bundle: BundleNo(1), sheet: SheetNo(1) });
    told.done(
        ruling::Command::TakeBack { round: ROUND, place: at(1, 1), reason: "并名".to_owned() },
        "chief",
    );
    told.done(merge(&["汪芳"], "王芳"), "chief");
    told.certify();
    assert_eq!(told.refused(separate("王芳"), "chief"), Refusal::AlreadyCertified);
}

#[test]
fn a_name_is_merged_once_and_only_if_somebody_wrote_it() {
    let mut told =
        keyed(&[named("○×-", &["汪芳"]), named("○×-", &["王芳"]), named("○×-", &["王方"])]);
    let merged = |name: &str, into: &str| Refusal::NameIsMerged {
        name: name.to_owned(),
        into: into.to_owned(),
    };
    assert_eq!(
        told.refused(merge(&["黄芳"], "王芳"), "chief"),
        Refusal::NobodyWroteIn { name: "黄芳".to_owned() }
    );
    assert_eq!(told.refused(merge(&["王芳"], "王 芳"), "chief"), Refusal::WriteInWithoutName);
    told.done(merge(&["汪芳"], "王芳"), "chief");
    assert_eq!(told.refused(merge(&["汪芳"], "王方"), "chief"), merged("汪芳", "王芳"));
    assert_eq!(told.refused(merge(&["王芳"], "王方"), "chief"), merged("汪芳", "王芳"));
    assert_eq!(told.refused(merge(&["王方"], "汪芳"), "chief"), merged("汪芳", "王芳"));
    let unreasoned = ruling::Command::MergeNames {
        round: ROUND,
        contest: 0,
        names: vec!["王方".to_owned()],
        into: "王芳".to_owned(),
        reason: " ".to_owned(),
    };
    assert_eq!(told.refused(unreasoned, "chief"), Refusal::ReasonMissing);
    told.done(merge(&["王方"], "王芳"), "chief");
    assert_eq!(names(&told), counted(&[("王芳", 3)]));
}

#[test]
fn a_spelling_of_a_candidate_merged_into_the_candidate_is_no_write_in() {
    let mut told = keyed(&[named("○×-", &["张青三"]), named("○×-", &["王芳"])]);
    told.done(merge(&["张青三"], "张青山"), "chief");
    assert_eq!(names(&told), counted(&[("王芳", 1)]));
    assert!(
        views::count::view(&told.session, ROUND)
            .unwrap()
            .names
            .iter()
            .any(|it| it.name == "张青三" && it.candidate)
    );
}

proptest! {
    #[test]
    fn merging_and_separating_counts_as_if_from_the_start(
        sheets in vec(vec(select(vec!["王芳", "汪芳", "王方", "张青山"]), 0..3), 1..5),
        steps in vec((select(vec!["汪芳", "王方"]), select(vec!["王芳", "王方", "张青山"]), any::<bool>()), 0..5),
    ) {
        let mut told = keyed(&sheets.iter().map(|names| named("××-", names)).collect::<Vec<_>>());
        for (name, into, apart) in steps {
            let _ = told.ask(if apart { separate(into) } else { merge(&[name], into) }, "chief");
            let round = &told.session.rounds()[0];
            let mut afresh = Tally::new(round.contests());
            round.sheet_places().filter_map(|place| round.settled(place)).for_each(|sheet| afresh.add(&sheet));
            prop_assert_eq!(round.tally(), &afresh);
        }
        let again = Session::replay(&told.journal).unwrap();
        prop_assert_eq!(format!("{again:?}"), format!("{:?}", told.session));
    }
}

/// Only deputies may be written in; 王芳 is none, 刘敏 and 田富 are.
fn for_deputies_only(post: Post) -> Ballot {
    let mut ballot = election();
    ballot.contests[0].election =
        Some(Election { post, write_in_deputies_only: true, ..Election::default() });
    ballot
}

#[test]
fn article_18_a_name_on_no_roster_is_proposed_to_be_dropped_and_the_chief_scrutineer_rules() {
    for (verdict, counted_then) in [
        (Verdict::AsProposed, counted(&[("刘敏", 1)])),
        (Verdict::Void, counted(&[])),
        (
            Verdict::Read {
                marks: marks("××-"),
                write_ins: Some(vec![write_in("田富"), write_in("刘敏")]),
            },
            counted(&[("刘敏", 1), ("田富", 1)]),
        ),
        (
            Verdict::Read { marks: marks("××-"), write_ins: Some(vec![write_in("王芳")]) },
            counted(&[("王芳", 1)]),
        ),
    ] {
        let mut told =
            keyed_on(for_deputies_only(Post::Chair), &[named("××-", &["王 芳", "刘敏"])]);
        let count = views::count::view(&told.session, ROUND).unwrap();
        assert_eq!(
            (count.doubtful[0].proposed.len(), count.doubtful[0].strangers.as_slice()),
            (0, &["王芳".to_owned()][..])
        );
        let article = Some(Article { law: Law::Organic, article: 18 });
        let ground = GroundView {
            ground: Ground::NotADeputy,
            rule: Some(RuleInForce::WriteInDeputiesOnly),
            article,
        };
        assert_eq!(
            (count.kinds[0].grounds.as_slice(), count.kinds[0].void),
            (&[ground][..], false)
        );
        told.rule_section(at(1, 1), verdict);
        assert_eq!(names(&told), counted_then);
        told.certify();
    }
}

#[test]
fn deputies_and_candidates_are_no_strangers_and_a_merged_spelling_of_a_deputy_is_none_either() {
    let mut told = keyed_on(
        for_deputies_only(Post::Head),
        &[named("××-", &["刘 敏", "张青山"]), named("××-", &["刘闽"])],
    );
    assert_eq!(names(&told), counted(&[("刘敏", 1)]));
    let kinds = views::count::view(&told.session, ROUND).unwrap().kinds;
    assert_eq!(
        kinds[0].grounds[0].article, None,
        "the head of the township need be no deputy: the rule is this vote's own"
    );
    told.done(merge(&["刘闽"], "刘敏"), "chief");
    assert_eq!(names(&told), counted(&[("刘敏", 2)]));
    told.certify();
}

#[test]
fn who_is_a_deputy_is_what_the_roster_said_when_the_ballots_were_handed_out() {
    let mut told = keyed_on(for_deputies_only(Post::Chair), &[named("××-", &["王芳"])]);
    told.done(people::Command::SaveDeputy { deputy: deputy(8, "王芳", "") }, "secretary");
    assert_eq!(views::count::view(&told.session, ROUND).unwrap().doubtful.len(), 1);
}

/// Two deputies are called 李明; only their villages tell them apart.
fn with_namesakes(ballot: Ballot, sheets: &[Reading]) -> Told {
    let mut told = Told::prepared_with(ballot);
    for (number, note) in [(8, "石门村"), (9, "青石村")] {
        let deputy = deputy(number, "李明", note);
        told.done(people::Command::SaveDeputy { deputy }, "secretary");
    }
    told.print_ballot();
    told.count_present(6);
    told.open(6);
    told.done(collect(u32::try_from(sheets.len()).unwrap()), "secretary");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    key_twice(&mut told, sheets);
    told
}

fn reading_names(names: &[&str]) -> Verdict {
    let write_ins = Some(names.iter().map(|name| write_in(name)).collect());
    Verdict::Read { marks: marks("○×-"), write_ins }
}

#[test]
fn a_name_that_two_deputies_bear_is_a_doubt_until_a_person_says_which() {
    let mut told = with_namesakes(election(), &[named("○×-", &["李 明"]), named("○×-", &["刘敏"])]);
    let count = views::count::view(&told.session, ROUND).unwrap();
    let grounds: Vec<Ground> = count.kinds[0].grounds.iter().map(|view| view.ground).collect();
    assert_eq!((count.doubtful.len(), grounds), (1, vec![Ground::Namesake]));
    assert_eq!(
        (&count.doubtful[0].namesakes, count.kinds[0].in_one_go),
        (&vec!["李明".to_owned()], false)
    );
    let offered: Vec<_> = count.kinds[0].verdicts.iter().map(|it| it.verdict).collect();
    assert_eq!(offered, [VerdictKind::Void, VerdictKind::Read], "it is never left as it is");
    assert_eq!(names(&told), counted(&[("刘敏", 1)]), "it does not count before");
    let unclear = Refusal::NamesakeUnclear { name: "李明".to_owned() };
    for verdict in [
        Verdict::AsProposed,
        Verdict::Read { marks: marks("○×-"), write_ins: None },
        reading_names(&["李明"]),
    ] {
        let rule = ruling::Command::RuleSections {
            round: ROUND,
            sections: vec![ruling::SectionPlace { place: at(1, 1), contest: 0 }],
            verdict,
            reason: "看过票面".to_owned(),
        };
        assert_eq!(told.refused(rule, "chief"), unclear);
    }
    told.rule_section(at(1, 1), reading_names(&["李明（石门村）"]));
    assert_eq!(names(&told), counted(&[("刘敏", 1), ("李明（石门村）", 1)]));
}

#[test]
fn a_merge_says_once_for_all_sheets_which_of_two_is_meant() {
    let sheets =
        [named("○×-", &["李明"]), named("○×-", &["李明"]), named("○×-", &["李明（青石村）"])];
    let mut told = with_namesakes(for_deputies_only(Post::Chair), &sheets);
    assert_eq!(names(&told), counted(&[("李明（青石村）", 1)]), "the note is on the roster");
    told.done(merge(&["李明"], "李明（石门村）"), "chief");
    assert_eq!(views::count::view(&told.session, ROUND).unwrap().doubtful.len(), 0);
    assert_eq!(names(&told), counted(&[("李明（石门村）", 2), ("李明（青石村）", 1)]));
}

#[test]
fn a_candidate_is_no_namesake_and_a_round_of_before_asks_nothing() {
    let mut candidate = election();
    "李明".clone_into(&mut candidate.contests[0].contest.options[2].name);
    let told = with_namesakes(candidate, &[named("○×-", &["李明"])]);
    assert_eq!(views::count::view(&told.session, ROUND).unwrap().doubtful.len(), 0);

    let told = with_namesakes(election(), &[named("○×-", &["李明"])]);
    let mut journal = told.journal;
    for entry in &mut journal {
        if let Event::Round(round::Event::Opened { namesakes_doubted, .. }) = &mut entry.event {
            *namesakes_doubted = false;
        }
    }
    let before = Session::replay(&journal).unwrap();
    assert_eq!(views::count::view(&before, ROUND).unwrap().doubtful.len(), 0);
    assert_eq!(before.rounds()[0].tally().write_ins(0)[0].name, "李明");
}

#[test]
fn a_dropped_stranger_fills_no_seat() {
    let mut told = keyed_on(for_deputies_only(Post::Chair), &[named("○○×", &["王芳"])]);
    let count = views::count::view(&told.session, ROUND).unwrap();
    assert_eq!(
        (count.doubtful[0].proposed.len(), count.kinds[0].void),
        (0, false),
        "two approvals for two seats"
    );
    told.rule_section(at(1, 1), Verdict::AsProposed);
    assert_eq!((told.session.rounds()[0].tally().valid(0), names(&told)), (1, counted(&[])));
}
