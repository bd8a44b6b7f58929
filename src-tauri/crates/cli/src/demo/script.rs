//! The sample's day, step by step: who does what, and how long it takes. What stands around it is
//! in [`super::year`].

use std::collections::BTreeMap;

use chrono::NaiveDate;
use exchange::sample_ballots::Found;
use exchange::{KeyedSheet, PaperRuling, Sample};
use session::ballot::Ballot;
use session::floor::hall;
use session::floor::hall::Scene;
use session::paper::PaperKind;
use session::people::Role;
use session::round::keying::{Place, SectionReading};
use session::round::ruling::{RowRead, SectionPlace, SheetPlace, Verdict};
use session::round::{RoundKind, keying, ruling};
use session::{BundleNo, Command, Pass, PersonId, RoundId, number, round, sittings};

use super::progress::Stage;
use crate::trouble::Trouble;

/// The sample votes once.
const ROUND: RoundId = RoundId(1);
const CONTEST: u32 = 0;

/// One thing somebody does.
pub(crate) struct Step {
    pub(crate) stage: Stage,
    pub(crate) when: When,
    pub(crate) by: PersonId,
    pub(crate) act: Act,
}

/// When something is done.
#[derive(Clone, Copy)]
pub(crate) enum When {
    /// So many seconds after the step before.
    After(u32),
    /// At this hour of a day, or as soon afterwards as can be.
    On(NaiveDate, u32),
}

pub(crate) enum Act {
    /// All of it at one moment.
    Perform(Vec<Command>),
    Print(PaperKind),
}

/// Returns the whole year, the day of the vote in the middle.
pub(crate) fn script(sample: &Sample) -> Result<Vec<Step>, Trouble> {
    let mut day = Day { staff: Staff::of(sample)?, ballot: sample.ballot(), steps: Vec::new() };
    day.collect(sample);
    day.prepare(sample);
    day.vote(sample);
    day.key(sample)?;
    day.rule(sample)?;
    day.conclude();
    day.carry_out(sample)?;
    Ok(day.steps)
}

/// Everybody with a role.
pub(super) struct Staff {
    pub(super) secretary: PersonId,
    chief: PersonId,
    pub(super) tellers: Vec<PersonId>,
    by_name: BTreeMap<String, PersonId>,
}

impl Staff {
    pub(super) fn of(sample: &Sample) -> Result<Self, Trouble> {
        let one = |role: Role| {
            sample
                .staff_with(role)
                .map(|staff| staff.id.clone())
                .ok_or_else(|| incomplete(&format!("no {role:?}")))
        };
        let staff = || sample.staff.iter().map(|row| &row.staff);
        Ok(Self {
            secretary: one(Role::Secretary)?,
            chief: one(Role::ChiefScrutineer)?,
            tellers: staff()
                .filter(|person| person.role == Role::Teller)
                .map(|person| person.id.clone())
                .collect(),
            by_name: staff().map(|person| (person.name.clone(), person.id.clone())).collect(),
        })
    }

    fn named(&self, name: &str) -> Result<PersonId, Trouble> {
        self.by_name
            .get(name)
            .cloned()
            .ok_or_else(|| incomplete(&format!("{name} is not on the staff")))
    }

    /// Who keys a bundle: the tellers in turn, and never the same one in both passes.
    fn teller(&self, bundle: BundleNo, pass: Pass) -> Result<PersonId, Trouble> {
        let turn = match pass {
            Pass::First => 0,
            Pass::Second => self.tellers.len() / 2,
        };
        let place = usize::try_from(bundle.0)
            .unwrap_or(0)
            .saturating_add(turn)
            .checked_rem(self.tellers.len());
        place
            .and_then(|place| self.tellers.get(place))
            .cloned()
            .ok_or_else(|| incomplete("no tellers"))
    }
}

pub(super) struct Day {
    pub(super) staff: Staff,
    pub(super) ballot: Ballot,
    pub(super) steps: Vec<Step>,
}

impl Day {
    fn add(&mut self, stage: Stage, seconds: u32, by: &PersonId, command: Command) {
        self.together(stage, When::After(seconds), by, vec![command]);
    }

