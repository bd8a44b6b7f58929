// A person on the floor: the day laid out, what is typed, what is given to be recorded.
import { fireEvent, screen } from "@testing-library/svelte";
import type { FloorCard, FloorView, StepName } from "#ui/bindings";
import { navigation } from "#ui/frame/navigation.svelte";
import { answering, EMPTY_FLOOR, frameAt, label, VOTING } from "./shell";

export const figures = { all_deputies: 58, present: 56, observers: 12, quorum: 39, met: true };
export const empty = EMPTY_FLOOR;
export const voting = VOTING;

/** The day as Rust lays it out when everything on the floor is due, in its order. */
export function laidOut(view: FloorView): FloorView {
  const rounds = view.rounds.map(
    ({ round, title, kind }): FloorCard => ({
      label: label(title, { kind }),
      state: "due",
      of: { card: "round", round },
    }),
  );
  const results = view.follow_ups.map(
    ({ round, contest, ballot, matter }): FloorCard => ({
      label: label(ballot, { matter }),
      state: "due",
      of: { card: "follow_up", round, contest },
    }),
  );
  const ballots = view.to_open.map(
    ({ ballot, title, kind }): FloorCard => ({
      label: label(title, { kind }),
      state: "due",
      of: { card: "ballot", ballot },
    }),
  );
  return { ...view, cards: [...rounds, ...results, ...ballots] };
}

export function onTheFloor(view: FloorView, step: StepName) {
  navigation.goTo("floor");
  return answering({
    frame_view: () => frameAt(step),
    floor_view: () => (view.cards.length > 0 ? view : laidOut(view)),
    perform: () => null,
  });
}

export const given = (asked: { name: string; args: Record<string, unknown> }[]) =>
  asked.filter((one) => one.name === "perform").map((one) => (one.args as { command: unknown }).command);

export const type = (label: string, typed: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: typed } });

export const step = (title: string) => screen.getByRole("group", { name: title });
