import { pinyinInitials } from "@/lib/search/pinyin";

/** Marks keys of initials, so that `yd` as initials and `YD` inside a name stay apart. */
const initialsMark = "~";

const fold = (text: string) => text.normalize("NFKC").replaceAll(/\s+/g, "").toLowerCase();

function charactersAndPairs(text: string, mark = ""): string[] {
  const characters = [...text];
  return characters.flatMap((character, index) => {
    const next = characters[index + 1];
    return next === undefined ? [mark + character] : [mark + character, mark + character + next];
  });
}

/**
 * The keys a name is found by: each character and character pair, and the same of its pinyin initials.
 * An index over these answers fragments of one or two characters, which trigrams cannot.
 */
export function searchKeysOf(name: string, isPerson = false): string[] {
  return [
    ...new Set([
      ...charactersAndPairs(fold(name)),
      ...charactersAndPairs(pinyinInitials(name, isPerson), initialsMark),
    ]),
  ];
}

/** Prisma filter on `searchKeys`: the text stands in the name, or in its pinyin initials. Null for an empty text. */
export function nameMatches(text: string) {
  const wanted = fold(text).slice(0, 50);
  if (!wanted) return null;
  const inName = { searchKeys: { hasEvery: queryKeys(wanted) } };
  if (!/^[a-z0-9]+$/.test(wanted)) return inName;
  return { OR: [inName, { searchKeys: { hasEvery: queryKeys(wanted, initialsMark) } }] };
}

/** Pairs chain a longer text together; a single character stands alone. */
function queryKeys(text: string, mark = ""): string[] {
  const characters = [...text];
  if (characters.length === 1) return [mark + text];
  return [...new Set(characters.slice(1).map((character, index) => mark + characters[index] + character))];
}
