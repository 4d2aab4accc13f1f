import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { mintActor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import {
  canCreateBranch,
  canEditBranch,
  canSeeBranches,
  canSeeMembersOf,
  visibleBranches,
} from "@/lib/branches/policy";
import { validOn } from "@/lib/calendar";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const day = "2026-11-23";
const branch = { id: "b1", committeeId: "c1" };
const elsewhere = { id: "b2", committeeId: "c2" };
const assigned = { assignments: { some: { instructorId: "i1", ...validOn(day) } } };

type Row = { actor: Actor; sees: object; creates: boolean; edits: boolean; readsMembers: boolean };

const none = { creates: false, edits: false, readsMembers: false };

const table: Record<Role, Row> = {
  STAFF: {
    actor: staffOf("c1"),
    sees: { committeeId: { in: ["c1"] } },
    creates: true,
    edits: true,
    readsMembers: true,
  },
  SECRETARY: { ...none, actor: secretaryOf("b1"), sees: { id: { in: ["b1"] } }, readsMembers: true },
  INSTRUCTOR: { ...none, actor: instructorOf("i1", { day }), sees: assigned },
  ADMIN: { ...none, actor: administrator(), sees: nowhere },
  AUDITOR: { ...none, actor: auditor(), sees: nowhere },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, creates, edits, readsMembers } = table[role];
  test("sees", () => expect(visibleBranches(actor)).toEqual(sees));
  test("has the page", () => expect(canSeeBranches(actor)).toBe(sees !== nowhere));
  test("may register", () => expect(canCreateBranch(actor)).toBe(creates));
  test("may edit in the own committee", () => expect(canEditBranch(actor, branch)).toBe(edits));
  test("may read the members' names", () => expect(canSeeMembersOf(actor, branch)).toBe(readsMembers));
  test("may do nothing with a branch elsewhere", () => {
    expect(canEditBranch(actor, elsewhere)).toBe(false);
    expect(canSeeMembersOf(actor, elsewhere)).toBe(false);
  });
});

test("without a role a scope opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], branchIds: ["b1"], instructorId: "i1" });
  expect([canSeeBranches(actor), canCreateBranch(actor), canEditBranch(actor, branch)]).toEqual([false, false, false]);
  expect(canSeeMembersOf(actor, branch)).toBe(false);
});

test("a person of two roles sees what either sees, and edits only as staff", () => {
  const both = mintActor({ ...staffOf("c1", { day }), roles: ["STAFF", "SECRETARY"], branchIds: ["b9"] });
  expect(visibleBranches(both)).toEqual({ OR: [{ committeeId: { in: ["c1"] } }, { id: { in: ["b9"] } }] });
  expect(canEditBranch(both, { committeeId: "c2" })).toBe(false);
  expect(canSeeMembersOf(both, { id: "b9", committeeId: "c2" })).toBe(true);
});

test("an instructor without a profile sees no branch", () => {
  const actor = mintActor({ ...instructorOf("i1", { day }), instructorId: null });
  expect(visibleBranches(actor)).toBe(nowhere);
  expect(canSeeBranches(actor)).toBe(false);
});
