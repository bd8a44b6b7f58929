// Which button a key presses, answered here for the whole window and never by the order in which things were built.
//
// Enter belongs to the card that has the focus (a dialog, whatever is marked `data-card`, or else the page around them) and to nothing
// else; only the button that would take it shows it. Where nothing has the focus it is taken only if there is nothing to mistake, and
// never by a card: what is done for the record there is done where the person is.
// While an act is under way nobody gets it but a question that the act itself asks.
// What has just changed under the fingers takes no Enter for a moment: two quick presses never answer a question nobody has read.

/** A button with a key, as it is now. */
export type Keyed = { key: string; disabled: boolean };

/** How long after an Enter that changed the page the next one is not taken, in milliseconds. */
const MOMENT = 300;

/** On the root of the page while no Enter is taken. */
const SETTLING = "data-settling";

/** On the root of the page while an act is under way. */
const ACTING = "data-acting";

class Keys {
  /** The button that Enter presses; null while nothing takes it, or the thing that has the focus has a use of its own for it. */
  enter = $state.raw<HTMLElement | null>(null);

  readonly #buttons = new Map<HTMLElement, () => Keyed>();
  readonly #words = new MutationObserver(() => this.#changed());
  #asked = false;
  #acts = 0;
  #entered = false;
  #settled = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Gives a button its key until it leaves the page. */
  register(button: HTMLElement, keyed: () => Keyed): () => void {
    this.#listen();
    this.#buttons.set(button, keyed);
    this.look();
    return () => {
      this.#buttons.delete(button);
      this.look();
    };
  }

  /** Returns what the keys of the buttons on the screen do now, in the order of the page. */
  onScreen(): { key: string; does: string }[] {
    const buttons = [...this.#buttons].filter(
      ([button, keyed]) => !keyed().disabled && (keyed().key !== "Enter" || this.enter === button),
    );
    buttons.sort(([one], [other]) => inOrder(one, other));
    return buttons.map(([button, keyed]) => ({ key: keyed().key, does: wordsOf(button) }));
  }

  /** An act begins: until it has ended, which is told by what is returned, no Enter is taken. */
  act(): () => void {
    this.#acts += 1;
    document.documentElement.setAttribute(ACTING, "");
    return () => {
      this.#acts -= 1;
      if (this.#acts > 0) return;
      document.documentElement.removeAttribute(ACTING);
      // What it has done is about to be seen: until then a second Enter would do it again.
      this.#changed();
    };
  }

  /** What is under way asks the person something: until that has ended, which is told by what is returned, Enter is the question's. */
  question(): () => void {
    const acts = this.#acts;
    this.#acts = 0;
    document.documentElement.removeAttribute(ACTING);
    return () => {
      this.#acts += acts;
      if (this.#acts > 0) document.documentElement.setAttribute(ACTING, "");
    };
  }

  /** Whether no Enter is taken now, whoever it would be for. */
  get resting(): boolean {
    return this.#acts > 0 || this.#isSettling();
  }

  /** Looks again who has Enter, once everything under way is on the page. */
  look = (): void => {
    if (this.#asked) return;
    this.#asked = true;
    queueMicrotask(() => {
      this.#asked = false;
      this.#settle();
      if (this.#buttons.size === 0) this.#leave();
    });
  };

  #settle(): void {
    const owner = this.#ownerAt(document.activeElement);
    if (owner === this.enter) return;
    this.enter = owner;
    this.#words.disconnect();
    if (owner) this.#words.observe(owner, { characterData: true, childList: true, subtree: true });
    this.#changed();
  }

  /** What Enter would do is another thing than a moment ago. */
  #changed(): void {
    if (!this.#entered) return;
    this.#settled = performance.now() + MOMENT;
    document.documentElement.setAttribute(SETTLING, "");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), MOMENT);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#settled = 0;
    document.documentElement.removeAttribute(SETTLING);
  }

  #ownerAt(focus: Element | null): HTMLElement | null {
    const dialog = topDialog();
    const all = this.#withKey("Enter").filter((one) => !dialog || dialog.contains(one));
    const nowhere =
      focus === null || focus === document.body || (dialog !== undefined && !dialog.contains(focus));
    if (nowhere && dialog) return this.#firstOf(all);
    if (nowhere) return all.length === 1 && all[0]?.closest("[data-card]") === null ? all[0] : null;
    if (focus instanceof HTMLElement && all.includes(focus)) return focus;
    if (hasUseOfEnter(focus)) return null;
    const cardOf = (one: Element) => one.closest("dialog, [data-card]");
    return this.#firstOf(all.filter((one) => cardOf(one) === cardOf(focus)));
  }

