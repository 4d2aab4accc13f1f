import { fromBufferPromise } from "yauzl";

/** The parts of a Word file by name, such as `word/document.xml`, as text. */
export async function wordParts(file: Buffer): Promise<Record<string, string>> {
  const archive = await fromBufferPromise(file, { lazyEntries: true, autoClose: false });
  const parts: Record<string, string> = {};
  for await (const entry of archive.eachEntry()) {
    parts[entry.fileName] = Buffer.concat(await (await archive.openReadStreamPromise(entry)).toArray()).toString();
  }
  return parts;
}

/** What a person reads in a Word file: one line a paragraph, cells of tables too. */
export function wordLines(document: string): string[] {
  return [...document.matchAll(/<w:p\b[^>]*?(?:\/>|>(.*?)<\/w:p>)/gs)].map(([, inside = ""]) =>
    [...inside.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)]
      .map(([, words = ""]) => plainText(words))
      .join("")
      .trim(),
  );
}

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };

const plainText = (words: string) => words.replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity);
