import { beforeAll, describe, expect, test } from "vitest";
import { addDays, toDate } from "@/lib/calendar";
import { searchHash } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { renameEnterprise } from "@/lib/enterprises/commands/rename-enterprise";
import { exportEnterprises, listEnterpriseIds } from "@/lib/enterprises/queries/export-enterprises";
import { listEnterprises } from "@/lib/enterprises/queries/list-enterprises";
import { enterpriseList } from "@/lib/enterprises/schema";
import { type Cast, castOf, day, readersOf, settled } from "@/tests/integration/enterprises/cast";
import { administrator, anonymousOf, auditor, staffOf } from "@/tests/support/actors";
import { branch, committee, enterprise, member, park } from "@/tests/support/factories/registers";

type Params = Record<string, string>;
let cast: Cast;
const made: Record<string, { id: string; creditCode: string | null }> = {};

const idOf = (name: string) => made[name]?.id ?? "";
const nameOf = (id: string) => Object.keys(made).find((name) => idOf(name) === id) ?? "?";
const listed = async (params: Params, actor = cast.staff) => {
  const { rows, total } = await listEnterprises(actor, enterpriseList.parse(params));
  expect(total).toBe(rows.length);
  return rows.map(({ id }) => nameOf(id));
};

/** Who is there: one of each kind the filters ask for. */
beforeAll(async () => {
  cast = await castOf();
  const { committeeId } = cast;
  const add = async (name: string, facts: Parameters<typeof enterprise>[0]) => {
    made[name] = await enterprise({ committeeId, name, ...facts });
  };
  await add("甲木科技", { buildingId: cast.buildingId, employeeCount: 30, registeredOn: "2022-01-01" });
  await add("乙火科技", { parkId: cast.parkId, isSettled: false, employeeCount: 10, category: "NEWS" });
  await add("丙土科技", { creditCode: null, registeredOn: "2018-01-01" });
  await add("丁金传媒", { closedOn: "2026-01-01" });
  await branch({ covers: [idOf("甲木科技")], kind: "SINGLE" });
  await branch({ covers: [idOf("甲木科技"), idOf("乙火科技")], kind: "JOINT" });
  await branch({ covers: [idOf("丙土科技")], kind: "SINGLE", dissolvedOn: "2025-01-01" });
  for (const stage of ["FULL", "FULL", "FULL", "PROBATIONARY"] as const) {
    await member({ committeeId, enterpriseId: idOf("丙土科技"), stage });
  }
  await member({ committeeId, enterpriseId: idOf("甲木科技") });
  await member({ committeeId, enterpriseId: idOf("乙火科技"), leftOn: "2026-01-01" });
  await enterprise({ committeeId: cast.stranger.committeeIds[0] ?? "", name: "戊水科技" });
});

describe("filters, each with its total", () => {
  const table: [string, Params, string[]][] = [
    ["active ones, in pinyin order", {}, ["丙土科技", "甲木科技", "乙火科技"]],
    ["turned round", { sort: "-name" }, ["乙火科技", "甲木科技", "丙土科技"]],
    ["by employees, unknown last", { sort: "-employees" }, ["甲木科技", "乙火科技", "丙土科技"]],
    ["by registration", { sort: "registered" }, ["丙土科技", "乙火科技", "甲木科技"]],
    ["closed ones", { status: "closed" }, ["丁金传媒"]],
    ["all", { status: "all" }, ["丙土科技", "丁金传媒", "甲木科技", "乙火科技"]],
    ["a part of the name", { q: "木科" }, ["甲木科技"]],
    ["one character", { q: "土" }, ["丙土科技"]],
    ["initials", { q: "yhk" }, ["乙火科技"]],
    ["category", { category: "NEWS" }, ["乙火科技"]],
    ["settled", { settled: "yes" }, ["甲木科技"]],
    ["not settled, in no park or only registered", { settled: "no" }, ["丙土科技", "乙火科技"]],
    ["covered by a single branch", { coverage: "single" }, ["甲木科技"]],
    ["covered by a joint branch only", { coverage: "joint" }, ["乙火科技"]],
    ["covered by none: a dissolved branch covers nobody", { coverage: "none" }, ["丙土科技"]],
    ["branch due: three full members and no single branch", { coverage: "due" }, ["丙土科技"]],
    ["without a credit code", { withoutCode: "1" }, ["丙土科技"]],
    ["nothing fits", { q: "不存在" }, []],
  ];
  test.each(table)("%s", async (_label, params, names) => expect(await listed(params)).toEqual(names));

  test("park and building; settled there and not", async () => {
    const { parkId, buildingId } = cast;
    expect(await listed({ park: parkId })).toEqual(["甲木科技", "乙火科技"]);
    expect(await listed({ building: buildingId })).toEqual(["甲木科技"]);
    expect(await listed({ park: parkId, settled: "no" })).toEqual(["乙火科技"]);
    expect(await listed({ park: (await park({ committeeId: cast.committeeId })).id })).toEqual([]);
  });

  test("a credit code, whole or its beginning, as people type it", async () => {
    const code = made.甲木科技?.creditCode ?? "";
    expect(await listed({ q: code })).toEqual(["甲木科技"]);
    expect(await listed({ q: ` ${code.toLowerCase()} ` })).toEqual(["甲木科技"]);
    expect(await listed({ q: code.slice(0, 16) })).toContain("甲木科技");
  });

  test("the last four digits of a contact's number", async () => {
    const data = { contactPhoneTailHash: searchHash("phoneTail", "8642") };
    await db.enterprise.update({ where: { id: idOf("乙火科技") }, data });
    expect(await listed({ q: "8642" })).toEqual(["乙火科技"]);
    expect(await listed({ q: "8643" })).toEqual([]);
  });
});