    pub(super) fn together(
        &mut self,
        stage: Stage,
        when: When,
        by: &PersonId,
        commands: Vec<Command>,
    ) {
        self.steps.push(Step { stage, when, by: by.clone(), act: Act::Perform(commands) });
    }

    fn secretary(&mut self, stage: Stage, seconds: u32, command: Command) {
        let secretary = self.staff.secretary.clone();
        self.add(stage, seconds, &secretary, command);
    }

    fn round(&mut self, stage: Stage, seconds: u32, command: round::Command) {
        self.secretary(stage, seconds, Command::Round(command));
    }

    pub(super) fn show(&mut self, stage: Stage, scene: Scene) {
        self.secretary(stage, 5, Command::Hall(hall::Command::ShowInHall { scene }));
    }

    fn print(&mut self, stage: Stage, of: PaperKind) {
        let by = self.staff.secretary.clone();
        self.steps.push(Step { stage, when: When::After(30), by, act: Act::Print(of) });
    }

    pub(super) fn print_all(&mut self, stage: Stage, papers: impl IntoIterator<Item = PaperKind>) {
        for of in papers {
            self.print(stage, of);
        }
    }

    fn prepare(&mut self, sample: &Sample) {
        let held_on = sample.meeting.meeting.held_on;
        let secretary = self.staff.secretary.clone();
        let sittings = sample.year.sittings.iter().take(1).cloned().collect();
        let members = sample.year.presidium.clone();
        let before = [
            Command::Sittings(sittings::Command::NamePresidium { members }),
            Command::Sittings(sittings::Command::PlanSittings { sittings }),
        ];
        self.together(Stage::Prepare, When::On(held_on, 14), &secretary, before.to_vec());
        self.show(Stage::Prepare, Scene::Welcome);
        let ballot = || self.ballot.id.clone();
        let printed = [
            PaperKind::Agenda,
            PaperKind::Roster,
            PaperKind::SignInBook,
            PaperKind::CountingStaff,
            PaperKind::HostScript,
            PaperKind::Rules { ballot: ballot() },
            PaperKind::Ballot { ballot: ballot() },
            PaperKind::TallySheet { ballot: ballot() },
        ];
        self.print_all(Stage::Print, printed);
        self.show(Stage::Print, Scene::Agenda { page: 0 });
    }

    fn vote(&mut self, sample: &Sample) {
        let control = sample.meeting.control;
        let ballot = self.ballot.id.clone();
        self.secretary(Stage::Attendance, 600, sample.year.first_roll.clone());
        self.show(Stage::Attendance, Scene::Attendance);
        self.show(Stage::Attendance, Scene::Options { ballot: ballot.clone(), page: 0 });
        self.show(Stage::Attendance, Scene::HowToMark { ballot: ballot.clone() });

        let open = round::Command::OpenRound {
            ballot,
            kind: RoundKind::First,
            printed: control.printed,
            issued: control.issued,
        };
        self.round(Stage::Issue, 300, open);
        self.show(Stage::Issue, Scene::Voting { round: ROUND });
        self.round(
            Stage::Collect,
            900,
            round::Command::Collect {
                round: ROUND,
                spoiled: control.spoiled,
                returned: control.returned,
            },
        );
        self.round(Stage::Collect, 60, round::Command::AnnounceCollection { round: ROUND });
        self.show(Stage::Collect, Scene::Collection { round: ROUND });
        self.print_all(
            Stage::Collect,
            [PaperKind::CollectionReport { round: ROUND }, PaperKind::BundleSlips { round: ROUND }],
        );
    }

    fn key(&mut self, sample: &Sample) -> Result<(), Trouble> {
        self.show(Stage::Keying, Scene::Counting { round: ROUND, page: 0 });
        let last = sample.first_keying.iter().map(|sheet| sheet.bundle.0).max().unwrap_or(0);
        for bundle in (1..=last).map(BundleNo) {
            self.key_bundle(Pass::First, bundle, &sample.first_keying)?;
            self.key_bundle(Pass::Second, bundle, &sample.second_keying)?;
        }
        Ok(())
    }

