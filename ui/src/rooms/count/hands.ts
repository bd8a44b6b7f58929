// Where the hands are: a key pressed in a text field belongs to the text, a choice made with the mouse keeps no focus.

/** Tells whether typed keys go into a text there. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches("input:not([type=radio]):not([type=checkbox]), textarea")
  );
}

/** Tells whether the arrow keys choose something there. */
export function takesArrows(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input[type=radio]");
}

/** Lets go of a button pressed with the mouse, so that the next Enter is the primary button's and not this one's again. */
export function letGo(event: MouseEvent): void {
  if (event.detail > 0 && event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
}

/** Brings the keyboard to what has just opened: the next Tab is its first field, not the list it was chosen from. */
export function toForm(heading: HTMLElement): void {
  heading.focus({ preventScroll: true });
}
