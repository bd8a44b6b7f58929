/**
 * Does one thing at a time; of what is asked meanwhile only the last is done. `act` never fails, and is told whether something
 * newer waits, so that it can leave off.
 */
export function lastWins<T>(act: (asked: T, stale: () => boolean) => Promise<void>): (asked: T) => void {
  let next: { asked: T } | null = null;
  let busy = false;

  async function go() {
    if (busy) return;
    busy = true;
    while (next) {
      const { asked } = next;
      next = null;
      await act(asked, () => next !== null);
    }
    busy = false;
  }

  return (asked) => {
    next = { asked };
    void go();
  };
}