  #firstOf(buttons: HTMLElement[]): HTMLElement | null {
    return buttons.find((one) => !this.#buttons.get(one)?.().disabled) ?? buttons[0] ?? null;
  }

  /** In the order of the page. */
  #withKey(key: string): HTMLElement[] {
    return [...this.#buttons]
      .filter(([, keyed]) => keyed().key === key)
      .map(([button]) => button)
      .sort(inOrder);
  }

  #listen(): void {
    window.addEventListener("keydown", this.#before, true);
    window.addEventListener("keydown", this.#pressed);
    window.addEventListener("pointerdown", this.#pointed, true);
    window.addEventListener("focusin", this.look);
    window.addEventListener("focusout", this.look);
  }

  #leave(): void {
    this.#entered = false;
    this.#rest();
    window.removeEventListener("keydown", this.#before, true);
    window.removeEventListener("keydown", this.#pressed);
    window.removeEventListener("pointerdown", this.#pointed, true);
    window.removeEventListener("focusin", this.look);
    window.removeEventListener("focusout", this.look);
  }

  #pointed = (): void => {
    this.#entered = false;
    this.#rest();
  };

  /** Any other key says that the hand is not on Enter any more. */
  #before = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") {
      this.#entered = false;
      return;
    }
    // The browser itself would press a button that has the focus, again and again while the key is held down.
    const onButton = event.target instanceof Element && event.target.matches("button, a, summary");
    if (onButton && (event.repeat || this.resting)) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (!event.repeat && !this.resting) this.#entered = true;
  };

  #pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const button = event.key === "Enter" ? this.#enterOf(event) : this.#buttonOf(event);
    if (!button || this.#buttons.get(button)?.().disabled) return;
    event.preventDefault();
    button.click();
  };

  #enterOf(event: KeyboardEvent): HTMLElement | null {
    if (event.ctrlKey || event.altKey || this.resting) return null;
    const target = event.target instanceof Element ? event.target : null;
    return hasUseOfEnter(target) ? null : this.#ownerAt(target);
  }

  #buttonOf(event: KeyboardEvent): HTMLElement | null {
    const dialog = topDialog();
    const meant = [...this.#buttons].filter(
      ([button, keyed]) => matches(event, keyed().key) && (!dialog || dialog.contains(button)),
    );
    return this.#firstOf(meant.map(([button]) => button));
  }

  #isSettling(): boolean {
    if (this.#settled !== 0 && performance.now() >= this.#settled) this.#rest();
    return this.#settled !== 0;
  }
}

function inOrder(one: Node, other: Node): number {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** What stands on a button, without its key. */
function wordsOf(button: HTMLElement): string {
  const spoken = button.getAttribute("aria-label");
  const said = [...button.childNodes].filter((one) => !(one instanceof Element && one.matches(".key")));
  return (
    spoken ??
    said
      .map((one) => one.textContent ?? "")
      .join("")
      .trim()
  );
}

/** The one answer. */
export const keys = new Keys();

/** The key as it is written on a button. */
export function readable(key: string): string {
  return key === "Escape" ? "Esc" : key.replace("+", " + ");
}

/** Whether a press is one for the whole window: no dialog is in front, and nothing else has taken it. */
export function forTheWindow(event: KeyboardEvent, key: string): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat || topDialog()) return false;
  return matches(event, key);
}

/** The dialog in front, in which all keys stay. */
export function topDialog(): Element | undefined {
  return [...document.querySelectorAll("dialog[open]")].at(-1);
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

/** Where Enter already means something of its own it presses no other button. */
function hasUseOfEnter(target: Element | null): boolean {
  return target?.matches("button, a, select, textarea, summary, [data-own-enter]") ?? false;
}
