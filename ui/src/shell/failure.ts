import type { Failure } from "#ui/bindings";

export type { Failure };

/** Anything a promise was rejected with, as a failure with its cause kept. */
export function asFailure(cause: unknown): Failure {
  if (typeof cause === "object" && cause !== null && "kind" in cause) return cause as Failure;
  return { kind: "failed", code: "window", said: cause instanceof Error ? cause.message : String(cause) };
}
