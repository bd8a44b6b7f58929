//! Every paper of whole sessions, set and read again by another program: pdftotext must be
//! installed.

use std::path::PathBuf;
use std::process::Command;

use papers::{SetPaper, Shelf, default_text, filled_text, of_session};
use session::ballot::election::{Election, Post};
use session::floor::hands::{Body, Counted, Motion, Way};
use session::paper::{BallotSheet, Grid, MotionOutcome, PaperKind, Style};
use session::people::Deputy;
use session::round::RoundKind;
use session::tally::{Base, Fraction, Hands, Least, Threshold};
use session::views::papers::view;
use session::{BallotId, Command as Asked, HandVoteId, RoundId, paper, people};

use crate::told::{
    ALL_BACK, Numbers, Told, alike, ballot_of, election, evaluation, motion, seats_rule, section,
};

const FINGERPRINT: &str = crate::common::FINGERPRINT;

pub fn set(told: &Told, of: &PaperKind) -> SetPaper {
    let fingerprint = of.round().map(|_| FINGERPRINT);
    of_session(&told.session, of, fingerprint, &Shelf::default())
        .unwrap_or_else(|cause| panic!("{of:?}: {cause}"))
}

/// Leaves a paper where it can be looked at, and returns the text another program reads in it,
/// without white space.
pub fn read(folder: &str, number: usize, paper: &SetPaper) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{number:02}-{}.pdf", paper.title));
    std::fs::write(&path, &paper.rendered.bytes).unwrap();
    let output =
        Command::new("pdftotext").args(["-raw", path.to_str().unwrap(), "-"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text: String =
        String::from_utf8(output.stdout).unwrap().chars().filter(|c| !c.is_whitespace()).collect();
    assert!(
        ["^^", "<<", "[]", "{{", "{%", "|", "＿"].iter().all(|markup| !text.contains(markup)),
        "{path:?} prints markup"
    );
    text
}

/// Sets every paper that can be issued and returns each with its text.
pub fn every_paper(folder: &str, told: &Told) -> Vec<(PaperKind, String)> {
    let papers = view(&told.session).papers.into_iter().filter(|paper| paper.missing.is_none());
    papers
        .enumerate()
        .map(|(number, paper)| {
            (paper.kind.clone(), read(folder, number + 1, &set(told, &paper.kind)))
        })
        .collect()
}

pub fn said<'a>(papers: &'a [(PaperKind, String)], of: &PaperKind) -> &'a str {
    papers.iter().find(|(kind, _)| kind == of).map_or("", |(_, text)| text)
}

#[test]
fn the_samples_day_has_all_of_its_papers() {
    let mut told = Told::sample();
    told.note(
        "听取和审议镇人民政府工作报告",
        "镇长阿不都热依木·阿卜杜热合曼作政府工作报告。\n各代表团分组审议，提出意见建议12条。",
    );
    let round = told.projects();
    let papers = every_paper("sample", &told);
    assert_eq!(papers.len(), 29, "{:?}", papers.iter().map(|(kind, _)| kind).collect::<Vec<_>>());
    let minutes = said(&papers, &PaperKind::Minutes);
    assert!(minutes.contains("镇长阿不都热依木·阿卜杜热合曼作政府工作报告。"));
    let names = said(&papers, &PaperKind::SignInBook);
    for name in ["陆𬱖生", "任𤩽", "张䶮", "买买提·艾力", "阿依古丽"] {
        assert!(names.contains(name), "{name}");
    }
    assert!(
        said(&papers, &PaperKind::CollectionReport { round }).contains("本次投票有效，可以计票")
    );
    assert!(said(&papers, &PaperKind::Notice { round }).contains("第1号"));
}

#[test]
fn the_size_of_a_bundle_is_the_one_that_is_set_though_less_is_returned() {
    let mut told = Told::sample();
    let numbers = Numbers { returned: 8, ..ALL_BACK };
    let round = told.collect(&crate::told::sample_ballot().id, RoundKind::First, numbers);
    let papers = every_paper("few", &told);
    let report = said(&papers, &PaperKind::CollectionReport { round });
    let words: String = report.split_whitespace().collect();
    assert!(words.contains("每捆张数10张"), "{report}");
}

