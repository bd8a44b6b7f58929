// SHA-256 after FIPS 180-4. Browsers lend theirs to pages from the network only, and this page is opened from a folder.

/** The largest whole number whose power is at most a number. */
function wholeRoot(number, power) {
  let low = 0n;
  let high = 1n << BigInt(Math.ceil(number.toString(2).length / power) + 1);
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** BigInt(power) <= number) low = middle;
    else high = middle;
  }
  return low;
}

function firstPrimes(many) {
  const primes = [];
  for (let number = 2; primes.length < many; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}

/** The first 32 bits behind the point of a prime's root: the constants of FIPS 180-4, 4.2.2 and 5.3.3. */
function bitsOfRoot(prime, power) {
  return Number(wholeRoot(BigInt(prime) << BigInt(32 * power), power) & 0xffffffffn);
}

const SHA_START = firstPrimes(8).map((prime) => bitsOfRoot(prime, 2));
const SHA_ROUNDS = firstPrimes(64).map((prime) => bitsOfRoot(prime, 3));

const turned = (word, by) => (word >>> by) | (word << (32 - by));

/** The message, a one bit, zeros, and its length in bits as 64 bits (5.1.1). */
function padded(bytes) {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const end = new DataView(whole.buffer, whole.length - 8);
  end.setUint32(0, Math.floor(bytes.length / 0x20000000));
  end.setUint32(4, (bytes.length * 8) >>> 0);
  return whole;
}

/** The 64 words of a block (6.2.2, step 1). */
function schedule(block) {
  const words = new Uint32Array(64);
  for (let at = 0; at < 16; at += 1) words[at] = block.getUint32(4 * at);
  for (let at = 16; at < 64; at += 1) {
    const [old, late] = [words[at - 15], words[at - 2]];
    const first = turned(old, 7) ^ turned(old, 18) ^ (old >>> 3);
    const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[at] = words[at - 16] + first + words[at - 7] + second;
  }
  return words;
}

/** Adds one block of 64 bytes to the state (6.2.2, steps 2 to 4). */
function mixed(state, block) {
  const words = schedule(block);
  let [a, b, c, d, e, f, g, h] = state;
  for (let at = 0; at < 64; at += 1) {
    const choice = (e & f) ^ (~e & g);
    const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + SHA_ROUNDS[at] + words[at];
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (state[at] + word) >>> 0);
}

/** The hash of bytes, as 64 hexadecimal figures. */
export function sha256(bytes) {
  const whole = padded(bytes);
  let state = SHA_START;
  for (let at = 0; at < whole.length; at += 64) state = mixed(state, new DataView(whole.buffer, at, 64));
  return state.map((word) => word.toString(16).padStart(8, "0")).join("");
}

/** The bytes of a text as UTF-8. */
export function utf8(text) {
  return new TextEncoder().encode(text);
}
