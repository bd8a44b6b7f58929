import type { PersonId, Role, Staff } from "#ui/bindings";
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

/** The name of a person on the staff. */
export function nameOf(id: PersonId): string {
  return session.frame?.staff.find((person) => person.id === id)?.name ?? id;
}
