//! How far the demo has come: a bar on a terminal, one line a stage elsewhere.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::language::Language;

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Screen,
    Prepare,
    Print,
    Attendance,
    Issue,
    Collect,
    Keying,
    Rulings,
    Certify,
    Report,
    Announce,
    Decision,
    Record,
    Year,
    Next,
}

impl Stage {
    fn name(self, language: Language) -> &'static str {
        match self {
            Self::Screen => language.of("征集、筛选项目", "collect and screen projects"),
            Self::Prepare => language.of("会前准备", "prepare"),
            Self::Print => language
                .of("印制票决票和会前文书", "print the ballots and the papers before the vote"),
            Self::Attendance => language.of("清点人数", "count who is present"),
            Self::Issue => language.of("发票、投票", "issue and vote"),
            Self::Collect => language.of("收票、验票", "collect"),
            Self::Keying => language.of("首录、复录", "key twice"),
            Self::Rulings => language.of("核对、裁定", "rule"),
            Self::Certify => language.of("总监票人核定", "certify"),
            Self::Report => language.of("印发计票结果报告单", "print the count report"),
            Self::Announce => language.of("公布结果", "announce"),
            Self::Decision => language.of(
                "印发决定、公告、备案报告",
                "print the decision, the notice and the filing report",
            ),
            Self::Record => language.of("封存、会议记录", "seal, and write the record of the day"),
            Self::Year => language.of(
                "会后一年：监督、调度、办理建议、代表履职",
                "the year after: supervision, reviews, proposals, the deputies' record",
            ),
            Self::Next => language.of(
                "由上次会议建立下次会议，印制测评票",
                "begin the next session, print its evaluation ballot",
            ),
        }
    }
}

pub(crate) struct Progress {
    bar: ProgressBar,
    language: Language,
    stage: Option<Stage>,
}

impl Progress {
    pub(crate) fn of(steps: usize, language: Language) -> Self {
        let bar =
            ProgressBar::with_draw_target(u64::try_from(steps).ok(), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("[{bar:40}] {pos:>3}/{len} {msg}") {
            bar.set_style(style.progress_chars("█▌·"));
        }
        Self { bar, language, stage: None }
    }

    pub(crate) fn step(&mut self, stage: Stage) {
        if self.stage != Some(stage) {
            self.stage = Some(stage);
            let name = stage.name(self.language);
            self.bar.set_message(name);
            if self.bar.is_hidden() {
                eprintln!("{name}");
            }
        }
        self.bar.inc(1);
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
