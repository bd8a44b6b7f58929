//! Two whole sessions with every paper of theirs set: one in the middle of the term (a resignation, a
//! by-election that a written-in name wins, the oath, the notice, a 预备会议 before it) and the first of
//! a congress (a presidium, four posts under one 选举办法, two days).

use chrono::{NaiveDate, NaiveTime};
use papers::{default_text, filled_text};
use session::ballot::Ballot;
use session::ballot::election::{Election, Nominator, Nominee, Post};
use session::ballot::follow::proposed_ballot;
use session::floor::hands::{Motion, Way};
use session::paper::{PaperKind, RulesOf};
use session::round::RoundKind;
use session::sittings::{Hung, Item, Sitting, SittingKind};
use session::tally::{Hands, Threshold};
use session::{BallotId, Command, HandVoteId, RoundId, SittingId, sittings};

use crate::day::{every_paper, said};
use crate::told::{ALL_BACK, Numbers, Told, alike, ballot_of, election, seats_rule, section};

fn item(text: &str, of: Vec<Hung>) -> Item {
    Item { kind: None, text: text.to_owned(), of }
}

fn of_ballot(id: &str) -> Vec<Hung> {
    vec![Hung::Ballot { ballot: BallotId(id.to_owned()) }]
}

fn of_motion(vote: u32) -> Vec<Hung> {
    vec![Hung::Motion { vote: HandVoteId(vote) }]
}

fn sitting(id: u32, kind: SittingKind, day: u32, hour: u32, items: Vec<Item>) -> Sitting {
    Sitting {
        id: SittingId(id),
        kind,
        held_on: NaiveDate::from_ymd_opt(2026, 1, day).unwrap(),
        begins: NaiveTime::from_hms_opt(hour, 0, 0),
        venue: String::new(),
        chairs: "陈志远、欧阳建平".to_owned(),
        items,
    }
}

fn plan(told: &mut Told, sittings: Vec<Sitting>) {
    told.secretary(&Command::Sittings(sittings::Command::PlanSittings { sittings }));
}

fn post(id: &str, title: &str, of: &Election, names: &[&str], seats: u32) -> Ballot {
    let nominees = names.iter().map(|_| Nominee {
        post: "镇党委委员".to_owned(),
        nominator: Nominator::Presidium,
        ..Nominee::default()
    });
    let mut contest = election(id, title, names, seats_rule(seats));
    contest.election = Some(Election { nominees: nominees.collect(), ..of.clone() });
    ballot_of(id, &format!("{title}选票"), "", vec![contest])
}

fn of_post(post: Post) -> Election {
    Election { post, ..Election::default() }
}

fn by_hand(title: &str) -> Motion {
    Motion { title: title.to_owned(), ..Motion::default() }
}

fn contains(text: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(text.contains(sentence), "{sentence} is not in {text}");
    }
}

/// Puts a motion that everybody but one is for.
fn carry(told: &mut Told, motion: Motion) -> HandVoteId {
    let keypads = matches!(motion.way, Way::Keypads { .. });
    let vote = told.put(motion, None);
    let hands = if keypads {
        Hands::Shown { for_: 53, against: 1, abstain: 0, not_pressed: 2 }
    } else {
        Hands::Minority { against: 1, abstain: 0 }
    };
    told.show_hands(vote, [hands, hands]);
    vote
}

