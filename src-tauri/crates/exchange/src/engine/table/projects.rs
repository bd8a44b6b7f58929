//! 项目: a row for every project on record, with what was announced of it and how far it has come.

use session::ProjectId;
use session::Session;
use session::projects::{Project, Standing, State, Voted, Way};
use session::round::Stage;
use session::round::result::Outcome;

use super::options::facts;
use super::{Column, Kind, SESSION, Source, Table, Value, may, needed};

pub(super) const TABLE: Table = Table {
    name: "projects",
    of: ["一行是一个项目，从征集起", "a project, from the day it is collected"],
    key: &["session", "project"],
    columns: COLUMNS,
    rows,
};

pub(super) const PROJECT: Column = needed(
    "project",
    Kind::Number,
    "",
    "项目编号，会议内从1起",
    "its number, from 1 within the session",
);

const COLUMNS: &[Column] = &[
    SESSION,
    PROJECT,
    needed("name", Kind::Text, "", "名称，按现在所知", "its name, as it is known now"),
    may("place", Kind::Text, "", "实施地点", "where"),
    may("content", Kind::Text, "", "建设内容", "what is to be built or done"),
    may("investment", Kind::Number, "yuan", "投资", "estimated cost"),
    may("funding", Kind::Text, "", "资金来源", "where the money comes from"),
    may("unit", Kind::Text, "", "责任单位", "the unit that carries it out"),
    may("person", Kind::Text, "", "责任人", "who answers for it"),
    may("deadline", Kind::Text, "", "完成时限，原文", "until when, as written"),
    may("due_on", Kind::Day, "", "完成时限的最后一天", "the last day of that, where it names one"),
    needed(
        "way",
        Kind::Text,
        "",
        "提出方式：visit 代表走访、station 联络站、online 线上、other 其他",
        "how it came in: visit, station, online, other",
    ),
    needed("collected_on", Kind::Day, "", "征集登记日期", "when it was put on record"),
    needed(
        "standing",
        Kind::Text,
        "",
        "collected 待筛选、merged 已合并、kept 储备、left_out 未采纳、candidate 候选、not_chosen 未通过、going 实施中、suspended 已暂停、ended 已终止、completed 已完成",
        "collected, merged, kept, left_out, candidate, not_chosen, going, suspended, ended, completed",
    ),
    may("into_project", Kind::Number, "", "并入的项目编号", "the project it became part of"),
    may("round", Kind::Number, "", "决定它的一轮", "the round that decided on it"),
    may("votes_for", Kind::Number, "votes", "赞成", "for"),
    may(
        "chosen_by",
        Kind::Text,
        "",
        "结转的：原票决会议全称",
        "of one that went over: full title of the session that chose it",
    ),
    may("percent", Kind::Number, "per cent", "进度，票决通过后才有", "how far it is, once chosen"),
    may("paid", Kind::Number, "yuan", "已支付", "what is paid"),
    needed("changes", Kind::Number, "", "调整次数", "how often it was changed"),
    may("completed_on", Kind::Day, "", "完成日期", "when it was done"),
    may("explained", Kind::Text, "", "未完成的原因", "why it is not done"),
];

fn rows(of: &Source<'_>) -> Vec<Vec<Value>> {
    let voted = of.session.voted();
    let told: Vec<&Voted> = voted.iter().filter(|one| announced(of.session, one)).collect();
    let standings = of.session.standings().into_iter();
    standings.map(|(project, standing)| row(of, project, standing, &told)).collect()
}

fn announced(session: &Session, voted: &Voted) -> bool {
    session.round(voted.round).is_ok_and(|round| matches!(round.stage(), Stage::Announced(..)))
}

fn row(of: &Source<'_>, project: &Project, standing: Standing, told: &[&Voted]) -> Vec<Value> {
    let own: Vec<&&Voted> = told.iter().filter(|one| one.project == project.id()).collect();
    let deciding = own.iter().find(|one| one.outcome == Outcome::Chosen).or(own.last());
    let carried = project.carried();
    // What was only certified is not told yet.
    let is_told = deciding.is_some() || carried.is_some();
    let voted_on = matches!(
        standing,
        Standing::NotChosen
            | Standing::Going
            | Standing::Suspended
            | Standing::Ended
            | Standing::Completed
    );
    let standing = if voted_on && !is_told { Standing::Candidate } else { standing };
    let (facts_now, course) = (project.facts(), project.course());
    let chosen = standing.is_chosen();
    let held_on = of.session.meeting().map(|meeting| meeting.held_on);
    let due = held_on.and_then(|on| project.due(on, chrono::NaiveDate::MAX));
    let mut row = vec![
        of.opening.into(),
        project.id().0.into(),
        (&facts_now.name).into(),
        (&facts_now.place).into(),
    ];
    row.extend(facts(Some(&facts_now.project)));
    row.extend([
        due.into(),
        way(project.proposer().way).into(),
        project.collected_on().into(),
        word(standing).into(),
        into(project).map(|id| id.0).into(),
        deciding.map(|one| one.round.0).into(),
        deciding.map(|one| one.votes).or(carried.map(|it| it.chosen.votes)).into(),
        carried.map(|it| &it.chosen.session).into(),
        chosen.then(|| course.percent()).into(),
        chosen.then(|| course.paid()).into(),
        course.changes().len().into(),
        course.completion().map(|done| done.on).into(),
        course.explanations().last().map(|explained| &explained.why).into(),
    ]);
    row
}

fn into(project: &Project) -> Option<ProjectId> {
    match project.state() {
        State::Merged { into } => Some(*into),
        State::Collected | State::Candidate | State::Kept | State::LeftOut | State::CarriedOver => {
            None
        }
    }
}

const fn way(way: Way) -> &'static str {
    match way {
        Way::Visit => "visit",
        Way::Station => "station",
        Way::Online => "online",
        Way::Other => "other",
    }
}

const fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Collected => "collected",
        Standing::Merged => "merged",
        Standing::Kept => "kept",
        Standing::LeftOut => "left_out",
        Standing::Candidate => "candidate",
        Standing::NotChosen => "not_chosen",
        Standing::Going => "going",
        Standing::Suspended => "suspended",
        Standing::Ended => "ended",
        Standing::Completed => "completed",
    }
}
