import { paragraphsOf } from "./clean-text";
import { textWidth } from "./text-width";

/** So many characters of 22 pt stand in a line of the text area. */
const longest = 19;

/**
 * The lines of a title, of about the same length (GB/T 9704-2012, 7.3.1: 回行时词意完整、排列对称、长短适宜). Lines the writer has broken
 * stay broken; a number is never torn, and a line rather ends after 的 or a mark than inside a word.
 */
export function titleLines(title: string): string[] {
  return paragraphsOf(title).flatMap((line) => balanced(line, Math.ceil(textWidth(line) / longest)));
}

function balanced(text: string, count: number): string[] {
  if (count < 2) return [text];
  const signs = [...text];
  const aim = textWidth(text) / count;
  let best = 1;
  for (let end = 1; end < signs.length; end++) {
    if (costOf(signs, end, aim) < costOf(signs, best, aim)) best = end;
  }
  return [signs.slice(0, best).join(""), ...balanced(signs.slice(best).join(""), count - 1)];
}

/** How bad a break before `end` is: its distance from the aim, less after a good end, not at all possible in a number. */
function costOf(signs: string[], end: number, aim: number): number {
  const [before, after] = [signs[end - 1] ?? "", signs[end] ?? ""];
  const width = textWidth(signs.slice(0, end).join(""));
  const isTorn = /[\dA-Za-z]/.test(before) && /[\dA-Za-z]/.test(after);
  const isBadStart = /[的、，。；：）〕》”]/.test(after);
  if (width > longest || isTorn || isBadStart) return Number.POSITIVE_INFINITY;
  return Math.abs(width - aim) - (/[的、，度）》]/.test(before) ? 4 : 0);
}
