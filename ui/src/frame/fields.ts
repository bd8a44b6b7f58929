/** What was typed as plain figures: with a Chinese input method they may come full-width. Anything else leaves the field at once. */
export function figuresOf(input: HTMLInputElement): string {
  const figures = input.value.normalize("NFKC").replace(/[^0-9]/g, "");
  if (figures !== input.value) input.value = figures;
  return figures;
}

/** The first field of a page has the focus, unless somebody types in another; in a dialog the dialog itself sees to it. */
export function focusIf(first: boolean) {
  return (field: HTMLElement) => {
    if (first && !field.closest("dialog") && !isTypedIn(document.activeElement)) field.focus();
  };
}

function isTypedIn(field: Element | null): boolean {
  return field?.matches('textarea, input:not([type="radio"], [type="checkbox"])') ?? false;
}

/** The field, in the card of a button, in which something stands that was refused. */
export function refusedField(of: Element): HTMLElement | null {
  const card = of.closest("dialog, [data-card]") ?? document;
  return card.querySelector<HTMLElement>("[data-refused]");
}