/// The same words on a grid of 20 × 25 with codes at the foot, but for the numbers of pages.
#[test]
fn the_samples_day_says_the_same_in_the_wide_style() {
    let told = |style: Style| {
        let mut told = Told::sample();
        told.secretary(&Asked::Paper(paper::Command::ChooseStyle { style }));
        told.projects();
        told
    };
    let wide = Style { grid: Grid::Wide, qr: true, ballot: BallotSheet::TwoA5, ..Style::default() };
    let (usual, wide) =
        (every_paper("usual", &told(Style::default())), every_paper("wide", &told(wide)));
    let counted = |text: &str, of: char| text.matches(of).count();
    for ((kind, usual), (_, wide)) in usual.iter().zip(&wide) {
        if !matches!(kind, PaperKind::Ballot { .. }) {
            assert!(
                "赞票项，。".chars().all(|of| counted(usual, of) == counted(wide, of)),
                "{kind:?}: {wide}"
            );
        }
    }
}

#[test]
fn an_election_of_two_posts_with_a_runoff_has_all_of_its_papers() {
    let mut told = Told::sample();
    let head = election("head", "镇长", &["卢晓东"], seats_rule(1));
    let deputies = election(
        "deputies",
        "副镇长",
        &["阿不都热依木·阿卜杜热合曼", "陆𬱖生", "刘㛃"],
        seats_rule(2),
    );
    let ballot = ballot_of("officers", "镇长、副镇长选举票", "浅绿色", vec![head, deputies]);
    told.save(&ballot);
    let mut sheets = alike(30, &[section("○", &[]), section("○○×", &[])]);
    sheets.extend(alike(20, &[section("○", &[]), section("○×○", &[])]));
    sheets.extend(alike(4, &[section("×", &["买买提·艾力"]), section("○-○", &[])]));
    sheets.extend(alike(2, &[section("-", &[]), section("○○○", &[])]));
    told.vote(&ballot.id, RoundKind::First, ALL_BACK, &sheets);
    let papers = every_paper("election", &told);
    let report = said(&papers, &PaperKind::CountReport { round: RoundId(1) });
    assert!(report.contains("一、镇长") && report.contains("二、副镇长"), "{report}");
    assert!(report.contains("另选买买提·艾力4"), "{report}");
}

/// 13.19: the post comes from the post, and a motion by ballot prints its motion.
#[test]
fn posts_and_motions_are_named_as_what_they_are() {
    let mut told = Told::sample();
    let mut deputies = election("deputies", "选举", &["陆𬱖生", "田富", "刘㛃"], seats_rule(2));
    deputies.election = Some(Election { post: Post::DeputyHead, ..Election::default() });
    let ballot = ballot_of("officers", "选举副镇长选票", "", vec![deputies]);
    told.save(&ballot);
    let mut sheets = alike(50, &[section("○○×", &[])]);
    sheets.extend(alike(6, &[section("××○", &[])]));
    told.vote(&ballot.id, RoundKind::First, ALL_BACK, &sheets);
    let put = "关于接受周明同志辞去副镇长职务请求的决定（草案）";
    let ballot = ballot_of("motion", "决议表决票", "", vec![motion("motion", "决议表决", put)]);
    told.save(&ballot);
    told.vote(&ballot.id, RoundKind::First, ALL_BACK, &alike(56, &[section("○", &[])]));
    let papers = every_paper("posts", &told);
    let round = RoundId(1);
    let notice = said(&papers, &PaperKind::Notice { round });
    assert!(notice.contains("陆𬱖生为青石镇人民政府副镇长。"), "{notice}");
    let rules = said(&papers, &PaperKind::Rules { ballot: BallotId("officers".to_owned()) });
    assert!(rules.contains("选举副镇长2名。") && rules.contains("副镇长选举办法"), "{rules}");
    let oath = said(&papers, &PaperKind::Oath { round });
    assert!(oath.contains("宣誓人（2名）") && oath.contains("青石镇人民政府副镇长"), "{oath}");
    let printed = said(&papers, &PaperKind::Ballot { ballot: BallotId("motion".to_owned()) });
    assert!(printed.contains("关于接受周明同志辞去副镇长职务请求的决定"), "{printed}");
    let (round, contest) = (RoundId(2), "motion".into());
    let decision = said(&papers, &PaperKind::Resolution { round, contest });
    assert!(
        decision.contains("关于接受周明同志辞去副镇长职务请求的决定（2026年1月16日"),
        "{decision}"
    );
    assert!(decision.contains("决定接受周明同志辞去副镇长职务的请求。"), "{decision}");
}

