//! Sessions as they are told by what the staff does, from the sample's people and projects.

use std::num::NonZeroU32;

use chrono::NaiveTime;
use exchange::Sample;
use session::ballot::{Ballot, BallotContest, Symbol, SymbolMeaning};
use session::floor::{attendance, hands, meeting};
use session::paper::{Issue, PaperKind};
use session::people::Role;
use session::people::pin::{Looked, PinCommand, Proof};
use session::round::keying::{Place, SectionReading};
use session::round::ruling::Verdict;
use session::round::{RoundKind, keying, ruling};
use session::sittings::{Called, Item, Leave, Member, Presence, Sitting, SittingKind};
use session::tally::{
    BlankRow, BlankSection, Cap, Contest, ContestOption, EvaluationRule, IllegibleRow, Kind, Mark,
    MotionRule, MultiMark, OverCap, Rate, SeatsRule, Shortfall, Threshold, TieRule, WriteIn,
    WriteInUnmarked, WriteIns,
};
use session::{
    Actor, BallotId, BundleNo, Command, EdgeCommand, Entry, Event, HandVoteId, Pass, PersonId,
    RoundId, Session, SheetNo, SittingId, ballot, round, sittings, tally,
};

/// A session and who does what in it.
pub struct Told {
    pub session: Session,
    pub secretary: PersonId,
    chief: PersonId,
    tellers: Vec<PersonId>,
}

/// The numbers of a vote.
#[derive(Clone, Copy)]
pub struct Numbers {
    pub present: u32,
    pub printed: u32,
    pub issued: u32,
    pub spoiled: u32,
    pub returned: u32,
}

pub const ALL_BACK: Numbers =
    Numbers { present: 56, printed: 60, issued: 56, spoiled: 1, returned: 56 };

impl Told {
    /// Returns the sample's session, prepared.
    pub fn sample() -> Self {
        let sample = Sample::load().unwrap();
        let with = |role| {
            sample
                .staff
                .iter()
                .map(|row| &row.staff)
                .filter(move |person| person.role == role)
                .map(|person| person.id.clone())
        };
        let mut told = Self {
            session: Session::default(),
            secretary: with(Role::Secretary).next().unwrap(),
            chief: with(Role::ChiefScrutineer).next().unwrap(),
            tellers: with(Role::Teller).collect(),
        };
        let secretary = told.secretary.clone();
        for command in sample.preparation() {
            told.done(&command, &secretary);
        }
        told
    }

    fn record(&mut self, events: Vec<Event>, actor: &PersonId) {
        for event in events {
            let seq = self.session.seq() + 1;
            let at = chrono::DateTime::parse_from_rfc3339("2026-01-16T15:40:00+08:00").unwrap();
            self.session.apply(&Entry { seq, at, actor: actor.clone(), event }).unwrap();
        }
    }

    pub fn done(&mut self, command: &Command, actor: &PersonId) {
        let events = self
            .session
            .decide(command, actor)
            .unwrap_or_else(|refusal| panic!("{command:?}: {refusal}"));
        self.record(events, actor);
    }

    /// Has the chief scrutineer's PIN removed by the secretary, with theirs.
    pub fn remove_the_chiefs_pin(&mut self) {
        let (chief, secretary) = (self.chief.clone(), self.secretary.clone());
        for person in [&chief, &secretary] {
            let look = EdgeCommand::Look(Looked::Set { hash: "$argon2id$".to_owned() });
            let events = self.session.decide_at_edge(&look, person).unwrap();
            self.record(events, person);
        }
        let remove = PinCommand::RemovePin { person: chief, reason: "本人忘记".to_owned() };
        let who = Actor { person: &secretary, proof: Proof::Pin };
        let events = self.session.decide(&Command::Pin(remove), who).unwrap();
        self.record(events, &secretary);
    }

    /// Makes it a rehearsal.
    pub fn rehearse(&mut self) {
        let begin = EdgeCommand::Rehearse { seed: "00000000000000ff" };
        let events = self.session.decide_at_edge(&begin, &self.secretary.clone()).unwrap();
        self.record(events, &self.secretary.clone());
    }

    pub fn secretary(&mut self, command: &Command) {
        let secretary = self.secretary.clone();
        self.done(command, &secretary);
    }

