/** Width in characters: digits and Latin letters take half of one. */
export function textWidth(text: string): number {
  return [...text].reduce((width, sign) => width + (isNarrow(sign) ? 0.5 : 1), 0);
}

const isNarrow = (sign: string) => sign >= " " && sign <= "~";
