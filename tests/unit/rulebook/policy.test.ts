import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { mintActor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { canListFindings, canReadRulebook, canSilenceFindings, visibleFindings } from "@/lib/rulebook/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

type Row = { actor: Actor; sees: object; reads: boolean; lists: boolean; silences: boolean };

const nothing = { sees: nowhere, reads: false, lists: false, silences: false };

const table: Record<Role, Row> = {
  STAFF: { actor: staffOf("c1"), sees: { committeeId: { in: ["c1"] } }, reads: true, lists: true, silences: true },
  SECRETARY: { ...nothing, actor: secretaryOf("b1"), sees: { id: { in: ["b1"] } }, reads: true },
  INSTRUCTOR: { ...nothing, actor: instructorOf("i1"), reads: true },
  ADMIN: { ...nothing, actor: administrator() },
  AUDITOR: { ...nothing, actor: auditor() },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, reads, lists, silences } = table[role];
  test("sees the findings of", () => expect(visibleFindings(actor)).toEqual(sees));
  test("reads the book", () => expect(canReadRulebook(actor)).toBe(reads));
  test("lists findings over all branches", () => expect(canListFindings(actor)).toBe(lists));
  test("puts findings aside", () => expect(canSilenceFindings(actor, { committeeId: "c1" })).toBe(silences));
  test("not those of another committee", () => expect(canSilenceFindings(actor, { committeeId: "c2" })).toBe(false));
});

test("without a role a scope opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], branchIds: ["b1"], instructorId: "i1" });
  expect(visibleFindings(actor)).toBe(nowhere);
  expect([canReadRulebook(actor), canListFindings(actor)]).toEqual([false, false]);
  expect(canSilenceFindings(actor, { committeeId: "c1" })).toBe(false);
});

test("an instructor who also leads a branch reads that branch's findings, not those of the assigned ones", () => {
  const both = mintActor({ ...instructorOf("i1"), roles: ["INSTRUCTOR", "SECRETARY"], branchIds: ["b1"] });
  expect(visibleFindings(both)).toEqual({ id: { in: ["b1"] } });
});