/// 14.3: what is adopted as it stands has no paper of its own, and no title says 决定的决议.
#[test]
fn a_motion_leads_to_a_resolution_a_decision_or_nothing_but_its_draft() {
    let outcome = MotionOutcome::of;
    let resolution = |about: &str| MotionOutcome::Resolution {
        title: format!("关于{about}的决议"),
        about: about.to_owned(),
    };
    let decision = |about: &str| MotionOutcome::Decision {
        title: format!("关于{about}的决定"),
        about: about.to_owned(),
    };
    for motion in [
        "镇人民政府工作报告",
        "关于镇人民政府工作报告的决议（草案）",
        "关于镇人民政府工作报告的决议",
    ] {
        assert_eq!(outcome(motion), resolution("镇人民政府工作报告"));
    }
    let resigned = "接受周明同志辞去副镇长职务请求";
    for motion in [format!("关于{resigned}的决定（草案）"), resigned.to_owned()] {
        assert_eq!(outcome(&motion), decision(resigned));
    }
    assert_eq!(outcome("关于2026年度民生实事项目调整"), decision("2026年度民生实事项目调整"));
    for draft in ["《镇长、副镇长选举办法（草案）》", "总监票人、监票人名单（草案）", "会议议程"]
    {
        assert!(!outcome(draft).is_written(), "{draft}");
    }
    let mut told = Told::sample();
    told.count_present(56);
    let rules = told.put(
        Motion {
            title: "民生实事项目票决办法（草案）".to_owned(),
            way: Way::Acclamation,
            ..Motion::default()
        },
        None,
    );
    told.acclaim(rules);
    let papers = every_paper("adopted", &told);
    assert_eq!(said(&papers, &PaperKind::HandResolution { vote: rules }), "");
    let notice = said(&papers, &PaperKind::HandNotice { vote: rules });
    assert!(notice.contains("《民生实事项目票决办法》已由"), "{notice}");
    let script = said(&papers, &PaperKind::HostScript);
    assert!(!script.contains("现在请工作人员宣读《"), "the rules are passed once: {script}");
}

/// 14.6: along the agenda; the rules and the staff once, however many ballots there are.
#[test]
fn the_script_follows_the_agenda() {
    let told = crate::whole::usual_day();
    let of = PaperKind::HostScript;
    let script: String =
        filled_text(&told.session, &of, default_text(&of)).unwrap().replace('\\', "");
    let at = |text: &str| script.find(text).unwrap_or_else(|| panic!("{text} is not in {script}"));
    let first = at("## 一、听取和审议镇人民政府工作报告");
    let second = at("## 二、听取和审议镇人大主席团工作报告");
    let motion = at("现在对《关于青石镇人民政府工作报告的决议（草案）》进行表决");
    assert!(first < motion && motion < second);
    let projects = at("## 五、票决2026年度民生实事项目");
    let vote = at("### 2026年度民生实事项目票决");
    let rest = at("## 其他表决事项");
    assert!(projects < vote && vote < rest);
    assert!(
        rest < at(
            "副镇长候选人3名，应选2名：陆𬱖生（主席团提名）、田富（主席团提名）、何丽萍（陈志远等12名代表联名提名）。"
        )
    );
    assert_eq!(script.matches("现在请工作人员宣读《").count(), 1);
    assert_eq!(script.matches("担任总监票人").count(), 1);
    assert!(script.contains("达到全体代表的三分之二以上（39名）"));
    assert!(!script.contains("因故请假") && !script.contains("（表决结果："), "{script}");
}

/// 13.23: a remark stands behind no name; what tells two of one name apart does.
#[test]
fn a_remark_stands_in_its_own_column_and_tells_only_two_of_one_name_apart() {
    let mut told = Told::sample();
    let third = told.session.people().deputies()[2].clone();
    let deputy = Deputy { note: "任期至六月".to_owned(), ..third };
    let alone = deputy.name.clone();
    told.secretary(&Asked::People(people::Command::SaveDeputy { deputy }));
    let papers = every_paper("remarks", &told);
    let roster = said(&papers, &PaperKind::Roster);
    assert!(roster.contains("李伟（青石村）") && roster.contains("李伟（大坪村）"), "{roster}");
    assert!(!roster.contains(&format!("{alone}（")) && roster.contains("任期至六月"), "{roster}");
    let book = said(&papers, &PaperKind::SignInBook);
    assert!(book.contains("李伟（青石村）") && !book.contains("任期至六月"), "{book}");
}

