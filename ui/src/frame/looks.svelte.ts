// How the operator's window looks and sounds. Kept with the program on this machine, never in a session.
import { setZoom } from "#ui/shell/api";

/** The grounds the operator may choose. */
export type Ground = "system" | "light" | "dark";

/** Sizes offered, in percent. */
export const SIZES = [80, 90, 100, 110, 125, 150, 175, 200] as const;
const LEAST = SIZES[0];
const MOST = 200;

const kept = { size: "piaojue.size", ground: "piaojue.ground", tick: "piaojue.tick" };

/** Below this width and height, in pixels, nothing grows by itself. */
const BASE = { width: 1440, height: 810 };

/** Returns how much larger everything is in a window of this size: half as fast as the window, at most by half. */
export function grown(width: number, height: number): number {
  const larger = Math.min(width / BASE.width, height / BASE.height);
  return Math.min(1.5, Math.max(1, 1 + (larger - 1) / 2));
}

/** Returns the next size up or down; the same at either end. */
export function nextSize(size: number, by: 1 | -1): number {
  const found = by > 0 ? SIZES.find((it) => it > size) : SIZES.findLast((it) => it < size);
  return found ?? (by > 0 ? MOST : LEAST);
}

class Looks {
  /** In percent. */
  size = $state(keptSize());
  ground = $state<Ground>(keptGround());
  /** Whether the desk ticks at every sheet. */
  tick = $state(localStorage.getItem(kept.tick) !== "off");
  #zoom = 1;

  /** The window takes on what was chosen, and follows the system and its own size; returns what ends that. */
  begin(): () => void {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const shown = () => this.#show(dark.matches);
    const sized = () => this.#fit();
    shown();
    sized();
    dark.addEventListener("change", shown);
    window.addEventListener("resize", sized);
    return () => {
      dark.removeEventListener("change", shown);
      window.removeEventListener("resize", sized);
    };
  }

  chooseSize(size: number): void {
    this.size = size;
    localStorage.setItem(kept.size, String(size));
    this.#fit();
  }

  chooseGround(ground: Ground): void {
    this.ground = ground;
    localStorage.setItem(kept.ground, ground);
    this.#show(window.matchMedia("(prefers-color-scheme: dark)").matches);
  }

  chooseTick(on: boolean): void {
    this.tick = on;
    localStorage.setItem(kept.tick, on ? "on" : "off");
  }

  /** Ctrl with + − 0, as everywhere. */
  onkeydown = (event: KeyboardEvent): void => {
    if (!event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "+" || event.key === "=") this.chooseSize(nextSize(this.size, 1));
    else if (event.key === "-") this.chooseSize(nextSize(this.size, -1));
    else if (event.key === "0") this.chooseSize(100);
    else return;
    event.preventDefault();
  };

  #show(dark: boolean): void {
    const ground = this.ground === "system" ? (dark ? "dark" : "light") : this.ground;
    document.documentElement.dataset.ground = ground;
  }

  // The window tells its size as it is zoomed; what counts is the size on the screen.
  #fit(): void {
    const { innerWidth, innerHeight } = window;
    const zoom = grown(innerWidth * this.#zoom, innerHeight * this.#zoom) * (this.size / 100);
    if (Math.abs(zoom - this.#zoom) < 0.01) return;
    this.#zoom = zoom;
    setZoom(zoom).catch(() => undefined);
  }
}

function keptSize(): number {
  const size = Number(localStorage.getItem(kept.size));
  return SIZES.find((it) => it === size) ?? 100;
}

function keptGround(): Ground {
  const ground = localStorage.getItem(kept.ground);
  return ground === "light" || ground === "dark" ? ground : "system";
}

export const looks = new Looks();
