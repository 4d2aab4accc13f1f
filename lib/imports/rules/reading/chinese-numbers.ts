const DIGITS = new Map([..."〇零○一二三四五六七八九"].map((sign, index) => [sign, Math.max(0, index - 2)]));
const PLACES = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/**
 * Writes the Chinese numerals in a text with digits: 二〇一九年三月十五日 → 2019年3月15日, 三十五人 → 35人. What is not one
 * number (三五人, 二三十人) stays as written.
 */
export function withDigits(text: string): string {
  return text
    .replace(/两(?=[百千人名])/g, "二")
    .replace(/[〇零○一二三四五六七八九十百千]+/g, (numeral) => numberOf(numeral) ?? numeral);
}

function numberOf(numeral: string): string | null {
  if (/[十百千]/.test(numeral)) return sumOf(numeral);
  const isSpelled = numeral.length === 1 || numeral.length === 4 || /[〇零○]/.test(numeral);
  return isSpelled ? [...numeral].map((sign) => DIGITS.get(sign) ?? 0).join("") : null;
}

function sumOf(numeral: string): string | null {
  let sum = 0;
  let digit = 0;
  let lastPlace = 10_000;
  for (const sign of numeral) {
    const place = PLACES.get(sign);
    if (place === undefined) {
      if (digit > 0) return null;
      digit = DIGITS.get(sign) ?? 0;
    } else {
      if (place >= lastPlace) return null;
      sum += (digit || 1) * place;
      digit = 0;
      lastPlace = place;
    }
  }
  return String(sum + digit);
}
