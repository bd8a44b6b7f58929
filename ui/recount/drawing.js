// Which sheets are drawn for a spot check, and how many: docs/spot-check.md.
import { sha256, utf8 } from "./sha256.js";

/** The sheets drawn, numbered from 1, in the order drawn. */
export function drawn(figures, lastEntry, sheets, many) {
  const N = BigInt(sheets);
  const end = (2n ** 64n / N) * N;
  const found = new Set();
  for (let counter = 0; found.size < Math.min(many, sheets); counter += 1) {
    const text = `piaojue.spot-check/1\n${figures}\n${lastEntry}\n${counter}`;
    const number = BigInt(`0x${sha256(utf8(text)).slice(0, 16)}`);
    if (number < end) found.add(Number(number % N) + 1);
  }
  return [...found];
}

/** The least number n of sheets with C(sheets − wrong, n) ÷ C(sheets, n) ≤ per cent ÷ 100. */
export function howMany(sheets, wrong, percent) {
  if (wrong === 0) return 0;
  let [missed, all] = [100n, BigInt(percent)];
  for (let n = 0; n < sheets; n += 1) {
    if (missed <= all) return n;
    missed *= BigInt(Math.max(0, sheets - wrong - n));
    all *= BigInt(sheets - n);
  }
  return sheets;
}
