import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { buildingChoices, officerChoices, successorChoices } from "@/lib/branches/queries/branch-choices";
import { findBranch, findBranchFile } from "@/lib/branches/queries/find-branch";
import { findBranchFact } from "@/lib/branches/queries/find-fact";
import { countBranches, type ExportedBranch, exportBranches, listBranches } from "@/lib/branches/queries/list-branches";
import { type BranchList, branchList } from "@/lib/branches/schema";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { instructorOf, secretaryOf } from "@/tests/support/actors";
import {
  assignment,
  branch,
  building,
  enterprise,
  instructor,
  member,
  officer,
  park,
} from "@/tests/support/factories/registers";
import { type Cast, castOf, day } from "./cast";

let cast: Cast;
let parkId: string;
let ids: { main: string; joint: string; dissolved: string; overdue: string; termless: string };

/** A small committee of which every test here knows all branches. */
beforeAll(async () => {
  cast = await castOf();
  const { committeeId } = cast;
  await db.branchTerm.deleteMany({ where: { branch: { committeeId } } });
  await db.branch.deleteMany({ where: { committeeId } });
  parkId = (await park({ committeeId })).id;
  const first = await enterprise({ committeeId, parkId, name: "云达科技" });
  const others = [];
  for (const name of ["艾达", "博达", "创达"]) others.push(await enterprise({ committeeId, name }));
  const main = await branch({ name: "云达科技党支部", covers: [first.id], termEndsOn: "2027-03-01" });
  const jointIds = others.map(({ id }) => id);
  const joint = await branch({ name: "北区联合党支部", kind: "JOINT", covers: jointIds, foundedOn: "2025-02-01" });
  const dissolved = await branch({ committeeId, name: "旧支部", dissolvedOn: "2026-01-01" });
  const overdue = await branch({ committeeId, name: "过期支部", foundedOn: "2022-01-01" });
  const termless = await branch({ committeeId, name: "无任期支部" });
  await db.branchTerm.deleteMany({ where: { branchId: termless.id } });
  const secretary = await member({ branchId: main.id, enterpriseId: first.id, name: "张三" });
  await officer({ branchId: main.id, memberId: secretary.id });
  await member({ branchId: main.id, stage: "PROBATIONARY", name: "李四" });
  await member({ branchId: main.id, stage: "ACTIVIST", name: "王五" });
  await member({ branchId: main.id, leftOn: "2026-01-01" });
  ids = { main: main.id, joint: joint.id, dissolved: dissolved.id, overdue: overdue.id, termless: termless.id };
});

const list = (filters: Record<string, string> = {}) => listBranches(cast.staff, branchList.parse(filters));
async function exported(asked: BranchList) {
  const rows: ExportedBranch[] = [];
  for await (const chunk of exportBranches(cast.staff, asked)) rows.push(...chunk);
  return rows;
}
const namesOf = async (filters: Record<string, string>) => (await list(filters)).rows.map(({ name }) => name);

describe("listBranches", () => {
  test("shows what each covers, its full members, secretary and term today, in pinyin order", async () => {
    const { rows, total } = await list();
    expect(rows.map(({ name }) => name)).toEqual(["北区联合党支部", "过期支部", "无任期支部", "云达科技党支部"]);
    expect(total).toBe(4);
    expect(rows[3]).toMatchObject({
      id: ids.main,
      enterpriseCount: 1,
      enterpriseNames: ["云达科技"],
      fullCount: 1,
      memberCount: 2,
      secretary: "张三",
      termEndsOn: "2027-03-01",
      termState: "DUE_SOON",
    });
    expect(rows[0]).toMatchObject({ enterpriseCount: 3, enterpriseNames: ["艾达", "博达"], secretary: null });
    expect(rows[2]).toMatchObject({ termEndsOn: null, termState: "NONE", enterpriseNames: [] });
  });

  test.each([
    [{ q: "云达" }, ["云达科技党支部"]],
    [{ q: "bqlh" }, ["北区联合党支部"]],
    [{ kind: "JOINT" }, ["北区联合党支部"]],
    [{ term: "due-soon" }, ["云达科技党支部"]],
    [{ term: "overdue" }, ["过期支部"]],
    [{ term: "none" }, ["无任期支部"]],
    [{ q: "旧" }, []],
    [{ q: "旧", dissolved: "1" }, ["旧支部"]],
    [{ sort: "foundedOn" }, ["过期支部", "云达科技党支部", "无任期支部", "北区联合党支部"]],
    [{ sort: "-name" }, ["云达科技党支部", "无任期支部", "过期支部", "北区联合党支部"]],
    [{ page: "2" }, []],
  ])("filtered and sorted by %o", async (filters, expected) => {
    expect(await namesOf(filters)).toEqual(expected);
  });

  test("by park: where it meets, or where an enterprise it covers is", async () => {
    expect(await namesOf({ park: parkId })).toEqual(["云达科技党支部"]);
    const { id: buildingId } = await building({ parkId });
    await db.branch.update({ where: { id: ids.joint }, data: { buildingId } });
    expect(await namesOf({ park: parkId })).toEqual(["北区联合党支部", "云达科技党支部"]);
    await db.branch.update({ where: { id: ids.joint }, data: { buildingId: null } });
  });

  test("a filter never widens the scope", async () => {
    const foreign = await branch();
    expect(await namesOf({ committee: foreign.committeeId, dissolved: "1" })).toEqual([]);
  });

  test("a secretary sees the own branch, an instructor the assigned one, others none", async () => {
    const all = branchList.parse({ dissolved: "1" });
    const own = await listBranches(secretaryOf(ids.main, { day }), all);
    expect(own.rows.map(({ id }) => id)).toEqual([ids.main]);
    const { id: instructorId } = await instructor({ committeeId: cast.committeeId });
    await assignment({ instructorId, branchId: ids.joint });
    const assigned = await listBranches(instructorOf(instructorId, { day }), all);
    expect(assigned.rows.map(({ id }) => id)).toEqual([ids.joint]);
    for (const [who, actor] of cast.refused.slice(2)) {
      expect([who, (await listBranches(actor, all)).total]).toEqual([who, 0]);
    }
  });
});

