import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { canRecordFor, canSeeOrgLife, recordableBranches, visibleOrgLife } from "@/lib/org-life/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const branch = { id: "b1", committeeId: "c1" };
const elsewhere = { id: "b2", committeeId: "c2" };
const neighbour = { id: "b3", committeeId: "c1" };

type Row = { actor: Actor; sees: object; records: boolean; recordsNeighbour: boolean };
const none = { sees: nowhere, records: false, recordsNeighbour: false };

const table: Record<Role, Row> = {
  STAFF: {
    actor: staffOf("c1"),
    sees: { branch: { committeeId: { in: ["c1"] } } },
    records: true,
    recordsNeighbour: true,
  },
  SECRETARY: {
    actor: secretaryOf("b1"),
    sees: { branch: { id: { in: ["b1"] } } },
    records: true,
    recordsNeighbour: false,
  },
  INSTRUCTOR: { ...none, actor: instructorOf("i1") },
  ADMIN: { ...none, actor: administrator() },
  AUDITOR: { ...none, actor: auditor() },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, records, recordsNeighbour } = table[role];
  test("sees", () => expect(visibleOrgLife(actor)).toEqual(sees));
  test("has the page", () => expect(canSeeOrgLife(actor)).toBe(sees !== nowhere));
  test("has branches to record for", () => expect(recordableBranches(actor) !== nowhere).toBe(records));
  test("may record for the branch", () => expect(canRecordFor(actor, branch)).toBe(records));
  test("may record for another branch of the committee", () =>
    expect(canRecordFor(actor, neighbour)).toBe(recordsNeighbour));
  test("never for a branch elsewhere", () => expect(canRecordFor(actor, elsewhere)).toBe(false));
});

test("without a role a scope opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], branchIds: ["b1"] });
  expect([canSeeOrgLife(actor), canRecordFor(actor, branch)]).toEqual([false, false]);
});

test("an instructor who is also secretary of another branch records only for that one", () => {
  const both = mintActor({ ...instructorOf("i1"), roles: ["INSTRUCTOR", "SECRETARY"], branchIds: ["b9"] });
  expect(visibleOrgLife(both)).toEqual({ branch: { id: { in: ["b9"] } } });
  expect(canRecordFor(both, branch)).toBe(false);
});
