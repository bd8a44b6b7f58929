//! 职责: who may do what, and whose PIN it asks for: one table, which every command and whatever the
//! edge asks goes by. `docs/roles.md` says the same and is held to it by a test.

use crate::ballot::follow;
use crate::floor::{attendance, hall, hands, meeting};
use crate::people::pin::{Actor, Looked, PinCommand, Proof};
use crate::people::{self, Role, Staff};
use crate::round::{self, by_hand, keying, lent, ruling};
use crate::session::Past;
use crate::{Command, EdgeCommand, Refusal, ballot, paper, projects, proposals, record, sittings};

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Where it is asked.
    pub room: &'static str,
    /// What is asked.
    pub command: &'static str,
    /// Who may; some commands look closer, whose bundle or whose PIN it is.
    pub who: &'static [Role],
    pub pin: PinAsked,
}

/// When a PIN is asked for, where one is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinAsked {
    Never,
    /// Once: whoever gave it sits at the desk until it is left.
    Seated,
    /// Each time.
    Afresh,
    /// Each time of the chief scrutineer, who rules by it; of nobody else.
    AfreshOfChief,
}

pub(crate) const SECRETARY: &[Role] = &[Role::Secretary];
pub(crate) const CHIEF: &[Role] = &[Role::ChiefScrutineer];
pub(crate) const SCRUTINEERS: &[Role] = &[Role::Scrutineer, Role::ChiefScrutineer];
pub(crate) const TELLER: &[Role] = &[Role::Teller];
/// The teller their own, a scrutineer any.
const TELLER_OR_SCRUTINEERS: &[Role] = &[Role::Teller, Role::Scrutineer, Role::ChiefScrutineer];
pub(crate) const SECRETARY_OR_CHIEF: &[Role] = &[Role::Secretary, Role::ChiefScrutineer];
const EVERYBODY: &[Role] =
    &[Role::Secretary, Role::ChiefScrutineer, Role::Scrutineer, Role::Teller];

macro_rules! duties {
    ($($room:ident $path:ty { $($command:ident $who:ident $pin:ident)* })*;
     edge { $($asked:ident [$pattern:pat] $by:ident $typed:ident)* }) => {
        /// The whole table, by room.
        pub const DUTIES: &[Duty] = &[
            $($(Duty {
                room: stringify!($room),
                command: stringify!($command),
                who: $who,
                pin: PinAsked::$pin,
            },)*)*
            $(Duty {
                room: "edge",
                command: stringify!($asked),
                who: $by,
                pin: PinAsked::$typed,
            },)*
        ];

        fn of(command: &Command) -> (&'static [Role], PinAsked) {
            match command {
                $(Command::$room(command) => {
                    type Asked = $path;
                    match command {
                        $(Asked::$command { .. } => ($who, PinAsked::$pin),)*
                    }
                })*
            }
        }

        fn of_edge(command: &EdgeCommand<'_>) -> (&'static [Role], PinAsked) {
            match command {
                $($pattern => ($by, PinAsked::$typed),)*
            }
        }
    };
}

