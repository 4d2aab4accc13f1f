import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";
import {
  canCreateServicePoint,
  canEditServicePoint,
  canListServicePoints,
  visibleServicePoints,
} from "@/lib/service-points/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const day = "2026-11-23";
const assigned = { assignments: { some: { instructorId: "i1", ...validOn(day) } } };

type Row = { actor: Actor; sees: object; edits: boolean };

const table: Record<Role, Row> = {
  STAFF: { actor: staffOf("c1"), sees: { committeeId: { in: ["c1"] } }, edits: true },
  SECRETARY: { actor: secretaryOf("b1"), sees: nowhere, edits: false },
  INSTRUCTOR: { actor: instructorOf("i1", { day }), sees: assigned, edits: false },
  ADMIN: { actor: administrator(), sees: nowhere, edits: false },
  AUDITOR: { actor: auditor(), sees: nowhere, edits: false },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, edits } = table[role];
  test("sees", () => expect(visibleServicePoints(actor)).toEqual(sees));
  test("has the list", () => expect(canListServicePoints(actor)).toBe(sees !== nowhere));
  test("may register", () => expect(canCreateServicePoint(actor)).toBe(edits));
  test("may edit in the own committee", () => expect(canEditServicePoint(actor, { committeeId: "c1" })).toBe(edits));
  test("may never edit elsewhere", () => expect(canEditServicePoint(actor, { committeeId: "c2" })).toBe(false));
});

test("a scope without a role opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], instructorId: "i1" });
  expect(visibleServicePoints(actor)).toEqual(nowhere);
  expect([canListServicePoints(actor), canEditServicePoint(actor, { committeeId: "c1" })]).toEqual([false, false]);
});
