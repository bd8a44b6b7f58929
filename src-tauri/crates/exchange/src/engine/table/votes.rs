//! 轮次: a row each time a ballot was handed out. What came out of a box counts once it was
//! announced, or the vote broken off.

use session::round::{Collected, Round, RoundKind, Stage};

use super::{Column, Kind, ROUND, SESSION, Source, Table, Value, may, needed};

pub(super) const TABLE: Table = Table {
    name: "votes",
    of: ["一行是一种票的一轮投票", "a round: one issue and collection of a ballot"],
    key: &["session", "round"],
    columns: COLUMNS,
    rows,
};

const COLUMNS: &[Column] = &[
    SESSION,
    ROUND,
    needed("ballot", Kind::Text, "", "票种", "the ballot, unique in the session"),
    needed("title", Kind::Text, "", "票的标题", "title of the ballot"),
    needed(
        "kind",
        Kind::Text,
        "",
        "first 首次、redo 重新投票、again 重新发票、runoff 再次投票、further 另行选举",
        "first, redo (the vote before was void), again (broken off), runoff, further",
    ),
    may("follows", Kind::Number, "", "接哪一轮", "the round it follows"),
    needed(
        "stage",
        Kind::Text,
        "",
        "voting 投票、collected 已开箱、void 无效、counting 计票、certified 已核定、announced 已宣布、broken_off 中止",
        "voting, collected, void, counting, certified, announced, broken_off",
    ),
    needed("all_deputies", Kind::Number, "people", "全体代表", "all deputies"),
    needed("quorum", Kind::Number, "people", "法定人数", "deputies that must be present"),
    needed("present", Kind::Number, "people", "实到", "deputies present"),
    needed("printed", Kind::Number, "sheets", "印制", "ballots printed"),
    needed("issued", Kind::Number, "sheets", "发出", "ballots handed out"),
    may("spoiled", Kind::Number, "sheets", "划错换票", "spoiled and replaced"),
    may("returned", Kind::Number, "sheets", "收回", "returned"),
    may("valid", Kind::Truth, "", "投票是否有效", "whether the vote is valid"),
    may(
        "certified_at",
        Kind::Moment,
        "",
        "核定时间，宣布后才有",
        "when the count was certified, once it was announced",
    ),
];

fn rows(of: &Source<'_>) -> Vec<Vec<Value>> {
    of.session.rounds().iter().map(|round| row(of, round)).collect()
}

fn row(of: &Source<'_>, round: &Round) -> Vec<Value> {
    let ballot = round.ballot();
    let (kind, follows) = kind(round.kind());
    let (stage, told, valid) = stage(round.stage());
    let certified = round.certificate().filter(|_| stage == "announced");
    vec![
        of.opening.into(),
        round.id().0.into(),
        (&ballot.id.0).into(),
        (&ballot.title).into(),
        kind.into(),
        follows.into(),
        stage.into(),
        round.all_deputies().into(),
        ballot.quorum_of(round.all_deputies()).into(),
        round.present().into(),
        round.printed().into(),
        round.issued().into(),
        told.map(|told| told.spoiled).into(),
        told.map(|told| told.returned).into(),
        valid.into(),
        certified.map(|certificate| certificate.at).into(),
    ]
}

const fn kind(kind: RoundKind) -> (&'static str, Option<u32>) {
    match kind {
        RoundKind::First => ("first", None),
        RoundKind::Redo { of } => ("redo", Some(of.0)),
        RoundKind::Again { of } => ("again", Some(of.0)),
        RoundKind::Runoff { of } => ("runoff", Some(of.0)),
        RoundKind::Further { of } => ("further", Some(of.0)),
    }
}

/// How far it has come, with what may be told of the box by then.
fn stage(stage: &Stage) -> (&'static str, Option<Collected>, Option<bool>) {
    match stage {
        Stage::Voting => ("voting", None, None),
        Stage::Void(_) | Stage::Collected(_) => ("collected", None, None),
        Stage::Voided(collected) => ("void", Some(*collected), Some(false)),
        Stage::Counting(collected) => ("counting", Some(*collected), Some(true)),
        Stage::Certified(collected, _) => ("certified", Some(*collected), Some(true)),
        Stage::Announced(collected, _) => ("announced", Some(*collected), Some(true)),
        Stage::BrokenOff(collected, _) => ("broken_off", *collected, None),
    }
}
