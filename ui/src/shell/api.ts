// Every question the window may put to the shell: each asked and answered as the Rust command says, so that nothing here
// is cast by hand. Nothing else in the front end calls `invoke`.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import type {
  Ballot,
  Command,
  Commands,
  Failure,
  HallSays,
  HandVoteId,
  Language,
  MadeUp,
  ManualRole,
  Meeting,
  NextAsked,
  PaperId,
  PaperKind,
  PaperStyle,
  Pass,
  PersonId,
  RoundId,
  Scene,
  Sides,
  StrokeOrder,
  TableAsked,
  TableSource,
  TableTarget,
  ToLend,
} from "#ui/bindings";
import { asFailure } from "./failure";

async function ask<N extends keyof Commands>(
  name: N,
  asked: Commands[N]["asked"],
): Promise<Commands[N]["answer"]> {
  try {
    return await invoke<Commands[N]["answer"]>(name, asked);
  } catch (cause) {
    throw asFailure(cause);
  }
}

let recorded: () => void = () => undefined;

/** Calls back after every question by which this window has recorded something, before whoever asked goes on. */
export function onRecorded(told: () => void): void {
  recorded = told;
}

/** Asks for what is recorded. */
async function record<N extends keyof Commands>(
  name: N,
  asked: Commands[N]["asked"],
): Promise<Commands[N]["answer"]> {
  const answer = await ask(name, asked);
  recorded();
  return answer;
}

export const startView = () => ask("start_view", {});
export const newSession = (meeting: Meeting, secretary: string) => ask("new_session", { meeting, secretary });
/** What the system's dialogs are to speak: the language of the page. */
const language = (): Language => (document.documentElement.lang === "en" ? "en" : "zh");

/** Without a path the system's dialog opens; false when it was cancelled. */
export const openSession = (path?: string) => ask("open_session", { path, language: language() });
/** What the last session brings; without a path the system's dialog opens. Null when it was cancelled. */
export const lookAtLast = (path?: string) => ask("look_at_last", { path, language: language() });
/** Makes the next session from the one looked at last. */
export const beginNext = (asked: NextAsked) => ask("begin_next", { asked });
export const openSample = () => ask("open_sample", {});
/** What was found of the open session where a kill or a power cut had left it; null where nothing was, and after it was told. */
export const recovered = () => ask("recovered", {});
export const closeSession = () => ask("close_session", {});

/** With the PIN of the actor where one is set and the command asks for it. */
export const perform = (command: Command, actor: PersonId, pin?: string) =>
  record("perform", { command, actor, pin });
/** Sets one's own PIN, or changes it with the one before. */
export const setPin = (person: PersonId, old: string | null, pin: string) =>
  record("set_pin", { person, old, pin });

/** Nobody sits at the desk of this machine any more. */
export const leaveDesk = () => ask("leave_desk", {});

export const frameView = () => ask("frame_view", {});
export const checklistView = () => ask("checklist_view", {});
export const prepareView = () => ask("prepare_view", {});
export const sittingsView = () => ask("sittings_view", {});
export const projectsView = () => ask("projects_view", {});
export const floorView = () => ask("floor_view", {});
export const countView = (round: RoundId) => ask("count_view", { round });
export const deskView = (round: RoundId, pass: Pass, teller: PersonId) =>
  ask("desk_view", { round, pass, teller });
export const handDeskView = (vote: HandVoteId, teller: PersonId) => ask("hand_desk_view", { vote, teller });
export const papersView = () => ask("papers_view", {});
export const hallView = () => ask("hall_view", {});
/** What the hall's page has drawn: a picture counts as shown only once it has said so. */
export const hallDrawn = (says: HallSays) => ask("hall_drawn", { says });
/** The operator's list of pictures. */
export const hallRoomView = () => ask("hall_room_view", {});
/** What the hall would see if this scene were pushed. */
export const hallPreview = (scene: Scene) => ask("hall_preview", { scene });

