//! 议决: what a motion leads to once it has passed. A 决议 on a report or a budget, a 决定 on a
//! person or a project, or plainly 通过 with no paper of its own (办法, 名单, 议程).

use crate::ballot::BallotContest;

/// What a motion leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MotionOutcome {
    /// 决议, by its title and what it is on: “关于青石镇人民政府工作报告的决议”.
    Resolution { title: String, about: String },
    /// 决定, by its title and what it decides: “关于接受周明同志辞去副镇长职务请求的决定”.
    Decision { title: String, about: String },
    /// 通过: what was put stands as it was read out.
    Adopted { about: String },
}

/// A row that is nothing but one of these answers, and names nothing.
const ANSWERS: [&str; 10] = [
    "同意",
    "通过",
    "赞成",
    "批准",
    "决议",
    "决定",
    "同意通过",
    "是否同意",
    "是否通过",
    "予以通过",
];

/// What is adopted as it stands: its paper is the draft itself.
const DRAFTS: [&str; 9] = ["办法", "名单", "议程", "日程", "人选", "规则", "细则", "职数", "名额"];

/// What is decided on: a person leaves a post, a project is changed.
const DECIDED: [&str; 6] = ["辞去", "辞职", "罢免", "免去", "项目调整", "项目变更"];

/// Returns the motion a ballot puts to the vote. It stands in the row; where the row only answers
/// (同意), the title of the question names it.
#[must_use]
pub fn motion_named(entry: &BallotContest) -> &str {
    let row = entry.contest.options.first().map(|row| row.name.as_str());
    row.filter(|row| !ANSWERS.contains(row)).unwrap_or(&entry.contest.title)
}

impl MotionOutcome {
    /// Returns what a motion of this title leads to.
    #[must_use]
    pub fn of(motion: &str) -> Self {
        let motion = without_marks(motion);
        let motion = motion.trim();
        let bare = motion.strip_prefix("关于").unwrap_or(motion);
        if let Some(about) = without(bare, "决定") {
            return Self::decision(about);
        }
        if let Some(about) = without(bare, "决议") {
            return Self::resolution(about);
        }
        if DRAFTS.iter().any(|draft| bare.ends_with(draft)) {
            return Self::Adopted { about: bare.to_owned() };
        }
        if DECIDED.iter().any(|word| bare.contains(word)) {
            return Self::decision(bare);
        }
        Self::resolution(bare)
    }

    fn decision(about: &str) -> Self {
        Self::Decision { title: format!("关于{about}的决定"), about: about.to_owned() }
    }

    fn resolution(about: &str) -> Self {
        Self::Resolution { title: format!("关于{about}的决议"), about: about.to_owned() }
    }

    /// Tells whether a paper of its own is written of it.
    #[must_use]
    pub fn is_written(&self) -> bool {
        match self {
            Self::Resolution { .. } | Self::Decision { .. } => true,
            Self::Adopted { .. } => false,
        }
    }
}

/// A draft becomes what it is a draft of, and a title is no quotation. A report on a draft is still
/// one on a draft.
fn without_marks(motion: &str) -> String {
    let bare = ["（草案）", "(草案)", "《", "》"];
    let bare = bare.iter().fold(motion.to_owned(), |title, mark| title.replace(mark, ""));
    let bare = bare.trim();
    bare.strip_suffix("草案").unwrap_or(bare).to_owned()
}

fn without<'a>(motion: &'a str, word: &str) -> Option<&'a str> {
    let about = motion.strip_suffix(word)?;
    Some(about.strip_suffix('的').unwrap_or(about))
}