    pub fn save(&mut self, ballot: &Ballot) {
        self.secretary(&Command::Ballot(ballot::Command::SaveBallot { ballot: ballot.clone() }));
    }

    pub fn note(&mut self, item: &str, note: &str) {
        self.secretary(&Command::Meeting(meeting::Command::NoteItem {
            item: item.to_owned(),
            note: note.to_owned(),
        }));
    }

    /// The presidium sits, then the congress once, or after a 预备会议 twice; who came is ticked: two
    /// of the roster are not there.
    pub fn sit(&mut self, several: bool) {
        let day = self.session.described().unwrap().held_on;
        let item = |text: &String| Item { kind: None, text: text.clone(), of: Vec::new() };
        let lines: Vec<Item> = self.session.described().unwrap().agenda.iter().map(item).collect();
        let of = |id, kind, hour, items| Sitting {
            id: SittingId(id),
            kind,
            held_on: day,
            begins: NaiveTime::from_hms_opt(hour, 30, 0),
            venue: String::new(),
            chairs: "陈志远、欧阳建平".to_owned(),
            items,
        };
        let texts = |texts: &[&str]| texts.iter().map(|text| item(&(*text).to_owned())).collect();
        let drafts = texts(&["推选大会执行主席", "讨论各项决议草案"]);
        let mut sittings = vec![of(1, SittingKind::Presidium, 8, drafts)];
        if several {
            let early = texts(&["选举大会主席团", "通过会议议程"]);
            let (first, second) = lines.split_at(lines.len() / 2);
            sittings.insert(0, of(2, SittingKind::Preparatory, 8, early));
            sittings.push(of(3, SittingKind::Plenary, 9, first.to_vec()));
            sittings.push(of(4, SittingKind::Plenary, 14, second.to_vec()));
        } else {
            sittings.push(of(3, SittingKind::Plenary, 9, lines));
        }
        self.sittings(sittings::Command::PlanSittings { sittings });
        let deputies = self.session.people().deputies().iter();
        let all: Vec<Member> = deputies
            .map(|deputy| Member { number: deputy.number, name: deputy.name.clone() })
            .collect();
        self.sittings(sittings::Command::NamePresidium { members: all[..7].to_vec() });
        self.call(1, &all[..6]);
        self.call(3, &all[..all.len() - 1]);
        self.note("推选大会执行主席", "会议推选陈志远、欧阳建平为大会执行主席。");
    }

    /// The first came late, the last has leave.
    fn call(&mut self, sitting: u32, members: &[Member]) {
        let at = NaiveTime::from_hms_opt(9, 40, 0).unwrap();
        let last = members.len() - 1;
        let presence = |place: usize| match place {
            0 => Presence::Late { at },
            it if it == last => Presence::Excused { leave: Leave::Sick },
            _ => Presence::Present,
        };
        let roll = members.iter().cloned().enumerate();
        let roll = roll.map(|(place, member)| Called { member, presence: presence(place) });
        self.sittings(sittings::Command::CallRoll {
            sitting: SittingId(sitting),
            roll: roll.collect(),
            observers: 12,
        });
    }

    fn sittings(&mut self, command: sittings::Command) {
        self.secretary(&Command::Sittings(command));
    }

    pub fn issue(&mut self, of: PaperKind) {
        let issue = Issue {
            of,
            title: "文书".to_owned(),
            sha256: "0".repeat(64),
            pages: 1,
            set_by: String::new(),
        };
        let events =
            self.session.decide_at_edge(&EdgeCommand::IssuePaper(issue), &self.secretary).unwrap();
        let secretary = self.secretary.clone();
        self.record(events, &secretary);
    }

    fn in_round(&mut self, command: round::Command) {
        self.secretary(&Command::Round(command));
    }

    /// Hands out the ballots and opens the box.
    pub fn collect(&mut self, ballot: &BallotId, kind: RoundKind, numbers: Numbers) -> RoundId {
        let Numbers { present, printed, issued, spoiled, returned } = numbers;
        self.issue(PaperKind::Ballot { ballot: ballot.clone() });
        self.secretary(&Command::Attendance(attendance::Command::CountAttendance {
            present,
            observers: 12,
        }));
        self.in_round(round::Command::OpenRound { ballot: ballot.clone(), kind, printed, issued });
        let round = self.session.rounds().last().unwrap().id();
        self.in_round(round::Command::Collect { round, spoiled, returned });
        self.in_round(round::Command::AnnounceCollection { round });
        round
    }

