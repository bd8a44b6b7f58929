// Many papers as one act: all of them issued, all of them saved. How far it is stands on the screen, and what could not be
// issued is told by name: nothing is left out in silence.
import type { IssueView, PaperId, PaperView, Saved } from "#ui/bindings";
import { secretary } from "#ui/frame/actors";
import { roundWord } from "#ui/frame/round-label";
import { attempt, session } from "#ui/frame/session.svelte";
import * as api from "#ui/shell/api";
import { failureSentence } from "#ui/text/failure-sentence";
import { t } from "#ui/text/index.svelte";
import { kindName } from "./kind-name";

export const keyOf = (paper: PaperView) => JSON.stringify(paper.kind);
export const currentOf = (paper: PaperView): IssueView | undefined =>
  paper.issues.find((issue) => !issue.superseded);
const issuable = (of: PaperView[]) => of.filter((paper) => !paper.missing && !currentOf(paper));
/** What is to be issued now and is not, or no longer holds; never what the day will spoil again. */
export const openOf = (of: PaperView[]) => issuable(of).filter((paper) => paper.ripe);
/** What could be issued, but not for good: it is issued by itself, on its own page. */
export const unripeOf = (of: PaperView[]) => issuable(of).filter((paper) => !paper.ripe);
export function nameOf({ kind, vote }: PaperView): string {
  const word = vote && roundWord(vote);
  return kindName(kind, vote) + (word ? t().papers.ofVote(word) : "");
}

/** Saves the papers of these numbers; nothing when no folder was chosen. */
type Save = (issued: PaperId[]) => Promise<Saved | null>;
type NotIssued = { name: string; of: string; why: string };

class Together {
  /** How many of how many are issued; null while nothing is under way. */
  progress = $state.raw<{ done: number; of: number } | null>(null);
  failed = $state.raw<NotIssued[]>([]);
  /** All papers, while the person is asked whether to issue those that are open. */
  proposed = $state.raw<PaperView[] | null>(null);
  /** What is to be saved while some of it is not issued: the person is asked. */
  asking = $state.raw<{ papers: PaperView[]; fits: (issue: IssueView) => boolean; save: Save } | null>(null);

  /** Issues what can be issued of these, one after the other. */
  async issue(of: PaperView[]): Promise<number> {
    const open = openOf(of);
    const failed: NotIssued[] = [];
    this.failed = [];
    this.progress = { done: 0, of: open.length };
    for (const [index, paper] of open.entries()) {
      const failure = await attempt(() => api.issuePaper(paper.kind, secretary()));
      if (failure) failed.push({ name: nameOf(paper), of: paper.of, why: failureSentence(failure) });
      this.progress = { done: index + 1, of: open.length };
    }
    this.progress = null;
    this.failed = failed;
    return open.length - failed.length;
  }

  /** The person has seen which ones they are. */
  async issueAll(of: PaperView[]): Promise<void> {
    this.proposed = null;
    const issued = await this.issue(of);
    session.say(t().papers.together.issued(issued, of.filter((paper) => paper.missing).length));
  }

  /** Saves those issued; asks first where others could be issued too. */
  async saveAll(
    papers: PaperView[],
    save: Save,
    fits: (issue: IssueView) => boolean = () => true,
  ): Promise<void> {
    if (openOf(papers).length > 0) this.asking = { papers, fits, save };
    else await this.save(papers, save, fits);
  }

  /** The answer to what was asked. */
  async answer(issueFirst: boolean): Promise<void> {
    const asked = this.asking;
    this.asking = null;
    if (!asked) return;
    let papers = asked.papers;
    if (issueFirst) {
      await this.issue(papers);
      const keys = new Set(papers.map(keyOf));
      papers = (await api.papersView()).papers.filter((paper) => keys.has(keyOf(paper)));
    }
    await this.save(papers, asked.save, asked.fits);
  }

  private async save(papers: PaperView[], save: Save, fits: (issue: IssueView) => boolean): Promise<void> {
    const issued = papers.flatMap((paper) => currentOf(paper) ?? []).filter(fits);
    if (issued.length === 0) {
      session.say(t().papers.nothingIssued);
      return;
    }
    try {
      const saved = await save(issued.map((issue) => issue.paper));
      const left = papers.filter((paper) => !currentOf(paper)).length;
      if (saved) session.say(t().papers.together.saved(issued.length, saved.path, left));
    } catch (cause) {
      session.show(cause);
    }
  }
}

export const together = new Together();
