import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCreditCode, isCreditCode } from "@/lib/identifiers/credit-code";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const body = fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 }).map((signs) => signs.join(""));

/** The rule of GB 32100-2015 written another way: the whole code, weighted, is divisible by 31. */
function withCheckSign(first17: string): string {
  const sign = [...ALPHABET].find((last) => {
    let weight = 1;
    let sum = 0;
    for (const part of first17) {
      sum += ALPHABET.indexOf(part) * weight;
      weight = (weight * 3) % 31;
    }
    return (sum + ALPHABET.indexOf(last)) % 31 === 0;
  });
  return first17 + sign;
}

describe("a credit code somebody typed", () => {
  test.each([
    ["as it stands on the licence", "91350100M000100Y43"],
    ["full-width", "９１３５０１００Ｍ０００１００Ｙ４３"],
    ["lower case with a space behind", "91350100m000100y43 "],
    ["with spaces inside", "91350100 M000100 Y43"],
    ["with dashes", "91350100-M000100Y-43"],
    ["with a text mark", "'91350100M000100Y43"],
    ["with invisible marks", "\u200b91350100M000100Y43\ufeff"],
    ["with its title", "统一社会信用代码：91350100M000100Y43"],
    ["beside the old registration number", "91350100M000100Y43/500112526316433"],
    ["with a remark", "91350100M000100Y43（已换照）"],
  ])("is accepted %s", (_how, text) => {
    expect(checkCreditCode(text)).toEqual({ kind: "VALID", code: "91350100M000100Y43" });
  });

  test("a check value of 31 is written 0", () => {
    const zero = [...ALPHABET]
      .map((sign) => withCheckSign(`9135010000000000${sign}`))
      .find((code) => code.endsWith("0"));
    expect(zero).toBeDefined();
    expect(isCreditCode(zero ?? "")).toBe(true);
  });

  test.each([
    ["915001127BPHCLEI2B", "915001127BPHCLE12B"],
    ["91500112YRNNMROHIU", "91500112YRNNMR0H1U"],
    ["９１５００１１２ｙｒｎｎｍｒｏｈｉｕ", "91500112YRNNMR0H1U"],
  ])("%s with the letters O and I is corrected", (text, code) => {
    expect(checkCreditCode(text)).toMatchObject({ kind: "CORRECTED", code });
  });

  test.each([
    "",
    " ",
    "/",
    "无",
    "-",
    "——",
    "暂无",
    "未知",
    "待补",
    "办理中",
    "N/A",
    "null",
    "0",
    "000000000000000000",
    "暂无（2024年补）",
  ])("%j says there is no code yet", (text) => {
    expect(checkCreditCode(text).kind).toBe("MISSING");
  });

  test.each(["500112526316433", "５００１１２５２６３１６４３３", "500112526316433 ", "注册号：500112526316433"])(
    "%j is the registration number from before 2015",
    (text) => {
      expect(checkCreditCode(text)).toEqual({ kind: "REGISTRATION_NUMBER", number: "500112526316433" });
    },
  );

  test.each([
    ["a wrong check sign", "91500112A6R3HP6Y4L", "校验位"],
    ["a sign too few", "91350100M000100Y4", "17 位"],
    ["a sign too many", "91350100M000100Y433", "19 位"],
    ["a letter that codes do not have", "91350100M00S100Y43", "“S”"],
    ["stars", "91350100****100Y43", "星号"],
    ["a number Excel has rounded", "9.1350100E+17", "科学计数法"],
    ["only digits that do not add up", "500112526316433123", "校验位"],
    ["an organization code of nine signs", "MA5U12345", "9 位"],
  ])("is refused with the reason: %s", (_what, text, reason) => {
    expect(checkCreditCode(text)).toMatchObject({ kind: "WRONG", reason: expect.stringContaining(reason) });
  });

  test("every code with its check sign is valid, and no single changed sign goes unnoticed", () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.constantFrom(...ALPHABET), (first17, place, sign) => {
        const code = withCheckSign(first17);
        expect(isCreditCode(code)).toBe(true);
        const changed = code.slice(0, place) + sign + code.slice(place + 1);
        expect(isCreditCode(changed)).toBe(changed === code);
      }),
    );
  });

  test("a code written with O for 0 and I for 1 comes back as it was", () => {
    fc.assert(
      fc.property(body, (first17) => {
        const code = withCheckSign(first17);
        const typed = code.replaceAll("0", "o").replaceAll("1", "I");
        const reading = checkCreditCode(typed);
        if (/^0+$/.test(code)) return;
        expect(reading).toMatchObject({ kind: typed === code ? "VALID" : "CORRECTED", code });
      }),
    );
  });

  test("any text gets an answer and an accepted code is always valid", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const reading = checkCreditCode(text);
        if (reading.kind === "VALID" || reading.kind === "CORRECTED") expect(isCreditCode(reading.code)).toBe(true);
      }),
    );
  });
});
