import { describe, expect, test } from "vitest";
import { downloadDocument } from "@/lib/documents/download";
import { chineseNumeral } from "@/lib/documents/numerals";
import { signaturePlaces } from "@/lib/documents/signature";
import { titleLines } from "@/lib/documents/title-lines";

test.each([
  [1, "一"],
  [10, "十"],
  [11, "十一"],
  [20, "二十"],
  [99, "九十九"],
])("heading %i is %s", (number, word) => {
  expect(chineseNumeral(number)).toBe(word);
});

describe("a title", () => {
  test("that fits stays in one line", () => {
    expect(titleLines("2026年第三季度党建工作情况通报")).toEqual(["2026年第三季度党建工作情况通报"]);
  });

  test("that is too long breaks near its middle, never inside a number or before a mark", () => {
    expect(titleLines("关于2026年第三季度党建工作完成情况的通报")).toEqual([
      "关于2026年第三季度",
      "党建工作完成情况的通报",
    ]);
    const lines = titleLines("一二三四五六七八九2026一二三四五六七八九十一二三四五六");
    expect(lines.join("")).toContain("2026");
    expect(lines.some((line) => line.includes("2026"))).toBe(true);
  });

  test("keeps the lines its writer gave it", () => {
    expect(titleLines("关于第三季度\n工作的通报")).toEqual(["关于第三季度", "工作的通报"]);
  });
});

describe("a signature", () => {
  test("of a long name has the day beginning two characters after it", () => {
    expect(signaturePlaces({ name: "中共某某委员会办公室", date: "2026年1月2日" }, 28)).toEqual({
      name: { right: 2 },
      date: { left: 18 },
    });
  });

  test("of a short name has the day two characters from the edge, and the name beginning two before it", () => {
    expect(signaturePlaces({ name: "党委", date: "2026年1月2日" }, 28)).toEqual({
      name: { left: 18 },
      date: { right: 2 },
    });
  });
});

test("a download carries its Chinese name, without signs a file system or a header cannot hold", () => {
  const header = downloadDocument('关于"一季度"/(通报)\r\n\ud800', Buffer.from("x")).headers.get("content-disposition");
  expect(header).toMatch(/^attachment; filename="document\.docx"; filename\*=UTF-8''[\w%.-]+\.docx$/);
  expect(decodeURIComponent(/''(.*)$/.exec(header ?? "")?.[1] ?? "")).toBe("关于 一季度  (通报).docx");
});