test("an export holds the same branches in the same order, with all names", async () => {
  const asked = branchList.parse({ sort: "-name", kind: "JOINT" });
  expect(await exported(asked)).toMatchObject([
    { id: ids.joint, enterpriseNames: ["艾达", "博达", "创达"], memberCount: 0 },
  ]);
  expect(await countBranches(cast.staff, asked)).toBe(1);
  const everything = await exported(branchList.parse({ dissolved: "1" }));
  expect(everything.map(({ name }) => name)).toEqual([
    "北区联合党支部",
    "过期支部",
    "旧支部",
    "无任期支部",
    "云达科技党支部",
  ]);
});

describe("findBranchFile", () => {
  test("staff see everything that hangs on it", async () => {
    const file = await findBranchFile(cast.staff, ids.main);
    expect(file).toMatchObject({
      can: { edit: true, correct: true, restore: false, seeMembers: true },
      figures: { fullCount: 1, memberCount: 2 },
      coverages: [{ enterprise: { name: "云达科技" }, fullCount: 1, isLinked: true }],
      officers: [{ memberName: "张三", post: "SECRETARY" }],
    });
    expect(file?.members.map(({ name, employer }) => [name, employer])).toEqual([
      ["李四", null],
      ["王五", null],
      ["张三", "云达科技"],
    ]);
  });

  test("the secretary reads it, and the instructor without the members' names", async () => {
    const own = await findBranchFile(secretaryOf(ids.main, { day }), ids.main);
    expect(own).toMatchObject({ can: { edit: false, correct: false, seeMembers: true } });
    expect(own?.members).toHaveLength(3);
    const { id: instructorId } = await instructor({ committeeId: cast.committeeId });
    await assignment({ instructorId, branchId: ids.main });
    const assigned = await findBranchFile(instructorOf(instructorId, { day }), ids.main);
    expect(assigned).toMatchObject({ can: { edit: false, seeMembers: false }, members: [] });
    expect(assigned?.coverages).toMatchObject([{ isLinked: false }]);
  });

  test("foreign, missing and nonsense look the same", async () => {
    for (const [, actor] of cast.refused) expect(await findBranchFile(actor, ids.main)).toBeNull();
    expect(await findBranch(cast.staff, randomUUID())).toBeNull();
    expect(await findBranch(cast.staff, "1 OR 1=1")).toBeNull();
  });

  test("a dissolved branch is read only, and can be restored", async () => {
    const file = await findBranchFile(cast.staff, ids.dissolved);
    expect(file).toMatchObject({ can: { edit: false, correct: true, restore: true } });
  });
});

test("a fact is found by its branch and kind only, in the actor's scope", async () => {
  const coverage = await db.branchCoverage.findFirstOrThrow({ where: { branchId: ids.main } });
  const found = await findBranchFact(cast.staff, ids.main, "coverage", coverage.id);
  expect(found).toMatchObject({ part: "coverage", title: "覆盖 云达科技", validFrom: "2024-01-01", validTo: null });
  expect(await findBranchFact(cast.staff, ids.joint, "coverage", coverage.id)).toBeNull();
  expect(await findBranchFact(cast.staff, ids.main, "officer", coverage.id)).toBeNull();
  expect(await findBranchFact(cast.staff, ids.main, "constructor", coverage.id)).toBeNull();
  expect(await findBranchFact(cast.staff, "x", "coverage", "y")).toBeNull();
  for (const [, actor] of cast.refused) {
    expect(await findBranchFact(actor, ids.main, "coverage", coverage.id)).toBeNull();
  }
});

test("choices: live branches of the committee, full members of the branch, the committee's buildings", async () => {
  const successors = await successorChoices(cast.staff, { id: ids.main, committeeId: cast.committeeId });
  expect(successors.map(({ label }) => label)).toEqual(["北区联合党支部", "过期支部", "无任期支部"]);
  expect((await officerChoices(cast.staff, ids.main)).map(({ label }) => label)).toEqual(["张三"]);
  const house = await building({ parkId, name: "主楼" });
  await building();
  await db.building.create({ data: { parkId, name: "旧楼", nameSort: "jiu lou", closedOn: toDate("2025-01-01") } });
  const buildings = await buildingChoices(cast.staff, cast.committeeId);
  expect(buildings.map(({ value }) => value)).toContain(house.id);
  expect(buildings.every(({ label }) => !label.endsWith("旧楼"))).toBe(true);
  expect(await db.building.count({ where: { park: { committeeId: cast.committeeId }, closedOn: null } })).toBe(
    buildings.length,
  );
});
