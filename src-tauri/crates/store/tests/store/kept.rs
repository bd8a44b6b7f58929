//! Files of earlier versions: each of them opens, tells what it told, and verifies, for ever.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use session::ballot::Ballot;
use session::floor::hands::{self, Motion, Way};
use session::floor::last::LastSession;
use session::floor::{attendance, meeting};
use session::paper::{PaperKind, RulesOf, RulesTerms};
use session::people::Deputy;
use session::round::keying::{Place, SectionReading};
use session::round::{Breaking, Collected, Numbers, RoundKind, keying};
use session::sittings::{Called, Hung, Item, Member, Presence, Sitting, SittingKind};
use session::tally::{Hands, Mark};
use session::{
    BallotId, BundleNo, Command, Event, HandVoteId, Pass, RoundId, SheetNo, SittingId, ballot,
    paper, people, round, sittings,
};
use store::{Proving, Record, verify};

use crate::common::{
    at, ballot as the_ballot, counting, folder, person, prepared, printed, secretary,
};
use crate::{office, projects};

/// The kept files, by version, with the fingerprint of their last entry. The papers in a bare one
/// are no typesetter's.
const KEPT: [(&str, u32, &str); 6] = [
    ("0.1.0-day", 120, "a19772d7068fceb6234e1b9c00022a6761588cba66f990ef3eb018b6686bea15"),
    ("bare/0.4.0-day", 92, "82abd4e4aa5fcd3adb33f20cd4cc5c417ed9407b260f6f60b4d55a0364994942"),
    ("bare/0.4.0-rehearsal", 4, "30b543eacd69c80f3edb1feb9647227b7400c14a8a58814a6090b46279cb2b11"),
    ("bare/0.5.0-day", 96, "79e93c663c37a50e61b2d8329a0cb91f53846560b57a7deb35f6c572e91f5fd2"),
    ("bare/0.5.0-rehearsal", 4, "30b543eacd69c80f3edb1feb9647227b7400c14a8a58814a6090b46279cb2b11"),
    ("0.1.0-desk", 5, "e80785aaf8533c74b476c5a752ea956e466295e850b6b310afefaeee9457175e"),
];

/// A copy, because opening a file takes its lock and sets its layout.
fn kept(folder: &tempfile::TempDir, name: &str) -> PathBuf {
    let kept = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/kept/{name}.piaojue"));
    let copy = folder.path().join("kept.piaojue");
    std::fs::copy(kept, &copy).unwrap();
    copy
}

