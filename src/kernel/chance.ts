/**
 * Seeded chance, for counties that are lived and for nothing else. The same seed gives the same run on every machine; a fork has its
 * own course, so that one more question here changes no answer there.
 */
export class Chance {
  readonly #seed: string;
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  constructor(seed: string) {
    this.#seed = seed;
    const hash = hashOf(seed);
    this.#a = hash();
    this.#b = hash();
    this.#c = hash();
    for (let i = 0; i < 12; i++) this.next();
  }

  fork(about: string | number): Chance {
    return new Chance(`${this.#seed}/${about}`);
  }

  /** In [0, 1). sfc32. */
  next(): number {
    const t = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  }

  yes(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.next() * from.length)];
    if (found === undefined) throw new RangeError('chance: nothing to pick from');
    return found;
  }

  /** Each with its weight. */
  weighed<T>(from: readonly (readonly [T, number])[]): T {
    let left = this.next() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [what, weight] of from) {
      left -= weight;
      if (left < 0) return what;
    }
    return this.pick(from)[0];
  }

  digits(n: number): string {
    return Array.from({ length: n }, () => this.between(0, 9)).join('');
  }
}

/** xmur3. */
function hashOf(text: string): () => number {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    h ^= h >>> 16;
    return h >>> 0;
  };
}
