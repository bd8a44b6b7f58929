//! Two whole days with every kind of paper: the sample's, and one with 75 rows, a project of thirty
//! characters and names of eight syllables and rare characters. A kind that no day has is missed by
//! name.

use std::collections::BTreeSet;

use papers::{SetPaper, Shelf, of_session};
use session::ballot::Project;
use session::ballot::election::{Election, Nominator, Nominee, Post};
use session::floor::hands::{Motion, Way};
use session::paper::{PaperKind, RulesOf};
use session::people::Deputy;
use session::round::RoundKind;
use session::tally::{ContestOption, Hands};
use session::views::papers::view;
use session::{Command, ProposalId, people};

use crate::common::FINGERPRINT;
use crate::office::a_year;
use crate::told::{
    ALL_BACK, Told, alike, ballot_of, election, evaluation, motion, sample_ballot, seats_rule,
    section,
};
use crate::year;

macro_rules! kinds {
    ($($kind:ident $name:literal)*) => {
        /// Returns what the pictures and files of a kind are called.
        fn name(kind: &PaperKind) -> &'static str {
            match kind {
                $(PaperKind::$kind { .. } => $name,)*
            }
        }

        const NAMES: &[&str] = &[$($name),*];
    };
}

kinds! {
    Ballot "ballot"
    CountReport "count-report"
    Decision "decision"
    Agenda "agenda"
    Roster "roster"
    SignInBook "sign-in-book"
    CountingStaff "counting-staff"
    HostScript "host-script"
    Rules "rules"
    TallySheet "tally-sheet"
    ZeroReport "zero-report"
    BundleSlips "bundle-slips"
    CollectionReport "collection-report"
    ChosenList "chosen-list"
    EvaluationTable "evaluation-table"
    MotionRecord "motion-record"
    Resolution "resolution"
    HandRecord "hand-record"
    HandResolution "hand-resolution"
    Notice "notice"
    FilingReport "filing-report"
    SealCover "seal-cover"
    SealStrip "seal-strip"
    Minutes "minutes"
    Summary "summary"
    CandidateProjects "candidate-projects"
    PastProjects "past-projects"
    Candidates "candidates"
    NominationForm "nomination-form"
    EvaluationReport "evaluation-report"
    MotionNotice "motion-notice"
    HandNotice "hand-notice"
    Oath "oath"
    ElectedLetter "elected-letter"
    AttendanceList "attendance-list"
    PresidiumMinutes "presidium-minutes"
    SessionRules "session-rules"
    ProjectCall "project-call"
    ProjectForm "project-form"
    ScreeningReport "screening-report"
    ProjectPlan "project-plan"
    SupervisionList "supervision-list"
    ReviewLedger "review-ledger"
    ReviewCircular "review-circular"
    SupervisionAdvice "supervision-advice"
    CompletionReport "completion-report"
    CompletionTable "completion-table"
    ProposalSlip "proposal-slip"
    ProposalAnswer "proposal-answer"
    ProposalFeedback "proposal-feedback"
    ProposalTable "proposal-table"
    ProposalReport "proposal-report"
    DeputyRecord "deputy-record"
    DeputyRecords "deputy-records"
    RecordTable "record-table"
}

pub const LONG: &str = "青石村至云岭村至大坪村至柳溪村至石门村通组公路硬化及安防工程";
const SYLLABLES: &str = "买买提·艾力·阿卜杜热合曼";
const RARE: &str = "李𬱖䶮";

/// A head of the township, and two deputy heads of three: one nominated by deputies, one a write-in
/// beside.
fn officers(told: &mut Told, names: [&str; 4]) {
    let [head, others @ ..] = names;
    let nominee = |sex: &str, nominator| Nominee {
        sex: sex.to_owned(),
        ethnicity: "汉族".to_owned(),
        born: "1985年3月".to_owned(),
        post: "镇党委委员".to_owned(),
        nominator,
        ..Nominee::default()
    };
    let signed = Nominator::Deputies { first: "陈志远".to_owned(), signed: 12 };
    let mut chief = election("head", "镇长", &[head], seats_rule(1));
    chief.election = Some(Election {
        post: Post::Head,
        nominees: vec![nominee("男", Nominator::Presidium)],
        ..Election::default()
    });
    let mut deputies = election("deputies", "副镇长", &others, seats_rule(2));
    deputies.election = Some(Election {
        post: Post::DeputyHead,
        nominees: vec![
            nominee("女", Nominator::Presidium),
            nominee("男", Nominator::Presidium),
            nominee("男", signed),
        ],
        ..Election::default()
    });
    let ballot = ballot_of("officers", "镇长、副镇长选票", "浅绿色", vec![chief, deputies]);
    told.save(&ballot);
    let mut sheets = alike(50, &[section("○", &[]), section("○○×", &[])]);
    sheets.extend(alike(6, &[section("×", &["买买提·艾力"]), section("×○○", &[])]));
    told.vote(&ballot.id, RoundKind::First, ALL_BACK, &sheets);
}