#[test]
fn files_of_earlier_versions_open_replay_and_verify() {
    for (name, entries, head) in KEPT {
        let folder = folder();
        let path = kept(&folder, name);
        let record = Record::open(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let told = (record.session().seq(), record.head().unwrap().as_str());
        assert_eq!(told, (entries, head), "{name}");
        drop(record);
        let found = verify(&path).unwrap();
        assert_eq!((found.flaws, found.warnings), (vec![], vec![]), "{name}");
    }
}

#[test]
fn the_kept_files_hold_every_kind_of_event_of_their_version() {
    let kinds: BTreeSet<String> = KEPT
        .iter()
        .flat_map(|(name, ..)| {
            let folder = folder();
            Record::open(&kept(&folder, name)).unwrap().entries().unwrap()
        })
        .map(|entry| kind(&entry.event))
        .collect();
    assert_eq!(kinds.len(), 102, "{kinds:?}");
}

fn kind(event: &Event) -> String {
    serde_json::to_value(event).unwrap()["kind"].as_str().unwrap().to_owned()
}

/// The second round of the day.
const AGAIN: RoundId = RoundId(2);

/// What the day goes on from.
pub fn last() -> LastSession {
    LastSession {
        title: "青石镇第十八届人民代表大会第四次会议".to_owned(),
        held_on: chrono::NaiveDate::from_ymd_opt(2025, 1, 17).unwrap(),
        opening: "0123456789abcdef".repeat(4),
        entries: 300,
        head: "fedcba9876543210".repeat(4),
        sealed: true,
    }
}

/// A day with what only this version knows: that it goes on from another, sittings and their rolls, a vote broken off and handed
/// out again, announcements and a name put right, the sealing.
fn day(record: &mut Record) {
    counting(record, 3);
    sittings(record);
    let mut done = |command: Command, who: &str| {
        record.perform(&command, &person(who), at()).unwrap();
    };
    let of_round = Command::Round;
    let (breaking, reason) = (Breaking::Interrupted, "停电".to_owned());
    done(of_round(round::Command::BreakOff { round: RoundId(1), breaking, reason }), "chief");
    let present = attendance::Command::CountAttendance { present: 4, observers: 0 };
    done(Command::Attendance(present), "secretary");
    let (ballot, kind) = (BallotId("projects".to_owned()), RoundKind::Again { of: RoundId(1) });
    done(of_round(round::Command::OpenRound { ballot, kind, printed: 4, issued: 3 }), "secretary");
    done(of_round(round::Command::Collect { round: AGAIN, spoiled: 0, returned: 4 }), "secretary");
    done(of_round(round::Command::AnnounceCollection { round: AGAIN }), "secretary");
    let collected = Some(Collected { spoiled: 0, returned: 3 });
    let numbers = Numbers { present: 4, printed: 4, issued: 3, collected };
    let reason = "多记一张".to_owned();
    done(of_round(round::Command::CorrectAnnouncement { round: AGAIN, numbers, reason }), "chief");
    done(of_round(round::Command::AnnounceCollection { round: AGAIN }), "secretary");
    for (pass, teller) in [(Pass::First, "one"), (Pass::Second, "two")] {
        let place = Place { round: AGAIN, pass, bundle: BundleNo(1) };
        done(Command::Keying(keying::Command::TakeBundle { place }), teller);
        for sheet in (1..=3).map(SheetNo) {
            let marks = vec![Mark::For, Mark::Against, Mark::Blank];
            let reading = vec![SectionReading { marks, ..SectionReading::default() }];
            done(Command::Keying(keying::Command::KeySheet { place, sheet, reading }), teller);
        }
        done(Command::Keying(keying::Command::CloseBundle { place }), teller);
    }
    done(of_round(round::Command::Certify { round: AGAIN }), "chief");
    let report = PaperKind::CountReport { round: AGAIN };
    record.issue_paper(printed(&report, b"%PDF-1.7 the report"), &secretary(), at()).unwrap();
    let issued = record.session().papers().last().unwrap().id();
    record.note_printed(issued, 3, &secretary(), at()).unwrap();
    office::year(record);
    projects::year(record);
    end(record);
}

fn sittings(record: &mut Record) {
    let gone = BallotId("gone".to_owned());
    let of_it = ballot::Command::SaveBallot { ballot: Ballot { id: gone.clone(), ..the_ballot() } };
    let listed = people::Command::ListRoster {
        deputies: (1..=4).map(deputy).collect(),
        observers: Vec::new(),
    };
    let all: Vec<Member> = (1..=4).map(|number| Member { number, name: name_of(number) }).collect();
    let item = |text: &str, of| Item { kind: None, text: text.to_owned(), of };
    let ballot = BallotId("projects".to_owned());
    let drafts = vec![item("讨论决议草案", Vec::new())];
    let projects = vec![item("票决民生实事项目", vec![Hung::Ballot { ballot }])];
    let of = |id, kind, items| Sitting {
        id: SittingId(id),
        kind,
        held_on: at().date_naive(),
        begins: Some(at().time()),
        venue: String::new(),
        chairs: name_of(1),
        items,
    };
    let sittings =
        vec![of(1, SittingKind::Presidium, drafts), of(2, SittingKind::Plenary, projects)];
    let present = |member: &Member| Called { member: member.clone(), presence: Presence::Present };
    let roll = all.iter().map(present).collect();
    let reason = "写错一个字".to_owned();
    let corrected =
        people::Command::CorrectName { person: person("one"), name: "刘 敏".to_owned(), reason };
    let commands = [
        Command::People(listed),
        Command::Sittings(sittings::Command::PlanSittings { sittings }),
        Command::Sittings(sittings::Command::NamePresidium { members: all[..3].to_vec() }),
        Command::Sittings(sittings::Command::CallRoll {
            sitting: SittingId(2),
            roll,
            observers: 1,
        }),
        Command::Ballot(of_it),
        Command::Ballot(ballot::Command::DeleteBallot { ballot: gone }),
    ];
    for command in commands {
        record.perform(&command, &secretary(), at()).unwrap();
    }
    record.set_pin(&secretary(), Proving::Nothing, PIN, at()).unwrap();
    let corrected = Command::People(corrected);
    record.perform_proving(&corrected, &secretary(), Proving::Pin(PIN), at()).unwrap();
}

/// The secretary's.
const PIN: &str = "493817";

fn name_of(number: u32) -> String {
    ["田富", "𬱖生", "买买提·艾力", "李伟"][number as usize - 1].to_owned()
}

fn deputy(number: u32) -> Deputy {
    let none = String::new;
    Deputy {
        number,
        name: name_of(number),
        sex: none(),
        ethnicity: none(),
        delegation: none(),
        post: none(),
        note: none(),
    }
}

fn end(record: &mut Record) {
    let mut done = |command: Command, who: &str| {
        record.perform(&command, &person(who), at()).unwrap();
    };
    done(Command::Round(round::Command::AnnounceResult { round: AGAIN }), "secretary");
    let of = PaperKind::Notice { round: AGAIN };
    let number = "〔2026〕第1号".to_owned();
    done(Command::Paper(paper::Command::NumberNotice { of, number }), "secretary");
    let of = RulesOf::Selection;
    let terms = RulesTerms { booth: false, ..of.usual_terms() };
    done(Command::Paper(paper::Command::SetRulesTerms { of, terms }), "secretary");
    let present = attendance::Command::CountAttendance { present: 4, observers: 0 };
    done(Command::Attendance(present), "secretary");
    let keypads = Way::Keypads { threshold: Way::default().threshold() };
    let motions = [
        ("关于工作报告的决议", Way::default()),
        ("关于财政预算的决议", keypads),
        ("感谢", Way::Acclamation),
    ];
    for (vote, (title, way)) in (1..).map(HandVoteId).zip(motions) {
        let motion = Motion { title: title.to_owned(), way, ..Motion::default() };
        done(Command::Hand(hands::Command::PrepareMotion { motion }), "secretary");
        done(Command::Hand(hands::Command::PutMotion { vote, present: None }), "secretary");
        let reason = "看错".to_owned();
        if way == Way::Acclamation {
            let announced = hands::Command::AnnounceAcclamation { vote, passed: false };
            done(Command::Hand(announced), "secretary");
            let right = hands::Command::CorrectAcclamation { vote, passed: true, reason };
            done(Command::Hand(right), "chief");
            continue;
        }
        let hands = |against| match way {
            Way::Keypads { .. } => {
                Hands::Shown { for_: 3 - against, against, abstain: 0, not_pressed: 1 }
            }
            Way::Hands { .. } | Way::Acclamation => Hands::Minority { against, abstain: 0 },
        };
        for teller in ["one", "two"] {
            done(Command::Hand(hands::Command::CountHands { vote, hands: hands(1) }), teller);
        }
        done(Command::Hand(hands::Command::AnnounceHands { vote }), "secretary");
        let right = hands::Command::CorrectHands { vote, hands: hands(0), reason };
        done(Command::Hand(right), "chief");
    }
    let seal = meeting::Command::Seal { reason: "会议闭幕".to_owned() };
    let seal = Command::Meeting(seal);
    record.perform_proving(&seal, &secretary(), Proving::Pin(PIN), at()).unwrap();
}

/// `PIAOJUE_RENEW_KEPT=1` keeps a file as this version's.
fn renewed(path: &Path, name: &str) {
    if std::env::var_os("PIAOJUE_RENEW_KEPT").is_some() {
        let name = format!("tests/kept/bare/{}-{name}.piaojue", env!("CARGO_PKG_VERSION"));
        std::fs::copy(path, PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    }
}

#[test]
fn a_rehearsal_of_this_version_verifies() {
    let folder = folder();
    let path = folder.path().join("rehearsal.piaojue");
    let mut record = Record::create(&folder.path().join("session.piaojue")).unwrap();
    prepared(&mut record);
    record.still().unwrap().rehearse(&path, "00000000000000ff", &secretary(), at()).unwrap();
    assert_eq!(verify(&path).unwrap().flaws, vec![]);
    renewed(&path, "rehearsal");
}

#[test]
fn a_day_of_this_version_ends_sealed_and_verifies() {
    let folder = folder();
    let path = folder.path().join("day.piaojue");
    let mut record =
        Record::begin(&path, Some((&last(), &projects::carried())), &[], &secretary(), at())
            .unwrap();
    day(&mut record);
    assert!(record.session().sealing().is_some());
    let late = record.perform(&crate::common::describe("石门镇"), &secretary(), at());
    assert!(matches!(late, Err(store::Failure::Refused(_))), "{late:?}");
    drop(record);
    assert_eq!(verify(&path).unwrap().flaws, vec![]);
    renewed(&path, "day");
}
