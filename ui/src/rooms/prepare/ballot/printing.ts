// A ballot, and what goes with it, issued and sent to the printer in one act.
import type { BallotId, OutPaper, PreparedBallot, ToIssue } from "#ui/bindings";
import { secretary } from "#ui/frame/actors";
import * as api from "#ui/shell/api";
import { t } from "#ui/text/index.svelte";

export const nameOf = ({ kind }: Pick<OutPaper, "kind">) => t().papers.kinds[kind.paper];

export const isBallot = ({ kind }: Pick<ToIssue, "kind">, ballot: BallotId) =>
  kind.paper === "ballot" && kind.ballot === ballot;

/** Copies as they come out of the printer: whole sheets. */
export const onWholeSheets = (copies: number, perSheet: number) => Math.ceil(copies / perSheet) * perSheet;

/** What is to be issued before it can be printed: nothing where what is out holds. */
export function toIssue(prepared: PreparedBallot): ToIssue[] {
  const { ballot, current, to_issue } = prepared;
  if (current || to_issue.some((one) => isBallot(one, ballot.id))) return to_issue;
  return [{ kind: { paper: "ballot", ballot: ballot.id }, copies: 0 }, ...to_issue];
}

/** As many as were printed of the one before; else one for every deputy. */
export const usualCopies = ({ ballot, to_issue, copies }: PreparedBallot) =>
  to_issue.find((one) => isBallot(one, ballot.id))?.copies || copies;

/** Issues what no longer holds or never was, and prints: of the ballot so many, of the rest as many as there were. */
export async function printAll(prepared: PreparedBallot, copies: number): Promise<void> {
  const fresh = toIssue(prepared);
  for (const { kind } of fresh) await api.issuePaper(kind, secretary());
  const { papers } = await api.papersView();
  const wanted = fresh.filter((one) => !isBallot(one, prepared.ballot.id));
  wanted.unshift({ kind: { paper: "ballot", ballot: prepared.ballot.id }, copies });
  for (const { kind, copies } of wanted) {
    const same = JSON.stringify(kind);
    const issue = papers
      .find((paper) => JSON.stringify(paper.kind) === same)
      ?.issues.find((one) => !one.superseded);
    if (issue && copies > 0) await api.printPaper(issue.paper, copies, "one", secretary());
  }
}
