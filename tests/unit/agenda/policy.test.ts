import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import { canSeeAgenda, canSeeAhead, readsSeveralBranches, visibleFeeds } from "@/lib/agenda/policy";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const userId = "01a207b7-ec33-744f-a5fd-90578d29ec4e";

describe.each(Object.values(Role))("%s", (role) => {
  const table: Record<Role, { actor: Actor; sees: boolean; ahead: boolean; several: boolean }> = {
    STAFF: { actor: staffOf("own", { userId }), sees: true, ahead: true, several: true },
    SECRETARY: { actor: secretaryOf("branch", { userId }), sees: true, ahead: true, several: false },
    INSTRUCTOR: { actor: instructorOf("me", { userId }), sees: true, ahead: false, several: true },
    ADMIN: { actor: administrator({ userId }), sees: false, ahead: false, several: true },
    AUDITOR: { actor: auditor({ userId }), sees: false, ahead: false, several: true },
  };
  const { actor, sees, ahead, several } = table[role];
  test("has an agenda", () => expect(canSeeAgenda(actor)).toBe(sees));
  test("has own secret addresses", () => expect(visibleFeeds(actor)).toEqual(sees ? { userId } : nowhere));
  test("reads a branch's next 90 days", () =>
    expect(canSeeAhead(actor, { id: "branch", committeeId: "own" })).toBe(ahead));
  test("not those of a foreign branch", () =>
    expect(canSeeAhead(actor, { id: "other", committeeId: "other" })).toBe(false));
  test("needs the branch's name", () => expect(readsSeveralBranches(actor)).toBe(several));
});

test("no role, no agenda; the leader of two branches reads their names", () => {
  expect(canSeeAgenda(anonymousOf({ committeeIds: ["own"], branchIds: ["branch"] }))).toBe(false);
  expect(readsSeveralBranches(secretaryOf(["one", "two"]))).toBe(true);
});