#[test]
fn a_75_row_evaluation_has_all_of_its_papers() {
    let mut told = Told::sample();
    let long = "青石村至云岭村至大坪村至柳溪村至石门村通组公路硬化及安防工程";
    assert_eq!(long.chars().count(), 30);
    let mut names: Vec<String> =
        (1..=75).map(|number| format!("第{number}项民生实事项目")).collect();
    names[3] = long.to_owned();
    let contest =
        evaluation("done", "2025年度民生实事满意度测评", &names, &["满意", "基本满意", "不满意"]);
    let ballot = ballot_of("done", "2025年度民生实事满意度测评票", "浅黄色", vec![contest]);
    told.save(&ballot);
    let row = |marks: [&str; 3]| marks[0].repeat(40) + &marks[1].repeat(20) + &marks[2].repeat(15);
    let mut sheets = alike(40, &[section(&row(["0", "1", "0"]), &[])]);
    sheets.extend(alike(10, &[section(&row(["1", "2", "-"]), &[])]));
    sheets.extend(alike(6, &[section(&row(["0", "#", "2"]), &[])]));
    let round = told.vote(&ballot.id, RoundKind::First, ALL_BACK, &sheets);
    let papers = every_paper("evaluation", &told);
    let table = said(&papers, &PaperKind::EvaluationTable { round });
    assert!(table.contains(long) && table.contains("75第75项民生实事项目"));
}

#[test]
fn motions_on_paper_have_all_of_their_papers() {
    let mut told = Told::sample();
    let reports =
        [("government", "镇人民政府工作报告"), ("presidium", "镇人民代表大会主席团工作报告")];
    let contests = reports
        .map(|(id, report)| motion(id, report, &format!("关于{report}的决议（草案）")))
        .to_vec();
    let ballot = ballot_of("reports", "工作报告决议表决票", "白色", contests);
    told.save(&ballot);
    let mut sheets = alike(50, &[section("○", &[]), section("○", &[])]);
    sheets.extend(alike(6, &[section("×", &[]), section("-", &[])]));
    let round = told.vote(&ballot.id, RoundKind::First, ALL_BACK, &sheets);
    let papers = every_paper("motions", &told);
    let resolution = said(&papers, &PaperKind::Resolution { round, contest: "government".into() });
    assert!(resolution.contains("关于镇人民政府工作报告的决议"), "{resolution}");
}

fn minority(against: u32, abstain: u32) -> Hands {
    Hands::Minority { against, abstain }
}

/// A day of three motions decided without paper: one by hand whose tellers differed, one acclaimed,
/// and one of the presidium.
struct ByHand {
    papers: Vec<(PaperKind, String)>,
    report: HandVoteId,
    budget: HandVoteId,
    staff: HandVoteId,
}

impl ByHand {
    fn told(folder: &str) -> Self {
        let mut told = Told::sample();
        told.count_present(56);
        let motion = |title: &str| Motion { title: title.to_owned(), ..Motion::default() };
        let report = told.put(motion("关于青石镇人民政府工作报告的决议（草案）"), None);
        told.show_hands(report, [minority(2, 1), minority(3, 1)]);
        let plan = Motion {
            text: "会议批准青石镇2026年财政预算。".to_owned(),
            ..motion("关于青石镇2026年财政预算的决议（草案）")
        };
        let budget = told.put(Motion { way: Way::Acclamation, ..plan }, None);
        told.acclaim(budget);
        let base = Base::Present;
        let two_thirds = Threshold { base, least: Least::AtLeast(Fraction::TWO_THIRDS) };
        let way = Way::Hands { threshold: Some(two_thirds), counted: Counted::Each };
        let departure_reason = Some("主席团议事规则第八条。".to_owned());
        let presidium = Motion {
            body: Body::Presidium { members: 9, quorum: Some(Body::PRESIDIUM_QUORUM) },
            way,
            departure_reason,
            ..motion("监票人名单（草案）")
        };
        let staff = told.put(presidium, Some(8));
        let each = Hands::Each { for_: 5, against: 2, abstain: 1 };
        told.show_hands(staff, [each, each]);
        Self { papers: every_paper(folder, &told), report, budget, staff }
    }

