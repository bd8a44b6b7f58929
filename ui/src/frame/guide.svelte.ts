// 引导: a walk through the sample. It goes by what is recorded: the step the day has come to is the one that is told, and it goes on
// when that is done.
import type { StepName } from "#ui/bindings";
import { navigation, type Room, roomOfStep } from "./navigation.svelte";
import { session } from "./session.svelte";

/** On what is to be pressed next. */
const POINTED = "data-pointed";

class Guide {
  on = $state(false);

  begin(): void {
    this.on = true;
  }

  end(): void {
    this.on = false;
  }

  /** The step that is told; null where the day is over. */
  get step(): StepName | null {
    return session.frame?.steps.find(({ state }) => state === "present")?.step ?? null;
  }

  get done(): number {
    return session.frame?.steps.filter(({ state }) => state === "done").length ?? 0;
  }

  get of(): number {
    return session.frame?.steps.length ?? 0;
  }

  go(): void {
    if (this.step) navigation.goTo(roomOfStep[this.step], this.step);
  }
}

export const guide = new Guide();

/** What is to be pressed: the room in the rail, and once there the first button of the page that does something. */
function next(room: Room): Element | null {
  if (navigation.room === room) return document.querySelector("main button.primary:not(:disabled)");
  return document.querySelector(`nav [data-room="${room}"]`);
}

/** Points at what is to be pressed, as the page turns; returns what ends that. */
export function point(step: StepName): () => void {
  let last: Element | null = null;
  const look = () => {
    const found = next(roomOfStep[step]);
    if (found === last) return;
    last?.removeAttribute(POINTED);
    found?.setAttribute(POINTED, "");
    last = found;
  };
  const watching = new MutationObserver(look);
  watching.observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ["disabled", "aria-current"],
  });
  look();
  return () => {
    watching.disconnect();
    last?.removeAttribute(POINTED);
  };
}