/** What a table would come in as; null when the dialog was cancelled. */
export const lookAtTable = (source: TableSource, asked: TableAsked) =>
  ask("look_at_table", { source, asked, language: language() });
/** What the table looked at last comes in as. */
export const takeTable = (asked: TableAsked) => ask("take_table", { asked });
/** Writes a list as a workbook beside the session. */
export const saveTable = (target: TableTarget) => ask("save_table", { target });
/** Writes the result of a certified round as a workbook beside the session. */
export const saveResults = (round: RoundId) => ask("save_results", { round });
/** Writes the tables of the projects as a workbook. */
export const saveProjects = () => ask("save_projects", {});
/** An amount as typed, in yuan, read as in a list; null for what is none. */
export const amountOf = (text: string) => ask("amount_of", { text });
/** Readings of texts, in full and by initials, a line for each. */
export const spellings = (texts: string[]) => ask("spellings", { texts });
/** Indices into `names` in their new order, and the names whose places a person decides. */
export const orderByStrokes = (names: string[], by: StrokeOrder) => ask("order_by_strokes", { names, by });
/** Indices of the candidates in the order of a primary. */
export const orderAfterPrimary = (votes: (number | null)[]) => ask("order_after_primary", { votes });

/** The proposals as they stand today. */
export const proposalsView = () => ask("proposals_view", {});
/** What every deputy did. */
export const recordView = () => ask("record_view", {});
/** Writes every proposal and how it stands today as a workbook beside the session. */
export const saveProposals = () => ask("save_proposals", {});
/** Writes what every deputy did as a workbook beside the session. */
export const saveRecord = () => ask("save_record", {});

/** Bundles go out in a file; without a path the system asks where. Null when that was cancelled. */
export const lendBundles = (lend: ToLend, actor: PersonId, path?: string) =>
  record("lend_bundles", { lend, actor, path, language: language() });
/** A file that came back, to be compared; without a path the system asks which. Null when that was cancelled. */
export const readLoan = (round: RoundId, path?: string) =>
  ask("read_loan", { round, path, language: language() });
/** The head is the fingerprint that was compared with the other screen. */
export const bringBack = (round: RoundId, path: string, head: string, actor: PersonId) =>
  record("bring_back", { round, path, head, actor });

/** What a new ballot can start from. */
export const presets = () => ask("presets", {});

export const issuePaper = (of: PaperKind, actor: PersonId) => record("issue_paper", { of, actor });
export const openPaper = (paper: PaperId) => ask("open_paper", { paper });
export const savePaper = (paper: PaperId) => ask("save_paper", { paper });

/** Null when the dialog was cancelled. */
export const savePapers = (papers: PaperId[], merged: boolean) =>
  ask("save_papers", { papers, merged, language: language() });
/** Writes an issued paper as a DOCX beside the session. */
export const saveEditable = (paper: PaperId, actor: PersonId) => record("save_editable", { paper, actor });
export const saveAllEditable = (papers: PaperId[], actor: PersonId) =>
  record("save_all_editable", { papers, actor, language: language() });
/** How many copies went to the printer is recorded. */
export const printPaper = (paper: PaperId, copies: number, sides: Sides, actor: PersonId) =>
  record("print_paper", { paper, copies, sides, actor });
export const paperText = (of: PaperKind) => ask("paper_text", { of });
/** What a ballot being typed comes to. */
export const ballotSettings = (ballot: Ballot) => ask("ballot_settings", { ballot });
/** What of a ballot being typed would stop or lengthen its papers. */
export const ballotHindrances = (ballot: Ballot) => ask("ballot_hindrances", { ballot });
/** The PDF of a ballot as it is typed. */
export const previewBallot = (ballot: Ballot) => ask("preview_ballot", { ballot });
export const paperFaults = (of: PaperKind, text: string) => ask("paper_faults", { of, text });
/** The PDF that a text would make. */
export const pagesOf = (of: PaperKind) => ask("pages_of", { of });
export const previewPaper = (of: PaperKind, text: string) => ask("preview_paper", { of, text });
/** Without a text the program's own holds again. */
export const keepTemplate = (of: PaperKind, text: string | null) => ask("keep_template", { of, text });

