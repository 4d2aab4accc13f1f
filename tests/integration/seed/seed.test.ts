import { expect, test } from "vitest";
import { verifyPassword } from "@/lib/auth/passwords";
import { readHead } from "@/lib/bulletins/schema/snapshot";
import { today } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { hasSamples } from "@/lib/db/samples";
import { OperatorError } from "@/lib/errors";
import { sampleAccounts } from "@/prisma/seed/accounts";
import { sampleRows, seedSamples } from "@/prisma/seed/seed";
import { giveOwnDatabase } from "@/tests/support/own-database";

// The samples go into an empty database only.
giveOwnDatabase();

test("an empty database takes the samples of today, and every rule of the database holds", async () => {
  await seedSamples(today());
  expect(await db.enterprise.count()).toBeGreaterThan(150);
  expect(await db.member.count()).toBeGreaterThan(250);
  expect(await db.branch.count({ where: { dissolvedOn: null } })).toBe(26);
  expect(await hasSamples()).toBe(true);
}, 60_000);

test("meetings, attendance and the trail stand in the database as they were drawn", async () => {
  const rows = await sampleRows(today());
  const idsFirst = { orderBy: { id: "asc" } } as const;
  const moments = (of: { id?: string; at?: Date | string | null }[]) =>
    of.map(({ id, at }) => `${id} ${new Date(at ?? 0).toISOString()}`).toSorted();
  const records = await db.orgLifeRecord.findMany({ ...idsFirst, select: { id: true, createdAt: true } });
  const drawn = { action: { not: "bulletin.publish" } };
  const entries = await db.auditEntry.findMany({ ...idsFirst, where: drawn, select: { id: true, at: true } });
  expect(moments(records.map(({ id, createdAt }) => ({ id, at: createdAt })))).toEqual(
    moments(rows.records.map(({ id, createdAt }) => ({ id, at: createdAt ?? null }))),
  );
  expect(moments(entries)).toEqual(moments(rows.trail.map(({ id, at }) => ({ id: id ?? "", at: at ?? null }))));
  expect(await db.attendance.count({ where: { isEntitled: true, state: "PRESENT" } })).toBe(
    rows.attendance.filter(({ isEntitled, state }) => isEntitled && state === "PRESENT").length,
  );
}, 60_000);

test("every closed quarter has its bulletin, frozen, with a number of its own", async () => {
  const closed = await db.quarterlyPlan.findMany({
    where: { status: "CLOSED" },
    select: { year: true, bulletin: { select: { status: true, documentNumber: true, snapshot: true } } },
  });
  // Six quarters of two districts; 江北 went through one of them without a plan.
  expect(closed.length).toBe(11);
  const numbers = closed.map(({ bulletin }) => bulletin?.documentNumber);
  expect(new Set(numbers).size).toBe(closed.length);
  for (const { bulletin } of closed) {
    expect(bulletin?.status).toBe("PUBLISHED");
    expect(readHead(bulletin?.snapshot).figures.find(({ key }) => key === "expected")?.count).toBeGreaterThan(0);
  }
});

test("a second time is refused and changes nothing", async () => {
  const count = async () => [await db.enterprise.count(), await db.member.count(), await db.auditEntry.count()];
  const before = await count();
  await expect(seedSamples(today())).rejects.toThrow(OperatorError);
  expect(await count()).toEqual(before);
}, 30_000);

test("the accounts that the start prints log in, each with its role and scope", async () => {
  for (const { username, password, grant } of sampleAccounts) {
    const user = await db.user.findUniqueOrThrow({ where: { username }, include: { grants: true, instructor: true } });
    expect(user).toMatchObject({ mustChangePassword: false, disabledAt: null });
    expect(await verifyPassword(user.passwordHash, password)).toBe(true);
    expect(user.grants.map(({ role }) => role)).toEqual([grant.role]);
    expect(user.instructor !== null).toBe(grant.role === "INSTRUCTOR");
  }
}, 30_000);
