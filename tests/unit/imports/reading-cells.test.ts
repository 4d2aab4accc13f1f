import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "@/lib/calendar";
import { lostItsDigits, saysNothing, textOf } from "@/lib/imports/rules/reading/cells";
import { readDay } from "@/lib/imports/rules/reading/days";
import { readCapital, readCount } from "@/lib/imports/rules/reading/numbers";
import { readYesNo } from "@/lib/imports/rules/reading/yes-no";
import { moneyUnit } from "@/lib/imports/rules/table/headers";

const aDay = fc.nat(70_000).map((days) => addDays("1900-03-01", days));

describe("a date in the spellings people use", () => {
  test.each([
    [{ day: "2019-03-05" }],
    [43529],
    ["43529"],
    [43529.75],
    ["2019-03-05"],
    ["2019-3-5"],
    ["2019/3/5"],
    ["2019/03/05"],
    ["2019.3.5"],
    ["2019．03．05"],
    ["2019年3月5日"],
    ["2019 年 3 月 5 日"],
    ["2019年03月05号"],
    ["20190305"],
    [20190305],
    ["２０１９０３０５"],
    ["２０１９年３月５日"],
    ["二〇一九年三月五日"],
    ["2019-03-05 00:00:00"],
    ["2019/3/5 0:00"],
    ["2019-03-05T08:30:00"],
    ["2019-03-04T16:00:00.000Z"],
    [" '2019-03-05 "],
    ["2019－03－05"],
    ["2019—3—5"],
    ["2019-03-05."],
  ])("%j is 5 March 2019", (cell) => {
    expect(readDay(cell)).toEqual({ value: "2019-03-05" });
  });

  test.each([
    "2019年3月",
    "2019-03",
    "2019.3",
    "201903",
    "2019",
    2019,
    "2019年",
    "2019-02-30",
    "20190230",
    { day: "1899-12-31" },
  ])("%j is not guessed: empty, with a note", (cell) => {
    expect(readDay(cell)).toEqual({ value: null, note: expect.stringContaining("留空") });
  });

  test.each(["19-3-5", "3/5/2019", "去年", "2019-13-05", "长期", 12, 99999999, "190305 0"])(
    "%j is doubtful: empty, with a note",
    (cell) => {
      expect(readDay(cell)).toEqual({ value: null, note: expect.stringContaining("留空") });
    },
  );

  test.each([null, undefined, "", " ", "/", "-", "无", "暂无", "#N/A"])(
    "%j says nothing, and nothing is noted",
    (cell) => {
      expect(readDay(cell)).toEqual({ value: null });
    },
  );

  test("every day is read back from each of its five spellings", () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const [year, month, date] = day.split("-").map(Number);
        const spellings = [
          { day },
          day,
          `${year}/${month}/${date}`,
          `${year}年${month}月${date}日`,
          day.replaceAll("-", ""),
        ];
        for (const cell of spellings) expect(readDay(cell).value).toBe(day);
        expect(readDay(daysBetween("1899-12-30", day)).value ?? day).toBe(day);
      }),
    );
  });
});

describe("a number of people", () => {
  test.each([
    [50, 50],
    ["50", 50],
    ["５０", 50],
    ["50人", 50],
    ["50 人", 50],
    ["3,950", 3950],
    ["3，950", 3950],
    ["共50人", 50],
    [0, 0],
    ["0", 0],
    ["12.0", 12],
    ["三人", 3],
    ["三十五", 35],
    ["一百二十名", 120],
  ])("%j is %i, with nothing to note", (cell, count) => {
    expect(readCount(cell)).toEqual({ value: count });
  });

  test.each([
    ["约50人", 50],
    ["大约50", 50],
    ["50人左右", 50],
    ["约０人", 0],
    ["3（含预备党员1名）", 3],
  ])("%j is %i, with a note", (cell, count) => {
    expect(readCount(cell)).toEqual({ value: count, note: expect.stringContaining(String(count)) });
  });

  test.each([
    "100-299",
    "100~299",
    "100—299",
    "100至299人",
    "50人以上",
    "50余人",
    "不足50",
    "几十人",
    "三五人",
    "二三十人",
    "3+1",
    -5,
    12.5,
    "若干",
    19912345678,
    { day: "2019-03-05" },
  ])("%j is never guessed: empty, with a note", (cell) => {
    expect(readCount(cell)).toEqual({ value: null, note: expect.stringContaining("留空") });
  });

  test.each([null, "", "/", "无", "——"])("%j says nothing", (cell) => {
    expect(readCount(cell)).toEqual({ value: null });
  });
});