    fn key_bundle(
        &mut self,
        pass: Pass,
        bundle: BundleNo,
        keyed: &[KeyedSheet],
    ) -> Result<(), Trouble> {
        let teller = self.staff.teller(bundle, pass)?;
        let place = Place { round: ROUND, pass, bundle };
        let keying = |command| Command::Keying(command);
        self.add(Stage::Keying, 10, &teller, keying(keying::Command::TakeBundle { place }));
        for sheet in keyed.iter().filter(|sheet| sheet.bundle == bundle) {
            let reading =
                vec![SectionReading { marks: sheet.marks.clone(), ..SectionReading::default() }];
            self.add(
                Stage::Keying,
                6,
                &teller,
                keying(keying::Command::KeySheet { place, sheet: sheet.sheet, reading }),
            );
        }
        self.add(Stage::Keying, 2, &teller, keying(keying::Command::CloseBundle { place }));
        Ok(())
    }

    /// Differences first: what stands on the paper decides whether a section is doubtful.
    fn rule(&mut self, sample: &Sample) -> Result<(), Trouble> {
        for (place, rulings) in by_sheet(&sample.rulings) {
            let rows: Vec<RowRead> = rulings.iter().filter_map(|ruling| row_read(ruling)).collect();
            if let Some(first) = rulings.first().filter(|_| !rows.is_empty()) {
                let scrutineer = self.staff.named(&first.ruled_by)?;
                let command = ruling::Command::RuleDifference {
                    round: ROUND,
                    place,
                    rows,
                    names: Vec::new(),
                };
                self.add(Stage::Rulings, 20, &scrutineer, Command::Ruling(command));
            }
        }
        for ruling in &sample.rulings {
            if let Found::Section { valid } = ruling.found {
                let verdict = if valid { Verdict::AsProposed } else { Verdict::Void };
                let sections = vec![SectionPlace { place: place_of(ruling), contest: CONTEST }];
                let chief = self.staff.named(&ruling.ruled_by)?;
                let command = ruling::Command::RuleSections {
                    round: ROUND,
                    sections,
                    verdict,
                    reason: ruling.reason.clone(),
                };
                self.add(Stage::Rulings, 20, &chief, Command::Ruling(command));
            }
        }
        Ok(())
    }

    fn conclude(&mut self) {
        let chief = self.staff.chief.clone();
        self.add(
            Stage::Certify,
            60,
            &chief,
            Command::Round(round::Command::Certify { round: ROUND }),
        );
        self.print(Stage::Report, PaperKind::CountReport { round: ROUND });
        self.round(Stage::Announce, 300, round::Command::AnnounceResult { round: ROUND });
        self.show(Stage::Announce, Scene::Result { round: ROUND, page: 0 });
        self.show(Stage::Announce, Scene::Elected { round: ROUND, page: 0 });
        let decided = [
            PaperKind::ChosenList { round: ROUND },
            PaperKind::Decision { round: ROUND },
            PaperKind::Notice { round: ROUND },
            PaperKind::FilingReport { round: ROUND },
        ];
        self.print_all(Stage::Decision, decided);
        let closed = [
            PaperKind::SealCover { round: ROUND },
            PaperKind::SealStrip { round: ROUND },
            PaperKind::Minutes,
            PaperKind::Summary,
        ];
        self.print_all(Stage::Record, closed);
    }
}

fn by_sheet(rulings: &[PaperRuling]) -> BTreeMap<SheetPlace, Vec<&PaperRuling>> {
    let mut sheets: BTreeMap<SheetPlace, Vec<&PaperRuling>> = BTreeMap::new();
    for ruling in rulings {
        sheets.entry(place_of(ruling)).or_default().push(ruling);
    }
    sheets
}

fn place_of(ruling: &PaperRuling) -> SheetPlace {
    SheetPlace { bundle: ruling.bundle, sheet: ruling.sheet }
}

fn row_read(ruling: &PaperRuling) -> Option<RowRead> {
    match ruling.found {
        Found::Row { row, mark } => Some(RowRead { contest: CONTEST, row: number(row), mark }),
        Found::Section { .. } => None,
    }
}

pub(super) fn incomplete(said: &str) -> Trouble {
    Trouble::SampleIncomplete { said: format!("sample: {said}") }
}