test("a row carries its place, branch, full members and dates as they stand today", async () => {
  const { rows } = await listEnterprises(cast.staff, enterpriseList.parse({}));
  const rowOf = (name: string) => rows.find(({ id }) => id === idOf(name));
  expect(rowOf("甲木科技")).toMatchObject({
    registeredOn: "2022-01-01",
    standing: { isSettled: true, coverage: "SINGLE", fullMemberCount: 1 },
  });
  expect(rowOf("乙火科技")?.standing).toMatchObject({ isSettled: false, coverage: "JOINT", fullMemberCount: 0 });
  expect(rowOf("丙土科技")?.standing).toMatchObject({ parkName: null, coverage: "NONE", fullMemberCount: 3 });
});

test("numbers nobody has stated within the days of the committee are found", async () => {
  const committeeId = (await committee()).id;
  const staff = staffOf(committeeId, { day });
  const since = async (days: number) => {
    const { id } = await enterprise({ committeeId, employeeCount: 5 });
    const said = { source: "PARK", on: addDays(day, -days), value: 5 };
    await db.enterprise.update({ where: { id }, data: { sources: { employeeCount: [said] } } });
    return id;
  };
  const [fresh, last, old] = [await since(90), await since(180), await since(181)];
  const unsaid = (await enterprise({ committeeId, employeeCount: 5 })).id;
  const unknown = (await enterprise({ committeeId })).id;
  const stale = async () => {
    const { rows } = await listEnterprises(staff, enterpriseList.parse({ stale: "1" }));
    return new Set(rows.map(({ id }) => id));
  };
  expect(await stale()).toEqual(new Set([old, unsaid, unknown]));
  const setting = { committeeId, key: "staleDays", value: 60, validFrom: toDate("2026-01-01") };
  await db.committeeSetting.create({ data: setting });
  expect(await stale()).toEqual(new Set([fresh, last, old, unsaid, unknown]));
});

test("an enterprise is found by its former name, and the row says which", async () => {
  const own = await castOf();
  const row = await settled(own, { name: "旧巷文化传播公司" });
  await renameEnterprise(own.staff, { id: row.id, version: 1, name: "新港文化传播公司", renamedOn: "2025-01-01" });
  const { rows } = await listEnterprises(own.staff, enterpriseList.parse({ q: "旧巷" }));
  expect(rows).toMatchObject([{ id: row.id, name: "新港文化传播公司", names: [{ name: "旧巷文化传播公司" }] }]);
});

test("S24: scope holds for rows and totals of every role", async () => {
  const row = await settled(cast, { name: "己风科技" });
  const { secretary, instructor } = await readersOf(row.id);
  for (const actor of [secretary, instructor]) {
    const { rows, total } = await listEnterprises(actor, enterpriseList.parse({ status: "all" }));
    expect([rows.map(({ id }) => id), total]).toEqual([[row.id], 1]);
  }
  for (const actor of [administrator(), auditor(), anonymousOf({ committeeIds: [cast.committeeId] })]) {
    const { rows, total } = await listEnterprises(actor, enterpriseList.parse({ coverage: "due", stale: "1" }));
    expect([rows, total]).toEqual([[], 0]);
    expect(await listEnterpriseIds(actor, enterpriseList.parse({}))).toEqual([]);
  }
  expect(await listed({ q: "戊水" })).toEqual([]);
});

test("the export holds what the list holds, in its order, across pages and chunks", async () => {
  const committeeId = (await committee()).id;
  const staff = staffOf(committeeId, { day });
  for (let index = 0; index < 60; index += 1) await enterprise({ committeeId, employeeCount: index % 7 });
  const list = enterpriseList.parse({ sort: "-employees" });
  const pages = [await listEnterprises(staff, list), await listEnterprises(staff, { ...list, page: 2 })];
  const ids = await listEnterpriseIds(staff, list);
  expect(ids).toEqual(pages.flatMap(({ rows }) => rows.map(({ id }) => id)));
  expect(pages.map(({ total }) => total)).toEqual([60, 60]);
  const exported = [];
  for await (const chunk of exportEnterprises(staff, ids)) exported.push(...chunk.map(({ id }) => id));
  expect(exported).toEqual(ids);
});

test("ids from outside the scope export nothing", async () => {
  const foreign = [];
  for await (const chunk of exportEnterprises(cast.stranger, [idOf("甲木科技")])) foreign.push(...chunk);
  expect(foreign).toEqual([]);
});
