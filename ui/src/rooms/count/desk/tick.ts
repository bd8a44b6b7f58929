// What the keyer hears without looking up: a short tick at every new sheet, a lower tone at the end of a bundle.
import { looks } from "#ui/frame/looks.svelte";

/** The sounds of the desk. */
export interface Sounds {
  sheet(): void;
  bundle(): void;
}

/** One for the whole day: to make it takes some machines most of a second. */
let made: AudioContext | null = null;

function audio(): AudioContext {
  made ??= new AudioContext();
  return made;
}

/** Returns the sounds, made on the spot; silent where the machine has none. They never hold up a key. */
export function deskSounds(): Sounds {
  // Before the first bundle is taken, not at the end of the first sheet.
  if (looks.tick) afterThisKey(audio);
  const tone = (pitch: number, seconds: number, after = 0) => {
    if (!looks.tick) return;
    const context = audio();
    const start = context.currentTime + after;
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.frequency.value = pitch;
    volume.gain.setValueAtTime(0.18, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + seconds);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + seconds);
  };
  return {
    sheet: () => afterThisKey(() => tone(1320, 0.06)),
    bundle: () =>
      afterThisKey(() => {
        tone(440, 0.16);
        tone(330, 0.28, 0.17);
      }),
  };
}

/** The eye has the same news, so a machine that cannot sound stays silent. */
function afterThisKey(sound: () => unknown): void {
  setTimeout(() => {
    try {
      sound();
    } catch {
      return;
    }
  }, 0);
}
