// The page is a program and no browser: it is never loaded again, left or replaced by what falls on it.

/** Whether text is typed here. */
const isTyped = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;

function browses(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (key === "f5" || key.startsWith("browser")) return true;
  if (event.altKey && (key === "arrowleft" || key === "arrowright")) return true;
  if ((event.ctrlKey || event.metaKey) && key === "r") return true;
  return key === "backspace" && !isTyped(event.target);
}

const brings = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Keeps the page where it is; returns how to let go of it. */
export function stayAtHome(): () => void {
  const none = (event: Event) => event.preventDefault();
  const keys = (event: KeyboardEvent) => browses(event) && none(event);
  const files = (event: DragEvent) => brings(event) && none(event);
  const menu = (event: MouseEvent) => isTyped(event.target) || none(event);
  window.addEventListener("keydown", keys);
  window.addEventListener("dragover", files);
  window.addEventListener("drop", files);
  window.addEventListener("contextmenu", menu);
  return () => {
    window.removeEventListener("keydown", keys);
    window.removeEventListener("dragover", files);
    window.removeEventListener("drop", files);
    window.removeEventListener("contextmenu", menu);
  };
}

/** Whether this page stands in place of one that died; asked once. */
export function isAgain(): boolean {
  const again = window.location.search === "?again";
  if (again) window.history.replaceState(null, "", window.location.pathname);
  return again;
}
