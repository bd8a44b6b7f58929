//! Why a command was not carried out: a stable code with the numbers and names of its sentence.

use serde::Serialize;
use tally::ValidIf;

use crate::ballot::law::Departure;
use crate::people::Role;
use crate::{BundleNo, HandVoteId, LoanId, PaperId, Pass, RoundId, SheetNo};

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident: $type:ty),* $(,)? })? = $message:literal;)*) => {
        /// Why a command was not carried out. Nothing was recorded. The front end turns the code
        /// and its fields into a sentence.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(tag = "code", rename_all = "snake_case")]
        pub enum Refusal {
            $($(#[$doc])* #[error($message)] $name $({ $($field: $type),* })?,)*
        }
    };
}

refusals! {
    SessionNotDescribed = "the session has no title yet";
    PlaceMissing = "the township is not named";
    NumberOutOfRange { least: u32, most: u32 } = "the number must be from {least} to {most}";
    CharacterUnseen { text: String, position: u32, code_point: String } = "character {position} of {text} cannot be seen or shown: {code_point}";
    TextTooLong { most: u32 } = "a text is longer than {most} characters";
    BaseIsFixed = "the number of all deputies cannot change after ballots were issued";
    NotOnTheStaff { person: String } = "{person} is not on the staff";
    WrongRole { name: String, role: Role, needed: Vec<Role> } = "{name} is {role:?}; this needs {needed:?}";
    DeputyWithoutName { number: u32 } = "deputy {number} has no name";
    DeputyNumberTwice { number: u32 } = "two deputies have number {number}";
    NameNeedsNote { name: String } = "two deputies are called {name}: note what tells them apart";
    NoSuchDeputy { number: u32 } = "there is no deputy {number}";
    StaffWithoutName { role: Role } = "a {role:?} has no name";
    OnePersonOneRole { name: String } = "{name} stands on the staff twice: one person, one role";
    StaffMissing { role: Role, needed: u32, appointed: u32 } = "{needed} {role:?} needed, {appointed} appointed";
    StaffAtWork { name: String } = "{name} has already counted and stays on the staff";
    BallotWithoutTitle = "the ballot has no title";
    BallotWithoutContest { ballot: String } = "{ballot} asks nothing";
    ContestTwice { title: String } = "{title} stands on the ballot twice";
    ContestWithoutTitle = "a question has no title";
    OptionsOutOfRange { contest: String, options: u32 } = "{contest} has {options} rows";
    OptionWithoutName { contest: String, row: u32 } = "{contest}, row {row}: no name";
    OptionTwice { contest: String, row: u32, name: String } = "{contest}, row {row}: {name} stands there twice";
    ProjectsDoNotMatch { contest: String } = "{contest}: the projects do not match the rows";
    SymbolsUnclear { contest: String } = "{contest}: the symbols are not one meaning each";
    MoreSeatsThanOptions { contest: String, seats: u32, options: u32 } = "{contest}: {seats} to choose, only {options} rows";
    GradesOutOfRange { contest: String } = "{contest}: 2 to 5 grades";
    AssessmentUnclear { contest: String } = "{contest}: weights or levels do not fit the grades";
    NomineesDoNotMatch { contest: String } = "{contest}: the candidates' facts do not match the rows";
    DepartsFromLaw { departure: Departure } = "the settings contradict the law and no reason is recorded: {departure:?}";
    MarginNeeded { contest: String, candidates: u32, seats: u32 } = "{contest}: {candidates} candidates for {seats} seats, article 29 asks for more candidates than seats";
    NoSuchBallot { ballot: String } = "there is no ballot {ballot}";
    BallotIsIssued { ballot: String } = "{ballot} was issued and cannot change";
    BallotIsPrinted { ballot: String } = "{ballot} was printed: it can be withdrawn, not deleted";
    BallotIsShown { ballot: String } = "{ballot} is shown in the hall: show something else first";
    BallotNotPrinted { ballot: String } = "{ballot} is not printed, or was changed after printing";
    MorePresentThanDeputies { present: u32, all_deputies: u32 } = "{present} present of {all_deputies} deputies";
    AttendanceNotCounted = "the people present are not counted yet";
    NoQuorum { present: u32, needed: u32, all_deputies: u32 } = "{present} of {all_deputies} present, {needed} needed";
    NoSuchRound { round: RoundId } = "there is no round {round}";
    RoundAlreadyOpened { ballot: String } = "{ballot} was already issued";
    NothingToRedo { round: RoundId } = "round {round} is not void";
    MoreIssuedThanPrinted { issued: u32, printed: u32 } = "{issued} issued, only {printed} printed";
    PrintedTooFew { printed: u32, issued: u32, spoiled: u32 } = "{issued} issued and {spoiled} replaced, only {printed} printed";
    NotCollected = "the box is not opened yet";
    CollectionNotAnnounced = "the validity of the vote is not announced yet";
    CollectionAnnounced = "the numbers of the box were announced and stand";
    VoteIsVoid { returned: u32, issued: u32, present: u32, valid_if: ValidIf } = "the vote is void: {returned} returned, {issued} issued, {present} present";
    ReasonMissing = "a reason is needed";
    BundleIsKeyed { bundle: BundleNo } = "bundle {bundle} is keyed and would change: give it back first";
    RoundBrokenOff { ballot: String } = "the vote on {ballot} was broken off";
    CorrectedToTheSame { title: String } = "what was announced of {title} says the same";
    NoBallotChosen = "no ballot is chosen that is handed out";
    CollectedAlready { ballot: String } = "{ballot} was collected already";
    VoteNotVoid { ballot: String } = "the vote on {ballot} was not announced void";
    RedoIsOut { ballot: String } = "ballots of the redo of {ballot} are out";
    NothingReturned = "no sheet was returned: there is nothing to certify";
    NoSuchBundle { bundle: BundleNo, bundles: u32 } = "there is no bundle {bundle} of {bundles}";
    BundleTaken { bundle: BundleNo, name: String } = "{name} has bundle {bundle}";
    BundleNotTaken { bundle: BundleNo } = "nobody has bundle {bundle}";
    BundleInHand { bundle: BundleNo } = "bundle {bundle} is still in hand";
    BundleClosed { bundle: BundleNo } = "bundle {bundle} was handed in";
    BundleNotHandedIn { bundle: BundleNo } = "bundle {bundle} is not handed in";
    BundleIsRuled { bundle: BundleNo, sheet: SheetNo } = "bundle {bundle} sheet {sheet} is ruled on: take that back first";
    PassesApart { bundle: BundleNo, first: u32, second: u32 } = "bundle {bundle}: {first} sheets in the first keying, {second} in the second";
    PassTotalDiffers { pass: Pass, keyed: u32, returned: u32 } = "{pass:?} keying: {keyed} sheets, {returned} returned";
    BundleIsWhole { bundle: BundleNo, sheets: u32 } = "all {sheets} sheets of bundle {bundle} are keyed";
    BundleNotWhole { bundle: BundleNo, keyed: u32, sheets: u32 } = "bundle {bundle}: {keyed} of {sheets} sheets keyed";
    KeyedInTheOtherPass { bundle: BundleNo, name: String } = "{name} keyed bundle {bundle} in the other pass";
    BundleIsLent { bundle: BundleNo, name: String } = "{name} keys bundle {bundle} on another computer";
    BundleNotHere { bundle: BundleNo } = "bundle {bundle} is not among those of this desk";
    NoBundleChosen = "no bundle is chosen";
    OnlyKeyedHere = "nothing but keying is done at a desk away";
    NotADeskAway = "the file holds no bundles that went out";
    NoSuchLoan { loan: LoanId } = "this session knows of no loan {loan} that begins so";
    LoanOfAnotherSession { title: String } = "the file belongs to {title}";
    LoanOfAnotherRound { round: RoundId, ballot: String } = "the file belongs to round {round}, {ballot}";
    LoanOfAnotherTeller { name: String } = "{name} keyed the file and brings it back";
    LoanIsBack { bundles: Vec<BundleNo> } = "bundles {bundles:?} were brought back";
    LoanCalledBack { name: String, reason: String } = "{name} called the file back: {reason}";
    LoanChanged = "the file is not the one whose fingerprint was compared";
    LoanNotFinished { bundle: BundleNo, keyed: u32, sheets: u32 } = "bundle {bundle} is not handed in there: {keyed} of {sheets} sheets keyed";
    SheetOutOfOrder { expected: SheetNo, got: SheetNo } = "sheet {expected} is next, not {got}";
    SheetPutAside { sheet: SheetNo } = "sheet {sheet} lies half keyed: finish it first";
    OnlyTheLastSheet { last: SheetNo } = "only sheet {last}, the last one, can be called back";
    ReadingDoesNotFit = "the marks do not fit the ballot";
    NoWriteIns { contest: String } = "{contest}: no names can be written in";
    WriteInWithoutName = "a written-in name is empty";
    NamesakeUnclear { name: String } = "two deputies are called {name}: say which of them is meant";
    PassNotWhole { pass: Pass, bundle: BundleNo, keyed: u32, returned: u32 } = "{pass:?} keying: bundle {bundle} is missing, {keyed} of {returned} keyed";
    NothingDiffers { bundle: BundleNo, sheet: SheetNo } = "bundle {bundle} sheet {sheet}: nothing differs";
    NothingRuled { bundle: BundleNo, sheet: SheetNo } = "bundle {bundle} sheet {sheet}: no ruling to take back";
    NothingDoubtful { bundle: BundleNo, sheet: SheetNo } = "bundle {bundle} sheet {sheet}: nothing to rule on";
    AlreadyRuled { bundle: BundleNo, sheet: SheetNo } = "bundle {bundle} sheet {sheet} is already ruled on";
    NotOfOneKind = "only sections of one kind are ruled on in one go, and a new reading is one section's";
    NobodyWroteIn { name: String } = "nobody wrote {name} in";
    NameIsMerged { name: String, into: String } = "{name} already counts as {into}: take that back first";
    NameIsNotMerged { name: String } = "nothing counts as {name}";
    MergeDisturbsRuling { bundle: BundleNo, sheet: SheetNo } = "bundle {bundle} sheet {sheet} was ruled on with the names as they are: take that back first";
    RowsStillOpen { bundle: BundleNo, sheet: SheetNo, open: u32 } = "bundle {bundle} sheet {sheet}: {open} rows still open";
    DifferencesOpen { sheets: u32 } = "{sheets} sheets still differ";
    SectionsOpen { sections: u32 } = "{sections} sections wait for the chief scrutineer";
    SheetsNotSettled { settled: u32, returned: u32 } = "{settled} of {returned} sheets are settled";
    TotalsDoNotFit = "the totals do not fit the ballot";
    TotalsOffReturned { contest: String, valid: u32, void: u32, returned: u32 } = "{contest}: {valid} valid and {void} void, {returned} returned";
    TotalsOffRow { contest: String, row: u32, total: u32, valid: u32 } = "{contest}, row {row}: {total} in all, {valid} valid";
    TotalsOffName { contest: String, name: String } = "{contest}: {name:?} cannot be a written-in name with these votes";
    HandTallyMissing = "the tally by hand is not entered yet";
    HandTallyDiffers { figures: u32 } = "the tally by hand and the keyed count differ in {figures} numbers";
    HandTallyAgrees = "the tally by hand and the keyed count do not differ";
    QuorumNotInCountFile { present: u32, needed: u32 } = "a count file knows the quorum of article 14 only: {present} present, {needed} needed";
    CountedByHand = "the round was counted by hand";
    NotCountedByHand = "the round was not counted by hand";
    PinNeeded { name: String } = "{name} must type the PIN";
    WrongPin { name: String, wrong: u32 } = "not the PIN of {name}, wrong {wrong} times";
    PinWait { name: String, seconds: u32 } = "the PIN of {name} was wrong too often: {seconds} seconds more";
    PinFigures { least: u32, most: u32 } = "a PIN has {least} to {most} figures";
    NoPin { name: String } = "{name} has set no PIN";
    FollowedByABallot { ballot: String } = "{ballot} followed the result and was handed out";
    AlreadyCertified = "the count is certified";
    NotCertified = "the count is not certified yet";
    TieOpen { names: Vec<String> } = "level at the cut line, not settled: {names:?}";
    NothingChosen = "nothing reached the threshold: there is nothing to decide on";
    NothingToChoose { ballot: String } = "{ballot} asks for grades: nothing is chosen by it";
    ReportNotPrinted = "the count report is not printed yet";
    ResultAnnounced = "the result was announced";
    ResultNotAnnounced = "the result is not announced yet";
    BallotWithdrawn { ballot: String } = "{ballot} was withdrawn";
    NotThatRound { ballot: String } = "{ballot} is not issued for that reason";
    NothingFollows { contest: String } = "{contest}: the result does not ask for this";
    AlreadySettled { contest: String } = "{contest}: what follows is already settled";
    ChooseOfTheTied { seats: u32, names: Vec<String> } = "choose {seats} of {names:?}";
    SeatsLeftDiffer { contest: String, seats: u32 } = "{contest}: {seats} seats are left";
    RuleOfTheFirstRound { contest: String } = "{contest}: the threshold is not what article 29 asks for";
    OnlyTheTied { contest: String, names: Vec<String> } = "{contest}: only those level at the cut line stand: {names:?}";
    AlreadyElected { contest: String, name: String } = "{contest}: {name} is already elected";
    NoSuchHandVote { vote: HandVoteId } = "there is no motion {vote}";
    MotionWithoutTitle = "the motion has no title";
    MotionTooLong { characters: u32, most: u32 } = "{characters} characters, the hall shows {most}";
    ThresholdOfPaper { title: String } = "{title}: without paper a threshold is of all or of those present";
    HandVoteOpen { title: String } = "{title} is put to the vote and not decided yet";
    HandVoteIsPut { title: String } = "{title} is put to the vote and cannot change";
    HandVoteNotPut { title: String } = "{title} is not put to the vote yet";
    HandVoteEnded { title: String } = "{title} is decided or withdrawn";
    HandsHaveVoted { title: String } = "{title}: hands were counted, it can no longer be withdrawn";
    PresentOfTheOtherBody { title: String } = "{title}: the congress is counted by attendance, those of the presidium are typed";
    MorePresentThanMembers { present: u32, members: u32 } = "{present} present of {members} members";
    PresidiumNotQuorate { present: u32, needed: u32, members: u32 } = "{present} of the presidium's {members} members present, {needed} needed";
    HandsNotAsAsked { title: String } = "{title} is not counted that way";
    MoreHandsThanPresent { raised: u32, present: u32 } = "{raised} hands, {present} present";
    HandsAlreadyCounted { title: String } = "{title}: both tellers have counted";
    HandsNotCounted { counted: u32, needed: u32 } = "{counted} of {needed} tellers have counted";
    HandsDiffer { title: String } = "{title}: the tellers differ";
    HandsDoNotDiffer { title: String } = "{title}: the tellers do not differ";
    LineEmpty = "the line for the hall is empty";
    LineTooLong { characters: u32, most: u32 } = "{characters} characters, a line for the hall has {most}";
    NoAgenda = "there is no agenda";
    NoSuchItem { item: String } = "the agenda has no item {item}";
    RosterEmpty = "there is no deputy on the roster";
    PaperNotOfThisVote { ballot: String } = "{ballot} has nothing this paper is about";
    NoSuchPaper { paper: PaperId } = "there is no paper {paper}";
    PaperNotEditable { title: String } = "{title} is marked, counted or signed, and not to be edited";
    PaperWithoutText = "the text of the paper is empty";
    PaperWithoutNumber = "only a notice has a number";
    NoPastProjects = "last year's projects are not listed";
}