/// What is voted on after the projects, so that every kind of paper is written.
fn the_rest_of_the_day(told: &mut Told, rows: &[String], report: &str) {
    let done =
        evaluation("done", "2025年度民生实事满意度测评", rows, &["满意", "基本满意", "不满意"]);
    let ballot = ballot_of("done", "2025年度民生实事满意度测评票", "浅黄色", vec![done]);
    told.save(&ballot);
    let graded = |grade: &str| section(&grade.repeat(rows.len()), &[]);
    let mut sheets = alike(40, &[graded("0")]);
    sheets.extend(alike(16, &[graded("1")]));
    told.vote(&ballot.id, RoundKind::First, ALL_BACK, &sheets);
    let contest = motion("report", report, &format!("关于{report}的决议（草案）"));
    let ballot = ballot_of("reports", "工作报告决议表决票", "白色", vec![contest]);
    told.save(&ballot);
    let mut sheets = alike(50, &[section("○", &[])]);
    sheets.extend(alike(6, &[section("×", &[])]));
    told.vote(&ballot.id, RoundKind::First, ALL_BACK, &sheets);
    told.count_present(56);
    let by_hand = told
        .put(Motion { title: format!("关于{report}的决议（草案）"), ..Motion::default() }, None);
    let hands = Hands::Minority { against: 2, abstain: 1 };
    told.show_hands(by_hand, [hands, hands]);
    let acclaimed = told.put(
        Motion {
            title: "关于会议议程的决议（草案）".to_owned(),
            way: Way::Acclamation,
            ..Motion::default()
        },
        None,
    );
    told.acclaim(acclaimed);
}

pub fn usual_day() -> Told {
    let mut told = Told::sample();
    told.sit(false);
    told.note("听取和审议镇人民政府工作报告", "镇长作政府工作报告。");
    year::before(&mut told, "石门村便民桥改建");
    told.projects();
    let rows: Vec<String> = sample_ballot().contests[0]
        .contest
        .options
        .iter()
        .map(|option| option.name.clone())
        .collect();
    the_rest_of_the_day(&mut told, &rows, "青石镇人民政府工作报告");
    officers(&mut told, ["卢晓东", "陆𬱖生", "田富", "何丽萍"]);
    year::after(&mut told, "施工便道已通，路基成型。", "护栏基础滞后。");
    a_year(&mut told, false);
    told
}

pub fn hard_day() -> Told {
    let mut told = Told::sample();
    let deputies: Vec<Deputy> = told.session.people().deputies().iter().take(2).cloned().collect();
    for (deputy, name) in deputies.into_iter().zip([SYLLABLES, RARE]) {
        let deputy =
            Deputy { name: name.to_owned(), ethnicity: "维吾尔族".to_owned(), ..deputy };
        told.secretary(&Command::People(people::Command::SaveDeputy { deputy }));
    }
    told.sit(true);
    let mut ballot = sample_ballot();
    let entry = &mut ballot.contests[0];
    let (option, project) =
        (entry.contest.options[1].clone(), Project { of: None, ..entry.projects[1].clone() });
    entry.contest.options = (1..=75)
        .map(|number: u32| ContestOption {
            id: number.to_string().as_str().into(),
            name: format!("{}（第{number}项）", option.name),
        })
        .collect();
    LONG.clone_into(&mut entry.contest.options[0].name);
    entry.projects = vec![project; 75];
    entry.projects[0] = Project {
        person: SYLLABLES.to_owned(),
        unit: "镇民政和社会事务办公室".to_owned(),
        ..entry.projects[0].clone()
    };
    RARE.clone_into(&mut entry.projects[1].person);
    told.save(&ballot);
    year::before(&mut told, LONG);
    let marks =
        |approved: usize| section(&("○".repeat(approved) + &"×".repeat(75 - approved)), &[]);
    let mut sheets = alike(50, &[marks(10)]);
    sheets.extend(alike(6, &[marks(5)]));
    told.vote(&ballot.id, RoundKind::First, ALL_BACK, &sheets);
    let mut rows: Vec<String> =
        (1..=75).map(|number| format!("第{number}项民生实事项目")).collect();
    rows[3] = LONG.to_owned();
    the_rest_of_the_day(
        &mut told,
        &rows,
        "青石镇2025年国民经济和社会发展计划执行情况与2026年计划草案的报告",
    );
    officers(&mut told, [SYLLABLES, RARE, "欧阳春兰", "阿不都热依木·阿卜杜热合曼"]);
    let seen =
        format!("{LONG}：路基、路面和排水设施已经完成，安防设施正在安装，预计下月中旬组织初验。");
    let problem =
        format!("{SYLLABLES}负责的标段因征地协议没有签订，两处涵洞尚未开工，影响总工期。");
    year::after(&mut told, &seen, &problem);
    a_year(&mut told, true);
    told
}

/// Returns the first paper of every kind, by the name of its kind.
pub fn papers_of(told: &Told) -> Vec<(&'static str, SetPaper)> {
    let issuable = view(&told.session)
        .papers
        .into_iter()
        .filter(|paper| paper.missing.is_none())
        .map(|paper| paper.kind);
    // Listed where several ballots share it.
    let shared = std::iter::once(PaperKind::SessionRules { of: RulesOf::Election });
    let mut seen = BTreeSet::new();
    // What is issued on the page of one proposal or one deputy alone stands in no list before.
    let alone = [
        PaperKind::ProposalSlip { proposal: ProposalId(1) },
        PaperKind::ProposalAnswer { proposal: ProposalId(1) },
        PaperKind::ProposalFeedback { proposal: ProposalId(1) },
        PaperKind::DeputyRecord { deputy: 1 },
    ];
    let issuable = issuable.chain(shared).chain(alone);
    let firsts: Vec<PaperKind> = issuable.filter(|kind| seen.insert(name(kind))).collect();
    // Set before the first sheet is keyed, which no whole day is any more.
    let every: BTreeSet<&str> = NAMES.iter().copied().filter(|it| *it != "zero-report").collect();
    assert_eq!(seen, every, "a kind of paper that no test sets");
    let set = |kind: &PaperKind| {
        let fingerprint = kind.round().map(|_| FINGERPRINT);
        of_session(&told.session, kind, fingerprint, &Shelf::default())
            .unwrap_or_else(|cause| panic!("{kind:?}: {cause}"))
    };
    firsts.iter().map(|kind| (name(kind), set(kind))).collect()
}
