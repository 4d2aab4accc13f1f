import { expect, test } from "vitest";
import { type DatedFacts, historyOf } from "@/lib/enterprises/rules/history";

const nothing: DatedFacts = {
  registeredOn: null,
  closedOn: null,
  closeReason: null,
  name: "丙公司",
  formerNames: [],
  locations: [],
  coverages: [],
  assignments: [],
  associations: [],
  scaleYears: [],
};

test("nothing dated is no history", () => expect(historyOf(nothing)).toEqual([]));

test("one story, oldest first; of one day what ended before what began", () => {
  const lines = historyOf({
    ...nothing,
    registeredOn: "2019-03-05",
    closedOn: "2026-02-01",
    closeReason: "吊销：未年报",
    formerNames: [
      { name: "乙公司", validTo: "2024-01-01" },
      { name: "甲公司", validTo: "2021-01-01" },
    ],
    locations: [
      { parkName: "仙桃谷", buildingName: "B栋", isSettled: true, validFrom: "2023-05-01", validTo: "2026-02-01" },
      { parkName: "孵化园", buildingName: null, isSettled: false, validFrom: "2020-01-01", validTo: "2023-05-01" },
    ],
    coverages: [{ branchName: "第一联合党支部", validFrom: "2024-06-01", validTo: "2026-02-01" }],
    assignments: [{ instructorName: "刘洋", validFrom: "2024-07-01", validTo: null }],
    associations: [{ validFrom: "2022-01-01", validTo: "2022-12-31" }],
    scaleYears: [{ year: 2023, source: "统计名录" }],
  });
  expect(lines.map(({ on, words }) => `${on} ${words}`)).toEqual([
    "2019-03-05 企业成立",
    "2020-01-01 注册在孵化园，未入驻",
    "2021-01-01 由“甲公司”更名为“乙公司”",
    "2022-01-01 加入协会",
    "2022-12-31 退出协会",
    "2023 列入规模以上企业名单（统计名录）",
    "2023-05-01 结束在孵化园的登记",
    "2023-05-01 入驻仙桃谷B栋",
    "2024-01-01 由“乙公司”更名为“丙公司”",
    "2024-06-01 由第一联合党支部覆盖",
    "2024-07-01 刘洋开始联系",
    "2026-02-01 结束在仙桃谷B栋的登记",
    "2026-02-01 不再由第一联合党支部覆盖",
    "2026-02-01 吊销：未年报",
  ]);
});
