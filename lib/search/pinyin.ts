import { pinyin } from "pinyin-pro";

/** A name's sort key and initials are asked for one after the other: read it once. */
let lastRead: { name: string; isPerson: boolean; parts: string[] } | null = null;

function syllables(name: string, isPerson: boolean): string[] {
  if (lastRead?.name === name && lastRead.isPerson === isPerson) return lastRead.parts;
  const parts = readSyllables(name, isPerson);
  lastRead = { name, isPerson, parts };
  return parts;
}

function readSyllables(name: string, isPerson: boolean): string[] {
  const text = name.normalize("NFKC").replaceAll(/\s+/g, "");
  return pinyin(text, {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
    surname: isPerson ? "head" : "off",
  });
}

/** What a name sorts by: its pinyin, then the name itself, so that the order is the same on every machine. */
export function pinyinSortKey(name: string, isPerson = false): string {
  return `${syllables(name, isPerson).join(" ").toLowerCase()} ${name}`;
}

/** The initials of a name: `ydkj` for 云达科技. Latin letters and digits stand for themselves. */
export function pinyinInitials(name: string, isPerson = false): string {
  return syllables(name, isPerson)
    .map((part) => (/^[a-zü]+$/.test(part) ? part.charAt(0) : part.toLowerCase()))
    .join("")
    .replaceAll(/[^a-z0-9]/g, "");
}
