// What stands on a roll while it is being ticked; who is not on it is absent.
import type { Called, EntitledView, Leave, Presence, RollStanding } from "#ui/bindings";

export type State = "absent" | "present" | "late" | "left" | Leave;

/** Somebody ticked; of who came late or left early the hour may still be missing. */
type Mark = Presence | { is: "late" | "left"; at: string | null };

/** By number on the roster. */
export type Ticked = Record<number, Mark | null>;

export function tickedOf(roll: Called[]): Ticked {
  return Object.fromEntries(roll.map(({ member, presence }) => [member.number, presence]));
}

export function stateOf(mark: Mark | null): State {
  if (mark === null) return "absent";
  return mark.is === "excused" ? mark.leave : mark.is;
}

/** What is to be recorded; null while an hour is missing. */
export function called(entitled: EntitledView[], ticked: Ticked): Called[] | null {
  const roll: Called[] = [];
  for (const { member } of entitled) {
    const mark = ticked[member.number] ?? null;
    if (mark === null) continue;
    if ((mark.is === "late" || mark.is === "left") && mark.at === null) return null;
    roll.push({ member, presence: mark as Presence });
  }
  return roll;
}

/** Of those who are `there` a quorum is made. */
export function figuresOf(entitled: EntitledView[], ticked: Ticked, there: RollStanding[]) {
  const states = entitled.map(({ member }) => stateOf(ticked[member.number] ?? null));
  const count = (...some: State[]) => states.filter((state) => some.includes(state)).length;
  return {
    present: states.filter((state) => there.some((one) => one === state)).length,
    excused: count("sick", "personal", "official"),
    absent: count("absent"),
  };
}
