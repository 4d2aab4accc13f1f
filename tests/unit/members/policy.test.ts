import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";
import {
  canCreateMember,
  canEditMember,
  canListMembers,
  canRevealIdNumber,
  canRevealPhone,
  visibleMembers,
  visibleMembersSql,
} from "@/lib/members/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const day = "2026-11-23";
const own = { committeeId: "c1", branchId: "b1" };
const otherBranch = { committeeId: "c1", branchId: "b2" };
const elsewhere = { committeeId: "c2", branchId: "b3" };
const ownBranch = { memberships: { some: { branchId: { in: ["b1"] }, ...validOn(day) } } };

type Row = {
  actor: Actor;
  sees: object;
  edits: boolean;
  idNumber: boolean;
  phone: boolean;
  phoneInOtherBranch: boolean;
};

const none = { edits: false, idNumber: false, phone: false, phoneInOtherBranch: false };

const table: Record<Role, Row> = {
  STAFF: {
    actor: staffOf("c1", { day }),
    sees: { committeeId: { in: ["c1"] } },
    edits: true,
    idNumber: true,
    phone: true,
    phoneInOtherBranch: true,
  },
  SECRETARY: { ...none, actor: secretaryOf("b1", { day }), sees: ownBranch, phone: true },
  INSTRUCTOR: { ...none, actor: instructorOf("i1", { day }), sees: nowhere },
  ADMIN: { ...none, actor: administrator({ day }), sees: nowhere },
  AUDITOR: { ...none, actor: auditor({ day }), sees: nowhere },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, edits, idNumber, phone, phoneInOtherBranch } = table[role];
  test("sees", () => expect(visibleMembers(actor)).toEqual(sees));
  test("sees nothing in SQL where nothing is seen", () =>
    expect(visibleMembersSql(actor).text === "false").toBe(sees === nowhere));
  test("has the page", () => expect(canListMembers(actor)).toBe(sees !== nowhere));
  test("may register", () => expect(canCreateMember(actor)).toBe(edits));
  test("may edit in the own committee", () => expect(canEditMember(actor, own)).toBe(edits));
  test("may see an ID number in clear", () => expect(canRevealIdNumber(actor, own)).toBe(idNumber));
  test("may see a phone in clear", () => {
    expect(canRevealPhone(actor, own)).toBe(phone);
    expect(canRevealPhone(actor, otherBranch)).toBe(phoneInOtherBranch);
    expect(canRevealPhone(actor, { ...own, branchId: null })).toBe(phoneInOtherBranch);
  });
  test("may do nothing elsewhere", () => {
    expect(canEditMember(actor, elsewhere)).toBe(false);
    expect(canRevealIdNumber(actor, elsewhere)).toBe(false);
    expect(canRevealPhone(actor, elsewhere)).toBe(false);
  });
});

test("a scope without a role opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], branchIds: ["b1"], instructorId: "i1" });
  expect(visibleMembers(actor)).toEqual(nowhere);
  expect(visibleMembersSql(actor).text).toBe("false");
  expect([canListMembers(actor), canEditMember(actor, own), canRevealPhone(actor, own)]).toEqual([false, false, false]);
});
