// One teller at work: the bundle in hand, the sheet being keyed, and what still has to be recorded. Strokes act at once on
// the sheet here; the next sheet opens without waiting for the journal, and whatever fails stops the keying and shows it.
import type {
  BundleNo,
  Command,
  DeskBundle,
  DeskView,
  InHand,
  KeyingCommand,
  Pass,
  PersonId,
  Place,
  RoundId,
  SectionReading,
  Unfinished,
  WriteIn,
} from "#ui/bindings";
import { asFailure, type Failure } from "#ui/shell/failure";
import type { Stroke } from "./keys";
import { Outgoing } from "./outgoing";
import {
  type Answer,
  emptySheet,
  isTouched,
  pointAt,
  press,
  rowsSet,
  withDoubt,
  withWriteIns,
} from "./sheet";
import type { Sounds } from "./tick";

/** What the desk needs from outside. */
export interface DeskPorts {
  view(round: RoundId, pass: Pass, teller: PersonId): Promise<DeskView>;
  perform(command: Command, actor: PersonId): Promise<unknown>;
  /** Nobody sits here any more; what was keyed is on record. */
  leave(): void;
  sounds: Sounds;
}

/** Whose desk it is. */
export interface Seat {
  round: RoundId;
  pass: Pass;
  teller: PersonId;
}

/** The bundle lies on the table, its next sheet in hand. */
export interface Holding {
  bundle: BundleNo;
  sheet: number;
  sheets: number;
  /** The last sheet to be keyed now; those after it are keyed already where one had been skipped. */
  last: number;
}

/** Choosing a bundle, keying its sheets, or all of them keyed and to be handed in. */
export type Stage = "bundles" | "keying" | "whole";

/** Why keying has stopped: which command was not recorded, and the cause. */
export interface Stopped {
  sheet: number | null;
  failure: Failure;
}

export class DeskWork {
  view = $state.raw<DeskView | null>(null);
  stage = $state<Stage>("bundles");
  holding = $state.raw<Holding | null>(null);
  sheet = $state.raw<Unfinished>({ sections: [], section: 0, row: 0 });
  said = $state.raw<Answer>({ say: "nothing" });
  stopped = $state.raw<Stopped | null>(null);

  readonly seat: Seat;
  readonly #ports: DeskPorts;
  readonly #outgoing: Outgoing<KeyingCommand>;
  /** The sheet was fetched back, after a pause or by calling it back: it must be ended before another one is. */
  fetched = $state(false);
  #waiting = false;
  #held: Stroke[] = [];

