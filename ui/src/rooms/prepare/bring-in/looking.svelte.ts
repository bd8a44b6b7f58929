// A table on its way in: what was asked of it, and what the program made of it. Every correction goes back and the
// preview is made again; nothing is decided here.
import type {
  Assignment,
  PreviewRow,
  TableAsked,
  TableLook,
  TableOptions,
  TablePreview,
  TableSource,
  TableTaken,
  TableTarget,
} from "#ui/bindings";
import * as api from "#ui/shell/api";

export class Looking {
  look = $state.raw<TableLook | null>(null);
  options = $state<TableOptions>({
    sheet: null,
    heading: null,
    assigned: [],
    absent: [],
    leave_empty: false,
    corrected: [],
    left_out: [],
  });
  keep = $state(false);
  readonly target: TableTarget;

  constructor(target: TableTarget, keep: boolean) {
    this.target = target;
    this.keep = keep;
  }

  get preview(): TablePreview | null {
    return this.look?.preview ?? null;
  }

  get asked(): TableAsked {
    return { target: this.target, options: $state.snapshot(this.options), keep: this.keep };
  }

  /** Looks at a table; false when the user chose none. */
  async at(source: TableSource): Promise<boolean> {
    const look = await api.lookAtTable(source, this.asked);
    if (look) this.look = look;
    return look !== null;
  }

  again(): Promise<boolean> {
    return this.at({ from: "kept" });
  }

  take(): Promise<TableTaken | null> {
    return api.takeTable(this.asked);
  }

  correction(row: PreviewRow, column: string): string | undefined {
    return this.options.corrected.find(
      (one) => one.line === row.line && one.block === row.block && one.column === column,
    )?.text;
  }

  correct(row: PreviewRow, column: string, text: string): Promise<boolean> {
    const others = this.options.corrected.filter(
      (one) => one.line !== row.line || one.block !== row.block || one.column !== column,
    );
    this.options.corrected = [...others, { line: row.line, block: row.block, column, text }];
    return this.again();
  }

  leaveOut(line: number, out: boolean): Promise<boolean> {
    return this.leaveOutAll([line], out);
  }

  leaveOutAll(lines: number[], out: boolean): Promise<boolean> {
    const others = this.options.left_out.filter((one) => !lines.includes(one));
    this.options.left_out = out ? [...others, ...lines] : others;
    return this.again();
  }

  /** A column is this one of ours; null where it is none. */
  assign(heading: string, letter: string, column: string | null): Promise<boolean> {
    const same = (one: Assignment) => (heading === "" ? one.letter === letter : one.heading === heading);
    const of = heading === "" ? { heading, letter, column } : { heading, letter: null, column };
    // What stood for the same column of ours no longer does.
    const others = this.options.assigned.filter(
      (one) => !same(one) && (column === null || one.column !== column),
    );
    this.options.assigned = [of, ...others];
    return this.again();
  }

  without(column: string): Promise<boolean> {
    this.options.absent = [...this.options.absent, column];
    return this.again();
  }
}
