//! 会次: the sittings of the sample, who came, and what was decided with hands.

use chrono::NaiveTime;
use session::floor::hands::{self, Motion};
use session::people::Deputy;
use session::sittings::{self, Called, Hung, Item, Leave, Member, Presence, Sitting, SittingKind};
use session::tally::Hands;
use session::{BallotId, Command, HandVoteId, SittingId};

use super::cells::{day, member, members};
use super::{Dated, Doer};
use crate::SampleMeeting;
use crate::sample::{BALLOT, MOTIONS, PRESIDIUM, SITTINGS};
use crate::sample_table::{CellFault, Column, Row, Table, TableError, TableFault};

const NUMBER: Column<'static> = Column::new("会次");
const KIND: Column<'static> = Column::new("种类");
const ON: Column<'static> = Column::new("日期");
const AT: Column<'static> = Column::new("时间");
const CHAIRS: Column<'static> = Column::new("执行主席");
const ITEMS: Column<'static> = Column::new("议程");
const EXCUSED: Column<'static> = Column::new("请假");
const OBSERVERS: Column<'static> = Column::new("列席");
const NAME: Column<'static> = Column::new("姓名");
const VOTE: Column<'static> = Column::new("事项");
const ITEM: Column<'static> = Column::new("议程第几项");
const TITLE: Column<'static> = Column::new("标题");
const AGAINST: Column<'static> = Column::new("反对");
const ABSTAIN: Column<'static> = Column::new("弃权");

/// A sitting with its roll.
struct Held {
    sitting: Sitting,
    roll: Command,
}

/// A motion decided with hands.
struct Decided {
    vote: HandVoteId,
    sitting: SittingId,
    title: String,
    hands: Hands,
}

/// 主席团.
pub(super) fn presidium(deputies: &[Deputy]) -> Result<Vec<Member>, TableError> {
    let table = Table::read(PRESIDIUM.name, PRESIDIUM.text.as_bytes())?;
    table.rows(&[NAME], |row| member(row, NAME, deputies))
}

/// Returns the sittings, the roll of the first, and what is done at the later ones.
pub(super) fn read(
    meeting: &SampleMeeting,
    deputies: &[Deputy],
) -> Result<(Vec<Sitting>, Command, Vec<Dated>), TableError> {
    let presidium = presidium(deputies)?;
    let rolls = Table::read(SITTINGS.name, SITTINGS.text.as_bytes())?;
    let columns = [NUMBER, KIND, ON, AT, CHAIRS, ITEMS, EXCUSED, OBSERVERS];
    let mut held = rolls.rows(&columns, |row| held_of(row, meeting, deputies, &presidium))?;
    let table = Table::read(MOTIONS.name, MOTIONS.text.as_bytes())?;
    let decided = table.rows(&[VOTE, NUMBER, ITEM, TITLE, AGAINST, ABSTAIN], |row| {
        let decided = decided_of(row)?;
        let place = usize::try_from(row.number(ITEM, &(1..=20))?).unwrap_or(1).saturating_sub(1);
        let sitting = held.iter_mut().find(|held| held.sitting.id == decided.sitting);
        let item = sitting.and_then(|held| held.sitting.items.get_mut(place));
        if let Some(item) = item {
            item.of.push(Hung::Motion { vote: decided.vote });
        }
        Ok(decided)
    })?;
    let sittings: Vec<Sitting> = held.iter().map(|held| held.sitting.clone()).collect();
    let first = held.first().map(|held| held.roll.clone());
    let first = first.ok_or_else(|| rolls.refuse(TableFault::NoRows))?;
    let later = held.iter().skip(1);
    let asked = later.flat_map(|held| at_sitting(held, &sittings, &decided)).collect();
    Ok((sittings, first, asked))
}

