export type Piece = { state: "KEPT" | "ADDED" | "REMOVED"; text: string };

/** A text as sentences, each with its full stop or line end. */
function sentencesOf(text: string): string[] {
  return text.match(/[^。！？；\n]+[。！？；\n]*|[。！？；\n]+/g) ?? [];
}

/**
 * How one text became another, sentence by sentence: the longest common run stays, the rest was removed or added.
 * The kept and added pieces together are `after`, the kept and removed ones `before`.
 */
export function differenceOf(before: string, after: string): Piece[] {
  const [old, fresh] = [sentencesOf(before), sentencesOf(after)];
  const common = commonLengths(old, fresh);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      add(pieces, "KEPT", old[i] ?? "");
      i += 1;
      j += 1;
    } else if (i < old.length && (j === fresh.length || at(common, i + 1, j) >= at(common, i, j + 1))) {
      add(pieces, "REMOVED", old[i] ?? "");
      i += 1;
    } else {
      add(pieces, "ADDED", fresh[j] ?? "");
      j += 1;
    }
  }
  return pieces;
}

/** The length of the longest common run of the tails from `i` and `j`. */
function commonLengths(old: string[], fresh: string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      row[j] = old[i] === fresh[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function at(lengths: number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

/** Neighbours of one state are one piece. */
function add(pieces: Piece[], state: Piece["state"], text: string): void {
  const last = pieces.at(-1);
  if (last?.state === state) last.text += text;
  else pieces.push({ state, text });
}
