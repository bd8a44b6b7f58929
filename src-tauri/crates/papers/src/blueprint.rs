//! What each kind of paper is: its text, its fields, what its text may not leave out, and how it is
//! set.

use session::paper::PaperKind;

use crate::data::ballot::BallotPaper;
use crate::data::day::OfDay;
use crate::data::decision::{OfMatter, OfResolution};
use crate::data::fields::{Fields, Shape};
use crate::data::hand::OfHand;
use crate::data::meeting::OfMeeting;
use crate::data::rules::OfRules;
use crate::data::vote::OfVote;

/// How a paper is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// With room for marks, and nothing that counts.
    Ballot,
    /// On the grid of GB/T 9704-2012, numbered “— 1 —”.
    Official,
    /// Closer together, page x of y, at the foot the fingerprint of the record.
    Report,
    /// A report with little on it, in larger type.
    Form,
}

/// What a kind of paper is.
#[derive(Clone, Debug)]
pub struct Blueprint {
    /// Its name, for messages.
    pub name: &'static str,
    /// Its title; `{}` stands for what it is about.
    pub title: &'static str,
    /// Its text as it comes with the program.
    pub text: &'static str,
    /// The fields its text may name.
    pub fields: Shape,
    /// The fields its text may not leave out.
    pub required: &'static [&'static str],
    /// How it is set.
    pub sheet: Sheet,
}

macro_rules! text {
    ($file:literal) => {
        include_str!(concat!("../../../../assets/papers/", $file, ".j2"))
    };
}

impl Blueprint {
    /// Returns what a kind of paper is.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one entry a kind, in one table")]
    pub fn of(kind: &PaperKind) -> Self {
        match kind {
            PaperKind::Ballot { .. } => {
                let required = &["title", "sections"];
                Self {
                    fields: BallotPaper::shape(),
                    sheet: Sheet::Ballot,
                    ..report("ballot", "{}", text!("ballot"), required)
                }
            }
            PaperKind::Agenda => {
                official("agenda", "会议议程", text!("agenda"), &["meeting.agenda"])
                    .naming::<OfMeeting>()
            }
            PaperKind::Roster => {
                report("roster", "代表名册", text!("roster"), &["people"]).naming::<OfMeeting>()
            }
            PaperKind::SignInBook => {
                report("sign-in book", "签到册", text!("sign-in-book"), &["people"])
                    .naming::<OfMeeting>()
            }
            PaperKind::CountingStaff => {
                let required =
                    &["people.chief_scrutineers", "people.scrutineers", "people.tellers"];
                official(
                    "counting staff",
                    "总监票人监票人计票人名单",
                    text!("counting-staff"),
                    required,
                )
                .naming::<OfMeeting>()
            }
            PaperKind::HostScript => {
                official("host script", "主持词", text!("host-script"), &["ballots"])
                    .naming::<OfDay>()
            }
            PaperKind::Rules { .. } => {
                official("rules", "{}办法", text!("rules"), &["rules.clauses"]).naming::<OfRules>()
            }
            PaperKind::TallySheet { .. } => {
                report("tally sheet", "{}手工计票单", text!("tally-sheet"), &["rules.contests"])
                    .naming::<OfRules>()
            }
            PaperKind::BundleSlips { .. } => {
                form("bundle slips", "{}捆单", text!("bundle-slips"), &["vote.bundles"])
                    .naming::<OfVote>()
            }
            PaperKind::CollectionReport { .. } => {
                let required = &["vote.control.issued", "vote.control.returned", "vote.valid"];
                form("collection report", "{}验票报告单", text!("collection-report"), required)
                    .naming::<OfVote>()
            }
            PaperKind::CountReport { .. } => {
                let required = &["vote.control.issued", "vote.control.returned", "vote.contests"];
                report("count report", "{}计票结果报告单", text!("count-report"), required)
                    .naming::<OfVote>()
            }
            PaperKind::ChosenList { .. } => {
                form("list of those chosen", "{}结果名单", text!("chosen-list"), RESULT)
                    .naming::<OfVote>()
            }
            PaperKind::EvaluationTable { .. } => {
                report("evaluation table", "{}结果表", text!("evaluation-table"), RESULT)
                    .naming::<OfVote>()
            }
            PaperKind::MotionRecord { .. } => {
                form("record of a motion", "{}记录单", text!("motion-record"), RESULT)
                    .naming::<OfVote>()
            }
            PaperKind::HandRecord { .. } => form(
                "record of a motion by hand",
                "{}表决记录单",
                text!("hand-record"),
                &["hand.passed"],
            )
            .naming::<OfHand>(),
            PaperKind::Resolution { .. } | PaperKind::HandResolution { .. } => {
                official("resolution", "{}", text!("resolution"), &["motion.title"])
                    .naming::<OfResolution>()
            }
            PaperKind::Decision { .. } => {
                official("decision", "{}结果的决定", text!("decision"), &["matter.projects"])
                    .naming::<OfMatter>()
            }
            PaperKind::Notice { .. } => {
                official("notice", "{}结果的公告", text!("notice"), &["matter.notice"])
                    .naming::<OfMatter>()
            }
            PaperKind::FilingReport { .. } => {
                official("filing report", "{}结果的备案报告", text!("filing-report"), &["matter"])
                    .naming::<OfMatter>()
            }
            PaperKind::SealCover { .. } => {
                form("seal cover", "{}封袋封面", text!("seal-cover"), &["vote.title"])
                    .naming::<OfVote>()
            }
            PaperKind::SealStrip { .. } => {
                form("seal strip", "{}封条", text!("seal-strip"), &["session"]).naming::<OfVote>()
            }
            PaperKind::Minutes => {
                official("minutes", "会议记录", text!("minutes"), &["meeting.agenda", "ballots"])
                    .naming::<OfDay>()
            }
            PaperKind::Summary => {
                official("summary", "会议纪要", text!("summary"), &["ballots"]).naming::<OfDay>()
            }
        }
    }

    fn naming<T: Fields>(mut self) -> Self {
        self.fields = T::shape();
        self
    }
}

/// What a paper with a result must name.
const RESULT: &[&str] = &["vote.contests"];

fn official(
    name: &'static str,
    title: &'static str,
    text: &'static str,
    required: &'static [&'static str],
) -> Blueprint {
    Blueprint { name, title, text, fields: Shape::Value, required, sheet: Sheet::Official }
}

fn report(
    name: &'static str,
    title: &'static str,
    text: &'static str,
    required: &'static [&'static str],
) -> Blueprint {
    Blueprint { sheet: Sheet::Report, ..official(name, title, text, required) }
}

fn form(
    name: &'static str,
    title: &'static str,
    text: &'static str,
    required: &'static [&'static str],
) -> Blueprint {
    Blueprint { sheet: Sheet::Form, ..official(name, title, text, required) }
}
