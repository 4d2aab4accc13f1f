import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";
import {
  canCreateEnterprise,
  canEditEnterprise,
  canListEnterprises,
  canRevealContact,
  visibleEnterprises,
} from "@/lib/enterprises/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const day = "2026-11-23";
const here = { committeeId: "c1" };
const elsewhere = { committeeId: "c2" };
const covered = { coverages: { some: { branchId: { in: ["b1"] }, ...validOn(day) } } };
const assigned = { assignments: { some: { instructorId: "i1", ...validOn(day) } } };

type Row = { actor: Actor; sees: object; reveals: boolean; creates: boolean; edits: boolean };

const reads = { reveals: true, creates: false, edits: false };
const none = { reveals: false, creates: false, edits: false };

const table: Record<Role, Row> = {
  STAFF: { actor: staffOf("c1"), sees: { committeeId: { in: ["c1"] } }, reveals: true, creates: true, edits: true },
  SECRETARY: { ...reads, actor: secretaryOf("b1", { day }), sees: covered },
  INSTRUCTOR: { ...reads, actor: instructorOf("i1", { day }), sees: assigned },
  ADMIN: { ...none, actor: administrator(), sees: nowhere },
  AUDITOR: { ...none, actor: auditor(), sees: nowhere },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, reveals, creates, edits } = table[role];
  test("sees", () => expect(visibleEnterprises(actor)).toEqual(sees));
  test("has the page", () => expect(canListEnterprises(actor)).toBe(sees !== nowhere));
  test("may ask for a contact's number", () => expect(canRevealContact(actor)).toBe(reveals));
  test("may register", () => expect(canCreateEnterprise(actor)).toBe(creates));
  test("may edit in the own committee", () => expect(canEditEnterprise(actor, here)).toBe(edits));
  test("may not edit elsewhere", () => expect(canEditEnterprise(actor, elsewhere)).toBe(false));
});

test("without a role a scope opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], branchIds: ["b1"], instructorId: "i1" });
  expect(visibleEnterprises(actor)).toEqual(nowhere);
  expect([canListEnterprises(actor), canRevealContact(actor), canCreateEnterprise(actor)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(canEditEnterprise(actor, here)).toBe(false);
});

test("an instructor without a profile sees none", () => {
  expect(visibleEnterprises(mintActor({ ...instructorOf("i1"), instructorId: null }))).toEqual(nowhere);
});

test("a person of two roles sees what either sees, and edits only as staff", () => {
  const both = mintActor({ ...staffOf("c1", { day }), roles: ["STAFF", "SECRETARY"], branchIds: ["b1"] });
  expect(visibleEnterprises(both)).toEqual({ OR: [{ committeeId: { in: ["c1"] } }, covered] });
  expect(canEditEnterprise(both, elsewhere)).toBe(false);
});
