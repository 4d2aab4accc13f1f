import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/calendar";
import { checkIdNumber, idNumberCheckSign, maskIdNumber } from "@/lib/identifiers/id-number";

const birthOn = fc.nat(40_000).map((days) => addDays("1900-01-01", days));
const idNumber = fc.tuple(fc.nat(999_999), birthOn, fc.nat(999)).map(([region, day, order]) => {
  const digits = String(region).padStart(6, "0") + day.replaceAll("-", "") + String(order).padStart(3, "0");
  return { text: digits + idNumberCheckSign(digits), day, order };
});

describe("an ID number somebody typed", () => {
  test("has the check signs of the standard's examples", () => {
    expect(idNumberCheckSign("51310119820113001")).toBe("4");
    expect(idNumberCheckSign("34052419800101001")).toBe("X");
  });

  test.each([
    "34052419800101001X",
    "34052419800101001x",
    "３４０５２４１９８００１０１００１Ｘ",
    " 340524 19800101 001X ",
    "'34052419800101001X",
    "34052419800101001×",
    "34052419800101001Ⅹ",
  ])("%j is accepted", (text) => {
    const person = { idNumber: "34052419800101001X", birthOn: "1980-01-01", gender: "MALE" };
    expect(checkIdNumber(text)).toEqual({ kind: "VALID", ...person });
  });

  test.each(["", "/", "无", "-", "N/A", "0"])("%j is missing", (text) => {
    expect(checkIdNumber(text)).toEqual({ kind: "MISSING" });
  });

  test.each([
    ["a wrong check digit", "340524198001010011", "校验位"],
    [
      "a birth date that never was, check digit right",
      `34052419800230001${idNumberCheckSign("34052419800230001")}`,
      "出生日期",
    ],
    ["month 13", `34052419801301001${idNumberCheckSign("34052419801301001")}`, "出生日期"],
    ["15 digits", "340524800101001", "15 位"],
    ["a digit too few", "34052419800101001", "17 位"],
    ["X in the middle", "3405241980010X0017", "只能是数字"],
    ["stars", "340524********001X", "星号"],
    ["a number Excel has rounded", "3.40524E+17", "科学计数法"],
  ])("is refused with the reason: %s", (_what, text, reason) => {
    expect(checkIdNumber(text)).toMatchObject({ kind: "WRONG", reason: expect.stringContaining(reason) });
  });

  test("every well-formed number is read back with its birth date and gender, whatever its region", () => {
    fc.assert(
      fc.property(idNumber, ({ text, day, order }) => {
        expect(checkIdNumber(text)).toEqual({
          kind: "VALID",
          idNumber: text,
          birthOn: day,
          gender: order % 2 === 1 ? "MALE" : "FEMALE",
        });
      }),
    );
  });

  test("two neighbouring digits that were swapped do not pass", () => {
    fc.assert(
      fc.property(idNumber, fc.nat(16), ({ text }, place) => {
        const swapped = text.slice(0, place) + text.charAt(place + 1) + text.charAt(place) + text.slice(place + 2);
        if (swapped !== text) expect(checkIdNumber(swapped).kind).toBe("WRONG");
      }),
    );
  });

  test("no reason repeats the number", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9X]{6,20}$/), (text) => {
        const reading = checkIdNumber(text);
        if (reading.kind === "WRONG") expect(reading.reason).not.toContain(text);
      }),
    );
  });
});

describe("a masked ID number", () => {
  test("shows the first three and the last four", () => {
    expect(maskIdNumber("110101199001011234")).toBe("110***********1234");
  });

  test("never shows more than seven signs, and nothing of a broken number", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const shown = maskIdNumber(text).replaceAll("*", "").length;
        expect(shown).toBeLessThanOrEqual(text.trim().length === 18 ? 7 : 0);
      }),
    );
  });
});
