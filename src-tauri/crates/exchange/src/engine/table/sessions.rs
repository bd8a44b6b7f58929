//! 会议: a row a session file.

use session::floor::meeting::{BaseOf, Meeting};

use super::{Column, Kind, SESSION, Source, Table, Value, may, needed};

pub(super) const TABLE: Table = Table {
    name: "sessions",
    of: ["一行是一次会议", "a session"],
    key: &["session"],
    columns: COLUMNS,
    rows,
};

const COLUMNS: &[Column] = &[
    SESSION,
    needed("file", Kind::Text, "", "会议文件名", "name of its file"),
    needed("title", Kind::Text, "", "会议全称", "its full title"),
    needed("place", Kind::Text, "", "乡镇", "the township"),
    may("county", Kind::Text, "", "上级", "the county or district above it"),
    needed("congress", Kind::Number, "", "届", "which congress"),
    needed("meeting", Kind::Number, "", "次", "which meeting of it"),
    needed("held_on", Kind::Day, "", "会议日期", "day of the vote"),
    needed(
        "all_deputies",
        Kind::Number,
        "people",
        "全体代表",
        "all deputies, the base of articles 14 and 25",
    ),
    needed(
        "base_of",
        Kind::Text,
        "",
        "全体代表的口径：typed 未注明、sitting 实有代表、quota 代表名额",
        "what that number counts: typed (not said), sitting, quota",
    ),
    needed("listed", Kind::Number, "people", "名册人数", "deputies on the roster"),
    needed("observers", Kind::Number, "people", "列席人数", "observers listed"),
    may(
        "present",
        Kind::Number,
        "people",
        "最近一次清点的实到",
        "deputies present when they were counted last",
    ),
    needed("entries", Kind::Number, "entries", "记录条数", "entries of the journal"),
    needed("head", Kind::Text, "", "记录最后一条的指纹", "fingerprint of the last entry"),
    may("sealed_at", Kind::Moment, "", "封存时间", "when it was sealed"),
    may("last_session", Kind::Text, "", "接续的上次会议", "the session it goes on from"),
    may(
        "last_entries",
        Kind::Number,
        "entries",
        "接在上次会议第几条之后",
        "the entry there that it goes on from",
    ),
    may("last_head", Kind::Text, "", "那一条的指纹", "fingerprint of that entry"),
];

fn rows(of: &Source<'_>) -> Vec<Vec<Value>> {
    let session = of.session;
    let Some(meeting) = session.meeting() else { return Vec::new() };
    let Meeting { place, county, congress, meeting: number, held_on, all_deputies, .. } = meeting;
    let last = session.last();
    vec![vec![
        of.opening.into(),
        of.file.into(),
        meeting.title().into(),
        place.into(),
        county.into(),
        (*congress).into(),
        (*number).into(),
        (*held_on).into(),
        (*all_deputies).into(),
        base(meeting.base_of).into(),
        session.people().deputies().len().into(),
        session.people().observers().len().into(),
        session.attendance().map(|counted| counted.present).into(),
        session.seq().into(),
        of.head.into(),
        session.sealing().map(|sealing| sealing.at).into(),
        last.map(|last| &last.opening).into(),
        last.map(|last| last.entries).into(),
        last.map(|last| &last.head).into(),
    ]]
}

const fn base(of: BaseOf) -> &'static str {
    match of {
        BaseOf::Typed => "typed",
        BaseOf::Sitting => "sitting",
        BaseOf::Quota => "quota",
    }
}
