/** Chance that repeats: the same seed word gives the same samples on every machine. */
export type Random = {
  /** 0 included, 1 excluded. */
  share: () => number;
  /** A whole number between both ends, both included. */
  between: (least: number, most: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** True in `share` of all cases. */
  isLucky: (share: number) => boolean;
  /** A record id (UUID version 7); ids of one stream ascend. */
  id: () => string;
};

/** A stream of chance of its own for each noun, so that one more enterprise does not change every member. */
export function randomOf(word: string): Random {
  const share = mulberry32(hashOf(word));
  const between = (least: number, most: number) => least + Math.floor(share() * (most - least + 1));
  const hex = (digits: number) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join("");
  const stream = hex(5);
  let made = 0;
  return {
    share,
    between,
    pick: (list) => {
      const chosen = list[between(0, list.length - 1)];
      if (chosen === undefined) throw new Error("nothing to choose from");
      return chosen;
    },
    isLucky: (wanted) => share() < wanted,
    id: () => {
      made += 1;
      const head = `0190${(made >> 16).toString(16).padStart(4, "0")}-${(made & 0xffff).toString(16).padStart(4, "0")}`;
      return `${head}-7${stream.slice(0, 3)}-8${hex(3)}-${stream}${hex(7)}`;
    },
  };
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (const character of word) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** A small generator with a period of 2³²; good enough for samples, for nothing else. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
