// Where the person goes on when a step is done and its form is gone: in the same ballot's card where something is left to do
// there, else in the one the day has come to. Never in the first that happens to stand on the page.
import { topDialog } from "#ui/frame/keys.svelte";

/** To be attached to what holds the cards. Cards that outlive their steps carry their name as `data-of`. */
export function keepsFocus(page: HTMLElement) {
  let last: HTMLElement | null = null;
  let of: string | undefined;

  const hold = (held: EventTarget | null) => {
    last = held instanceof HTMLElement ? held : null;
    of = last?.closest<HTMLElement>("[data-of]")?.dataset.of;
  };
  const seen = (event: FocusEvent) => hold(event.target);
  // A field may have taken the focus as the page was built.
  if (page.contains(document.activeElement)) hold(document.activeElement);
  // Where the hand goes elsewhere nothing is followed but what it then takes.
  const pointed = () => {
    last = null;
  };
  const watch = new MutationObserver(() => {
    if (!last || last.isConnected || topDialog()) return;
    last = null;
    if (document.activeElement && document.activeElement !== document.body) return;
    const same = page.querySelector<HTMLElement>(`[data-of="${CSS.escape(of ?? "")}"]`);
    goOn((same && stepIn(same)) ?? stepIn(page));
  });
  page.addEventListener("focusin", seen);
  window.addEventListener("pointerdown", pointed, true);
  watch.observe(page, { childList: true, subtree: true });
  return () => {
    watch.disconnect();
    page.removeEventListener("focusin", seen);
    window.removeEventListener("pointerdown", pointed, true);
  };
}

/** The step that is to be done; of the ballot the day has come to, where there are several. */
function stepIn(place: HTMLElement): HTMLElement | null {
  const step = '[data-card][aria-current="step"]';
  return (
    place.querySelector<HTMLElement>(`[data-of][aria-current="step"] ${step}`) ??
    place.querySelector<HTMLElement>(step)
  );
}

/** To its first field; to the step itself, which then has Enter, where it asks for nothing. */
function goOn(step: HTMLElement | null): void {
  const field = step?.querySelector<HTMLElement>("[data-first]");
  (field ?? step)?.focus();
}
