import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import {
  canCreateInstructor,
  canEditInstructor,
  canListInstructors,
  visibleInstructors,
} from "@/lib/instructors/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

type Row = { actor: Actor; sees: object; lists: boolean; edits: boolean };

const none = { lists: false, edits: false };

const table: Record<Role, Row> = {
  STAFF: { actor: staffOf("c1"), sees: { committeeId: { in: ["c1"] } }, lists: true, edits: true },
  SECRETARY: { ...none, actor: secretaryOf("b1"), sees: nowhere },
  INSTRUCTOR: { ...none, actor: instructorOf("i1"), sees: { id: "i1" } },
  ADMIN: { ...none, actor: administrator(), sees: nowhere },
  AUDITOR: { ...none, actor: auditor(), sees: nowhere },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, lists, edits } = table[role];
  test("sees", () => expect(visibleInstructors(actor)).toEqual(sees));
  test("has the list", () => expect(canListInstructors(actor)).toBe(lists));
  test("may register", () => expect(canCreateInstructor(actor)).toBe(edits));
  test("may edit in the own committee", () => expect(canEditInstructor(actor, { committeeId: "c1" })).toBe(edits));
  test("may never edit elsewhere", () => expect(canEditInstructor(actor, { committeeId: "c2" })).toBe(false));
});

test("a scope without a role opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], instructorId: "i1" });
  expect(visibleInstructors(actor)).toEqual(nowhere);
  expect([canListInstructors(actor), canEditInstructor(actor, { committeeId: "c1" })]).toEqual([false, false]);
});

test("an instructor without a profile sees nothing", () => {
  expect(visibleInstructors(instructorOf("i1", {}))).toEqual({ id: "i1" });
  expect(visibleInstructors({ ...instructorOf("i1"), instructorId: null })).toEqual(nowhere);
});
