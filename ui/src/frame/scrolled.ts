/** The nearest part of the page around a box that scrolls by itself; null where only the page does. */
export function scrolled(box: HTMLElement): HTMLElement | null {
  for (let one = box.parentElement; one; one = one.parentElement) {
    if (/auto|scroll/u.test(getComputedStyle(one).overflowY)) return one;
  }
  return null;
}
