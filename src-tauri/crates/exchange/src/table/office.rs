//! 登记: proposals and activities of a list, with the deputies they name looked up on the roster. A
//! name that two bear stands with what tells them apart: 李伟（石门村）.

use chrono::NaiveDate;
use session::ProposalId;
use session::people::Deputy;
use session::proposals::{Filing, Period, Sort};
use session::record::{Activity, ActivityKind};
use session::sittings::Member;
use session::written;

use super::fault::{Fault, Place, What};
use super::reading::Row;
use super::typed::{self, Cells};

/// Returns the rows of a list as proposals handed in on a day.
///
/// # Errors
/// Every name that is no deputy's, or several deputies'.
pub(super) fn filings(
    rows: &[Row],
    roster: &[Deputy],
    filed_on: NaiveDate,
    period: Period,
) -> Result<Vec<Filing>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut filings = Vec::new();
    for (row, read) in rows.iter().zip(typed::proposals(rows)) {
        let movers = members(row, "提出人", &read.by, roster, &mut faults);
        let with = members(row, "附议人", &read.with, roster, &mut faults);
        let mut signers = movers.into_iter().chain(with);
        let Some(mover) = signers.next() else { continue };
        // Who moves it and stands among the seconders too signed once.
        let mut seconders: Vec<Member> = Vec::new();
        for member in signers {
            if member != mover && !seconders.contains(&member) {
                seconders.push(member);
            }
        }
        filings.push(Filing {
            id: ProposalId(read.number),
            sort: if read.is_motion { Sort::Bill } else { Sort::Suggestion },
            title: read.title,
            text: read.content,
            mover,
            seconders,
            filed_on,
            period,
        });
    }
    if faults.is_empty() { Ok(filings) } else { Err(faults) }
}

/// Returns a proposal as the cells of the list.
#[must_use]
pub(super) fn filing_cells(filing: &Filing, roster: &[Deputy]) -> Cells {
    let delegation = roster.iter().find(|deputy| Member::of(deputy) == filing.mover);
    let seconders: Vec<String> = filing.seconders.iter().map(|one| named(one, roster)).collect();
    let sort = match filing.sort {
        Sort::Bill => "议案",
        Sort::Suggestion => "建议",
    };
    vec![
        filing.id.to_string(),
        filing.title.clone(),
        sort.to_owned(),
        named(&filing.mover, roster),
        seconders.join("、"),
        delegation.map_or_else(String::new, |deputy| deputy.delegation.clone()),
        filing.text.replace('\n', " "),
        String::new(),
        String::new(),
    ]
}

/// Returns the rows of a list as activities.
///
/// # Errors
/// Every name that is no deputy's, or several deputies'; what is no day.
pub(super) fn activities(rows: &[Row], roster: &[Deputy]) -> Result<Vec<Activity>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut activities = Vec::new();
    for row in rows {
        let on = day(row.get("日期"));
        if on.is_none() {
            let place = Place::column(Some(row.line), "日期");
            let value = row.get("日期").to_owned();
            faults.push(Fault { place, value, what: What::NotADate });
        }
        let who = members(row, "代表", &typed::names(row.get("代表")), roster, &mut faults);
        let kind = KINDS.into_iter().find(|(word, _)| *word == row.get("类别"));
        if let (Some(on), Some((_, kind))) = (on, kind) {
            activities.push(Activity { kind, on, what: row.get("事项").to_owned(), who });
        }
    }
    if faults.is_empty() { Ok(activities) } else { Err(faults) }
}

/// Returns an activity as the cells of the list.
#[must_use]
pub(super) fn activity_cells(activity: &Activity, roster: &[Deputy]) -> Cells {
    let word = KINDS.into_iter().find(|(_, kind)| *kind == activity.kind);
    let who: Vec<String> = activity.who.iter().map(|one| named(one, roster)).collect();
    vec![
        written::day(activity.on),
        word.map_or("", |(word, _)| word).to_owned(),
        activity.what.clone(),
        who.join("、"),
    ]
}

const KINDS: [(&str, ActivityKind); 5] = [
    ("联络站接待", ActivityKind::Station),
    ("走访选民", ActivityKind::Visit),
    ("视察调研", ActivityKind::Inspection),
    ("培训", ActivityKind::Training),
    ("其他", ActivityKind::Other),
];

fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y年%m月%d日").ok()
}

fn members(
    row: &Row,
    column: &str,
    names: &[String],
    roster: &[Deputy],
    faults: &mut Vec<Fault>,
) -> Vec<Member> {
    let mut found: Vec<Member> = Vec::new();
    for name in names {
        match member(name, roster) {
            Ok(member) => found.push(member),
            Err(what) => {
                let place = Place::column(Some(row.line), column);
                faults.push(Fault { place, value: name.clone(), what });
            }
        }
    }
    found
}

fn member(name: &str, roster: &[Deputy]) -> Result<Member, What> {
    let bare = |deputy: &&Deputy| deputy.name == name;
    let noted = |deputy: &&Deputy| {
        !deputy.note.is_empty()
            && [
                format!("{}（{}）", deputy.name, deputy.note),
                format!("{}({})", deputy.name, deputy.note),
            ]
            .iter()
            .any(|noted| noted == name)
    };
    if let Some(deputy) = roster.iter().find(noted) {
        return Ok(Member::of(deputy));
    }
    let mut alike = roster.iter().filter(bare);
    let name = name.to_owned();
    match (alike.next(), alike.next()) {
        (Some(deputy), None) => Ok(Member::of(deputy)),
        (Some(_), Some(_)) => Err(What::SeveralDeputies { name }),
        (None, _) => Err(What::NoSuchDeputy { name }),
    }
}

/// The name, and behind one that two bear what tells them apart.
fn named(member: &Member, roster: &[Deputy]) -> String {
    let twice = roster.iter().filter(|deputy| deputy.name == member.name).count() > 1;
    let note = roster.iter().find(|deputy| Member::of(deputy) == *member).map(|one| &one.note);
    match note.filter(|note| twice && !note.is_empty()) {
        Some(note) => format!("{}（{note}）", member.name),
        None => member.name.clone(),
    }
}
