import { beforeAll, describe, expect, test } from "vitest";
import { dissolveBranch } from "@/lib/branches/commands/dissolve-branch";
import { restoreBranch } from "@/lib/branches/commands/restore-branch";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { assignment, branch, enterprise, instructor, member, officer } from "@/tests/support/factories/registers";
import { type Cast, castOf, coveragesOf, membershipsOf, refusedAt, span, trailOf } from "./cast";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const ofCommittee = () => enterprise({ committeeId: cast.committeeId });
const joint = (more = {}) => branch({ committeeId: cast.committeeId, kind: "JOINT", ...more });
const dissolution = (row: { id: string; version: number }, more = {}) => ({
  id: row.id,
  version: row.version,
  dissolvedOn: "2026-06-30",
  reason: "两个支部合并",
  successorId: null,
  movesEnterprises: false,
  ...more,
});

/** A branch with everything that can hang on it. */
async function furnished() {
  const enterprises = [await ofCommittee(), await ofCommittee()];
  const row = await joint({ covers: enterprises.map(({ id }) => id) });
  const people = [await member({ branchId: row.id }), await member({ branchId: row.id, stage: "ACTIVIST" })];
  const held = await officer({ branchId: row.id, memberId: people[0]?.id ?? "" });
  const group = await db.partyGroup.create({
    data: { branchId: row.id, name: "第一党小组", validFrom: toDate("2024-01-01") },
  });
  const { id: instructorId } = await instructor({ committeeId: cast.committeeId });
  const assigned = await assignment({ instructorId, branchId: row.id });
  const spans = async () => [
    span(await db.branchOfficer.findUniqueOrThrow({ where: { id: held.id } })),
    span(await db.partyGroup.findUniqueOrThrow({ where: { id: group.id } })),
    span(await db.assignment.findUniqueOrThrow({ where: { id: assigned.id } })),
  ];
  return { row, enterprises, people, spans };
}

