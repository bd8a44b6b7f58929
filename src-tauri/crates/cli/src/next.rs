//! `next`: the file of a new session, made from that of the last one, which is only read.

use std::process::ExitCode;

use chrono::Local;
use exchange::{Beginning, NextAsked, NextSession};
use session::floor::meeting::Meeting;
use store::{Record, read_last};

use crate::arguments::Next;
use crate::count::say;
use crate::language::Language;
use crate::sentences::visible;
use crate::trouble::Trouble;

pub(crate) fn next(asked: &Next, language: Language) -> Result<ExitCode, Trouble> {
    let (before, last) = read_last(&asked.last)?;
    let taken = NextSession::of(&before)?;
    let now = Local::now().fixed_offset();
    let said = said(asked, &taken, now.date_naive());
    let beginning = taken.begin(&said)?;
    let Beginning { secretary, carried, commands } = &beginning;
    let record = Record::begin(&asked.out, Some((&last, carried)), commands, secretary, now)?;
    let session = record.session();
    let title = session.meeting().map(Meeting::title).unwrap_or_default();
    let (deputies, projects) =
        (session.people().deputies().len(), session.past_projects().map_or(0, |(_, it)| it.len()));
    let (out, before, entries) = (asked.out.display(), &last.title, last.entries);
    let (open, unanswered, kept) =
        (carried.projects.len(), carried.proposals.len(), taken.kept.len());
    let lines = language.of(
        format!("已建立 {out}：{title}\n接续 {before} 第{entries}条，指纹 {}\n名册{deputies}人，上年项目{projects}个\n结转未完成项目{open}个、未办结议案建议{unanswered}件，储备项目{kept}个\n", last.head),
        format!("made {out}: {title}\ngoes on from {before}, entry {entries}, fingerprint {}\n{deputies} deputies, {projects} projects of last year\n{open} unfinished projects and {unanswered} open proposals go over, {kept} projects are kept for later\n", last.head),
    );
    say(&lines.lines().map(|line| visible(line) + "\n").collect::<String>())
}

/// What was typed, and the rest as it was.
fn said(asked: &Next, taken: &NextSession, today: chrono::NaiveDate) -> NextAsked {
    let usual = taken.unchanged();
    let meeting = Meeting {
        held_on: asked.held_on.unwrap_or(today),
        congress: asked.congress.unwrap_or(usual.meeting.congress),
        meeting: asked.meeting.unwrap_or(usual.meeting.meeting),
        all_deputies: asked.all_deputies.unwrap_or(usual.meeting.all_deputies),
        ..usual.meeting
    };
    NextAsked {
        meeting,
        secretary: asked.secretary.clone().unwrap_or(usual.secretary),
        left: asked.left.clone(),
        came: usual.came,
        evaluation: usual.evaluation && !asked.no_evaluation,
    }
}
