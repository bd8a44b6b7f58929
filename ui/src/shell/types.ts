import type { ContestOption } from "../bindings/ContestOption";
import type { Project } from "../bindings/Project";

/** A session file opened before. */
export type Recent = { path: string; title: string; opened_at: string };

/** What the start screen shows. */
export type StartView = { recent: Recent[]; folder: string; opened: string | null };

/** A file the program wrote. */
export type Saved = { path: string };

/** A list that was read in. */
export type Imported = { rows: number };

/** Projects read in for the ballot editor, options and facts in the same order. */
export type ImportedProjects = { options: ContestOption[]; projects: Project[] };

/** What recomputing the hash chain found. */
export type Verified = { entries: number; head: string; wrong: { seq: number; reason: string } | null };
