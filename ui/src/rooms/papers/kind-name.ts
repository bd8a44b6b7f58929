// What a kind of paper is called.
import type { PaperKind } from "#ui/bindings";
import { t } from "#ui/text/index.svelte";

/** One paper of rules for several ballots is called by what they do. */
export function kindName(kind: PaperKind): string {
  return kind.paper === "session_rules" ? t().papers.rulesOf[kind.of] : t().papers.kinds[kind.paper];
}
