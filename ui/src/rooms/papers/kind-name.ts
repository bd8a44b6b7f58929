// What a kind of paper is called.
import type { PaperKind, RoundLabel } from "#ui/bindings";
import { t } from "#ui/text/index.svelte";

/** One paper of rules for several ballots is called by what they do, a list of those chosen by what a vote is about. */
export function kindName(kind: PaperKind, vote: RoundLabel | null = null): string {
  if (kind.paper === "chosen_list" && vote?.matter === "persons") return t().papers.electedList;
  return kind.paper === "session_rules" ? t().papers.rulesOf[kind.of] : t().papers.kinds[kind.paper];
}
