/** The key as it is written on a button. */
export function readable(key: string): string {
  return key === "Escape" ? "Esc" : key.replace("+", " + ");
}

/** Whether this press is meant for the button that carries the key. */
export function pressed(event: KeyboardEvent, key: string, button: HTMLElement): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false;
  if (!matches(event, key)) return false;
  const dialog = topDialog();
  if (dialog && !dialog.contains(button)) return false;
  return key !== "Enter" || !takesEnter(event.target);
}

function matches(event: KeyboardEvent, key: string): boolean {
  const parts = key.split("+");
  const last = parts[parts.length - 1];
  return (
    event.key.toLowerCase() === last?.toLowerCase() &&
    event.ctrlKey === parts.includes("Ctrl") &&
    event.altKey === parts.includes("Alt")
  );
}

function topDialog(): Element | undefined {
  return [...document.querySelectorAll("dialog[open]")].at(-1);
}

// Where Enter already means something of its own it must not press the primary button as well.
function takesEnter(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches("button, a, select, textarea, summary, [data-own-enter]")
  );
}
