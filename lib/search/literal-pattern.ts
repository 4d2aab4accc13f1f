/** What somebody typed, taken letter by letter: `%` and `_` are signs, not wildcards of the database. */
export function literalPattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, "\\$&");
}
