import { type Day, isDay } from "@/lib/calendar";
import { bareCode } from "@/lib/identifiers/characters";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = "10X98765432";

export type IdNumberReading =
  | { kind: "VALID"; idNumber: string; birthOn: Day; gender: "MALE" | "FEMALE" }
  | { kind: "MISSING" }
  | { kind: "WRONG"; reason: string };

/** The check sign for the first 17 digits (GB 11643-1999). */
export function idNumberCheckSign(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += Number(digits.charAt(index)) * (WEIGHTS[index] ?? 0);
  return CHECK_SIGNS.charAt(sum % 11);
}

/**
 * Reads an 18-digit 公民身份号码 as people type it: full-width, lower-case x, spaces. The birth date must exist; the region
 * is not checked. Numbers of 15 digits are refused: two people can share one. Reasons are Chinese and never repeat the number.
 */
export function checkIdNumber(text: string): IdNumberReading {
  const written = bareCode(text).replace(/[×\u0425]$/u, "X");
  if (written.includes("*")) return { kind: "WRONG", reason: "身份证号有几位被星号遮盖，请填写完整的 18 位号码" };
  if (!/[0-9A-Z]/.test(written) || /^0+$/.test(written) || written === "NA" || written === "N/A")
    return { kind: "MISSING" };
  if (!/^\d{17}[\dX]$/.test(written)) return { kind: "WRONG", reason: whyMalformed(written) };
  const birthOn = `${written.slice(6, 10)}-${written.slice(10, 12)}-${written.slice(12, 14)}`;
  if (!isDay(birthOn)) return { kind: "WRONG", reason: "身份证号中的出生日期不存在，请对照身份证改正" };
  if (idNumberCheckSign(written) !== written.charAt(17)) {
    return { kind: "WRONG", reason: "身份证号校验位不符，至少有一位写错，请对照身份证改正" };
  }
  return {
    kind: "VALID",
    idNumber: written,
    birthOn,
    gender: Number(written.charAt(16)) % 2 === 1 ? "MALE" : "FEMALE",
  };
}

/** `110***********1234`: the first three and the last four; nothing at all of a number of another length. */
export function maskIdNumber(idNumber: string): string {
  const number = idNumber.trim();
  if (number.length !== 18) return "*".repeat(number.length);
  return `${number.slice(0, 3)}${"*".repeat(11)}${number.slice(14)}`;
}

function whyMalformed(written: string): string {
  if (/^\d+(\.\d+)?E\+?\d+$/.test(written))
    return "身份证号在表格里变成了科学计数法，末几位已丢失，请把该列设为文本后重新填写";
  if (/^\d{15}$/.test(written)) return "这是 15 位的旧身份证号，请填写 18 位公民身份号码";
  if (written.length !== 18) return `身份证号应为 18 位，现在是 ${written.length} 位，请对照身份证改正`;
  return "身份证号除最后一位可以是 X 外只能是数字，请对照身份证改正";
}
