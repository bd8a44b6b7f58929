//! A whole vote in one line: from the printed ballot to the announced result.

use session::ballot::{Ballot, BallotContest, Symbol, SymbolMeaning};
use session::floor::meeting::Meeting;
use session::floor::{attendance, meeting};
use session::paper::PaperKind;
use session::round::keying::{Place, Reading, SectionReading};
use session::round::ruling::Verdict;
use session::round::{keying, ruling};
use session::tally::{
    Base, BlankRow, BlankSection, Contest, ContestOption, ContestResult, EvaluationRule,
    IllegibleRow, Kind, Mark, MotionRule, MultiMark, Rate, SeatsResult, SeatsRule, Threshold,
    WriteIn, WriteInMark, WriteIns,
};
use session::{BallotId, BundleNo, Pass, RoundId, SheetNo, ballot, round, views};

use crate::support::*;

/// A contest whose options have the ids 1, 2, 3 ….
pub fn contest(id: &str, names: &[&str], kind: Kind) -> BallotContest {
    let option = |(no, name): (u32, &&str)| ContestOption {
        id: no.to_string().as_str().into(),
        name: (*name).to_owned(),
    };
    let marks = match &kind {
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => {
            vec![Mark::For, Mark::Against, Mark::Abstain]
        }
        Kind::Evaluation(rule) => (0..).map(Mark::Grade).take(rule.grades.len()).collect(),
    };
    let symbols = [Symbol::Circle, Symbol::Cross, Symbol::Triangle].into_iter().zip(marks);
    let contest = Contest {
        id: id.into(),
        title: id.to_owned(),
        options: (1..).zip(names).map(option).collect(),
        kind,
    };
    BallotContest::of(
        contest,
        symbols.map(|(symbol, mark)| SymbolMeaning { symbol, mark }).collect(),
    )
}

pub fn election(id: &str, names: &[&str], seats: u32) -> BallotContest {
    contest(
        id,
        names,
        Kind::Election(SeatsRule { write_ins: WriteIns::NeedsAgainst, ..rule(seats) }),
    )
}

pub fn selection(id: &str, rows: usize, seats: u32) -> BallotContest {
    let names: Vec<String> = (1..=rows).map(|row| format!("项目{row}")).collect();
    contest(id, &names.iter().map(String::as_str).collect::<Vec<_>>(), Kind::Selection(rule(seats)))
}

pub fn motion(id: &str, threshold: Option<Threshold>) -> BallotContest {
    let (blank_row, blank_section, illegible_row) =
        (BlankRow::Abstain, BlankSection::Valid, IllegibleRow::Row);
    contest(
        id,
        &["关于预算的决议"],
        Kind::Motion(MotionRule { threshold, blank_row, blank_section, illegible_row }),
    )
}

pub fn evaluation(id: &str, rows: usize) -> BallotContest {
    let names: Vec<String> = (1..=rows).map(|row| format!("办件{row}")).collect();
    let rule = EvaluationRule {
        grades: ["满意", "基本满意", "不满意"].map(str::to_owned).to_vec(),
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
        multi_mark: MultiMark::Void,
        rate: Rate { grades: vec![0, 1], base: Base::Valid, decimals: 2 },
    };
    contest(id, &names.iter().map(String::as_str).collect::<Vec<_>>(), Kind::Evaluation(rule))
}

/// A ballot with these contests, ten sheets a bundle.
/// A setting that contradicts the law has its reason on record.
pub fn ballot_of(id: &str, contests: Vec<BallotContest>) -> Ballot {
    let ballot = Ballot::of(BallotId(id.to_owned()), id.to_owned(), contests);
    let departure_reason = (!ballot.departures().is_empty()).then(|| "按试点方案".to_owned());
    Ballot { departure_reason, ..ballot }
}

/// A sheet, section by section, one mark a character: `○` for, `×` against, `△` abstain, `-` blank,
/// `/` illegible, `*` multiple, a figure a grade.
pub fn sheet(sections: &[&str]) -> Reading {
    let mark = |symbol: char| match symbol {
        '○' => Mark::For,
        '×' => Mark::Against,
        '△' => Mark::Abstain,
        '-' => Mark::Blank,
        '/' => Mark::Illegible,
        '*' => Mark::Multiple,
        figure => Mark::Grade(u8::try_from(figure.to_digit(10).unwrap()).unwrap()),
    };
    sections
        .iter()
        .map(|marks| SectionReading {
            marks: marks.chars().map(mark).collect(),
            ..SectionReading::default()
        })
        .collect()
}

/// A sheet of one section with a name written in and approved.
pub fn naming(marks: &str, name: &str) -> Reading {
    let mut sheet = sheet(&[marks]);
    sheet[0].write_ins.push(WriteIn { name: name.to_owned(), mark: WriteInMark::For });
    sheet
}

/// As many copies of each sheet as stand before it.
pub fn copies(groups: &[(usize, Reading)]) -> Vec<Reading> {
    groups.iter().flat_map(|(times, sheet)| vec![sheet.clone(); *times]).collect()
}

