import { textWidth } from "./text-width";

export type Signature = {
  /** Who signs: the name of the body as it was on that day. */
  name: string;
  /** The day as it stands in running text, such as 2026年11月27日. */
  date: string;
};

/** A line's distance from the left or from the right edge, in characters. */
export type Place = { left: number } | { right: number };

/**
 * Where name and date stand in a line of so many characters (GB/T 9704-2012, 7.3.5.2, without a seal): the name two
 * characters from the right edge, the date beginning two characters after the name's beginning. A date that would then come
 * closer to the edge than two characters stays there, and the name begins two characters before it.
 */
export function signaturePlaces({ name, date }: Signature, lineLength: number): { name: Place; date: Place } {
  const [nameWidth, dateWidth] = [textWidth(name), textWidth(date)];
  if (nameWidth - dateWidth >= 2) return { name: { right: 2 }, date: { left: Math.max(0, lineLength - nameWidth) } };
  return { name: { left: lineLength - dateWidth - 4 }, date: { right: 2 } };
}
