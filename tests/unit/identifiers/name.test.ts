import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayName, normaliseName } from "@/lib/identifiers/name";

describe("two spellings of one name are found as one", () => {
  test.each([
    ["重庆思海新媒体(重庆)有限公司", " 重庆思海新媒体（重庆）有限公司\u3000"],
    ["重庆思海新媒体﹙重庆﹚有限公司", "重庆思海新媒体（重庆）有限公司"],
    ["重庆思海新媒体〔重庆〕有限公司", "重庆思海新媒体【重庆】有限公司"],
    ["金\u3000涛", "金涛"],
    ["金 涛 ", "金涛"],
    ["ａｂｃ科技", "ABC科技"],
    ["abc Tech Co., Ltd", "ABC TECH CO.,LTD"],
    ["古丽·买买提", "古丽•买买提"],
    ["古丽・买买提", "古丽．买买提"],
    ["重庆数\u200b谷", "重庆数谷"],
    ["重庆“数谷”科技", '重庆"数谷"科技'],
    ["数谷–科技", "数谷—科技"],
    ["数\n谷", "数谷"],
  ])("%j and %j", (one, other) => {
    expect(normaliseName(one)).toBe(normaliseName(other));
  });

  test.each([
    ["重庆云光科技有限公司", "重庆云光技术有限公司"],
    ["重庆云光有限公司", "重庆云光(重庆)有限公司"],
    ["邹𬭎", "邹鸿"],
  ])("%j and %j stay two names", (one, other) => {
    expect(normaliseName(one)).not.toBe(normaliseName(other));
  });

  test("applying the key twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const key = normaliseName(text);
        expect(normaliseName(key)).toBe(key);
        expect(key).not.toMatch(/\s/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a name as it is shown", () => {
  test.each([
    [" 重庆思海新媒体(重庆)有限公司\u3000", "重庆思海新媒体（重庆）有限公司"],
    ["金\u3000涛", "金涛"],
    ["Ｃｈｏｎｇｑｉｎｇ  Cloud Ltd", "Chongqing Cloud Ltd"],
    ["古丽 • 买买提", "古丽·买买提"],
    ["夏𬭎 ", "夏𬭎"],
    ["重庆 ABC Tech 科技", "重庆ABC Tech科技"],
  ])("%j is shown as %j", (typed, shown) => {
    expect(displayName(typed)).toBe(shown);
  });

  test("is still found under the same key, and showing it twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const shown = displayName(text);
        expect(displayName(shown)).toBe(shown);
        expect(normaliseName(shown)).toBe(normaliseName(text));
      }),
      { numRuns: 500 },
    );
  });
});
