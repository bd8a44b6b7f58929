// Pages that turn by themselves. Which one stands follows from the clock and from when the picture was pushed, so every window shows
// the same page, and nothing has to be remembered or told.
import type { HallView, Picture, Turning } from "#ui/bindings";

/** Returns how many times the page has turned by now. */
export function turns({ every, since }: Turning, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(since)) / (every * 1000)));
}

/** Returns the page that stands now. */
export function pageAt(turning: Turning, now: number): Picture | undefined {
  return turning.pages[turns(turning, now) % Math.max(turning.pages.length, 1)];
}

/** Returns in how many milliseconds the page turns next. */
export function nextTurn(turning: Turning, now: number): number {
  return Date.parse(turning.since) + (turns(turning, now) + 1) * turning.every * 1000 - now;
}

/** The view with the page on it that stands now. To be called while a component is set up; the clock ends with the component. */
export function turned(view: () => HallView | null): { readonly now: HallView | null } {
  let at = $state(Date.now());
  $effect(() => {
    const turning = view()?.turning;
    if (!turning) return;
    // A clock that was set back makes no page stand longer than a turn.
    const wait = Math.min(nextTurn(turning, Math.max(at, Date.now())), turning.every * 1000);
    const timer = setTimeout(() => {
      at = Date.now();
    }, wait);
    return () => clearTimeout(timer);
  });
  return {
    get now() {
      const seen = view();
      const picture = seen?.turning
        ? pageAt(seen.turning, Math.max(at, Date.parse(seen.turning.since)))
        : undefined;
      return seen && picture ? { ...seen, picture } : seen;
    },
  };
}
