import { expect, test } from "vitest";
import { verifyPassword } from "@/lib/auth/passwords";
import { today } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { hasSamples } from "@/lib/db/samples";
import { OperatorError } from "@/lib/errors";
import { sampleAccounts } from "@/prisma/seed/accounts";
import { seedSamples } from "@/prisma/seed/seed";
import { giveOwnDatabase } from "@/tests/support/own-database";

// The samples go into an empty database only.
giveOwnDatabase();

test("an empty database takes the samples of today, and every rule of the database holds", async () => {
  await seedSamples(today());
  expect(await db.enterprise.count()).toBeGreaterThan(150);
  expect(await db.member.count()).toBeGreaterThan(250);
  expect(await db.branch.count({ where: { dissolvedOn: null } })).toBe(26);
  expect(await hasSamples()).toBe(true);
}, 30_000);

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
