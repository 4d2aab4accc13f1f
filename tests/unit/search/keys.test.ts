import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameMatches, searchKeysOf } from "@/lib/search/keys";
import { pinyinInitials, pinyinSortKey } from "@/lib/search/pinyin";

type Where = { searchKeys: { hasEvery: string[] } } | { OR: Where[] };

/** What the database answers for `hasEvery` and `OR` over one row's keys. */
function holds(where: Where, keys: Set<string>): boolean {
  if ("OR" in where) return where.OR.some((part) => holds(part, keys));
  return where.searchKeys.hasEvery.every((key) => keys.has(key));
}

function finds(text: string, name: string, isPerson = false): boolean {
  const where = nameMatches(text);
  return where === null || holds(where, new Set(searchKeysOf(name, isPerson)));
}

describe("a name is found by", () => {
  const name = "重庆云达科技有限公司";
  test.each(["ydkj", "YDKJ", "y", "yd", "cqyd", "云", "云达", "科技有限", " 云 达 ", "ｙｄｋｊ", name])("%j", (text) =>
    expect(finds(text, name)).toBe(true),
  );
  test.each(["达云", "ydkjx", "z", "dy", "云科", "北京"])("not by %j", (text) => expect(finds(text, name)).toBe(false));

  test("letters and digits in it, in any case and width", () => {
    for (const text of ["b612", "B612", "612", "Ｂ６１２", "tv"])
      expect(finds(text, "重庆B612 TV文化有限公司")).toBe(true);
    expect(finds("b613", "重庆B612 TV文化有限公司")).toBe(false);
  });

  test("initials of a person read the surname as a surname", () => {
    expect(finds("sx", "单晓", true)).toBe(true);
    expect(finds("zh", "曾华", true)).toBe(true);
    expect(finds("dx", "单晓", true)).toBe(false);
  });
});

test("an empty search is no filter at all", () => {
  expect(nameMatches("")).toBeNull();
  expect(nameMatches(" 　 ")).toBeNull();
});

test("initials are kept apart from letters in the name", () => {
  const keys = searchKeysOf("云达YD");
  expect(keys).toContain("yd");
  expect(keys).toContain("~yd");
  expect(searchKeysOf("云达")).not.toContain("yd");
});

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
const letters = fc.constantFrom(..."abzABZ019");
const names = fc.array(fc.oneof({ weight: 4, arbitrary: han }, letters), { minLength: 1, maxLength: 20 });

describe("for any name", () => {
  test("every part of it finds it", () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.integer({ min: 1, max: 8 }), (characters, start, length) => {
        const from = start % characters.length;
        const part = characters.slice(from, from + length).join("");
        expect(finds(part, characters.join(""))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("its initials find it, and a character it does not have does not", () => {
    fc.assert(
      fc.property(names, (characters) => {
        const name = characters.join("");
        expect(finds(pinyinInitials(name), name)).toBe(true);
        expect(finds("龘", name.replaceAll("龘", "龙"))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("no key stands twice, and none is longer than a marked pair", () => {
    fc.assert(
      fc.property(names, (characters) => {
        const keys = searchKeysOf(characters.join(""));
        expect(new Set(keys).size).toBe(keys.length);
        expect(Math.max(...keys.map((key) => [...key].length))).toBeLessThanOrEqual(3);
      }),
      { numRuns: 100 },
    );
  });
});

describe("pinyin", () => {
  test.each([
    ["云达科技", "ydkj"],
    ["仙桃国际大数据谷", "xtgjdsjg"],
    ["重庆B612", "cqb612"],
    ["古丽·买买提", "glmmt"],
  ])("the initials of %s are %s", (name, initials) => expect(pinyinInitials(name)).toBe(initials));

  test("names sort by pinyin, and equal pinyin by the name itself", () => {
    const names = ["渝州", "北碚", "奥园", "重庆", "玉洲", "照母山"];
    const sorted = names.toSorted((a, b) => (pinyinSortKey(a) < pinyinSortKey(b) ? -1 : 1));
    expect(sorted.slice(0, 3)).toEqual(["奥园", "北碚", "重庆"]);
    expect(sorted.at(-1)).toBe("照母山");
    expect(pinyinSortKey("渝州")).not.toBe(pinyinSortKey("玉洲"));
  });
});
