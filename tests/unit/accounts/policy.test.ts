import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import { canChangeAccount, canManageAccounts, visibleAccounts } from "@/lib/accounts/policy";
import { dutyOf } from "@/lib/accounts/rules";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const other = { id: "other" };

const table: Record<Role, { actor: Actor; sees: object; manages: boolean }> = {
  STAFF: { actor: staffOf("own"), sees: nowhere, manages: false },
  SECRETARY: { actor: secretaryOf("branch"), sees: nowhere, manages: false },
  INSTRUCTOR: { actor: instructorOf("me"), sees: nowhere, manages: false },
  ADMIN: { actor: administrator({ userId: "me" }), sees: {}, manages: true },
  AUDITOR: { actor: auditor(), sees: nowhere, manages: false },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, manages } = table[role];
  test("sees accounts", () => expect(visibleAccounts(actor)).toEqual(sees));
  test("manages accounts", () => expect(canManageAccounts(actor)).toBe(manages));
  test("changes another's account", () => expect(canChangeAccount(actor, other)).toBe(manages));
  test("G12 never the own", () => expect(canChangeAccount(actor, { id: actor.userId ?? "" })).toBe(false));
});

test("without a role nothing opens", () => {
  expect(visibleAccounts(anonymousOf())).toEqual(nowhere);
  expect(canManageAccounts(anonymousOf())).toBe(false);
});

test("G11 three duties: business, administrator, auditor", () => {
  expect(Object.values(Role).map((role) => [role, dutyOf(role)])).toEqual([
    ["STAFF", 0],
    ["SECRETARY", 0],
    ["INSTRUCTOR", 0],
    ["ADMIN", 1],
    ["AUDITOR", 2],
  ]);
});
