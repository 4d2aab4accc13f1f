import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newAssignments, newInstructor, targetSearch } from "@/lib/instructors/schema";

const profile = { committeeId: randomUUID(), name: "周 静", kind: "FULL_TIME", startedOn: "2024-03-01" };

describe("newInstructor", () => {
  test("takes a profile with a title and its day", () => {
    const parsed = newInstructor.parse({ ...profile, professionalTitle: "助理政工师", titleOn: "2023-12-01" });
    expect(parsed).toMatchObject({ name: "周静", professionalTitle: "助理政工师", titleOn: "2023-12-01", phone: null });
  });

  test("refuses a title's day without the title", () => {
    const faults = newInstructor.safeParse({ ...profile, titleOn: "2023-12-01" }).error?.issues;
    expect(faults?.map(({ path }) => path[0])).toEqual(["professionalTitle"]);
  });

  test("S25: takes no account, end or version", () => {
    const parsed = newInstructor.parse({ ...profile, userId: randomUUID(), endedOn: "2026-01-01", version: 4 });
    for (const key of ["userId", "endedOn", "version"]) expect(parsed).not.toHaveProperty(key);
  });
});

describe("newAssignments", () => {
  const asked = { id: randomUUID(), validFrom: "2026-01-01" };

  test("needs at least one target", () => {
    const faults = newAssignments.safeParse(asked).error?.issues;
    expect(faults?.map(({ path }) => path[0])).toEqual(["enterpriseIds", "branchIds", "servicePointIds"]);
  });

  test("takes each target once", () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const parsed = newAssignments.parse({ ...asked, enterpriseIds: [one, two, one] });
    expect(parsed).toMatchObject({ enterpriseIds: [one, two], branchIds: [], servicePointIds: [] });
  });

  test("S38: refuses what is no id, and more than 200 at once", () => {
    expect(newAssignments.safeParse({ ...asked, branchIds: ["1; DROP"] }).success).toBe(false);
    const many = Array.from({ length: 201 }, () => randomUUID());
    expect(newAssignments.safeParse({ ...asked, enterpriseIds: many }).success).toBe(false);
  });
});

test("the choice of targets falls back to all enterprises", () => {
  expect(targetSearch.parse({ to: "park", park: "x", alone: "yes" })).toEqual({ to: "enterprise", q: "" });
});
