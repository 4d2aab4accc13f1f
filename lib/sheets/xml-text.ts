// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, so they are looked for
const special = /[&<>"_\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Excel refuses a file with a longer cell. */
const longestCell = 32_767;

/** Text as it may stand in a sheet's XML: forbidden characters dropped, the rest escaped, cut at Excel's limit. */
export function xmlText(text: string): string {
  const cut = text.length > longestCell ? text.slice(0, longestCell) : text;
  if (!special.test(cut)) return cut;
  return (
    cut
      .replace(/\r\n?/g, "\n")
      .replace(forbidden, "")
      .replace(/\p{Surrogate}/gu, "\ufffd")
      // Excel reads _x0041_ inside a text as the letter A; an escaped underscore keeps the text as it is.
      .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
      .replace(/[&<>"]/g, (character: string) => entities[character] ?? "")
  );
}

const known: string[] = [];

/** The letters of a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  known[index] ??=
    (index < 26 ? "" : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
  return known[index];
}