describe("dissolveBranch", () => {
  test("into a successor: everything ends on that day, members and enterprises go over, both trails say so", async () => {
    const { row, enterprises, people, spans } = await furnished();
    const successor = await joint({ covers: [enterprises[0]?.id ?? ""] });
    await dissolveBranch(cast.staff, dissolution(row, { successorId: successor.id, movesEnterprises: true }));
    expect(await db.branch.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
      dissolvedOn: toDate("2026-06-30"),
      dissolveReason: "两个支部合并",
      successorId: successor.id,
      version: 2,
    });
    expect(await spans()).toEqual(Array(3).fill("2024-01-01–2026-06-30"));
    expect((await coveragesOf(row.id)).map(([, days]) => days)).toEqual(Array(2).fill("2024-01-01–2026-06-30"));
    // What the successor covered before stays as it was; the other enterprise comes on that day.
    expect(await coveragesOf(successor.id)).toEqual([
      [enterprises[0]?.id, "2024-01-01–"],
      [enterprises[1]?.id, "2026-06-30–"],
    ]);
    for (const { id } of people) {
      expect(await membershipsOf(id)).toEqual([
        [row.id, "2024-01-01–2026-06-30"],
        [successor.id, "2026-06-30–"],
      ]);
    }
    const moved = { members: expect.arrayContaining(people.map(({ name }) => name)) };
    expect(await trailOf(row.id)).toMatchObject([
      { action: "branch.dissolve", reason: "两个支部合并", after: { ...moved, successor: successor.name } },
    ]);
    expect(await trailOf(successor.id)).toMatchObject([{ after: { takenOverFrom: row.name } }]);
  });

  test("without a successor it refuses while members remain, and says what to do", async () => {
    const { row, spans } = await furnished();
    await expect(dissolveBranch(cast.staff, dissolution(row))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      message: expect.stringMatching(/支部还有 2 名党员（.+、.+）。请选择承接支部/),
    });
    expect(await spans()).toEqual(Array(3).fill("2024-01-01–"));
    expect(await trailOf(row.id)).toEqual([]);
  });

  test("without members it needs no successor; its enterprises are then covered by none", async () => {
    const { id: enterpriseId } = await ofCommittee();
    const row = await joint({ covers: [enterpriseId] });
    await dissolveBranch(cast.staff, dissolution(row, { movesEnterprises: true }));
    expect(await coveragesOf(row.id)).toEqual([[enterpriseId, "2024-01-01–2026-06-30"]]);
    expect(await db.branchCoverage.count({ where: { enterpriseId, validTo: null } })).toBe(0);
  });

  test("refuses a day on or before anything recorded, naming the first possible day", async () => {
    const row = await joint();
    const person = await member({ branchId: row.id, from: "2026-06-30" });
    const successor = await joint();
    const given = dissolution(row, { successorId: successor.id });
    await expect(dissolveBranch(cast.staff, given)).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: expect.stringContaining("撤销日期最早为2026年7月1日"),
    });
    await dissolveBranch(cast.staff, { ...given, dissolvedOn: "2026-07-01" });
    expect(await membershipsOf(person.id)).toEqual([
      [row.id, "2026-06-30–2026-07-01"],
      [successor.id, "2026-07-01–"],
    ]);
  });

  test("refuses the future, itself, a dissolved, younger or another committee's branch as successor", async () => {
    const row = await joint();
    const refuse = (more: object, refusal: string) =>
      expect(dissolveBranch(cast.staff, dissolution(row, more))).rejects.toMatchObject({ refusal });
    await refuse({ dissolvedOn: "2026-11-24" }, "CONFLICT");
    await refuse({ successorId: row.id }, "CONFLICT");
    await refuse({ successorId: (await joint({ dissolvedOn: "2026-01-01" })).id }, "WRONG_STATE");
    await refuse({ successorId: (await joint({ foundedOn: "2026-07-01" })).id }, "CONFLICT");
    await refuse({ successorId: (await branch()).id }, "NOT_FOUND");
    const other = await branch();
    const both = { ...cast.staff, committeeIds: [cast.committeeId, other.committeeId] };
    await expect(dissolveBranch(both, dissolution(row, { successorId: other.id }))).rejects.toMatchObject({
      message: expect.stringContaining("承接支部须属于同一党委"),
    });
  });

  test("a single successor cannot take a second enterprise; nothing is written", async () => {
    const { row, spans } = await furnished();
    const single = await branch({ covers: [(await ofCommittee()).id] });
    await expect(
      dissolveBranch(cast.staff, dissolution(row, { successorId: single.id, movesEnterprises: true })),
    ).rejects.toMatchObject({ message: expect.stringContaining("单独支部同一时间只覆盖一家企业") });
    expect(await spans()).toEqual(Array(3).fill("2024-01-01–"));
  });

  test("refuses other roles, an old form and a branch dissolved before", async () => {
    const row = await joint();
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(dissolveBranch(actor, dissolution(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(dissolveBranch(cast.staff, dissolution({ ...row, version: 9 }))).rejects.toBeInstanceOf(StaleError);
    await dissolveBranch(cast.staff, dissolution(row));
    await expect(dissolveBranch(cast.staff, dissolution({ ...row, version: 2 }))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
    expect(await trailOf(row.id)).toHaveLength(1);
  });

  test("of two branches dissolved into each other at once, one is refused", async () => {
    const [first, second] = [await joint(), await joint()];
    await member({ branchId: first.id });
    await member({ branchId: second.id });
    const outcomes = await Promise.allSettled([
      dissolveBranch(cast.staff, dissolution(first, { successorId: second.id })),
      dissolveBranch(cast.staff, dissolution(second, { successorId: first.id })),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const live = await db.branch.findMany({ where: { id: { in: [first.id, second.id] }, dissolvedOn: null } });
    expect(live).toHaveLength(1);
    expect(await db.membership.count({ where: { branchId: live[0]?.id ?? "", validTo: null } })).toBe(2);
  });
});

describe("restoreBranch", () => {
  const restoration = (id: string, version = 2) => ({ id, version, reason: "登记有误" });

  test("puts everything back as it was, also what the successor took over", async () => {
    const { row, enterprises, people, spans } = await furnished();
    const successor = await joint();
    await dissolveBranch(cast.staff, dissolution(row, { successorId: successor.id, movesEnterprises: true }));
    await restoreBranch(cast.staff, restoration(row.id));
    expect(await db.branch.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
      dissolvedOn: null,
      dissolveReason: null,
      successorId: null,
      version: 3,
    });
    expect(await spans()).toEqual(Array(3).fill("2024-01-01–"));
    expect(Object.fromEntries(await coveragesOf(row.id))).toEqual(
      Object.fromEntries(enterprises.map(({ id }) => [id, "2024-01-01–"])),
    );
    expect(await coveragesOf(successor.id)).toEqual([]);
    for (const { id } of people) expect(await membershipsOf(id)).toEqual([[row.id, "2024-01-01–"]]);
    expect((await trailOf(row.id)).at(-1)).toMatchObject({
      action: "branch.restore",
      reason: "登记有误",
      before: { dissolvedOn: "2026-06-30", successorId: successor.id },
      after: { membersTakenBack: 2, enterprisesCoveredAgain: 2 },
    });
  });

  test("leaves a member who has moved on where he is now", async () => {
    const row = await joint();
    const [successor, third] = [await joint(), await joint()];
    const person = await member({ branchId: row.id });
    await dissolveBranch(cast.staff, dissolution(row, { successorId: successor.id }));
    await db.membership.updateMany({
      where: { memberId: person.id, branchId: successor.id },
      data: { validTo: toDate("2026-08-01") },
    });
    await db.membership.create({
      data: { memberId: person.id, branchId: third.id, validFrom: toDate("2026-08-01") },
    });
    await restoreBranch(cast.staff, restoration(row.id));
    expect((await membershipsOf(person.id)).map(([id]) => id)).toEqual([row.id, successor.id, third.id]);
  });

  test("refuses an enterprise that stands under another branch by now", async () => {
    const { id: enterpriseId } = await ofCommittee();
    const row = await joint({ covers: [enterpriseId] });
    await dissolveBranch(cast.staff, dissolution(row));
    await branch({ covers: [enterpriseId], foundedOn: "2026-08-01" });
    await expect(restoreBranch(cast.staff, restoration(row.id))).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: expect.stringContaining("与本次内容重叠"),
    });
    expect((await db.branch.findUniqueOrThrow({ where: { id: row.id } })).dissolvedOn).not.toBeNull();
  });

  test("refuses other roles, a live branch and an old form", async () => {
    const live = await joint();
    await expect(restoreBranch(cast.staff, restoration(live.id, 1))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    const gone = await joint({ dissolvedOn: "2026-01-01" });
    for (const actor of await refusedAt(cast, gone.id)) {
      await expect(restoreBranch(actor, restoration(gone.id, 1))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(restoreBranch(cast.staff, restoration(gone.id, 5))).rejects.toBeInstanceOf(StaleError);
  });
});