duties! {
    Meeting meeting::Command {
        Describe SECRETARY Never
        NoteItem SECRETARY Never
        Seal SECRETARY Afresh
    }
    People people::Command {
        ListRoster SECRETARY Never
        SaveDeputy SECRETARY Never
        RemoveDeputy SECRETARY Never
        AppointStaff SECRETARY Never
        CorrectName SECRETARY Afresh
    }
    Ballot ballot::Command {
        SaveBallot SECRETARY Never
        WithdrawBallot SECRETARY Never
        DeleteBallot SECRETARY Never
        ListPastProjects SECRETARY Never
    }
    Sittings sittings::Command {
        PlanSittings SECRETARY Never
        NamePresidium SECRETARY Never
        CallRoll SECRETARY Never
    }
    Projects projects::Command {
        Collect SECRETARY Never
        ChangeFacts SECRETARY Never
        Screen SECRETARY Never
        TakeRows SECRETARY Never
        Supervise SECRETARY Never
        SetPlan SECRETARY Never
        NoteProgress SECRETARY Never
        HoldReview SECRETARY Never
        Change SECRETARY Never
        Complete SECRETARY Never
        Explain SECRETARY Never
        TakeBackCompletion SECRETARY Never
    }
    Proposals proposals::Command {
        Register SECRETARY Never
        RecordStep SECRETARY Never
    }
    Record record::Command {
        NoteActivities SECRETARY Never
        CorrectActivity SECRETARY Never
        StrikeActivity SECRETARY Never
        SetPoints SECRETARY Never
    }
    Attendance attendance::Command {
        CountAttendance SECRETARY Never
    }
    Round round::Command {
        OpenRound SECRETARY Never
        OpenTogether SECRETARY Never
        Collect SECRETARY Never
        CorrectNumbers SECRETARY_OR_CHIEF AfreshOfChief
        AnnounceCollection SECRETARY Never
        Certify CHIEF Afresh
        Reopen CHIEF Afresh
        BreakOff CHIEF Afresh
        CorrectAnnouncement CHIEF Afresh
        AnnounceResult SECRETARY Never
    }
    Keying keying::Command {
        TakeBundle TELLER Seated
        KeySheet TELLER Seated
        PauseSheet TELLER Seated
        RecallSheet TELLER Seated
        ReleaseBundle TELLER_OR_SCRUTINEERS Seated
        CountBundle TELLER Seated
        MendBundle SCRUTINEERS Seated
        CloseBundle TELLER Seated
    }
    Ruling ruling::Command {
        RuleDifference SCRUTINEERS Seated
        RuleSections CHIEF Seated
        MergeNames CHIEF Seated
        SeparateNames CHIEF Seated
        TakeBack SCRUTINEERS Seated
    }
    Follow follow::Command {
        Settle SECRETARY Never
    }
    Hand hands::Command {
        PrepareMotion SECRETARY Never
        ChangeMotion SECRETARY Never
        WithdrawMotion SECRETARY Never
        PutMotion SECRETARY Never
        CountHands TELLER Seated
        CountAgain CHIEF Seated
        RuleHands CHIEF Seated
        AnnounceHands SECRETARY Never
        AnnounceAcclamation SECRETARY Never
        CorrectHands CHIEF Afresh
        CorrectAcclamation CHIEF Afresh
    }
    Paper paper::Command {
        EditText SECRETARY Never
        RestoreText SECRETARY Never
        NumberNotice SECRETARY Never
        SetRulesTerms SECRETARY Never
        ChooseStyle SECRETARY Never
        ChooseBallotSheet SECRETARY Never
    }
    HandTally by_hand::Command {
        EnterHandTally SCRUTINEERS Seated
        RuleHandTally CHIEF Afresh
        CountByHand SCRUTINEERS Seated
        WithdrawHandCount SCRUTINEERS Seated
    }
    Lent lent::Command {
        CallBack TELLER_OR_SCRUTINEERS Seated
    }
    Pin PinCommand {
        TakeDesk EVERYBODY Afresh
        RemovePin SECRETARY_OR_CHIEF Afresh
    }
    Hall hall::Command {
        ShowInHall SECRETARY Never
        BlankOrBack SECRETARY Never
        ChooseLook SECRETARY Never
    };
    edge {
        JoinToLast [EdgeCommand::JoinToLast(_)] SECRETARY Never
        CarryProject [EdgeCommand::CarryProject(_)] SECRETARY Never
        CarryProposal [EdgeCommand::CarryProposal(_)] SECRETARY Never
        IssuePaper [EdgeCommand::IssuePaper(_)] SECRETARY Never
        TakeOutToEdit [EdgeCommand::TakeOutToEdit { .. }] SECRETARY Never
        NotePrinted [EdgeCommand::NotePrinted { .. }] SECRETARY Never
        SetPin [EdgeCommand::Look(Looked::Set { .. })] EVERYBODY Afresh
        WrongPin [EdgeCommand::Look(Looked::Wrong)] EVERYBODY Never
        Rehearse [EdgeCommand::Rehearse { .. }] SECRETARY Never
        SetUpDesk [EdgeCommand::SetUpDesk { .. }] TELLER Seated
        LendBundles [EdgeCommand::Lend { .. }] TELLER Seated
        BringBack [EdgeCommand::BringBack { .. }] TELLER Seated
    }
}

/// Checks that this person may ask for this at all, and has shown who they are.
pub(crate) fn check(session: &Past, command: &Command, actor: Actor<'_>) -> Result<(), Refusal> {
    let (who, pin) = of(command);
    check_pin(session, actor, pin)?;
    // A count that lacks something says so before it asks who certifies it.
    let asked_later = matches!(command, Command::Round(round::Command::Certify { .. }));
    if asked_later || begins(session, command) {
        return Ok(());
    }
    session.people.require(actor.person, who)
}

/// Whoever describes the session or appoints the first staff is not on it yet.
fn begins(session: &Past, command: &Command) -> bool {
    let describes = matches!(command, Command::Meeting(meeting::Command::Describe { .. }));
    (describes && session.meeting.is_none())
        || (matches!(command, Command::People(_)) && session.people.staff.is_empty())
}

/// As [`check`], of what the edge asks.
pub(crate) fn check_at_edge(
    session: &Past,
    command: &EdgeCommand<'_>,
    actor: Actor<'_>,
) -> Result<(), Refusal> {
    let (who, pin) = of_edge(command);
    check_pin(session, actor, pin)?;
    // The very first entries stand before anybody is on the staff.
    let begins = matches!(
        command,
        EdgeCommand::JoinToLast(_) | EdgeCommand::CarryProject(_) | EdgeCommand::CarryProposal(_)
    );
    if begins && session.people.staff.is_empty() {
        return Ok(());
    }
    session.people.require(actor.person, who)
}

fn check_pin(session: &Past, actor: Actor<'_>, pin: PinAsked) -> Result<(), Refusal> {
    let proven = match pin {
        PinAsked::Never => true,
        PinAsked::Seated => actor.proof != Proof::None,
        PinAsked::Afresh => actor.proof == Proof::Pin,
        PinAsked::AfreshOfChief => {
            let is_chief = |one: &Staff| one.role == Role::ChiefScrutineer;
            actor.proof == Proof::Pin || !session.people.staff(actor.person).is_some_and(is_chief)
        }
    };
    if proven || session.pins.hash_of(actor.person).is_none() {
        return Ok(());
    }
    Err(Refusal::PinNeeded { name: session.people.name_of(actor.person).to_owned() })
}