#[test]
#[expect(clippy::too_many_lines, reason = "a whole session")]
fn a_session_in_the_middle_of_the_term_has_all_of_its_papers() {
    let mut told = Told::sample();
    let of = Election { by_election: true, ..of_post(Post::DeputyHead) };
    let open = post("deputy", "补选副镇长", &of, &[], 1);
    told.save(&open);
    let rules = PaperKind::Rules { ballot: open.id.clone() };
    told.issue(rules.clone());
    plan(
        &mut told,
        vec![
            sitting(
                1,
                SittingKind::Preparatory,
                16,
                8,
                vec![item("选举大会主席团、秘书长", Vec::new()), item("通过会议议程", Vec::new())],
            ),
            sitting(
                2,
                SittingKind::Plenary,
                16,
                9,
                vec![
                    item("接受周明同志辞去副镇长职务的请求", Vec::new()),
                    item("通过选举办法", Vec::new()),
                    item("补选副镇长", of_ballot("deputy")),
                    item("宪法宣誓", Vec::new()),
                ],
            ),
        ],
    );
    told.count_present(56);
    let agenda = told.put(Motion { way: Way::Acclamation, ..by_hand("会议议程（草案）") }, None);
    told.acclaim(agenda);
    let resigned = carry(&mut told, by_hand("关于接受周明同志辞去副镇长职务请求的决定（草案）"));
    let threshold = Some(Threshold::MAJORITY_OF_ALL);
    let adopted =
        carry(&mut told, Motion { way: Way::Keypads { threshold }, ..by_hand("选举办法（草案）") });
    let named = post("deputy", "补选副镇长", &of, &["何丽萍"], 1);
    told.save(&named);
    let mut sheets = alike(20, &[section("○", &[])]);
    sheets.extend(alike(36, &[section("×", &["欧阳建平"])]));
    let round = told.vote(&named.id, RoundKind::First, ALL_BACK, &sheets);
    let papers = every_paper("mid-term", &told);
    let of = |kind: PaperKind| said(&papers, &kind);
    contains(
        of(PaperKind::HandResolution { vote: resigned }),
        &["关于接受周明同志辞去副镇长职务请求的决定", "接受周明同志辞去副镇长职务"],
    );
    contains(
        of(PaperKind::HandRecord { vote: adopted }),
        &["表决器表决", "未按", "53", "计票人", "分别抄录表决器显示的人数"],
    );
    contains(of(PaperKind::Notice { round }), &["补选", "欧阳建平为青石镇人民政府副镇长"]);
    contains(of(PaperKind::Oath { round }), &["欧阳建平", "忠于中华人民共和国宪法"]);
    contains(of(PaperKind::ElectedLetter { round }), &["欧阳建平"]);
    contains(of(PaperKind::CountReport { round }), &["另选", "欧阳建平", "36"]);
    contains(of(PaperKind::Minutes), &["使用表决器表决", "未按2名", "欧阳建平"]);
    contains(of(PaperKind::Summary), &["补选欧阳建平为青石镇人民政府副镇长"]);
    let script = of(PaperKind::HostScript);
    contains(
        script,
        &["预备会议现在开始", "使用表决器表决", "通过会议议程。现在对《会议议程（草案）》"],
    );
    assert_eq!(script.matches("（宣誓）").count(), 1, "under its own item: {script}");
    contains(
        script,
        &["现在进行第四项议程：宪法宣誓。现在举行宪法宣誓仪式，请青石镇人民政府副镇长欧阳建平宣誓"],
    );
    contains(of(rules), &["补选副镇长1名", "十人以上书面联合提名"]);
}

/// 56 on the first day, 55 on the second.
const SECOND_DAY: Numbers = Numbers { present: 55, issued: 55, returned: 55, ..ALL_BACK };

/// Four posts, nobody on their ballots yet; the rules are issued and passed before.
fn first_session() -> Told {
    let mut told = Told::sample();
    for ballot in posts(&[&[], &[], &[], &[]]) {
        told.save(&ballot);
    }
    told.issue(PaperKind::SessionRules { of: RulesOf::Election });
    let day = |hour, items| sitting(4, SittingKind::Plenary, 17, hour, items);
    let elections = ["chair", "vice", "head", "deputies"];
    let titles = ["选举镇人大主席", "选举镇人大副主席", "选举镇长", "选举副镇长"];
    let elections = titles.iter().zip(elections).map(|(text, id)| item(text, of_ballot(id)));
    let put = |told: &mut Told, title: &str| {
        let motion = by_hand(title);
        told.secretary(&Command::Hand(session::floor::hands::Command::PrepareMotion { motion }));
    };
    put(&mut told, "大会主席团和秘书长名单（草案）");
    put(&mut told, "选举办法（草案）");
    put(&mut told, "总监票人、监票人名单（草案）");
    let draft = vec![item("讨论选举办法草案", Vec::new())];
    let plenary = vec![item("通过选举办法", of_motion(2)), item("通过监票人名单", of_motion(3))];
    let early = vec![item("选举大会主席团、秘书长", of_motion(1))];
    plan(
        &mut told,
        vec![
            sitting(1, SittingKind::Preparatory, 16, 8, early),
            sitting(2, SittingKind::Presidium, 16, 9, draft),
            sitting(3, SittingKind::Plenary, 16, 14, plenary),
            day(9, elections.collect()),
        ],
    );
    told
}

fn posts(names: &[&[&str]; 4]) -> [Ballot; 4] {
    [
        post("chair", "镇人大主席", &of_post(Post::Chair), names[0], 1),
        post("vice", "镇人大副主席", &of_post(Post::ViceChair), names[1], 1),
        post("head", "镇长", &of_post(Post::Head), names[2], 1),
        post("deputies", "副镇长", &of_post(Post::DeputyHead), names[3], 2),
    ]
}

/// What was decided on the second day says so, and so does what was passed on the first.
fn dated_with_their_sittings(papers: &[(PaperKind, String)], told: &Told, round: RoundId) {
    let second = [
        PaperKind::Notice { round },
        PaperKind::FilingReport { round },
        PaperKind::ElectedLetter { round },
        PaperKind::ChosenList { round },
        PaperKind::CollectionReport { round },
        PaperKind::SealCover { round },
        PaperKind::Candidates { ballot: BallotId("deputies".to_owned()) },
    ];
    for kind in &second {
        let text = said(papers, kind);
        assert!(text.contains("2026年1月17日"), "{kind:?}: {text}");
    }
    let vote = HandVoteId(2);
    for kind in [PaperKind::HandRecord { vote }, PaperKind::HandNotice { vote }] {
        let text = said(papers, &kind);
        assert!(text.contains("2026年1月16日") && !text.contains("17日"), "{kind:?}: {text}");
    }
    for kind in [PaperKind::Agenda, PaperKind::Minutes, PaperKind::Summary, PaperKind::HostScript] {
        contains(said(papers, &kind), &["2026年1月16日至17日"]);
    }
    let script =
        filled_text(&told.session, &PaperKind::HostScript, default_text(&PaperKind::HostScript));
    let script = script.unwrap().replace('\\', "");
    contains(
        &script,
        &["实到代表56名，达到全体代表的三分之二以上", "实到代表55名，达到全体代表的三分之二以上"],
    );
    assert_eq!(script.matches("（宣誓）").count(), 1, "once, behind the last election: {script}");
    assert!(script.contains("青石镇人民政府镇长卢晓东、"), "{script}");
}