  constructor(seat: Seat, ports: DeskPorts) {
    this.seat = seat;
    this.#ports = ports;
    this.#outgoing = new Outgoing(
      (command) => ports.perform({ room: "keying", command }, seat.teller),
      (reason, command) => {
        this.stopped = { sheet: "sheet" in command ? command.sheet : null, failure: asFailure(reason) };
      },
    );
  }

  /** The sheets of a bundle keyed so far; the one in hand is counted here, not in the view. */
  keyedIn(bundle: BundleNo): number {
    if (this.stage !== "bundles" && this.holding?.bundle === bundle) return keyedOf(this.holding);
    return this.view?.bundles.find((it) => it.bundle === bundle)?.keyed ?? 0;
  }

  /** Whether the sheet before can be called back. */
  get recallable(): boolean {
    return this.holding !== null && this.holding.sheet > 1 && !this.fetched;
  }

  /** Whether something is on the sheet that the journal does not have. */
  get unsaved(): boolean {
    return this.stage === "keying" && isTouched(this.sheet);
  }

  /** Reads where this teller stands, and shows the bundles. */
  async load(): Promise<void> {
    const { round, pass, teller } = this.seat;
    try {
      this.view = await this.#ports.view(round, pass, teller);
      this.stopped = null;
    } catch (reason) {
      this.stopped = { sheet: null, failure: asFailure(reason) };
    }
    this.stage = "bundles";
    this.holding = null;
  }

  /** Takes a bundle nobody has, and opens its first sheet. */
  async take(bundle: BundleNo): Promise<void> {
    await this.#still(async () => {
      if (!(await this.#recorded({ do: "take_bundle", place: this.#place(bundle) }))) return;
      await this.load();
      this.resume();
    });
  }

  /** Opens the next sheet of the bundle in hand, at the very row it was left. */
  resume(): void {
    const inHand = this.view?.in_hand;
    if (inHand) this.#open(inHand);
  }

  /** What a stroke does. While a sheet is being called back, strokes wait for it. */
  press(stroke: Stroke): void {
    if (this.#waiting) {
      this.#held.push(stroke);
    } else if (this.stage === "keying" && !this.stopped) {
      this.#pressOnSheet(stroke);
    } else if (this.stage === "whole" && !this.stopped) {
      this.#pressAtEnd(stroke);
    }
  }

  pointAt(section: number, row: number): void {
    this.sheet = pointAt(this.sheet, section, row);
    this.said = { say: "nothing" };
  }

  doubt(section: number, reason: string): void {
    this.sheet = withDoubt(this.sheet, section, reason);
    this.said = { say: "nothing" };
  }

  writeIn(section: number, names: WriteIn[]): void {
    this.sheet = withWriteIns(this.sheet, section, names);
  }

  /** Puts the question away that the last stroke raised. */
  answered(): void {
    this.said = { say: "nothing" };
  }

  /** Keeps the sheet as it is, row by row, and puts it aside: the seat is free. */
  async pause(): Promise<void> {
    await this.#still(async () => {
      if (!(await this.#kept())) return;
      await this.load();
      this.#ports.leave();
    });
  }

  /** Keeps the sheet when the desk is left without a word. */
  async leave(): Promise<void> {
    if (this.unsaved && !this.stopped) await this.#kept();
    this.#ports.leave();
  }

  /** Calls back the sheet keyed last; rows keyed on the present one are lost. */
  async recall(): Promise<void> {
    const holding = this.holding;
    if (!holding || !this.recallable) return;
    await this.#still(async () => {
      const place = this.#place(holding.bundle);
      if (!(await this.#recorded({ do: "recall_sheet", place, sheet: holding.sheet - 1 }))) return;
      await this.load();
      this.resume();
    });
  }

  /** Says how many sheets the bundle really holds; what is keyed of the present one is kept. */
  async count(sheets: number): Promise<void> {
    const holding = this.holding;
    if (!holding) return;
    await this.#still(async () => {
      if (this.unsaved && !(await this.#kept())) return;
      if (!(await this.#recorded({ do: "count_bundle", place: this.#place(holding.bundle), sheets }))) return;
      await this.load();
      this.resume();
    });
  }

  /** Hands the bundle in. */
  async close(): Promise<void> {
    const holding = this.holding;
    if (!holding || this.stage !== "whole") return;
    await this.#still(async () => {
      if (await this.#recorded({ do: "close_bundle", place: this.#place(holding.bundle) })) await this.load();
    });
  }

  /** Sends again what failed, and what waits behind it. */
  async retry(): Promise<void> {
    this.stopped = null;
    this.#outgoing.retry();
    if ((await this.#outgoing.settled()) && this.stage !== "keying") await this.load();
  }

  /** Forgets what was not recorded and starts from what is. */
  async reload(): Promise<void> {
    this.#outgoing.drop();
    await this.load();
  }

  #pressOnSheet(stroke: Stroke): void {
    const contests = this.view?.contests ?? [];
    const { sheet, answer } = press(this.sheet, contests, stroke);
    this.sheet = sheet;
    this.said = answer;
    if (answer.say === "complete") this.#end(answer.reading);
    else if (answer.say === "pause") void this.pause();
    else if (answer.say === "recall" && !isTouched(sheet)) void this.recall();
  }

  #pressAtEnd(stroke: Stroke): void {
    if (stroke.do === "end") void this.close();
    else if (stroke.do === "recall") void this.recall();
    else if (stroke.do === "pause") void this.pause();
  }

  #end(reading: SectionReading[]): void {
    const holding = this.holding;
    if (!holding) return;
    this.#outgoing.push({
      do: "key_sheet",
      place: this.#place(holding.bundle),
      sheet: holding.sheet,
      reading,
    });
    this.#openSheet({ ...holding, sheet: holding.sheet + 1 }, null);
  }

  #open(inHand: InHand): void {
    this.#openSheet(inHand, inHand.unfinished);
  }

  /** Nothing of the sheet before stays. */
  #openSheet({ bundle, sheet, sheets, last }: Holding, unfinished: Unfinished | null): void {
    this.holding = { bundle, sheet, sheets, last };
    this.fetched = unfinished !== null;
    this.sheet = unfinished ?? emptySheet(this.view?.contests ?? []);
    this.said = { say: "nothing" };
    this.stage = sheet > last ? "whole" : "keying";
    if (this.stage === "whole") this.#ports.sounds.bundle();
    else this.#ports.sounds.sheet();
  }

  async #recorded(command: KeyingCommand): Promise<boolean> {
    this.#outgoing.push(command);
    return this.#outgoing.settled();
  }

  async #kept(): Promise<boolean> {
    if (this.stage !== "keying" || !this.holding) return this.#outgoing.settled();
    const { bundle, sheet } = this.holding;
    return this.#recorded({ do: "pause_sheet", place: this.#place(bundle), sheet, unfinished: this.sheet });
  }

  /** Does something the journal must answer first; strokes meanwhile are held and come after it, none is lost. */
  async #still(act: () => Promise<void>): Promise<void> {
    if (this.#waiting) return;
    this.#waiting = true;
    await act();
    this.#waiting = false;
    const held = this.#held;
    this.#held = [];
    for (const stroke of held) this.press(stroke);
  }

  #place(bundle: BundleNo): Place {
    return { round: this.seat.round, pass: this.seat.pass, bundle };
  }
}

/** Whether this keyer can take a bundle. */
export function isFree({ state, refused }: DeskBundle): boolean {
  return state === "waiting" && refused === null;
}

/** Returns how many sheets of the bundle in hand are keyed. */
export function keyedOf({ sheet, sheets, last }: Holding): number {
  return sheet - 1 + (sheets - last);
}

/** Returns the rows keyed on a sheet that would be lost with it. */
export function rowsAtStake(sheet: Unfinished): number {
  return rowsSet(sheet).set;
}
