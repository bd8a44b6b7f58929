//! How each kind of paper is set, in one table: a new kind is one entry of it, one in
//! `session/src/paper/kind.rs` (of what, when it is ready, what spoils it) and its text, and does not
//! compile while any is missing.

use chrono::NaiveDate;
use session::paper::{PaperKind, RulesOf};
use session::tally::ContestId;
use session::{BallotId, HandVoteId, ProposalId, ReviewId, RoundId, SittingId};

use crate::data::ballot::BallotPaper;
use crate::data::day::{OfDay, OfSitting};
use crate::data::decision::{OfMatter, OfResolution};
use crate::data::fields::{Fields, Shape};
use crate::data::hand::OfHand;
use crate::data::meeting::OfMeeting;
use crate::data::projects::{OfProjects, OfReview};
use crate::data::proposals::{OfProposal, OfProposals};
use crate::data::record::OfRecord;
use crate::data::rules::OfRules;
use crate::data::vote::OfVote;
use crate::data::zero::OfZero;

/// How a paper is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// With room for marks, and nothing that counts.
    Ballot,
    /// On the grid of GB/T 9704-2012, numbered “— 1 —”: what is written, and may be edited.
    Official,
    /// Closer together, page x of y, at the foot the fingerprint of the record.
    Report,
    /// A report with little on it, in larger type.
    Form,
}

/// What a paper is about: which facts its text may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'a> {
    /// The session and its people.
    Meeting,
    /// Everything that was voted on.
    Day,
    /// One sitting.
    Sitting(SittingId),
    /// The projects through their life.
    Projects,
    /// A review of them.
    Review(ReviewId),
    Ballot(&'a BallotId),
    /// The settings of a ballot and the clauses written from them.
    Rules(&'a BallotId),
    /// The clauses of one paper of rules for several ballots.
    SessionRules(RulesOf),
    /// The counts of a ballot before the first sheet is keyed.
    Zero(&'a BallotId),
    Vote(RoundId),
    /// A matter over all of its rounds, by the one it began with.
    Matter(RoundId),
    /// A motion that passed on paper.
    Motion(RoundId, &'a ContestId),
    /// A motion decided without paper.
    Hands(HandVoteId),
    /// A motion that passed without paper.
    HandMotion(HandVoteId),
    Proposal(ProposalId),
    /// All of them, as they stood on a day; without one on the last recorded.
    Proposals(Option<NaiveDate>),
    /// What one deputy did, or each of them.
    Record(Option<u32>),
}

/// What a kind of paper is.
#[derive(Clone, Debug)]
pub struct Blueprint<'a> {
    /// Its name, for messages: that of its text in assets/papers.
    pub name: &'static str,
    /// Its title; `{}` stands for what it is about.
    pub title: &'static str,
    /// Its text as it comes with the program.
    pub text: &'static str,
    /// How it is set.
    pub sheet: Sheet,
    /// What it is about.
    pub subject: Subject<'a>,
    /// The fields its text may not leave out.
    pub required: &'static [&'static str],
}

impl Subject<'_> {
    /// Returns the fields a text about it may name.
    #[must_use]
    pub fn fields(self) -> Shape {
        match self {
            Self::Meeting => OfMeeting::shape(),
            Self::Day => OfDay::shape(),
            Self::Sitting(_) => OfSitting::shape(),
            Self::Projects => OfProjects::shape(),
            Self::Review(_) => OfReview::shape(),
            Self::Ballot(_) => BallotPaper::shape(),
            Self::Rules(_) | Self::SessionRules(_) => OfRules::shape(),
            Self::Zero(_) => OfZero::shape(),
            Self::Vote(_) => OfVote::shape(),
            Self::Matter(_) => OfMatter::shape(),
            Self::Motion(..) | Self::HandMotion(_) => OfResolution::shape(),
            Self::Hands(_) => OfHand::shape(),
            Self::Proposal(_) => OfProposal::shape(),
            Self::Proposals(_) => OfProposals::shape(),
            Self::Record(_) => OfRecord::shape(),
        }
    }
}

