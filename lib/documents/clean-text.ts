// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, so they are looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as a document's XML may hold it: forbidden characters dropped, halves of characters replaced. Markup is escaped later. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(forbidden, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

/** The paragraphs of a text typed in a form: one a line, without empty ones and without blanks at their ends. */
export function paragraphsOf(text: string): string[] {
  return cleanText(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