/// Sheets of one section that give each row the approvals named, the rest against: dealt out sheet
/// after sheet, so that none holds many.
pub fn dealt(votes: &[usize], sheets: usize) -> Vec<Reading> {
    let mut papers = vec![vec!['×'; votes.len()]; sheets];
    let rows = votes.iter().enumerate().flat_map(|(row, votes)| std::iter::repeat_n(row, *votes));
    for (turn, row) in rows.enumerate() {
        papers[turn % sheets][row] = '○';
    }
    papers.into_iter().map(|marks| sheet(&[&String::from_iter(marks)])).collect()
}

impl Told {
    /// A session of as many deputies, with the ballots set up.
    pub fn of_deputies(all_deputies: u32, ballots: &[Ballot]) -> Self {
        Self::default().prepared_for(all_deputies, ballots)
    }

    /// The same in a journal that has begun.
    pub fn prepared_for(self, all_deputies: u32, ballots: &[Ballot]) -> Self {
        let mut told = self;
        told.done(
            meeting::Command::Describe { meeting: Meeting { all_deputies, ..meeting() } },
            "secretary",
        );
        told.done(session::people::Command::AppointStaff { staff: staff() }, "secretary");
        for ballot in ballots {
            told.save(ballot);
        }
        told
    }

    pub fn save(&mut self, ballot: &Ballot) {
        self.done(ballot::Command::SaveBallot { ballot: ballot.clone() }, "secretary");
    }

    /// Prints the ballot, counts the people present and hands one ballot to each.
    pub fn hand_out(&mut self, ballot: &BallotId, present: u32) -> RoundId {
        self.issue(PaperKind::Ballot { ballot: ballot.clone() });
        self.done(attendance::Command::CountAttendance { present, observers: 2 }, "secretary");
        let kind = views::floor::view(&self.session)
            .to_open
            .iter()
            .find(|other| other.ballot == *ballot)
            .unwrap()
            .kind;
        let open = round::Command::OpenRound {
            ballot: ballot.clone(),
            kind,
            printed: present,
            issued: present,
        };
        self.done(open, "secretary");
        self.session.rounds().last().unwrap().id()
    }

    pub fn open_box(&mut self, round: RoundId, returned: usize) {
        let returned = u32::try_from(returned).unwrap();
        self.done(round::Command::Collect { round, spoiled: 0, returned }, "secretary");
        self.done(round::Command::AnnounceCollection { round }, "secretary");
    }

    /// Both tellers key every sheet alike.
    pub fn key_all(&mut self, round: RoundId, sheets: &[Reading]) {
        let size =
            usize::try_from(self.session.round(round).unwrap().ballot().bundle_size).unwrap();
        for (pass, teller) in [(Pass::First, "teller-1"), (Pass::Second, "teller-2")] {
            for (bundle, sheets) in (1..).zip(sheets.chunks(size)) {
                let place = Place { round, pass, bundle: BundleNo(bundle) };
                self.done(keying::Command::TakeBundle { place }, teller);
                for (sheet, reading) in (1..).zip(sheets) {
                    self.done(
                        keying::Command::KeySheet {
                            place,
                            sheet: SheetNo(sheet),
                            reading: reading.clone(),
                        },
                        teller,
                    );
                }
                self.done(keying::Command::CloseBundle { place }, teller);
            }
        }
    }

    /// The chief scrutineer rules as the rules propose, certifies, and the result is announced.
    pub fn finish(&mut self, round: RoundId) {
        let doubtful: Vec<_> = self
            .session
            .round(round)
            .unwrap()
            .all_doubtful()
            .map(|section| section.place)
            .collect();
        for section in doubtful {
            let (sections, verdict) = (vec![section], Verdict::AsProposed);
            self.done(
                ruling::Command::RuleSections { round, sections, verdict, reason: String::new() },
                "chief",
            );
        }
        self.done(round::Command::Certify { round }, "chief");
        self.issue(PaperKind::CountReport { round });
        self.done(round::Command::AnnounceResult { round }, "secretary");
    }

    /// Everything from printing to the announced result; one sheet returned for each that is given.
    pub fn hold(&mut self, ballot: &BallotId, present: u32, sheets: &[Reading]) -> RoundId {
        let round = self.hand_out(ballot, present);
        self.open_box(round, sheets.len());
        self.key_all(round, sheets);
        self.finish(round);
        round
    }

    /// What a contest of a counted round decides.
    pub fn decided(&self, round: RoundId, contest: usize) -> ContestResult {
        self.session.round(round).unwrap().result().contests.swap_remove(contest)
    }

    /// What a contest with seats decides.
    pub fn seats(&self, round: RoundId, contest: usize) -> SeatsResult {
        match self.decided(round, contest) {
            ContestResult::Seats(result) => result,
            other @ (ContestResult::Motion(_) | ContestResult::Evaluation(_)) => {
                panic!("{other:?}")
            }
        }
    }

    /// The names of a contest that are in, by approvals.
    pub fn chosen(&self, round: RoundId, contest: usize) -> Vec<String> {
        let tables = round::result::decided_tables(self.session.round(round).unwrap());
        tables[contest].chosen().iter().map(|row| row.name.clone()).collect()
    }
}
