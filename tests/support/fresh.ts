import { randomBytes, randomInt } from "node:crypto";
import { isCreditCode } from "@/lib/identifiers/credit-code";
import { idNumberCheckSign } from "@/lib/identifiers/id-number";

const signs = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const run = randomBytes(3).toString("hex");
let made = 0;

/** A name no other call gives, in this file or in another that writes to the same database. */
export function freshName(noun: string): string {
  made += 1;
  return `试${run}第${made}${noun}`;
}

/** A valid credit code that belongs to nobody. */
export function freshCreditCode(): string {
  for (;;) {
    const head = `91500112${Array.from({ length: 9 }, () => signs[randomInt(31)]).join("")}`;
    const code = signs.map((sign) => head + sign).find(isCreditCode);
    if (code) return code;
  }
}

/** A valid ID number of the region 999999, which does not exist; a woman's. */
export function freshIdNumber(): string {
  const birth = `${randomInt(1960, 2004)}${two(randomInt(1, 13))}${two(randomInt(1, 29))}`;
  const digits = `999999${birth}${String(randomInt(0, 500) * 2).padStart(3, "0")}`;
  return digits + idNumberCheckSign(digits);
}

/** A mobile number under 194, which no operator gives out. */
export function freshPhone(): string {
  return `194${String(randomInt(100_000_000)).padStart(8, "0")}`;
}

const two = (number: number) => String(number).padStart(2, "0");
