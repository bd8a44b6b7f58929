//! 候选人产生以前的办法: one paper of rules for several ballots, written and passed before anybody stands
//! on them.

use papers::{default_text, filled_text};
use session::Command;
use session::ballot::election::{Election, Post};
use session::ballot::{Ballot, BallotContest};
use session::floor::hands::Motion;
use session::paper::{PaperKind, RulesOf, RulesTerms, check_issuable};
use session::tally::Kind;
use session::{BallotId, Refusal, ballot, paper, people};

use crate::told::{Told, ballot_of, election, evaluation, sample_ballot, seats_rule};

const SHARED: PaperKind = PaperKind::SessionRules { of: RulesOf::Election };

fn post(id: &str, title: &str, post: Post, seats: u32, margin: Option<u32>) -> Ballot {
    let contest = BallotContest {
        election: Some(Election { post, margin, ..Election::default() }),
        ..election(id, title, &[], seats_rule(seats))
    };
    ballot_of(id, &format!("{title}选票"), "", vec![contest])
}

/// A first session of a congress: four posts on four ballots on which nobody stands yet.
fn four_posts() -> Told {
    let mut told = Told::sample();
    told.save(&post("chair", "镇人大主席", Post::Chair, 1, None));
    told.save(&post("vice", "镇人大副主席", Post::ViceChair, 1, Some(1)));
    told.save(&Ballot {
        colour: "粉红色".to_owned(),
        ..post("head", "镇长", Post::Head, 1, Some(0))
    });
    told.save(&post("deputies", "副镇长", Post::DeputyHead, 3, None));
    told
}

fn agree(told: &mut Told, of: RulesOf, terms: RulesTerms) {
    told.secretary(&Command::Paper(paper::Command::SetRulesTerms { of, terms }));
}

fn says(told: &Told, of: &PaperKind) -> String {
    filled_text(&told.session, of, default_text(of)).unwrap().replace(['\\', '*'], "")
}

fn contains(text: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(text.contains(sentence), "{sentence}\nis not in\n{text}");
    }
}

#[test]
fn one_paper_of_rules_is_for_four_posts_before_anybody_stands() {
    let told = four_posts();
    let rules = says(&told, &SHARED);
    contains(
        &rules,
        &[
            "选举办法",
            "本次会议以无记名投票方式选举镇人民代表大会主席1名，候选人数比应选人数多1名，实行差额选举；如果提名的候选人只有1名，也可以等额选举。",
            "选举镇人民代表大会副主席1名，实行差额选举，候选人比应选人数多1名。",
            "选举镇长1名，实行等额选举。",
            "选举副镇长3名，候选人数比应选人数多1至3名，实行差额选举。",
            "参加选举的代表每人每种一张选票",
            "颜色：镇长选举的为粉红色",
            "等于或者少于应选名额的有效；多于应选名额的，该张选票无效。",
        ],
    );
    for once in ["可以另选他人", "始得当选", "票数相等不能确定当选的", "应当重新投票"]
    {
        assert_eq!(rules.matches(once).count(), 1, "{once}\n{rules}");
    }
    let nobody =
        check_issuable(&told.session, &PaperKind::Ballot { ballot: BallotId("head".to_owned()) });
    assert!(matches!(nobody, Err(Refusal::CandidatesMissing { .. })), "{nobody:?}");
}

#[test]
fn articles_26_27_and_40_stand_in_the_rules_as_agreed() {
    let mut told = four_posts();
    let usual = RulesOf::Election.usual_terms();
    contains(
        &says(&told, &SHARED),
        &[
            "由代表十人以上书面联合提名",
            "均不得超过应选名额",
            "于　　月　　日　　时以前送交大会秘书处",
            "提名人应当如实介绍所提名的候选人的情况",
            "进行预选",
            "会场设秘密写票处",
            "可以委托其信任的人代写",
        ],
    );
    let nominated_until = "1月16日11时".to_owned();
    let agreed = RulesTerms {
        nominated_until,
        introduced: false,
        primary: false,
        booth: true,
        scribe: false,
        ..usual
    };
    agree(&mut told, RulesOf::Election, agreed);
    let rules = says(&told, &SHARED);
    contains(&rules, &["于1月16日11时以前送交大会秘书处", "会场设秘密写票处"]);
    for left in ["如实介绍", "进行预选", "代写"] {
        assert!(!rules.contains(left), "{left}\n{rules}");
    }
}

