export type PhoneReading =
  | { kind: "VALID"; phone: string; isMobile: boolean; hasMore: boolean }
  | { kind: "MISSING" }
  | { kind: "WRONG" };

const MOBILE = /^1[3-9]\d{9}$/;
const HOTLINE = /^(400|800)\d{7}$/;
/** 010 and 02x are area codes of three digits, the others have four. */
const LANDLINE = /^(0(?:10|2\d|[3-9]\d{2}))([2-8]\d{6,7})$/;
const LOCAL = /^[2-8]\d{6,7}$/;
const EXTENSION = /(?:转|分机|ext\.?|x|(?<=\d{7,8})-)(\d{1,6})$/i;
const TITLE = /^(?:联系)?(?:电话|手机|tel)[:.]?/i;

/**
 * Reads a Chinese telephone number as people type it: +86, spaces, dashes, an extension, several numbers in one cell (the
 * first good one is taken and `hasMore` says so). Mobile numbers come back as 11 digits, others as `023-67812345`.
 */
export function readPhone(text: string): PhoneReading {
  const clean = text
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}'‘’"“”`]/gu, " ")
    .trim();
  if (!/[0-9A-Za-z]/.test(clean)) return { kind: "MISSING" };
  const whole = readOne(clean);
  if (whole) return { kind: "VALID", ...whole, hasMore: false };
  const parts = clean.split(/[/、,;|\n]|\s+|或|\(|\)/).filter((part) => /\d/.test(part));
  for (const part of parts) {
    const one = readOne(part);
    if (one) return { kind: "VALID", ...one, hasMore: true };
  }
  return { kind: "WRONG" };
}

/** `138****1234`; a landline keeps its last four digits only. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  if (MOBILE.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(7)}`;
  return digits.length > 6 ? `****${phoneTail(phone)}` : "****";
}

/** The last four digits by which a number is searched; an extension does not count. Takes what `readPhone` gives. */
export function phoneTail(phone: string): string {
  const parts = phone.split("-");
  const number = (parts[0]?.startsWith("0") ? parts.slice(0, 2) : parts.slice(0, 1)).join("");
  return number.slice(-4);
}

function readOne(text: string): { phone: string; isMobile: boolean } | null {
  const extension = EXTENSION.exec(text)?.[1];
  return (extension && readDigits(text.replace(EXTENSION, ""), `-${extension}`)) || readDigits(text, "");
}

function readDigits(text: string, extension: string): { phone: string; isMobile: boolean } | null {
  if (/[^\d\s()+.\-\u2010-\u2015\u2212]/.test(text.replace(TITLE, ""))) return null;
  const digits = text.replace(/\D/g, "").replace(/^(?:0086|86)(?=1[3-9]\d{9}$|0?\d{2,3}[2-8]\d{6,7}$)/, "");
  if (/^0?1[3-9]\d{9}$/.test(digits)) return { phone: digits.slice(-11), isMobile: true };
  if (HOTLINE.test(digits)) return { phone: digits, isMobile: false };
  const landline = LANDLINE.exec(digits);
  if (landline) return { phone: `${landline[1]}-${landline[2]}${extension}`, isMobile: false };
  return LOCAL.test(digits) ? { phone: `${digits}${extension}`, isMobile: false } : null;
}