describe("registered capital in 万元", () => {
  test.each([
    [1000, null, 1000],
    [950.5, "万元", 950.5],
    ["1000", "万元", 1000],
    ["1000万元", null, 1000],
    ["1000万", "元", 1000],
    ["1,000万元人民币", null, 1000],
    ["1,000.00万元", null, 1000],
    ["人民币1000万元整", null, 1000],
    ["1000万人民币", null, 1000],
    ["1000(万元)", null, 1000],
    ["１０００万元", null, 1000],
    ["5000000元", "万元", 500],
    [5000000, "元", 500],
    ["￥5,000,000", "元", 500],
    ["1.2亿元", null, 12000],
    [1.2, "亿元", 12000],
  ] as const)("%j in a column of %s is %d", (cell, unit, capital) => {
    expect(readCapital(cell, unit)).toEqual({ value: capital });
  });

  test.each([
    ["1000万美元", null],
    ["USD 100万", null],
    ["500万港币", "万元"],
    [1000, "FOREIGN"],
    ["1000-2000万", null],
    ["壹仟万元", null],
    ["1e20", null],
  ] as const)("%j in a column of %s stays empty, with a note", (cell, unit) => {
    expect(readCapital(cell, unit)).toEqual({ value: null, note: expect.stringContaining("留空") });
  });

  test.each([
    ["注册资本（万元）", "万元"],
    ["注册资金(元)", "元"],
    ["注册资本（亿元）", "亿元"],
    ["注册资本（万美元）", "FOREIGN"],
    ["注册资本", null],
  ])("the column %s is in %s", (header, unit) => {
    expect(moneyUnit(header)).toBe(unit);
  });
});

describe("yes or no in a column of signs", () => {
  test.each(["是", "√", "✓", "有", "Y", "yes", 1, true, "已入驻", "入驻", " 是 ", "是（部分）"])(
    "%j is yes",
    (cell) => {
      expect(readYesNo(cell)).toEqual({ value: true });
    },
  );
  test.each(["否", "×", "无", "N", "no", 0, false, "未入驻", "仅注册", "不入驻"])("%j is no", (cell) => {
    expect(readYesNo(cell)).toEqual({ value: false });
  });
  test.each([null, "", "/", "—"])("%j says nothing", (cell) => {
    expect(readYesNo(cell)).toEqual({ value: null });
  });
  test("other words stay empty with a note", () => {
    expect(readYesNo("筹备中")).toEqual({ value: null, note: expect.stringContaining("筹备中") });
  });
});

describe("what a cell shows", () => {
  test.each([
    ["  x\u3000 ", "x"],
    ["'123", "123"],
    ['="123"', "123"],
    ["#REF!", ""],
    [123456789012345, "123456789012345"],
    [1e21, "1000000000000000000000"],
    [true, "是"],
    [null, ""],
  ])("%j is read as %j", (cell, text) => {
    expect(textOf(cell)).toBe(text);
  });

  test("a number of more than 15 digits has lost its end", () => {
    expect(lostItsDigits(915001120000000000)).toBe(true);
    expect(lostItsDigits(500112526316433)).toBe(false);
    expect(lostItsDigits("915001120000000000")).toBe(false);
  });

  test.each(["", "-", "——", "/", "无", "暂无", "N/A", "不详", "。", "…", "？"])("%j says nothing", (text) => {
    expect(saysNothing(text)).toBe(true);
  });
});
