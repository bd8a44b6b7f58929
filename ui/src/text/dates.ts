import { t } from "./index.svelte";

/** A day typed in any usual way (2026年1月16日, 2026-1-16, 2026.1.16) as `YYYY-MM-DD`; empty if it is none. */
export function isoDate(typed: string): string {
  const parts = typed.normalize("NFKC").match(/^\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/);
  if (!parts) return "";
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : "";
}

/** Today on this machine, as `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  return isoDate(`${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`);
}

/** `2026-01-16` as it is written in a paper; empty stays empty. */
export function dateInWords(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  if (!year || !month || !day) return "";
  return t().common.date(year, month, day);
}

/** A moment of the record in this machine's time. */
export function momentInWords(at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  const day = t().common.date(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
  return `${day} ${clock(moment)}`;
}

/** Hours and minutes of this machine's time. */
export function clock(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** Returns an hour as the record keeps it, 14:30:00, from what was typed: 14:30, 14：30, 1430; null where it is none. */
export function hourFrom(typed: string): string | null {
  const [, hour, minute] = /^\s*([01]?\d|2[0-3])\s*[:：点]?\s*([0-5]\d)\s*分?\s*$/u.exec(typed) ?? [];
  return hour && minute ? `${hour.padStart(2, "0")}:${minute}:00` : null;
}

/** Returns an hour as it is read: 14:30. */
export function hourOf(hour: string | null): string {
  return hour?.slice(0, 5) ?? "";
}
