import { expect, test } from "vitest";
import { readPlace } from "@/components/field/use-place";
import { foundTargets, listedTargets } from "@/components/field/views/find-targets";
import type { FieldTarget } from "@/lib/field/queries/field-pack";

const target = (name: string, initials: string, due: FieldTarget["due"], visitedOn: string | null): FieldTarget => ({
  ...{
    kind: "enterprise",
    id: name,
    name,
    initials,
    address: null,
    facts: null,
    employeesSaidOn: null,
    dueOn: "2026-11-30",
  },
  due,
  lastVisit: visitedOn ? { visitedOn, found: "", instructorName: "唐" } : null,
  requests: [],
});
const targets = [
  target("重庆云达科技有限公司", "cqydkjyxgs", "OVERDUE", "2026-09-01"),
  target("云帆网络", "yfwl", "DUE", null),
  target("星汉传媒", "xhcm", "DONE", "2026-11-20"),
  target("Yun 工作室", "yungzs", "LATER", "2026-11-02"),
];
const names = (found: FieldTarget[]) => found.map(({ name }) => name);

test("due: owed this month or longer, in the order given; recent: newest first, only visited ones", () => {
  expect(names(listedTargets(targets, "due"))).toEqual(["重庆云达科技有限公司", "云帆网络"]);
  expect(names(listedTargets(targets, "recent"))).toEqual(["星汉传媒", "Yun 工作室", "重庆云达科技有限公司"]);
  expect(listedTargets(targets, "all")).toHaveLength(4);
});

test("found by a piece of the name or of its pinyin initials, the beginning first", () => {
  expect(names(foundTargets(targets, "云"))).toEqual(["云帆网络", "重庆云达科技有限公司"]);
  expect(names(foundTargets(targets, "YD"))).toEqual(["重庆云达科技有限公司"]);
  expect(names(foundTargets(targets, "ｙｕｎ工"))).toEqual(["Yun 工作室"]);
  expect(foundTargets(targets, "没有")).toEqual([]);
});

test("where one is stands behind the #; anything strange is home", () => {
  expect(readPlace("#visit/7")).toEqual({ view: "visit", id: "7" });
  expect(readPlace("#queue")).toEqual({ view: "queue", id: "" });
  for (const hash of ["", "#", "#home", "#constructor/1", "#visits"]) expect(readPlace(hash).view).toBe("home");
});
