import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { canAnswerFor, canCreatePlan, canManagePlan, canSeePlans, visiblePlans } from "@/lib/plans/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

type Row = { actor: Actor; sees: object; drafts: boolean; manages: boolean; answers: boolean };

const none = { sees: nowhere, drafts: false, manages: false, answers: false };
const ofBranch = { status: { not: "DRAFT" }, expected: { some: { branchId: { in: ["b1"] } } } };

const table: Record<Role, Row> = {
  STAFF: { ...none, actor: staffOf("c1"), sees: { committeeId: { in: ["c1"] } }, drafts: true, manages: true },
  SECRETARY: { ...none, actor: secretaryOf("b1"), sees: ofBranch, answers: true },
  INSTRUCTOR: { ...none, actor: instructorOf("i1") },
  ADMIN: { ...none, actor: administrator() },
  AUDITOR: { ...none, actor: auditor() },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, drafts, manages, answers } = table[role];
  test("sees", () => expect(visiblePlans(actor)).toEqual(sees));
  test("has the page", () => expect(canSeePlans(actor)).toBe(sees !== nowhere));
  test("may draft", () => expect(canCreatePlan(actor)).toBe(drafts));
  test("may manage a plan of the own committee", () =>
    expect(canManagePlan(actor, { committeeId: "c1" })).toBe(manages));
  test("may answer for the own branch", () => expect(canAnswerFor(actor, "b1")).toBe(answers));
  test("may do nothing elsewhere", () => {
    expect(canManagePlan(actor, { committeeId: "c2" })).toBe(false);
    expect(canAnswerFor(actor, "b2")).toBe(false);
  });
});

test("without a role a scope opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], branchIds: ["b1"] });
  expect([canSeePlans(actor), canCreatePlan(actor), canManagePlan(actor, { committeeId: "c1" })]).toEqual([
    false,
    false,
    false,
  ]);
  expect(canAnswerFor(actor, "b1")).toBe(false);
});

test("staff who also lead a branch see drafts of the committee and answer for the branch only", () => {
  const both = mintActor({ ...staffOf("c1"), roles: ["STAFF", "SECRETARY"], branchIds: ["b1"] });
  expect(visiblePlans(both)).toEqual({ OR: [{ committeeId: { in: ["c1"] } }, ofBranch] });
  expect([canAnswerFor(both, "b1"), canAnswerFor(both, "b2")]).toEqual([true, false]);
});