/// One line a kind: its text in assets/papers, its title, how it is set, what it is about, and what
/// its text may not leave out.
macro_rules! blueprints {
    ($($kind:ident $({ $($of:ident),* })?:
        $text:literal, $title:literal, $sheet:ident, $subject:expr, [$($required:literal),*];)*) => {
        impl<'a> Blueprint<'a> {
            /// Returns what a kind of paper is.
            #[must_use]
            pub fn of(kind: &'a PaperKind) -> Self {
                match kind {
                    $(PaperKind::$kind $({ $($of),* })? => Self {
                        name: $text,
                        title: $title,
                        text: include_str!(concat!("../../../../assets/papers/", $text, ".j2")),
                        sheet: Sheet::$sheet,
                        subject: $subject,
                        required: &[$($required),*],
                    },)*
                }
            }
        }
    };
}

blueprints! {
    Ballot { ballot }: "ballot", "{}", Ballot, Subject::Ballot(ballot), ["title", "sections"];
    Agenda: "agenda", "会议议程", Official, Subject::Meeting, ["meeting.agenda"];
    Roster: "roster", "代表名册", Report, Subject::Meeting, ["people"];
    SignInBook: "sign-in-book", "签到册", Report, Subject::Meeting, ["people"];
    CountingStaff: "counting-staff", "总监票人监票人计票人名单", Official, Subject::Meeting,
        ["people"];
    HostScript: "host-script", "主持词", Official, Subject::Day, ["meeting.agenda"];
    Rules { ballot }: "rules", "{}办法", Official, Subject::Rules(ballot), ["rules.clauses"];
    SessionRules { of }: "rules", "{}办法", Official, Subject::SessionRules(*of), ["rules.clauses"];
    TallySheet { ballot }: "tally-sheet", "{}手工计票单", Report, Subject::Rules(ballot),
        ["rules.contests"];
    ZeroReport { ballot }: "zero-report", "{}计票系统清零确认单", Report, Subject::Zero(ballot),
        ["zero.contests"];
    BundleSlips { round }: "bundle-slips", "{}捆单", Form, Subject::Vote(*round),
        ["vote.bundles"];
    CollectionReport { round }: "collection-report", "{}验票报告单", Form, Subject::Vote(*round),
        ["vote.control.issued", "vote.control.returned", "vote.valid"];
    CountReport { round }: "count-report", "{}计票结果报告单", Report, Subject::Vote(*round),
        ["vote.control.issued", "vote.control.returned", "vote.contests"];
    ChosenList { round }: "chosen-list", "{}结果名单", Form, Subject::Vote(*round),
        ["vote.contests"];
    EvaluationTable { round }: "evaluation-table", "{}结果表", Report, Subject::Vote(*round),
        ["vote.contests"];
    MotionRecord { round }: "motion-record", "{}记录单", Form, Subject::Vote(*round),
        ["vote.contests"];
    HandRecord { vote }: "hand-record", "{}表决记录单", Form, Subject::Hands(*vote),
        ["hand.passed"];
    Resolution { round, contest }: "resolution", "{}", Official, Subject::Motion(*round, contest),
        ["motion.title"];
    HandResolution { vote }: "resolution", "{}", Official, Subject::HandMotion(*vote),
        ["motion.title"];
    Decision { round }: "decision", "{}结果的决定", Official, Subject::Matter(*round),
        ["matter.projects"];
    Notice { round }: "notice", "{}结果的公告", Official, Subject::Matter(*round),
        ["matter"];
    FilingReport { round }: "filing-report", "{}结果的备案报告", Official, Subject::Matter(*round),
        ["matter"];
    SealCover { round }: "seal-cover", "{}封袋封面", Form, Subject::Vote(*round), ["vote.title"];
    SealStrip { round }: "seal-strip", "{}封条", Form, Subject::Vote(*round), ["session"];
    Minutes: "minutes", "会议记录", Official, Subject::Day, ["meeting.agenda", "ballots"];
    Summary: "summary", "会议纪要", Official, Subject::Day, ["ballots"];
    CandidateProjects { ballot }: "candidate-projects", "{}候选项目情况表", Report,
        Subject::Rules(ballot), ["rules.contests"];
    PastProjects: "past-projects", "上年度民生实事项目完成情况表", Report, Subject::Meeting,
        ["past.projects"];
    Candidates { ballot }: "candidates", "{}正式候选人名单", Official, Subject::Rules(ballot),
        ["rules.contests"];
    NominationForm { ballot }: "nomination-form", "{}代表联名提名表", Form,
        Subject::Rules(ballot), ["rules.contests"];
    EvaluationReport { round }: "evaluation-report", "{}情况的报告", Official,
        Subject::Vote(*round), ["vote.contests"];
    MotionNotice { round, contest }: "motion-notice", "{}的公告", Official,
        Subject::Motion(*round, contest), ["motion.title"];
    HandNotice { vote }: "motion-notice", "{}的公告", Official, Subject::HandMotion(*vote),
        ["motion.title"];
    Oath { round }: "oath", "宪法宣誓仪式", Official, Subject::Matter(*round), ["matter.posts"];
    ElectedLetter { round }: "elected-letter", "当选通知书", Official, Subject::Matter(*round),
        ["matter.posts"];
    PresidiumMinutes { sitting }: "presidium-minutes", "{}纪要", Official,
        Subject::Sitting(*sitting), ["sitting.items", "sitting.roll"];
    ProposalSlip { proposal }: "proposal-slip", "{}交办单", Form, Subject::Proposal(*proposal),
        ["proposal.title", "proposal.unit", "proposal.deadline"];
    ProposalAnswer { proposal }: "proposal-answer", "{}的答复", Official,
        Subject::Proposal(*proposal), ["proposal.title"];
    ProposalFeedback { proposal }: "proposal-feedback", "{}答复征询意见表", Form,
        Subject::Proposal(*proposal), ["proposal.title"];
    ProposalTable { on }: "proposal-table", "代表议案建议办理情况一览表", Report,
        Subject::Proposals(Some(*on)), ["listed", "on"];
    ProposalReport: "proposal-report", "代表议案建议办理情况的报告", Official,
        Subject::Proposals(None), ["counts.bills", "counts.suggestions"];
    DeputyRecord { deputy }: "deputy-record", "{}代表履职登记表", Report,
        Subject::Record(Some(*deputy)), ["deputies"];
    DeputyRecords: "deputy-record", "代表履职登记表", Report, Subject::Record(None),
        ["deputies"];
    RecordTable: "record-table", "代表履职情况统计表", Report, Subject::Record(None), ["ranked"];
    AttendanceList: "attendance-list", "出席情况", Report, Subject::Day, ["people"];
    ProjectCall: "project-call", "民生实事项目征集公告", Official, Subject::Projects, ["projects.year"];
    ProjectForm: "project-form", "民生实事项目征集表", Form, Subject::Projects, ["projects.year"];
    ScreeningReport: "screening-report", "民生实事项目征集情况及筛选说明", Official,
        Subject::Projects, ["projects.all"];
    ProjectPlan: "project-plan", "民生实事项目实施计划", Report, Subject::Projects,
        ["projects.chosen"];
    SupervisionList: "supervision-list", "人大代表监督民生实事项目分工一览表", Report,
        Subject::Projects, ["projects.chosen"];
    ReviewLedger { review }: "review-ledger", "民生实事项目{}台账", Report,
        Subject::Review(*review), ["review.lines"];
    ReviewCircular { review }: "review-circular", "民生实事项目{}情况通报", Official,
        Subject::Review(*review), ["review.lines", "review.late"];
    SupervisionAdvice { review }: "supervision-advice", "民生实事项目{}跟踪监督建议", Official,
        Subject::Review(*review), ["review.lines"];
    CompletionReport: "completion-report", "民生实事项目完成情况报告", Official,
        Subject::Projects, ["projects.chosen"];
    CompletionTable: "completion-table", "民生实事项目完成情况表", Report, Subject::Projects,
        ["projects.chosen"];
}
