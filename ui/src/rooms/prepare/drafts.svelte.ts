// What was typed and not saved yet, kept while the person walks through other rooms.
import { SvelteMap } from "svelte/reactivity";
import type {
  Ballot,
  BallotId,
  Meeting,
  Observer,
  PastProjects,
  PrepareView,
  Sitting,
  Staff,
} from "#ui/bindings";
import { Draft } from "#ui/frame/draft.svelte";
import { type Page, pages } from "./pages";

const noMeeting: Meeting = {
  place: "",
  congress: 0,
  meeting: 0,
  all_deputies: 0,
  held_on: "",
  venue: "",
  agenda: [],
};

class Drafts {
  meeting = $state.raw(new Draft<Meeting>(noMeeting));
  observers = $state.raw(new Draft<Observer[]>([]));
  staff = $state.raw(new Draft<Staff[]>([]));
  sittings = $state.raw(new Draft<Sitting[]>([]));
  past = $state.raw(new Draft<PastProjects>({ year: 0, projects: [] }));
  ballots = new SvelteMap<BallotId, Draft<Ballot>>();

  follow(view: PrepareView): void {
    if (view.meeting) {
      this.meeting.follow(view.meeting);
      const lastYear = Number.parseInt(view.meeting.held_on, 10) - 1;
      this.past.follow(view.past ?? { year: lastYear, projects: [] });
    }
    this.observers.follow(view.observers);
    this.staff.follow(view.staff);
    for (const { ballot } of view.ballots) {
      const draft = this.ballots.get(ballot.id);
      if (draft) draft.follow(ballot);
      else this.begin(ballot).settle();
    }
  }

  /** The pages on which something typed is not saved. */
  get unsaved(): Page[] {
    const ballots = [...this.ballots.values()].some((draft) => draft.dirty);
    const dirty: Record<Page, boolean> = {
      meeting: this.meeting.dirty,
      deputies: false,
      observers: this.observers.dirty,
      staff: this.staff.dirty,
      sittings: this.sittings.dirty,
      ballots,
      past: this.past.dirty,
    };
    return pages.filter((page) => dirty[page]);
  }

  /** A form for a ballot; unsaved until it settles. */
  begin(ballot: Ballot): Draft<Ballot> {
    const draft = new Draft(ballot);
    this.ballots.set(ballot.id, draft);
    return draft;
  }

  forget(): void {
    this.meeting = new Draft(noMeeting);
    this.observers = new Draft<Observer[]>([]);
    this.staff = new Draft<Staff[]>([]);
    this.sittings = new Draft<Sitting[]>([]);
    this.past = new Draft<PastProjects>({ year: 0, projects: [] });
    this.ballots.clear();
  }
}

export const drafts = new Drafts();
