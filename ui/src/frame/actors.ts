import type { Absence, PersonId, Role, Staff } from "#ui/bindings";
import { session } from "./session.svelte";

/** Everybody with this role, in the order they were appointed. */
export function staffWith(role: Role): Staff[] {
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
