import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import { canReadTrail, visibleAuditEntries } from "@/lib/audit/policy";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const table: Record<Role, { actor: Actor; sees: object; reads: boolean }> = {
  STAFF: { actor: staffOf("own"), sees: nowhere, reads: false },
  SECRETARY: { actor: secretaryOf("branch"), sees: nowhere, reads: false },
  INSTRUCTOR: { actor: instructorOf("me"), sees: nowhere, reads: false },
  ADMIN: { actor: administrator(), sees: nowhere, reads: false },
  AUDITOR: { actor: auditor(), sees: {}, reads: true },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, reads } = table[role];
  test("sees", () => expect(visibleAuditEntries(actor)).toEqual(sees));
  test("may read the trail", () => expect(canReadTrail(actor)).toBe(reads));
});

test("without a role the trail is closed", () => expect(visibleAuditEntries(anonymousOf())).toEqual(nowhere));
