//! 履职: the facts of the papers about what deputies did.

use session::floor::meeting::Meeting;
use session::record::{Deed, DeedKind, DeputyRecord, PointsRule};
use session::views::office_words as words;
use session::{Session, number};

use super::meeting;
use super::twice::Twice;
use crate::data::record::{DeedFacts, OfRecord, RecordFacts};

/// Returns what a paper about one deputy may say, or about all of them.
pub(super) fn of_record(session: &Session, named: &Meeting, deputy: Option<u32>) -> OfRecord {
    let records = session.deputy_records();
    let wanted =
        |record: &&DeputyRecord<'_>| deputy.is_none_or(|number| record.deputy.number == number);
    let deputies: Vec<RecordFacts> =
        records.iter().filter(wanted).map(|record| facts(session, record)).collect();
    let days = || records.iter().flat_map(|record| record.deeds.iter().map(|deed| deed.on));
    let mut ranked = deputies.clone();
    ranked.sort_by_key(|facts| facts.rank);
    OfRecord {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        since: days().min(),
        until: days().max(),
        pointed: !session.record().points().is_empty(),
        rules: session.record().points().iter().map(rule).collect(),
        deputies,
        ranked,
    }
}

fn rule(rule: &PointsRule) -> String {
    let most = rule.most.map_or_else(String::new, |most| format!("，最高{most}分"));
    format!("{}每次{}分{most}", words::deed(rule.kind), rule.each)
}

fn facts(session: &Session, record: &DeputyRecord<'_>) -> RecordFacts {
    use DeedKind as Kind;
    let count = |kind| record.count(kind);
    let of = |kinds: &[Kind]| {
        let own = record.deeds.iter().filter(|deed| kinds.contains(&deed.kind));
        own.map(deed).collect::<Vec<DeedFacts>>()
    };
    let meetings = of(&[Kind::Attended, Kind::InPart, Kind::Excused, Kind::Absent]);
    RecordFacts {
        facts: meeting::deputy(record.deputy, &Twice::on_the_roster(session)),
        sittings: number(meetings.len()),
        attended: count(Kind::Attended),
        in_part: count(Kind::InPart),
        excused: count(Kind::Excused),
        absent: count(Kind::Absent),
        bills: count(Kind::MovedBill),
        suggestions: count(Kind::MovedSuggestion),
        seconded: count(Kind::Seconded),
        supervised: count(Kind::OnWatch).saturating_add(count(Kind::SiteVisit)),
        stations: count(Kind::Station),
        visits: count(Kind::Visit),
        inspections: count(Kind::Inspection),
        trainings: count(Kind::Training),
        others: count(Kind::OtherActivity),
        points: record.points,
        rank: record.rank,
        meetings,
        proposals: of(&[Kind::MovedBill, Kind::MovedSuggestion, Kind::Seconded]),
        activities: of(&[
            Kind::OnWatch,
            Kind::SiteVisit,
            Kind::Station,
            Kind::Visit,
            Kind::Inspection,
            Kind::Training,
            Kind::OtherActivity,
        ]),
    }
}

fn deed(deed: &Deed) -> DeedFacts {
    DeedFacts { date: deed.on, kind: words::deed(deed.kind).to_owned(), what: deed.what.clone() }
}

/// Returns what was noted of each activity.
pub(crate) fn texts(session: &Session) -> Vec<String> {
    session.record().activities().iter().map(|(_, activity)| activity.what.clone()).collect()
}
