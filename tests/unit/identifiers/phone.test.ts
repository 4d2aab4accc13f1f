import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskPhone, phoneTail, readPhone } from "@/lib/identifiers/phone";

describe("a telephone number somebody typed", () => {
  test.each([
    ["13812341234", "13812341234"],
    ["１３８１２３４１２３４", "13812341234"],
    ["138 1234 1234", "13812341234"],
    ["138-1234-1234", "13812341234"],
    ["+86 138 1234 1234", "13812341234"],
    ["8613812341234", "13812341234"],
    ["008613812341234", "13812341234"],
    ["013812341234", "13812341234"],
    ["'13812341234", "13812341234"],
    ["手机：13812341234", "13812341234"],
    ["023-67812345", "023-67812345"],
    ["（023）67812345", "023-67812345"],
    ["02367812345", "023-67812345"],
    ["023—6781 2345", "023-67812345"],
    ["0831-2345678", "0831-2345678"],
    ["023-67812345-801", "023-67812345-801"],
    ["023-67812345转801", "023-67812345-801"],
    ["67812345", "67812345"],
    ["400-820-8820", "4008208820"],
  ])("%j is %s", (text, phone) => {
    expect(readPhone(text)).toMatchObject({ kind: "VALID", phone, hasMore: false });
  });

  test.each([
    "13812341234/13912341234",
    "13812341234、023-67812345",
    "13812341234 13912341234",
    "13812341234（王经理）",
  ])("of %j the first number is taken and the person told", (text) => {
    expect(readPhone(text)).toMatchObject({ kind: "VALID", phone: "13812341234", hasMore: true });
  });

  test.each(["", "无", "/", "——"])("%j is missing", (text) => {
    expect(readPhone(text)).toEqual({ kind: "MISSING" });
  });

  test.each(["1381234123", "138123412345", "12812341234", "1.38E+10", "138****1234", "abc"])("%j is wrong", (text) => {
    expect(readPhone(text)).toEqual({ kind: "WRONG" });
  });

  test("what was read is read again as itself", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9+\- ()转]{5,20}$/), (text) => {
        const reading = readPhone(text);
        if (reading.kind === "VALID") expect(readPhone(reading.phone)).toMatchObject({ phone: reading.phone });
      }),
    );
  });
});

describe("a masked telephone number", () => {
  test.each([
    ["13812341234", "138****1234"],
    ["023-67812345", "****2345"],
    ["67812345", "****2345"],
    ["023-67812345-801", "****2345"],
  ])("%s is shown as %s", (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  test("never shows more than seven digits, and at most half of a short number", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,15}$/), (digits) => {
        const shown = maskPhone(digits).replaceAll("*", "").length;
        expect(shown).toBeLessThanOrEqual(digits.length === 11 ? 7 : Math.min(4, digits.length * 0.6));
      }),
    );
  });
});

test.each([
  ["13812341234", "1234"],
  ["023-67812345", "2345"],
  ["023-67812345-801", "2345"],
  ["67812345-801", "2345"],
  ["4008208820", "8820"],
])("%s is found by its last four digits %s, not by those of an extension", (phone, tail) => {
  expect(phoneTail(phone)).toBe(tail);
});
