//! 表决: a row a motion decided without paper; its numbers once they were announced.

use session::floor::hands::{Body, HandOutcome, HandVote, Stage, Way};
use session::tally::HandResult;

use super::{Column, Kind, SESSION, Source, Table, Value, may, needed};

pub(super) const TABLE: Table = Table {
    name: "motions",
    of: [
        "一行是一件举手、表决器或鼓掌表决的事项",
        "a motion decided by hands, keypads or acclamation",
    ],
    key: &["session", "motion"],
    columns: COLUMNS,
    rows,
};

const COLUMNS: &[Column] = &[
    SESSION,
    needed(
        "motion",
        Kind::Number,
        "",
        "序号，会议内从1起",
        "its number, from 1 within the session",
    ),
    needed("title", Kind::Text, "", "事项", "as it was read out"),
    needed(
        "body",
        Kind::Text,
        "",
        "congress 全体会议、presidium 主席团",
        "who votes: congress, presidium",
    ),
    needed(
        "way",
        Kind::Text,
        "",
        "hands 举手、keypads 表决器、acclamation 鼓掌",
        "hands, keypads, acclamation",
    ),
    needed(
        "stage",
        Kind::Text,
        "",
        "prepared 待付表决、put 已付表决、withdrawn 已撤回、announced 已宣布",
        "prepared, put, withdrawn, announced",
    ),
    may(
        "members",
        Kind::Number,
        "people",
        "全体代表，或主席团全体成员",
        "all deputies, or all members of the presidium",
    ),
    may("present", Kind::Number, "people", "实到", "present"),
    may("votes_for", Kind::Number, "votes", "赞成", "for"),
    may("votes_against", Kind::Number, "votes", "反对", "against"),
    may("abstain", Kind::Number, "votes", "弃权", "abstentions"),
    may("needed", Kind::Number, "votes", "所需票数", "approvals needed"),
    may("passed", Kind::Truth, "", "是否通过", "whether it passed"),
    may("announced_at", Kind::Moment, "", "宣布时间", "when it was announced"),
];

fn rows(of: &Source<'_>) -> Vec<Vec<Value>> {
    of.session.hand_votes().iter().map(|vote| row(of, vote)).collect()
}

fn row(of: &Source<'_>, vote: &HandVote) -> Vec<Value> {
    let motion = vote.motion();
    let announced = vote.announced();
    let count = vote.count().filter(|_| announced.is_some());
    let result = announced.and_then(|announced| counted(announced.outcome));
    let body = match motion.body {
        Body::Congress => "congress",
        Body::Presidium { .. } => "presidium",
    };
    let way = match motion.way {
        Way::Hands { .. } => "hands",
        Way::Keypads { .. } => "keypads",
        Way::Acclamation => "acclamation",
    };
    vec![
        of.opening.into(),
        vote.id().0.into(),
        (&motion.title).into(),
        body.into(),
        way.into(),
        stage(vote.stage()).into(),
        count.map(|count| count.all).into(),
        count.map(|count| count.present).into(),
        result.map(|result| result.for_).into(),
        result.map(|result| result.against).into(),
        result.map(|result| result.abstain).into(),
        result.and_then(|result| result.needed).into(),
        announced.map(|announced| announced.outcome.passed()).into(),
        announced.map(|announced| announced.at).into(),
    ]
}

const fn counted(outcome: HandOutcome) -> Option<HandResult> {
    match outcome {
        HandOutcome::Counted { result } => Some(result),
        HandOutcome::Acclaimed { .. } => None,
    }
}

const fn stage(stage: &Stage) -> &'static str {
    match stage {
        Stage::Prepared => "prepared",
        Stage::Put => "put",
        Stage::Withdrawn(_) => "withdrawn",
        Stage::Announced(_) => "announced",
    }
}