    /// Votes on a ballot, from the print to the announcement: one reading a sheet.
    pub fn vote(
        &mut self,
        ballot: &BallotId,
        kind: RoundKind,
        numbers: Numbers,
        sheets: &[Vec<SectionReading>],
    ) -> RoundId {
        let round = self.collect(ballot, kind, numbers);
        for (pass, turn) in [(Pass::First, 0), (Pass::Second, 1)] {
            self.key(round, pass, turn, sheets);
        }
        let open: Vec<_> = self
            .session
            .round(round)
            .unwrap()
            .all_doubtful()
            .map(|section| section.place)
            .collect();
        let chief = self.chief.clone();
        for section in open {
            let (sections, reason) = (vec![section], "按办法认定".to_owned());
            let command = ruling::Command::RuleSections {
                round,
                sections,
                verdict: Verdict::AsProposed,
                reason,
            };
            self.done(&Command::Ruling(command), &chief);
        }
        self.done(&Command::Round(round::Command::Certify { round }), &chief);
        self.issue(PaperKind::CountReport { round });
        self.in_round(round::Command::AnnounceResult { round });
        round
    }

    fn key(&mut self, round: RoundId, pass: Pass, turn: usize, sheets: &[Vec<SectionReading>]) {
        let teller = self.tellers[turn].clone();
        let size =
            usize::try_from(self.session.round(round).unwrap().ballot().bundle_size).unwrap();
        for (bundle, sheets) in (1..).zip(sheets.chunks(size)) {
            let place = Place { round, pass, bundle: BundleNo(bundle) };
            self.done(&Command::Keying(keying::Command::TakeBundle { place }), &teller);
            for (sheet, reading) in (1..).zip(sheets) {
                let command = keying::Command::KeySheet {
                    place,
                    sheet: SheetNo(sheet),
                    reading: reading.clone(),
                };
                self.done(&Command::Keying(command), &teller);
            }
            self.done(&Command::Keying(keying::Command::CloseBundle { place }), &teller);
        }
    }

    /// Puts a motion decided without paper to the vote; `present` is given for a presidium.
    pub fn put(&mut self, motion: hands::Motion, present: Option<u32>) -> HandVoteId {
        self.secretary(&Command::Hand(hands::Command::PrepareMotion { motion }));
        let vote = self.session.hand_votes().last().unwrap().id();
        self.secretary(&Command::Hand(hands::Command::PutMotion { vote, present }));
        vote
    }

    /// Has the hands counted, by each teller what is given here, and where they differ ruled as the
    /// second counted.
    pub fn show_hands(&mut self, vote: HandVoteId, seen: [tally::Hands; 2]) {
        for (turn, hands) in seen.into_iter().enumerate() {
            let teller = self.tellers[turn].clone();
            self.done(&Command::Hand(hands::Command::CountHands { vote, hands }), &teller);
        }
        if seen[0] != seen[1] {
            let (chief, reason) = (self.chief.clone(), "后排一名代表举手未数到。".to_owned());
            self.done(
                &Command::Hand(hands::Command::RuleHands { vote, hands: seen[1], reason }),
                &chief,
            );
        }
        self.secretary(&Command::Hand(hands::Command::AnnounceHands { vote }));
    }

    pub fn acclaim(&mut self, vote: HandVoteId) {
        self.secretary(&Command::Hand(hands::Command::AnnounceAcclamation { vote, passed: true }));
    }

    pub fn count_present(&mut self, present: u32) {
        self.secretary(&Command::Attendance(attendance::Command::CountAttendance {
            present,
            observers: 12,
        }));
    }

    /// The whole of the sample's vote on projects.
    pub fn projects(&mut self) -> RoundId {
        let keyed = Sample::load().unwrap().second_keying;
        let reading = |marks: &[Mark]| {
            vec![SectionReading { marks: marks.to_vec(), ..SectionReading::default() }]
        };
        let sheets: Vec<_> = keyed.iter().map(|sheet| reading(&sheet.marks)).collect();
        self.vote(&sample_ballot().id, RoundKind::First, ALL_BACK, &sheets)
    }
}

