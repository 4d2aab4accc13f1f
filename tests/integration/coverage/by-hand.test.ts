import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/lib/calendar";
import { findProposals } from "@/lib/coverage/queries/find-proposals";
import { listCoverage } from "@/lib/coverage/queries/list-coverage";
import { summarizeCoverage } from "@/lib/coverage/queries/summarize-coverage";
import { coverageList } from "@/lib/coverage/schema";
import { administrator, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import {
  assignment,
  branch,
  building,
  committee,
  enterprise,
  instructor,
  member,
  park,
} from "@/tests/support/factories/registers";

/**
 * A district small enough to count by hand.
 *
 *   独立  settled, three full members, single branch founded 2025-04-01
 *   联一, 联二  settled, one full member each, joint branch 2025-07-01, dissolved 2026-01-01
 *   应建  settled, three full members, of whom one became full on 2025-09-10; no branch
 *   联系  settled since 2025-06-01, an instructor from 2025-10-01 to 2026-02-01; no members
 *   未驻  registered, not settled, above scale in 2025
 *   关停  settled, closed on 2025-08-01
 */
const world = { committeeId: "", branchId: "", instructorId: "" };

beforeAll(async () => {
  const { id: committeeId } = await committee();
  const { id: parkId } = await park({ committeeId });
  const { id: buildingId } = await building({ parkId });
  const settled = (name: string, more = {}) =>
    enterprise({ committeeId, parkId, buildingId, name, isSettled: true, ...more });
  const full = (enterpriseId: string, becameFullOn = "2024-06-01") =>
    member({ committeeId, enterpriseId, becameFullOn });
  const single = await settled("独立");
  const joint = [await settled("联一"), await settled("联二")];
  const due = await settled("应建");
  const reached = await settled("联系", { settledFrom: "2025-06-01" });
  await enterprise({ committeeId, parkId, name: "未驻", isSettled: false, scaleYears: [2025] });
  await settled("关停", { closedOn: "2025-08-01" });
  for (let count = 0; count < 3; count += 1) await full(single.id);
  for (const { id } of joint) await full(id);
  await full(due.id);
  await full(due.id);
  await full(due.id, "2025-09-10");
  const { id: branchId } = await branch({ covers: [single.id], foundedOn: "2025-04-01" });
  await branch({
    kind: "JOINT",
    covers: joint.map(({ id }) => id),
    foundedOn: "2025-07-01",
    dissolvedOn: "2026-01-01",
  });
  const { id: instructorId } = await instructor({ committeeId });
  await assignment({ instructorId, enterpriseId: reached.id, from: "2025-10-01", to: "2026-02-01" });
  Object.assign(world, { committeeId, branchId, instructorId });
});

const figuresOn = async (day: string, base: "SETTLED" | "ACTIVE" | "ABOVE_SCALE" | "WITH_MEMBERS" = "SETTLED") => {
  const { total } = await summarizeCoverage(staffOf(world.committeeId), { day, base });
  return [total.base, total.organized, total.single, total.worked, total.due];
};

describe("figures counted by hand: base, organized, single, worked, due", () => {
  test.each([
    ["2025-03-31", [5, 0, 0, 0, 1], "before the first branch; 独立 is due"],
    ["2025-04-01", [5, 1, 1, 1, 0], "the first day of the single branch counts"],
    ["2025-06-01", [6, 1, 1, 1, 0], "联系 settles"],
    ["2025-07-01", [6, 3, 1, 3, 0], "the joint branch covers two"],
    ["2025-07-31", [6, 3, 1, 3, 0], "关停 is there until the day before it closes"],
    ["2025-08-01", [5, 3, 1, 3, 0], "a closed enterprise is gone from its day on"],
    ["2025-09-09", [5, 3, 1, 3, 0], "two full members are not due"],
    ["2025-09-10", [5, 3, 1, 3, 1], "the third makes it due"],
    ["2025-10-01", [5, 3, 1, 4, 1], "the instructor counts as work coverage"],
    ["2025-12-31", [5, 3, 1, 4, 1], "the last day of the joint branch"],
    ["2026-01-01", [5, 1, 1, 2, 1], "a dissolved branch covers nobody from its day on"],
    ["2026-02-01", [5, 1, 1, 1, 1], "an assignment's end is excluded"],
  ])("%s", async (day, expected) => {
    expect(await figuresOn(day)).toEqual(expected);
  });

  test("each base is another denominator", async () => {
    expect(await figuresOn("2025-12-31", "ACTIVE")).toEqual([6, 3, 1, 4, 1]);
    expect(await figuresOn("2025-12-31", "ABOVE_SCALE")).toEqual([1, 0, 0, 0, 0]);
    expect(await figuresOn("2026-01-01", "ABOVE_SCALE")).toEqual([0, 0, 0, 0, 0]);
    expect(await figuresOn("2025-12-31", "WITH_MEMBERS")).toEqual([4, 3, 1, 3, 1]);
  });
});

test("the list behind a figure holds exactly its enterprises, each with its sentence", async () => {
  const asked = { ...coverageList.parse({}), day: "2025-12-31", base: "SETTLED" as const };
  const { rows, total } = await listCoverage(staffOf(world.committeeId), { ...asked, state: "WORKED" });
  expect(total).toBe(4);
  expect(rows.map(({ name }) => name).toSorted()).toEqual(["独立", "联一", "联二", "联系"].toSorted());
  expect(rows.find(({ name }) => name === "联一")?.sentence).toContain("由联合支部覆盖");
  const due = await listCoverage(staffOf(world.committeeId), { ...asked, state: "DUE" });
  expect(due.rows.map(({ name }) => name)).toEqual(["应建"]);
});

test("uncovered neighbours with one full member each are too few for a proposal; with one more they are enough", async () => {
  const day = "2026-01-01";
  const before = await summarizeCoverage(staffOf(world.committeeId), { day, base: "SETTLED" });
  expect(before.joinable).toBe(2);
  expect(await findProposals(staffOf(world.committeeId), { day })).toEqual([]);
  const [one] = before.parks;
  const neighbour = await enterprise({
    committeeId: world.committeeId,
    parkId: one?.park ?? "",
    isSettled: true,
    registeredOn: day,
    settledFrom: day,
  });
  await member({ committeeId: world.committeeId, enterpriseId: neighbour.id, from: day });
  const proposals = await findProposals(staffOf(world.committeeId), { day: addDays(day, 1) });
  expect(proposals.map(({ enterprises, fullMemberCount }) => [enterprises.length, fullMemberCount])).toEqual([[3, 3]]);
});

test("only staff of the committee see anything", async () => {
  const elsewhere = await committee();
  const strangers = [
    staffOf(elsewhere.id),
    secretaryOf(world.branchId),
    instructorOf(world.instructorId),
    administrator(),
  ];
  for (const stranger of strangers) {
    const { total } = await summarizeCoverage(stranger, {
      day: "2025-12-31",
      base: "ACTIVE",
      committeeId: world.committeeId,
    });
    expect(total.base).toBe(0);
  }
});