#[test]
#[expect(clippy::too_many_lines, reason = "a whole session")]
fn the_first_session_of_a_congress_has_all_of_its_papers_over_two_days() {
    let mut told = first_session();
    let one = Hands::Minority { against: 1, abstain: 0 };
    for vote in 1..=3 {
        // Every sitting is counted for itself.
        if vote < 3 {
            told.count_present(56);
        }
        let vote = HandVoteId(vote);
        let put = session::floor::hands::Command::PutMotion { vote, present: None };
        told.secretary(&Command::Hand(put));
        told.show_hands(vote, [one, one]);
    }
    let names: [&[&str]; 4] =
        [&["陈志远"], &["王秀英", "田富"], &["卢晓东"], &["陆𬱖生", "刘㛃", "买买提·艾力"]];
    let ballots = posts(&names);
    let marks: [&[(usize, &str)]; 4] = [
        &[(55, "○")],
        &[(40, "○×"), (15, "×○")],
        &[(54, "○"), (1, "×")],
        // 陆𬱖生 48, 刘㛃 31, 买买提·艾力 31: level for the second seat.
        &[(24, "○○×"), (24, "○×○"), (7, "×○○")],
    ];
    let mut rounds = Vec::new();
    for (ballot, marks) in ballots.iter().zip(marks) {
        told.save(ballot);
        let sheets: Vec<_> =
            marks.iter().flat_map(|(count, marks)| alike(*count, &[section(marks, &[])])).collect();
        rounds.push(told.vote(&ballot.id, RoundKind::First, SECOND_DAY, &sheets));
    }
    let deputies = rounds[3];
    let open = every_paper("first-session-open", &told);
    contains(
        said(&open, &PaperKind::Notice { round: deputies }),
        &[
            "陆𬱖生为青石镇人民政府副镇长",
            "刘㛃、买买提·艾力得票相等，尚缺的1名待依法确定后，另行公告",
        ],
    );
    contains(
        said(&open, &PaperKind::FilingReport { round: deputies }),
        &["会议于2026年1月16日至17日召开", "刘㛃、买买提·艾力得票相等，应选名额尚缺1名"],
    );
    let runoff = proposed_ballot(&told.session, deputies, &"deputies".into()).unwrap();
    let taken = told.session.ballots().iter().any(|ballot| ballot.colour == runoff.colour);
    assert!(!taken, "a colour of its own: {}", runoff.colour);
    told.save(&runoff);
    let mut sheets = alike(30, &[section("○-", &[])]);
    sheets.extend(alike(25, &[section("-○", &[])]));
    told.vote(&runoff.id, RoundKind::Runoff { of: deputies }, SECOND_DAY, &sheets);
    let papers = every_paper("first-session", &told);
    let of = |kind: PaperKind| said(&papers, &kind);
    contains(of(PaperKind::SessionRules { of: RulesOf::Election }), &["选举办法", "副镇长2名"]);
    contains(
        of(PaperKind::Notice { round: deputies }),
        &["陆𬱖生为青石镇人民政府副镇长", "刘㛃为青石镇人民政府副镇长"],
    );
    assert!(!of(PaperKind::Notice { round: deputies }).contains("尚缺"));
    contains(of(PaperKind::Notice { round: RoundId(1) }), &["陈志远为青石镇人民代表大会主席"]);
    contains(of(PaperKind::Minutes), &["大会主席团和秘书长名单", "陈志远", "卢晓东"]);
    contains(
        of(PaperKind::HostScript),
        &["预备会议现在开始", "第二次全体会议（2026年1月17日", "镇人大主席", "再次投票"],
    );
    contains(of(PaperKind::Oath { round: deputies }), &["2026年1月17日", "陆𬱖生", "刘㛃"]);
    dated_with_their_sittings(&papers, &told, deputies);
    assert!(papers.len() > 40, "{}", papers.len());
    told.issue(PaperKind::HandNotice { vote: HandVoteId(2) });
    let numbers = [
        PaperKind::Notice { round: deputies },
        PaperKind::HandNotice { vote: HandVoteId(2) },
        PaperKind::HandNotice { vote: HandVoteId(3) },
    ];
    let numbers = numbers.map(|of| told.session.notice_number(&of));
    assert_eq!(numbers, ["第2号", "第1号", "第2号"], "by the order in which they are issued");
}