    fn says(&self, of: &PaperKind, sentences: &[&str]) {
        let text = said(&self.papers, of);
        for sentence in sentences {
            assert!(text.contains(sentence), "{sentence}: {text}");
        }
    }

    fn says_nothing_of(&self, of: &PaperKind, words: &str) {
        let text = said(&self.papers, of);
        assert!(!text.contains(words), "{words}: {text}");
    }
}

#[test]
fn motions_without_paper_have_records_and_resolutions() {
    let day = ByHand::told("hands");
    let record = |vote| PaperKind::HandRecord { vote };
    day.says(
        &record(day.report),
        &[
            "赞成52名，反对3名，弃权1名。赞成的人数须超过全体代表的半数，即达到30名，表决通过。",
            "清点的人数不一致，由总监票人徐文斌核定，理由：后排一名代表举手未数到。",
        ],
    );
    day.says(&record(day.budget), &["以鼓掌方式表决，一致通过。"]);
    day.says_nothing_of(&record(day.budget), "弃权");
    day.says(
        &record(day.staff),
        &[
            "赞成的人数须达到主席团实到成员的三分之二，即达到6名，未获通过。",
            "理由：主席团议事规则第八条。",
        ],
    );
    let resolution = |vote| PaperKind::HandResolution { vote };
    day.says(
        &resolution(day.report),
        &["（2026年1月16日青石镇第十八届人民代表大会第五次会议通过）"],
    );
    day.says(&resolution(day.budget), &["会议批准青石镇2026年财政预算。"]);
}

#[test]
fn motions_without_paper_stand_in_the_records_of_the_day() {
    let day = ByHand::told("hands-of-the-day");
    day.says(
        &PaperKind::Minutes,
        &[
            "全体代表58名，实到56名：赞成52名，反对3名，弃权1名。",
            "鼓掌表决，全体代表58名，实到56名，表决通过。",
            "主席团全体成员9名，实到8名：赞成5名，反对2名，弃权1名。",
        ],
    );
    day.says(&PaperKind::Summary, &["通过关于青石镇人民政府工作报告的决议。"]);
    day.says_nothing_of(&PaperKind::Summary, "通过监票人名单");
    day.says(
        &PaperKind::HostScript,
        &["赞成52名，反对3名，弃权1名，赞成的人数超过全体代表的半数，通过。"],
    );
    day.says_nothing_of(&PaperKind::HostScript, "监票人名单（草案）");
}

#[test]
fn article_44_a_void_vote_is_reported_as_void() {
    let mut told = Told::sample();
    let numbers = Numbers { returned: 57, ..ALL_BACK };
    let round = told.collect(&crate::told::sample_ballot().id, RoundKind::First, numbers);
    let papers = every_paper("void", &told);
    let report = said(&papers, &PaperKind::CollectionReport { round });
    assert!(
        report.contains("收回的票数多于发出的票数")
            && report.contains("本次投票无效，应当重新投票"),
        "{report}"
    );
}

#[test]
fn a_count_certified_after_a_pin_was_removed_says_so() {
    let mut told = Told::sample();
    told.remove_the_chiefs_pin();
    let round = told.projects();
    let said =
        "总监票人徐文斌的PIN码，2026年1月16日15时40分由苏文取消，后未再设置，取消理由：本人忘记";
    for (number, of) in [PaperKind::CountReport { round }, PaperKind::Minutes].iter().enumerate() {
        let text = read("pin", number + 1, &set(&told, of));
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn same_session_same_bytes() {
    let told = || {
        let mut told = Told::sample();
        told.projects();
        told
    };
    let (one, other) = (told(), told());
    for paper in view(&one.session).papers.into_iter().filter(|paper| paper.missing.is_none()) {
        assert!(
            set(&one, &paper.kind).rendered.bytes == set(&other, &paper.kind).rendered.bytes,
            "{:?}",
            paper.kind
        );
    }
}