fn held_of(
    row: &Row<'_>,
    meeting: &SampleMeeting,
    deputies: &[Deputy],
    presidium: &[Member],
) -> Result<Held, TableFault> {
    let kinds = [("全体会议", SittingKind::Plenary), ("主席团会议", SittingKind::Presidium)];
    let (kind, id) = (row.word(KIND, &kinds)?, SittingId(row.number(NUMBER, &(1..=20))?));
    let at = row.needed_text(AT)?;
    let begins = NaiveTime::parse_from_str(&at, "%H:%M").ok();
    let unread =
        || row.fault(AT, CellFault::UnknownWord { text: at.clone(), known: "14:00".into() });
    let begins = Some(begins.ok_or_else(unread)?);
    let excused = members(row, EXCUSED, deputies)?;
    let everybody: Vec<Member> = match kind {
        SittingKind::Presidium => presidium.to_vec(),
        SittingKind::Plenary | SittingKind::Preparatory => {
            deputies.iter().map(Member::of).collect()
        }
    };
    let called = |member: Member| {
        let leave = Presence::Excused { leave: Leave::Personal };
        let presence = if excused.contains(&member) { leave } else { Presence::Present };
        Called { member, presence }
    };
    let roll = sittings::Command::CallRoll {
        sitting: id,
        roll: everybody.into_iter().map(called).collect(),
        observers: row.number(OBSERVERS, &(0..=500))?,
    };
    let sitting = Sitting {
        id,
        kind,
        held_on: day(row, ON)?,
        begins,
        venue: meeting.meeting.venue.clone(),
        chairs: row.text(CHAIRS)?,
        items: items(&row.text(ITEMS)?, meeting),
    };
    Ok(Held { sitting, roll: Command::Sittings(roll) })
}

/// The items of the session where no others are named; the vote hangs on the last of them.
fn items(text: &str, meeting: &SampleMeeting) -> Vec<Item> {
    let item = |text: &str| Item { kind: None, text: text.to_owned(), of: Vec::new() };
    if !text.is_empty() {
        return text.split('；').map(item).collect();
    }
    let mut items: Vec<Item> = meeting.meeting.agenda.iter().map(|text| item(text)).collect();
    let ballot = BallotId(BALLOT.to_owned());
    if let Some(last) = items.last_mut() {
        last.of.push(Hung::Ballot { ballot });
    }
    items
}

fn decided_of(row: &Row<'_>) -> Result<Decided, TableFault> {
    let people = 0..=500;
    let hands = Hands::Minority {
        against: row.number(AGAINST, &people)?,
        abstain: row.number(ABSTAIN, &people)?,
    };
    Ok(Decided {
        vote: HandVoteId(row.number(VOTE, &(1..=20))?),
        sitting: SittingId(row.number(NUMBER, &(1..=20))?),
        title: row.needed_text(TITLE)?,
        hands,
    })
}

/// What is decided is prepared and planned at the sitting before, if that is after the vote; on the
/// day the roll is called, and it is put to the vote.
fn at_sitting(held: &Held, sittings: &[Sitting], decided: &[Decided]) -> Vec<Dated> {
    let Held { sitting, roll } = held;
    let before = sittings.iter().skip(1).rfind(|other| other.id < sitting.id);
    let (on, planned_on) = (sitting.held_on, before.map_or(sitting.held_on, |it| it.held_on));
    let asked = |on, by: Doer, command: Command| Dated { on, by, command };
    let motions = || decided.iter().filter(|one| one.sitting == sitting.id);
    let mut acts: Vec<Dated> = motions()
        .map(|one| {
            let motion = Motion { title: one.title.clone(), ..Motion::default() };
            let prepare = Command::Hand(hands::Command::PrepareMotion { motion });
            asked(planned_on, Doer::Secretary, prepare)
        })
        .collect();
    let planned = sittings.iter().filter(|other| other.id <= sitting.id).cloned().collect();
    let plan = Command::Sittings(sittings::Command::PlanSittings { sittings: planned });
    acts.push(asked(planned_on, Doer::Secretary, plan));
    acts.push(asked(on, Doer::Secretary, roll.clone()));
    for Decided { vote, hands, .. } in motions() {
        let vote = *vote;
        let put = hands::Command::PutMotion { vote, present: None };
        acts.push(asked(on, Doer::Secretary, Command::Hand(put)));
        for teller in [0, 1] {
            let counted = hands::Command::CountHands { vote, hands: *hands };
            acts.push(asked(on, Doer::Teller(teller), Command::Hand(counted)));
        }
        let announce = hands::Command::AnnounceHands { vote };
        acts.push(asked(on, Doer::Secretary, Command::Hand(announce)));
    }
    acts
}
