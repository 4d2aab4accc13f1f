import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleMembers } from "@/lib/members/policy";
import { branchesToJoin, namesOfFilter, suggestEmployers } from "@/lib/members/queries/choices";
import { exportMembers } from "@/lib/members/queries/export-members";
import { findMember } from "@/lib/members/queries/find-member";
import { listMembers } from "@/lib/members/queries/list-members";
import { memberList } from "@/lib/members/schema";
import { type Cast, castOf, day, memberOf, refusedAt } from "@/tests/integration/members/cast";
import { administrator, anonymousOf, auditor, secretaryOf, staffOf } from "@/tests/support/actors";
import { branch, committee, enterprise, member, officer } from "@/tests/support/factories/registers";
import { freshIdNumber, freshPhone } from "@/tests/support/fresh";

let cast: Cast;
let secondBranch: string;
let foreign: { id: string };
beforeAll(async () => {
  cast = await castOf();
  const { committeeId } = cast;
  secondBranch = (await branch({ committeeId, name: "星河网络党支部" })).id;
  await memberOf(cast, { name: "张三", joinedOn: "2019-07-01" });
  await memberOf(cast, { name: "李四", stage: "PROBATIONARY", joinedOn: "2026-01-01", isMobile: true });
  await memberOf(cast, { name: "曾王五", branchId: secondBranch, joinedOn: "2001-07-01" });
  await member({ committeeId, name: "王六", joinedOn: null });
  await memberOf(cast, { name: "赵七", leftOn: "2026-01-01" });
  const elsewhere = await castOf();
  foreign = await memberOf(elsewhere, { name: "张外人" });
});

const list = (search: Record<string, string> = {}) => memberList.parse(search);
const namesOf = async (actor: Actor, search: Record<string, string> = {}) =>
  (await listMembers(actor, list(search))).rows.map(({ name }) => name);

describe("listMembers", () => {
  test("sorts by pinyin, with branch and employer of today", async () => {
    const { rows, total } = await listMembers(cast.staff, list());
    expect(rows.map(({ name }) => name)).toEqual(["李四", "王六", "曾王五", "张三"]);
    expect(total).toBe(4);
    expect(rows[3]).toMatchObject({ branchId: cast.branchId, enterpriseId: cast.enterpriseId, joinedOn: "2019-07-01" });
    expect(rows[1]).toMatchObject({ branchName: null, enterpriseName: null, joinedOn: null });
  });

  test.each([
    [{ sort: "-name" }, ["张三", "曾王五", "王六", "李四"]],
    [{ sort: "joinedOn" }, ["曾王五", "张三", "李四", "王六"]],
    [{ sort: "-joinedOn" }, ["李四", "张三", "曾王五", "王六"]],
    [{ q: "三" }, ["张三"]],
    [{ q: "zww" }, ["曾王五"]],
    [{ stage: "PROBATIONARY" }, ["李四"]],
    [{ mobile: "1" }, ["李四"]],
    [{ unassigned: "branch" }, ["王六"]],
    [{ unassigned: "employer" }, ["王六"]],
    [{ left: "1" }, ["李四", "王六", "曾王五", "张三", "赵七"]],
    [{ branchName: "xhwl" }, ["曾王五"]],
    [{ branchName: "星河", q: "张" }, []],
    [{ page: "2" }, []],
  ])("%j", async (search, names) => expect(await namesOf(cast.staff, search)).toEqual(names));

  test("by branch, by enterprise and by the employer's name", async () => {
    const { name } = await db.enterprise.findUniqueOrThrow({ where: { id: cast.enterpriseId } });
    const all = ["李四", "曾王五", "张三"];
    expect(await namesOf(cast.staff, { branch: secondBranch })).toEqual(["曾王五"]);
    expect(await namesOf(cast.staff, { enterprise: cast.enterpriseId })).toEqual(all);
    expect(await namesOf(cast.staff, { employer: name.slice(0, 6) })).toEqual(all);
  });

  test("S24: total and rows stay inside the scope", async () => {
    const secretary = secretaryOf(secondBranch, { day });
    expect(await listMembers(secretary, list())).toMatchObject({ total: 1, rows: [{ name: "曾王五" }] });
    expect(await namesOf(secretary, { branch: cast.branchId })).toEqual([]);
    expect(await namesOf(cast.staff, { q: "外人" })).toEqual([]);
    for (const actor of [administrator(), auditor(), anonymousOf({ committeeIds: [cast.committeeId] }), staffOf([])]) {
      expect(await listMembers(actor, list({ left: "1" }))).toEqual({ rows: [], total: 0 });
    }
  });

  test("the scope in SQL is the scope of the policy, for every kind of actor", async () => {
    const { id: elsewhere } = await committee();
    const actors = [
      cast.staff,
      cast.stranger,
      staffOf([cast.committeeId, elsewhere], { day }),
      secretaryOf([cast.branchId, secondBranch], { day }),
      secretaryOf(cast.branchId, { day: "2025-06-01" }),
      secretaryOf(secondBranch, { day, roles: ["SECRETARY", "STAFF"], committeeIds: [elsewhere] }),
      ...(await refusedAt(cast)),
    ];
    for (const actor of actors) {
      const seen = await db.member.findMany({ where: visibleMembers(actor), select: { id: true } });
      const { rows } = await listMembers(actor, list({ left: "1" }));
      expect(rows.map(({ id }) => id).toSorted()).toEqual(seen.map(({ id }) => id).toSorted());
    }
  });
});