#[test]
fn who_stands_spoils_no_rules_but_another_setting_does() {
    let mut told = four_posts();
    told.issue(SHARED);
    let stands = |told: &Told| {
        let mut held = told.session.papers().iter().filter(|paper| *paper.kind() == SHARED);
        held.any(|paper| !paper.is_superseded())
    };
    let mut head = post("head", "镇长", Post::Head, 1, Some(0));
    head.colour = "粉红色".to_owned();
    let named = election("head", "镇长", &["陆𬱖生"], seats_rule(1));
    head.contests[0].contest.options = named.contest.options;
    let before = says(&told, &SHARED);
    told.save(&head);
    assert!(stands(&told), "the rules were passed before");
    assert_eq!(says(&told, &SHARED), before, "they name nobody");
    head.colour = "浅蓝色".to_owned();
    told.save(&head);
    assert!(!stands(&told));
    told.issue(SHARED);
    let terms = RulesTerms { primary: false, ..RulesOf::Election.usual_terms() };
    agree(&mut told, RulesOf::Selection, RulesOf::Selection.usual_terms());
    assert!(stands(&told), "others' terms");
    agree(&mut told, RulesOf::Election, terms);
    assert!(!stands(&told));
    told.issue(SHARED);
    let delete = ballot::Command::DeleteBallot { ballot: BallotId("vice".to_owned()) };
    told.secretary(&Command::Ballot(delete));
    assert!(!stands(&told));
}

#[test]
fn the_rules_are_passed_once_for_all_ballots_they_are_for() {
    let mut told = four_posts();
    let script = says(&told, &PaperKind::HostScript);
    contains(&script, &["《选举办法（草案）》", "镇长应选1名。（宣读候选人）"]);
    assert!(!script.contains("《镇长选举办法（草案）》"), "{script}");
    told.count_present(56);
    told.put(Motion { title: "选举办法（草案）".to_owned(), ..Motion::default() }, None);
}

#[test]
fn rules_of_projects_and_of_an_evaluation_come_before_their_lists_too() {
    let mut told = Told::sample();
    let mut projects = sample_ballot();
    let entry = &mut projects.contests[0];
    entry.contest.options.clear();
    entry.projects.clear();
    told.save(&projects);
    let rules = PaperKind::Rules { ballot: projects.id.clone() };
    contains(&says(&told, &rules), &["候选项目应当多于应选项目，实行差额票决"]);
    let terms = RulesTerms { margin: Some(2), ..RulesOf::Selection.usual_terms() };
    agree(&mut told, RulesOf::Selection, terms);
    let Kind::Selection(rule) = &projects.contests[0].contest.kind else { panic!() };
    let more = format!("应选{}项，实行差额票决，差额2项。", rule.seats);
    contains(&says(&told, &rules), &[&more, "会场设秘密写票处"]);
    let done = evaluation("done", "2025年度民生实事满意度测评", &[], &["满意", "不满意"]);
    told.save(&ballot_of("done", "2025年度民生实事满意度测评票", "浅黄色", vec![done]));
    let graded = says(&told, &PaperKind::SessionRules { of: RulesOf::Evaluation });
    contains(
        &graded,
        &["满意度测评办法", "测评项目由大会主席团确定，每项分为“满意”、“不满意”二个等次。"],
    );
    assert!(!graded.contains("秘密写票处"), "{graded}");
}

/// 总计票人 and 副总监票人 are named and sign where there are any; 计票人 are appointed, or voted on where
/// the rules say so.
#[test]
fn who_counts_is_named_by_what_they_are() {
    let mut told = four_posts();
    let usual = says(&told, &SHARED);
    contains(&usual, &["大会设总监票人1名、监票人2名，", "设计票人4名，由大会秘书处指定。"]);
    let mut staff = told.session.people().appointed().to_vec();
    for name in ["潘月娥", "丁一鸣"] {
        staff.iter_mut().find(|person| person.name == name).unwrap().leads = true;
    }
    told.secretary(&Command::People(people::Command::AppointStaff { staff }));
    let voted = RulesTerms { tellers_voted: true, ..RulesOf::Election.usual_terms() };
    agree(&mut told, RulesOf::Election, voted);
    contains(
        &says(&told, &SHARED),
        &[
            "大会设总监票人1名、副总监票人1名、监票人1名，",
            "设总计票人1名、计票人3名，由主席团提名，会议表决通过。",
        ],
    );
    contains(
        &says(&told, &PaperKind::CountingStaff),
        &[
            "二、副总监票人（1名）\n潘月娥",
            "四、总计票人（1名）\n丁一鸣",
            "副总监票人、监票人、计票人由大会主席团提名",
        ],
    );
    contains(
        &says(&told, &PaperKind::HostScript),
        &["潘月娥担任副总监票人，周建国担任监票人，丁一鸣担任总计票人，"],
    );
}