pub fn sample_ballot() -> Ballot {
    Sample::load().unwrap().ballot()
}

/// A ballot with these contests, everything else as in the sample.
pub fn ballot_of(id: &str, title: &str, colour: &str, contests: Vec<BallotContest>) -> Ballot {
    Ballot {
        id: BallotId(id.to_owned()),
        title: title.to_owned(),
        colour: colour.to_owned(),
        contests,
        ..sample_ballot()
    }
}

fn contest_of(
    id: &str,
    title: &str,
    names: &[String],
    kind: Kind,
    symbols: Vec<SymbolMeaning>,
) -> BallotContest {
    let option = |(index, name): (usize, &String)| ContestOption {
        id: (index + 1).to_string().as_str().into(),
        name: name.clone(),
    };
    let options = names.iter().enumerate().map(option).collect();
    let contest = Contest { id: id.into(), title: title.to_owned(), options, kind };
    BallotContest { contest, projects: Vec::new(), symbols, ..sample_ballot().contests.remove(0) }
}

pub fn names_of(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

pub fn seats_rule(seats: u32) -> SeatsRule {
    SeatsRule {
        seats: NonZeroU32::new(seats).unwrap(),
        threshold: Some(Threshold::MAJORITY_OF_ALL),
        cap: Cap::AtMost,
        over_cap: OverCap::Section,
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
        write_ins: WriteIns::NeedsAgainst,
        write_in_unmarked: WriteInUnmarked::For,
        tie: TieRule::Runoff,
        shortfall: Shortfall::Further,
    }
}

pub fn circle_and_cross() -> Vec<SymbolMeaning> {
    vec![
        SymbolMeaning { symbol: Symbol::Circle, mark: Mark::For },
        SymbolMeaning { symbol: Symbol::Cross, mark: Mark::Against },
    ]
}

pub fn election(id: &str, title: &str, names: &[&str], rule: SeatsRule) -> BallotContest {
    contest_of(id, title, &names_of(names), Kind::Election(rule), circle_and_cross())
}

pub fn motion_rule() -> MotionRule {
    MotionRule {
        threshold: Some(Threshold::MAJORITY_OF_ALL),
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
    }
}

pub fn motion(id: &str, title: &str, text: &str) -> BallotContest {
    contest_of(id, title, &names_of(&[text]), Kind::Motion(motion_rule()), circle_and_cross())
}

pub fn evaluation_rule(grades: &[&str]) -> EvaluationRule {
    EvaluationRule {
        grades: names_of(grades),
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
        multi_mark: MultiMark::Void,
        rate: Rate { grades: vec![0, 1], base: tally::Base::Valid, decimals: 2 },
    }
}

pub fn evaluation(id: &str, title: &str, names: &[String], grades: &[&str]) -> BallotContest {
    let symbols = (0..)
        .zip(grades)
        .map(|(index, _)| SymbolMeaning { symbol: Symbol::Tick, mark: Mark::Grade(index) });
    contest_of(id, title, names, Kind::Evaluation(evaluation_rule(grades)), symbols.collect())
}

/// One section read from `○`, `×`, `-` for blank and figures for grades, then the names written in.
pub fn section(marks: &str, write_ins: &[&str]) -> SectionReading {
    let mark = |character| match character {
        '○' => Mark::For,
        '×' => Mark::Against,
        '-' => Mark::Blank,
        '#' => Mark::Multiple,
        '?' => Mark::Illegible,
        figure => Mark::Grade(u8::try_from(figure.to_digit(10).unwrap()).unwrap()),
    };
    let write_in =
        |name: &&str| WriteIn { name: (*name).to_owned(), mark: tally::WriteInMark::For };
    SectionReading {
        marks: marks.chars().map(mark).collect(),
        write_ins: write_ins.iter().map(write_in).collect(),
        ..SectionReading::default()
    }
}

/// So many sheets that all say the same.
pub fn alike(count: usize, sections: &[SectionReading]) -> Vec<Vec<SectionReading>> {
    vec![sections.to_vec(); count]
}
