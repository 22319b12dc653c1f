// Finds the counter that a page's puzzle asks for: SHA-256(puzzle.counter) begins with so many zero bits. A worker of its
// own, so that typing never waits. Its own SHA-256 (FIPS 180-4): crypto.subtle is missing on pages without TLS, and gives
// each small digest through a promise.

const primes = [];
for (let number = 2; primes.length < 64; number++) {
  if (primes.every((prime) => number % prime)) primes.push(number);
}
const fraction = (root) => ((root % 1) * 2 ** 32) | 0;
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const BLOCK = 64; // bytes
const words = new Int32Array(64);

/** One block further; the state is changed in place. */
function compress(state, view, offset) {
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(offset + 4 * i);
  for (let i = 16; i < 64; i++) {
    const x = words[i - 15];
    const y = words[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/** The text before the counter is digested once; then each try costs one block. */
function solve(puzzle, bits) {
  const text = new TextEncoder().encode(puzzle + ".");
  const whole = text.length - (text.length % BLOCK);
  const before = Int32Array.from(START);
  for (let at = 0; at < whole; at += BLOCK) compress(before, new DataView(text.buffer), at);
  const rest = text.length - whole;
  const state = new Int32Array(8);
  const tail = new Uint8Array(2 * BLOCK);
  const view = new DataView(tail.buffer);
  for (let counter = 0; ; counter++) {
    const digits = String(counter);
    const length = rest + digits.length;
    const end = length + 9 > BLOCK ? 2 * BLOCK : BLOCK; // room for the mark and the length
    tail.fill(0, length);
    tail.set(text.subarray(whole));
    for (let i = 0; i < digits.length; i++) tail[rest + i] = digits.charCodeAt(i);
    tail[length] = 0x80;
    view.setUint32(end - 4, 8 * (whole + length));
    state.set(before);
    for (let at = 0; at < end; at += BLOCK) compress(state, view, at);
    if (Math.clz32(state[0]) >= bits) return `${puzzle}.${digits}`;
  }
}

onmessage = ({ data }) => postMessage(solve(data.puzzle, data.bits));
