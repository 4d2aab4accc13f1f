import { expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import { mintActor } from "@/lib/auth/actor";
import { isWayOpen, menuOf } from "@/lib/auth/navigation";

const nowhere = { userId: null, name: "无", committeeIds: [], branchIds: [], instructorId: null, day: "2026-11-27" };

test.each(Object.values(Role))("the menu of %s shows each way once", (role) => {
  const menu = menuOf(mintActor({ ...nowhere, roles: [role] }));
  const ways = menu.flatMap((part) => part.ways);
  expect(ways.length).toBeGreaterThan(0);
  expect(menu.filter((part) => part.ways.length === 0)).toEqual([]);
  expect(new Set(ways.map(({ href }) => href)).size).toBe(ways.length);
  expect(new Set(ways.map(({ label }) => label)).size).toBe(ways.length);
});

test("an instructor opens a month report below the register of instructors, and nothing else there", () => {
  const instructor = mintActor({ ...nowhere, roles: ["INSTRUCTOR"] });
  const id = "0192f0c1-2f66-7c7e-9d2b-1c9a6f1d2e3f";
  expect(isWayOpen(instructor, `/instructors/${id}/report`)).toBe(true);
  for (const path of [
    "/instructors",
    `/instructors/${id}`,
    `/instructors/${id}/report/more`,
    "/instructors/a/b/report",
  ])
    expect(isWayOpen(instructor, path)).toBe(false);
});
