/** `渝互联网党发〔2026〕12号`: the committee's prefix, the year in 〔 〕, a number without leading zeros (GB/T 9704-2012, 7.2.5). */
const form = /^([^〔〕]+)〔(\d{4})〕([1-9]\d{0,4})号$/;

/** A number as typed, with the brackets the standard asks for. */
export function tidyDocumentNumber(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[［[【(（]\s*(\d{4})\s*[\])）】］]/g, "〔$1〕")
    .replaceAll(/\s+/g, "");
}

export function isDocumentNumber(text: string): boolean {
  return form.test(text);
}

/**
 * The next number after those the committee's bulletins have used that year: a proposal, since other papers share the series.
 * Null without a prefix.
 */
export function nextDocumentNumber(prefix: string | null, year: number, used: (string | null)[]): string | null {
  if (!prefix) return null;
  const numbers = used.flatMap((text) => {
    const [, usedPrefix, usedYear, number] = form.exec(text ?? "") ?? [];
    return usedPrefix === prefix && Number(usedYear) === year ? [Number(number)] : [];
  });
  return `${prefix}〔${year}〕${Math.max(0, ...numbers) + 1}号`;
}
