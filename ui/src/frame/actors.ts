import { type Absence, DUTIES, type PersonId, type Role, type Staff } from "#ui/bindings";
import { session } from "./session.svelte";

type Rooms = typeof DUTIES;

/** What is asked in somebody's name: the room it is asked in, and what. */
export type Duty = { [R in keyof Rooms]: readonly [R, keyof Rooms[R]] }[keyof Rooms];

function rowOf([room, act]: Duty): { who: readonly Role[]; pin: string } {
  return (DUTIES[room] as Record<string, { who: readonly Role[]; pin: string }>)[act] ?? { who: [], pin: "" };
}

/** Everybody who may ask for this, by role and as appointed. */
export function whoMay(duty: Duty): Staff[] {
  return rowOf(duty).who.flatMap(staffWith);
}

/** Those of the staff with these ids, in their order. */
export function peopleOf(ids: readonly PersonId[]): Staff[] {
  return ids.flatMap((id) => session.frame?.staff.find((person) => person.id === id) ?? []);
}

/** Whether somebody types a PIN for this each time. */
export function asksPin(duty: Duty, person: PersonId): boolean {
  const { pin } = rowOf(duty);
  const chief = staffWith("chief_scrutineer").some((one) => one.id === person);
  return pin === "afresh" || (pin === "afresh_of_chief" && chief);
}

/** Everybody with this role, in the order they were appointed. */
function staffWith(role: Role): Staff[] {
  return session.frame?.staff.filter((person) => person.role === role) ?? [];
}

/** 秘书: acts in prepare, floor, hall and papers. Empty while nobody is appointed, which the session refuses. */
export function secretary(): PersonId {
  return staffWith("secretary")[0]?.id ?? "";
}

/** Whether a person has set a PIN, and so must type it. */
export function hasPin(id: PersonId): boolean {
  return session.frame?.pins.includes(id) ?? false;
}

/** Why a person is not in the room, as the roll says; null for one who is, or was never called. */
export function absenceOf(id: PersonId): Absence | null {
  return session.frame?.absent.find(({ person }) => person === id)?.why ?? null;
}

/** The name of a person on the staff. */
export function nameOf(id: PersonId): string {
  return session.frame?.staff.find((person) => person.id === id)?.name ?? id;
}
