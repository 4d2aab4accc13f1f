import { describe, expect, test } from "vitest";
import { isDocumentNumber, nextDocumentNumber, tidyDocumentNumber } from "@/lib/bulletins/rules/document-number";
import { publishGate } from "@/lib/bulletins/rules/publish-gate";
import { editedBulletin } from "@/lib/bulletins/schema";
import { readHead, readList } from "@/lib/bulletins/schema/snapshot";
import { newId } from "@/lib/db/new-id";

describe("a document number", () => {
  test.each([
    ["渝互联网党发[2026]12号", "渝互联网党发〔2026〕12号"],
    ["渝互联网党发（2026） 12 号", "渝互联网党发〔2026〕12号"],
    ["渝互联网党发【2026】12号", "渝互联网党发〔2026〕12号"],
  ])("gets the brackets of the standard: %s", (typed, expected) => {
    expect(tidyDocumentNumber(typed)).toBe(expected);
    expect(isDocumentNumber(expected)).toBe(true);
  });

  test.each([
    "渝互联网党发12号",
    "〔2026〕12号",
    "渝发〔26〕12号",
    "渝发〔2026〕012号",
    "渝发〔2026〕第12号",
    "渝发〔2026〕0号",
  ])("refuses %s", (typed) => {
    expect(isDocumentNumber(typed)).toBe(false);
  });

  test("goes on after the committee's highest of that year and prefix, not after the last written", () => {
    const used = [
      "渝发〔2026〕9号",
      "渝发〔2026〕12号",
      null,
      "渝发〔2025〕30号",
      "江发〔2026〕40号",
      "渝发〔2026〕11号",
    ];
    expect(nextDocumentNumber("渝发", 2026, used)).toBe("渝发〔2026〕13号");
    expect(nextDocumentNumber("渝发", 2027, used)).toBe("渝发〔2027〕1号");
    expect(nextDocumentNumber(null, 2026, used)).toBeNull();
  });
});

describe("a quarter's bulletin may be published", () => {
  const gate = (day: string) => publishGate({ year: 2026, quarter: 3 }, "2026-10-10", day);
  test.each([
    ["2026-09-30", "RUNNING"],
    ["2026-10-01", "EARLY"],
    ["2026-10-10", "EARLY"],
    ["2026-10-11", "OPEN"],
  ])("on %s: %s", (day, expected) => {
    expect(gate(day)).toBe(expected);
  });

  test("not before the quarter's end, also when summaries were due earlier", () => {
    expect(publishGate({ year: 2026, quarter: 3 }, "2026-09-20", "2026-09-25")).toBe("RUNNING");
  });
});

describe("what a person writes of a bulletin", () => {
  const typed = {
    id: newId(),
    version: "1",
    title: "通报",
    opening: "开头",
    documentNumber: "渝发[2026]1号",
    recipients: "各党支部：",
  };

  test("keeps its lines, loses the colon after the recipients", () => {
    expect(editedBulletin.parse({ ...typed, shortfalls: "一\r\n二" })).toMatchObject({
      documentNumber: "渝发〔2026〕1号",
      recipients: "各党支部",
      shortfalls: "一\n二",
      goodPractice: "",
    });
  });

  test.each([
    ["documentNumber", "第一号"],
    ["title", ""],
    ["opening", "  "],
  ])("refuses %s “%s”", (field, value) => {
    const parsed = editedBulletin.safeParse({ ...typed, [field]: value });
    expect(parsed.error?.issues[0]?.path).toEqual([field]);
  });

  test("may stay without a document number", () => {
    expect(editedBulletin.parse({ ...typed, documentNumber: "" }).documentNumber).toBeNull();
  });
});

/** As the first edition of this portal wrote it. Never change it: papers of that day must stay readable. */
const ofFirstFormat = {
  format: 1,
  takenOn: "2026-10-20",
  committeeName: "中共重庆市渝北区互联网行业委员会",
  quarter: { year: 2026, quarter: 3 },
  planTitle: "2026年第三季度工作计划",
  summaryDueOn: "2026-10-10",
  coverageDay: "2026-09-30",
  figures: [
    {
      key: "onTime",
      group: "reports",
      label: "按时报送",
      count: 1,
      base: 2,
      baseLabel: "应报送支部",
      unit: "个",
      list: "reports",
    },
    {
      key: "expected",
      group: "reports",
      label: "应报送",
      count: 2,
      base: null,
      baseLabel: null,
      unit: "个",
      list: "reports",
    },
  ],
  catchUp: [{ status: "未报送总结", branches: [{ name: "甲党支部", reasons: ["未报送季度总结"] }] }],
  fulfilled: ["乙党支部"],
  lists: {
    reports: [{ name: "乙党支部", state: "已通过", note: "", counts: ["onTime", "expected"], isOutside: false }],
  },
};

test("a snapshot of the first format is read as it was kept", () => {
  const { lists, ...head } = ofFirstFormat;
  expect(readHead(ofFirstFormat)).toEqual(head);
  expect(readList(lists.reports)).toEqual(lists.reports);
  expect(readList(null)).toEqual([]);
});

test("a snapshot this version does not know is refused instead of being shown wrong", () => {
  expect(() => readHead({ ...ofFirstFormat, format: 2 })).toThrow();
});
