import type { Refusal } from "../bindings/Refusal";

/** What a question to the shell is answered with when nothing was done. */
export type Failure =
  | { kind: "refused"; refusal: Refusal }
  | { kind: "failed"; code: string; detail: string };

/** Anything a promise was rejected with, as a failure with its cause kept. */
export function asFailure(cause: unknown): Failure {
  if (typeof cause === "object" && cause !== null && "kind" in cause) return cause as Failure;
  return { kind: "failed", code: "io", detail: cause instanceof Error ? cause.message : String(cause) };
}