describe("exportMembers", () => {
  async function exported(actor: Actor, search: Record<string, string> = {}) {
    const { total, chunks } = await exportMembers(actor, list(search));
    const rows = (await Array.fromAsync(chunks)).flat();
    expect(rows).toHaveLength(total);
    return rows;
  }

  test("gives what the list shows under the same filters, and neither ID number nor phone", async () => {
    const searches: Record<string, string>[] = [{}, { unassigned: "branch" }, { q: "zs" }, { left: "1" }];
    for (const search of searches) {
      const names = (await exported(cast.staff, search)).map(([, name]) => name);
      expect(names).toEqual(await namesOf(cast.staff, search));
    }
    const { idNumberHash, idNumberCipher } = await db.member.findFirstOrThrow({ where: { name: "张三" } });
    const text = JSON.stringify(await exported(cast.staff));
    for (const secret of [idNumberHash, idNumberCipher, "194"]) expect(text).not.toContain(secret);
  });

  test("gives nothing to whom nothing is visible", async () => {
    expect(await exported(administrator())).toEqual([]);
    expect((await exported(secretaryOf(secondBranch, { day }))).map(([, name]) => name)).toEqual(["曾王五"]);
  });

  test("a download that is broken off gives its connection back", async () => {
    for (let round = 0; round < 12; round++) {
      const { chunks } = await exportMembers(cast.staff, list());
      await chunks.next();
      await chunks.return(undefined);
    }
    expect(await exported(cast.staff)).toHaveLength(4);
  });
});

describe("findMember", () => {
  test("gives the file with its history, numbers masked, and what the actor may do", async () => {
    const [idNumber, phone] = [freshIdNumber(), freshPhone()];
    const row = await memberOf(cast, { idNumber, phone, stage: "PROBATIONARY", joinedOn: "2025-12-01" });
    await officer({ branchId: cast.branchId, memberId: row.id, post: "DISCIPLINE" });
    await db.memberDuty.create({ data: { memberId: row.id, duty: "党员先锋岗", validFrom: toDate("2025-01-01") } });
    const file = await findMember(cast.staff, row.id);
    expect(file).toMatchObject({
      idNumberMasked: `${idNumber.slice(0, 3)}***********${idNumber.slice(14)}`,
      phoneMasked: `194****${phone.slice(-4)}`,
      branch: { placeId: cast.branchId, validFrom: "2024-01-01", validTo: null },
      employment: { placeId: cast.enterpriseId },
      probation: { endsOn: "2026-12-01", daysLeft: 8 },
      nextStage: "FULL",
      can: { edit: true, correct: true, return: false, revealIdNumber: true, revealPhone: true },
    });
    expect(file?.entries.map(({ kind, detail }) => [kind, detail]).toSorted()).toEqual([
      ["DUTY", "党员先锋岗"],
      ["EMPLOYMENT", null],
      ["MEMBERSHIP", null],
      ["OFFICE", "DISCIPLINE"],
    ]);
    // S27: nothing that leads to the numbers goes to the page.
    const sent = JSON.stringify(file);
    for (const secret of [idNumber, phone, row.idNumberHash, row.idNumberCipher, row.phoneTailHash ?? "?"]) {
      expect(sent).not.toContain(secret);
    }
  });

  test("a secretary reads and may call; nothing else", async () => {
    const row = await memberOf(cast);
    const file = await findMember(secretaryOf(cast.branchId, { day }), row.id);
    expect(file?.can).toEqual({ edit: false, correct: false, return: false, revealIdNumber: false, revealPhone: true });
  });

  test("who has left can be put back, not changed", async () => {
    const row = await memberOf(cast, { leftOn: "2026-01-01", stage: "PROBATIONARY", joinedOn: "2025-12-01" });
    const file = await findMember(cast.staff, row.id);
    expect(file).toMatchObject({ branch: null, probation: null, can: { edit: false, correct: true, return: true } });
  });

  test("missing, foreign and nonsense look the same", async () => {
    for (const id of [foreign.id, randomUUID(), "1' OR '1'='1", ""]) {
      expect(await findMember(cast.staff, id)).toBeNull();
    }
  });
});

test("choices stay inside the committee and leave out what is closed", async () => {
  const { committeeId, staff } = cast;
  const dissolved = await branch({ committeeId, dissolvedOn: "2026-01-01" });
  const branches = (await branchesToJoin(staff, committeeId)).map(({ id }) => id);
  expect(branches).toContain(cast.branchId);
  expect(branches).not.toContain(dissolved.id);
  expect(await branchesToJoin(cast.stranger, committeeId)).toEqual([]);

  const open = await enterprise({ committeeId, name: "梧桐影视文化有限公司" });
  await enterprise({ committeeId, name: "梧桐旧公司", closedOn: "2026-01-01" });
  expect(await suggestEmployers(staff, "梧桐")).toEqual([open.name]);
  expect(await suggestEmployers(staff, "wtys")).toEqual([open.name]);
  expect(await suggestEmployers(cast.stranger, "梧桐")).toEqual([]);
  expect(await suggestEmployers(staff, " ")).toEqual([]);

  const names = { branchName: "星河网络党支部", enterpriseName: open.name };
  expect(await namesOfFilter(staff, { branch: secondBranch, enterprise: open.id })).toEqual(names);
  const nothing = { branchName: null, enterpriseName: null };
  expect(await namesOfFilter(cast.stranger, { branch: secondBranch, enterprise: open.id })).toEqual(nothing);
});
