import { expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import { mintActor } from "@/lib/auth/actor";
import { navigationOf } from "@/lib/auth/navigation";

const nowhere = { userId: null, name: "无", committeeIds: [], branchIds: [], instructorId: null, day: "2026-11-27" };

test.each(Object.values(Role))("the menu of %s shows each way once", (role) => {
  const ways = navigationOf(mintActor({ ...nowhere, roles: [role] }));
  expect(ways.length).toBeGreaterThan(0);
  expect(new Set(ways.map(({ href }) => href)).size).toBe(ways.length);
  expect(new Set(ways.map(({ label }) => label)).size).toBe(ways.length);
});
