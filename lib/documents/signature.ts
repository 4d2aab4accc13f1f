import { textWidth } from "./text-width";

export type Signature = {
  /** Who signs: the name of the body as it was on that day. */
  name: string;
  /** The day as it stands in running text, such as 2026年11月27日. */
  date: string;
};

/**
 * How far name and date stay from the right edge, in characters (GB/T 9704-2012, 7.3.5.2, without a seal): the name two
 * characters in, the date beginning two characters after the name's beginning. A date that would then come closer to the
 * edge than two characters stays there, and the name moves in.
 */
export function signatureIndents({ name, date }: Signature): { name: number; date: number } {
  const [nameWidth, dateWidth] = [textWidth(name), textWidth(date)];
  const dateIndent = nameWidth - dateWidth;
  if (dateIndent >= 2) return { name: 2, date: dateIndent };
  return { name: Math.max(2, dateWidth + 4 - nameWidth), date: 2 };
}
