//! The rules of a count file that go beyond keys and types.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::ops::RangeInclusive;

use tally::{Contest, ContestId, ContestOption, Control, Kind, Section, Sheet};

use super::rule::RulePlace;
use super::shape::{ContestShape, FileShape, KindWord, SectionShape, SheetShape};
use super::{CountFile, CountFileError, CountFileFault, FORMAT, Place};

const CONTROL_NUMBERS: RangeInclusive<u64> = 0..=1_000_000;
const OPTIONS: RangeInclusive<u64> = 1..=500;
const GRADES: RangeInclusive<u64> = 2..=5;

type Checked<T> = Result<T, CountFileError>;

pub(crate) fn checked(file: FileShape) -> Checked<CountFile> {
    let root = Place::Root;
    if file.format != FORMAT {
        return Err(root
            .key("format")
            .refuse(CountFileFault::UnknownFormat { found: format!("{:?}", file.format) }));
    }
    check_control(&root.key("control"), &file.control)?;
    let contests = contests(&root.key("contests"), file.contests)?;
    let sheets_place = root.key("sheets");
    if u32::try_from(file.sheets.len()) != Ok(file.control.returned) {
        let fault = CountFileFault::SheetsDoNotMatch {
            found: file.sheets.len(),
            returned: file.control.returned,
        };
        return Err(sheets_place.refuse(fault));
    }
    let sheets = file
        .sheets
        .into_iter()
        .enumerate()
        .map(|(index, sheet)| checked_sheet(&sheets_place.item(index), &contests, sheet));
    let sheets = sheets.collect::<Checked<_>>()?;
    Ok(CountFile {
        control: file.control,
        valid_if: file.valid_if,
        contests: contests.into_iter().map(|(_, contest)| contest).collect(),
        sheets,
    })
}

fn check_control(place: &Place<'_>, control: &Control) -> Checked<()> {
    let numbers = [
        ("all_deputies", control.all_deputies, 1..=*CONTROL_NUMBERS.end()),
        ("present", control.present, CONTROL_NUMBERS),
        ("printed", control.printed, CONTROL_NUMBERS),
        ("issued", control.issued, CONTROL_NUMBERS),
        ("spoiled", control.spoiled, CONTROL_NUMBERS),
        ("returned", control.returned, CONTROL_NUMBERS),
        ("present", control.present, 0..=control.all_deputies.into()),
    ];
    numbers
        .into_iter()
        .try_for_each(|(key, number, range)| in_range(&place.key(key), number.into(), &range))
}

fn in_range(place: &Place<'_>, found: u64, range: &RangeInclusive<u64>) -> Checked<()> {
    if range.contains(&found) {
        return Ok(());
    }
    Err(place.refuse(CountFileFault::OutOfRange {
        found,
        least: *range.start(),
        most: *range.end(),
    }))
}

fn how_many<T>(things: &[T]) -> u64 {
    u64::try_from(things.len()).unwrap_or(u64::MAX)
}

fn contests(place: &Place<'_>, shapes: Vec<ContestShape>) -> Checked<Vec<(KindWord, Contest)>> {
    let mut ids = BTreeSet::new();
    let mut contests = Vec::new();
    for (index, shape) in shapes.into_iter().enumerate() {
        let place = place.item(index);
        if !ids.insert(shape.id.clone()) {
            return Err(place
                .key("id")
                .refuse(CountFileFault::Twice { value: format!("{:?}", shape.id) }));
        }
        contests.push((shape.kind, contest(&place, shape)?));
    }
    Ok(contests)
}

fn contest(place: &Place<'_>, shape: ContestShape) -> Checked<Contest> {
    check_options(&place.key("options"), &shape.options, shape.kind)?;
    let here = RulePlace { place, kind: shape.kind };
    let rule_place = place.key("rule");
    let at = RulePlace { place: &rule_place, kind: shape.kind };
    here.refuse_any(&[
        ("seats", shape.seats.is_some() && !shape.kind.has_seats()),
        ("grades", shape.grades.is_some() && shape.kind != KindWord::Evaluation),
    ])?;
    let kind = match shape.kind {
        KindWord::Selection => {
            Kind::Selection(shape.rule.seats_rule(at, seats(here, shape.seats)?)?)
        }
        KindWord::Election => Kind::Election(shape.rule.seats_rule(at, seats(here, shape.seats)?)?),
        KindWord::Evaluation => {
            Kind::Evaluation(shape.rule.evaluation_rule(at, grades(here, shape.grades)?)?)
        }
        KindWord::Motion => Kind::Motion(shape.rule.motion_rule(at)?),
    };
    Ok(Contest { id: ContestId(shape.id), title: shape.title, options: shape.options, kind })
}

fn check_options(place: &Place<'_>, options: &[ContestOption], kind: KindWord) -> Checked<()> {
    let range = if kind == KindWord::Motion { 1..=1 } else { OPTIONS };
    in_range(place, how_many(options), &range)?;
    let mut ids = BTreeSet::new();
    match options.iter().position(|option| !ids.insert(&option.id)) {
        Some(index) => {
            let value =
                options.get(index).map(|option| format!("{:?}", option.id.0)).unwrap_or_default();
            Err(place.item(index).key("id").refuse(CountFileFault::Twice { value }))
        }
        None => Ok(()),
    }
}

fn seats(here: RulePlace<'_>, seats: Option<u32>) -> Checked<NonZeroU32> {
    let seats = here.need("seats", seats)?;
    let fault = CountFileFault::OutOfRange { found: seats.into(), least: 1, most: u32::MAX.into() };
    NonZeroU32::new(seats).ok_or_else(|| here.place.key("seats").refuse(fault))
}

pub(crate) fn grades(here: RulePlace<'_>, grades: Option<Vec<String>>) -> Checked<Vec<String>> {
    let grades = here.need("grades", grades)?;
    in_range(&here.place.key("grades"), how_many(&grades), &GRADES)?;
    Ok(grades)
}

fn checked_sheet(
    place: &Place<'_>,
    contests: &[(KindWord, Contest)],
    sheet: SheetShape,
) -> Checked<Sheet> {
    let mut sections: BTreeMap<String, SectionShape> = sheet.0.into_iter().collect();
    let in_order = contests.iter().map(|(kind, contest)| {
        let id = &contest.id.0;
        let section = sections.remove(id).ok_or_else(|| {
            place.refuse(CountFileFault::SectionMissing { contest: format!("{id:?}") })
        })?;
        checked_section(&place.key(id), *kind, contest, section)
    });
    let sheet = in_order.collect::<Checked<Sheet>>()?;
    match sections.keys().next() {
        Some(unknown) => Err(place.key(unknown).refuse(CountFileFault::UnknownContest)),
        None => Ok(sheet),
    }
}

fn checked_section(
    place: &Place<'_>,
    kind: KindWord,
    contest: &Contest,
    section: SectionShape,
) -> Checked<Section> {
    let marks = place.key("marks");
    if section.marks.len() != contest.options.len() {
        let fault = CountFileFault::MarksDoNotMatch {
            found: section.marks.len(),
            expected: contest.options.len(),
        };
        return Err(marks.refuse(fault));
    }
    if let Some(index) = section.marks.iter().position(|mark| !contest.allows(*mark)) {
        return Err(marks.item(index).refuse(CountFileFault::MarkNotAllowed { kind: kind.word() }));
    }
    RulePlace { place, kind }
        .refuse_any(&[("write_ins", section.write_ins.is_some() && !kind.has_seats())])?;
    Ok(section.into())
}
