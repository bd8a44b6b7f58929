// What a person ticked on the checklists. Kept with the program on this machine by the name of the session, never in a session: the
// record says nothing that it does not know.
const KEPT = "piaojue.ticks";
/** So many sessions are remembered; the oldest is forgotten first. */
const MOST = 20;

type Kept = [session: string, ticked: string[]][];

function read(): Kept {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(found) ? (found as Kept) : [];
  } catch {
    return [];
  }
}

class Ticks {
  #kept = $state.raw<Kept>(read());

  of(session: string): string[] {
    return this.#kept.find(([name]) => name === session)?.[1] ?? [];
  }

  toggle(session: string, check: string): void {
    const before = this.of(session);
    const now = before.includes(check) ? before.filter((it) => it !== check) : [...before, check];
    const others = this.#kept.filter(([name]) => name !== session);
    this.#kept = [...others, [session, now] satisfies Kept[number]].slice(-MOST);
    localStorage.setItem(KEPT, JSON.stringify(this.#kept));
  }
}

export const ticks = new Ticks();