/** What this machine has for a style; `again` looks for faces anew. */
export const faces = (style: PaperStyle, again: boolean) => ask("faces", { style, again });
/** A paper in a style not chosen yet; without one the specimen. */
export const previewStyle = (style: PaperStyle, of: PaperKind | null) => ask("preview_style", { style, of });
/** Without a style later sessions begin with the standard one. */
export const keepStyle = (style: PaperStyle | null) => ask("keep_style", { style });

/** Copies the open session into a rehearsal beside it, and opens that. */
export const rehearse = (actor: PersonId) => ask("rehearse", { actor });
/** Closes the open rehearsal and removes its file. */
export const discardRehearsal = () => ask("discard_rehearsal", {});
/** Keys a pass of a rehearsal to its end; of a thousand marks so many otherwise than they stand. */
export const simulateKeying = (round: RoundId, pass: Pass, slips: number) =>
  record("simulate_keying", { round, pass, slips });
/** The keying stops after its bundle. */
export const stopSimulating = () => ask("stop_simulating", {});

/** Sets a page of the manual and opens it in the system's viewer. */
export const openManual = (role: ManualRole) => ask("open_manual", { role });

export const exportCountFile = (round: RoundId) => ask("export_count_file", { round });
export const backUp = () => ask("back_up", { language: language() });
/** `printed` is a fingerprint as it stands on paper; empty to compare none. */
export const verify = (printed: string) => ask("verify", { printed: printed.trim() || null });
/** Writes a sealed session into an archive beside it. */
export const writeArchive = () => ask("write_archive", {});

/** How the copies in the second place stand. */
export const copiesView = () => ask("copies_view", {});
/** Lets the user choose where copies go by themselves; null when the dialog was cancelled. */
export const chooseCopies = () => ask("choose_copies", { language: language() });
export const stopCopies = () => ask("stop_copies", {});
export const about = () => ask("about", {});

export const showHall = () => ask("show_hall", {});
/** What was pushed stays pushed. */
export const closeHall = () => ask("close_hall", {});
/** The hall's page gives way to the operator's window. */
export const leaveHall = () => ask("leave_hall", {});
/** Without a screen the one it was on last, else the first that shows nothing of the operator's. */
export const hallFullScreen = (on: boolean, screen?: string) => ask("hall_full_screen", { on, screen });
export const hallWindow = () => ask("hall_window", {});

/** How large the operator's window shows everything; 1 is as designed. */
export const setZoom = async (zoom: number) => getCurrentWebview().setZoom(zoom);

/** Calls back after every change of the session; returns what ends it. */
export const onChanged = (changed: () => void) => on("session-changed", changed);
/** Calls back when the hall's window was opened, closed, moved or resized, or has drawn something else. */
export const onHallWindowChanged = (changed: () => void) => on("hall-window-changed", changed);
/** Calls back when the screen that the hall covered is gone. */
export const onHallScreenLost = (lost: () => void) => on("hall-screen-lost", lost);

/** Calls back when a second start named a file that was not opened. */
export const onNotOpened = (told: (failure: Failure) => void) => on<Failure>("not-opened", told);

/** Calls back with every file packed while an archive is written. */
export const onArchiveProgress = (told: (progress: { done: number; of: number }) => void) =>
  on<{ done: number; of: number }>("archive-progress", told);

/** Calls back with every bundle that the program has keyed in a rehearsal. */
export const onSimulationProgress = (told: (made: MadeUp) => void) => on<MadeUp>("simulation-progress", told);

/** Calls back when the copies in the second place stand otherwise. */
export const onCopiesChanged = (changed: () => void) => on("copies-changed", changed);

function on<T>(event: string, act: (told: T) => void): () => void {
  const ending = listen<T>(event, ({ payload }) => act(payload));
  return () => {
    ending.then((end) => end());
  };
}
