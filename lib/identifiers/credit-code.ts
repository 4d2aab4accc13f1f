import { bareCode } from "@/lib/identifiers/characters";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const VALUES = new Map([...ALPHABET].map((sign, value) => [sign, value]));
const WEIGHTS = Array.from({ length: 17 }, (_, index) => 3 ** index % 31);
const PLACEHOLDERS = new Set(["NA", "N/A", "#N/A", "NULL", "NONE", "NIL", "X", "XX", "XXX"]);
const TITLE = /^(统一)?(社会)?(信用代码|注册号|信用代码\/注册号):?/;

export type CreditCodeReading =
  | { kind: "VALID"; code: string }
  /** Valid once the letters O and I, which the alphabet does not have, are read as 0 and 1. */
  | { kind: "CORRECTED"; code: string; written: string }
  /** 15 digits: the registration number in use before 2015. */
  | { kind: "REGISTRATION_NUMBER"; number: string }
  | { kind: "MISSING"; written: string }
  | { kind: "WRONG"; written: string; reason: string };

/** True for 18 signs whose check digit holds (GB 32100-2015; the check value 31 is written 0). */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    const value = VALUES.get(code.charAt(index));
    if (value === undefined) return false;
    sum += value * (WEIGHTS[index] ?? 0);
  }
  return code.charAt(17) === ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/**
 * Reads a 统一社会信用代码 as people type it: full-width, lower case, spaces and dashes inside. An empty field, a sign for
 * "none" and words without a single digit or letter are `MISSING`; what is left over is `WRONG`, with the reason in Chinese.
 */
export function checkCreditCode(text: string): CreditCodeReading {
  const written = bareCode(text).replace(TITLE, "");
  if (isNoCode(written)) return { kind: "MISSING", written };
  const whole = checkOne(written);
  if (whole.kind !== "WRONG") return whole;
  // "91…/5001…" or "91…(已换照)": a code among other words in one cell.
  const parts = (written.match(/[0-9A-Z]{15,}/g) ?? []).map(checkOne).filter((part) => part.kind !== "WRONG");
  return parts.find((part) => part.kind !== "REGISTRATION_NUMBER") ?? parts[0] ?? whole;
}

function isNoCode(written: string): boolean {
  if (/^0*$/.test(written) || PLACEHOLDERS.has(written)) return true;
  const signs = written.replace(/[^0-9A-Z]/g, "").length;
  return signs === 0 || (signs < 8 && /\p{Script=Han}/u.test(written));
}

function checkOne(written: string): CreditCodeReading {
  if (isCreditCode(written)) return { kind: "VALID", code: written };
  const code = written.replace(/O/g, "0").replace(/I/g, "1");
  if (isCreditCode(code)) return { kind: "CORRECTED", code, written };
  if (/^\d{15}$/.test(code)) return { kind: "REGISTRATION_NUMBER", number: code };
  return { kind: "WRONG", written, reason: whyWrong(written) };
}

function whyWrong(written: string): string {
  const correct = "请对照营业执照改正";
  if (written.includes("*")) return `信用代码有几位被星号遮盖，${correct}`;
  if (/^\d+(\.\d+)?E\+?\d+$/.test(written)) return `信用代码在表格里变成了科学计数法，末几位已丢失，${correct}`;
  if (written.length !== 18) return `信用代码应为 18 位，现在是 ${written.length} 位，${correct}`;
  const strange = [...new Set(written)].filter((sign) => !VALUES.has(sign) && sign !== "O" && sign !== "I");
  if (strange.length > 0) return `信用代码里不会出现“${strange.join("、")}”，${correct}`;
  return `信用代码校验位不符，至少有一位写错，${correct}`;
}
