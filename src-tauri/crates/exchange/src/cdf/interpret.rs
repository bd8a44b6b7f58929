//! A section as it is counted: the snapshot that a tabulator who knows nothing of our rules may add
//! up.

use tally::{
    Contest, Doubt, Kind, Mark, OptionCount, Section, SectionRuling, Tally, WriteInCount,
    doubts_of_sheet,
};

use super::shape::{Answer, CvrSection, Row, SectionStatus, SectionTag};
use super::write::{RULED_VOID, contest_id, row, write_in_row};

/// Returns how each section of `sheet` is counted. `tally` knows the contests and holds no sheet,
/// before and after.
pub(super) fn interpreted(
    contests: &[Contest],
    tally: &mut Tally,
    sheet: &[Section],
) -> Vec<CvrSection> {
    tally.add(sheet);
    let doubts = doubts_of_sheet(contests, sheet);
    let sections = contests.iter().zip(sheet).zip(doubts).enumerate().map(
        |(index, ((contest, section), doubts))| {
            let over_cap = doubts.iter().any(|doubt| matches!(doubt, Doubt::OverCap { .. }));
            let counted = Counted {
                index,
                contest,
                rows: tally.rows(index),
                write_ins: tally.write_ins(index),
                void: tally.void(index) > 0,
                ruled_void: section.ruling == Some(SectionRuling::Void),
                over_cap,
            };
            counted.section()
        },
    );
    let sections = sections.collect();
    tally.remove(sheet);
    sections
}

struct Counted<'a> {
    index: usize,
    contest: &'a Contest,
    rows: Vec<OptionCount>,
    write_ins: Vec<WriteInCount>,
    void: bool,
    ruled_void: bool,
    over_cap: bool,
}

impl Counted<'_> {
    fn section(&self) -> CvrSection {
        let rows = if self.void { Vec::new() } else { self.counted_rows() };
        let seats = self.contest.seats_rule().map(|rule| rule.seats.get());
        let lost = |votes: u32, when: bool| if when { votes } else { 0 };
        let left = seats.map_or(0, |seats| seats.saturating_sub(self.approvals()));
        CvrSection {
            tag: SectionTag::Is,
            contest_id: contest_id(self.index),
            status: self.status(left > 0),
            other_status: self.ruled_void.then(|| RULED_VOID.to_owned()),
            overvotes: seats.map(|seats| lost(seats, self.void && self.over_cap)),
            undervotes: seats.map(|_| lost(left, !self.void)),
            write_ins: seats.map(|_| self.write_ins.len()),
            rows,
        }
    }

    fn approvals(&self) -> u32 {
        self.rows
            .iter()
            .map(|row| row.for_)
            .sum::<u32>()
            .saturating_add(self.write_ins.iter().map(|name| name.for_).sum())
    }

    fn status(&self, votes_left: bool) -> Vec<SectionStatus> {
        let all_abstained = self.rows.iter().all(|row| row.abstain > 0);
        let which = [
            (self.ruled_void, SectionStatus::Other),
            (self.void && !self.ruled_void, SectionStatus::InvalidatedRules),
            (self.over_cap, SectionStatus::Overvoted),
            (!self.void && !self.over_cap && votes_left, SectionStatus::Undervoted),
            (!self.void && all_abstained && self.write_ins.is_empty(), SectionStatus::NotIndicated),
        ];
        which.into_iter().filter_map(|(is, status)| is.then_some(status)).collect()
    }

    fn counted_rows(&self) -> Vec<Row> {
        let rows = self.rows.iter().enumerate().map(|(option, count)| {
            let mark = self.counted_as(count);
            let is_vote = match mark {
                Some(Mark::Abstain | Mark::Against) => self.contest.seats_rule().is_none(),
                Some(Mark::For | Mark::Grade(_)) => true,
                Some(Mark::Blank | Mark::Illegible | Mark::Multiple) | None => false,
            };
            let allocable = if is_vote { Answer::Yes } else { Answer::No };
            row(self.index, self.contest, option, mark, Some(allocable))
        });
        let write_ins = self
            .write_ins
            .iter()
            .map(|counted| write_in_row(self.index, &counted.name, true, Some(Answer::Yes)));
        rows.chain(write_ins).collect()
    }

    /// The mark that a row comes to; none if it is void.
    fn counted_as(&self, count: &OptionCount) -> Option<Mark> {
        let grades = match &self.contest.kind {
            Kind::Evaluation(rule) => rule.grades.len(),
            Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => 0,
        };
        let grade = count
            .grades
            .iter()
            .take(grades)
            .position(|&votes| votes > 0)
            .and_then(|grade| u8::try_from(grade).ok());
        let words = [
            (count.for_, Mark::For),
            (count.against, Mark::Against),
            (count.abstain, Mark::Abstain),
        ];
        grade
            .map(Mark::Grade)
            .or_else(|| words.into_iter().find(|(votes, _)| *votes > 0).map(|(_, mark)| mark))
    }
}
