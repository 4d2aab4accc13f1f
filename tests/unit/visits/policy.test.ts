import { describe, expect, test } from "vitest";
import type { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";
import { canCorrectVisit, canListVisits, canRecordVisit, canSeeRhythm, visibleVisits } from "@/lib/visits/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const day = "2026-11-23";
const assigned = { assignments: { some: { instructorId: "i1", ...validOn(day) } } };

type Row = { actor: Actor; sees: object; records: boolean; rhythm: boolean };

const table: Record<Role, Row> = {
  STAFF: {
    actor: staffOf("c1", { day }),
    sees: { instructor: { committeeId: { in: ["c1"] } } },
    records: false,
    rhythm: true,
  },
  SECRETARY: { actor: secretaryOf("b1", { day }), sees: { branchId: { in: ["b1"] } }, records: false, rhythm: false },
  INSTRUCTOR: {
    actor: instructorOf("i1", { day }),
    sees: { OR: [{ instructorId: "i1" }, { enterprise: assigned }, { branch: assigned }] },
    records: true,
    rhythm: true,
  },
  ADMIN: { actor: administrator({ day }), sees: nowhere, records: false, rhythm: false },
  AUDITOR: { actor: auditor({ day }), sees: nowhere, records: false, rhythm: false },
};

describe.each(Object.entries(table))("%s", (_role, { actor, sees, records, rhythm }) => {
  test("sees", () => expect(visibleVisits(actor)).toEqual(sees));
  test("has the page", () => expect(canListVisits(actor)).toBe(sees !== nowhere));
  test("records visits", () => expect(canRecordVisit(actor)).toBe(records));
  test("puts the own ones right, nobody else's", () => {
    expect(canCorrectVisit(actor, { instructorId: "i1" })).toBe(records);
    expect(canCorrectVisit(actor, { instructorId: "i2" })).toBe(false);
  });
  test("reads who is due", () => expect(canSeeRhythm(actor)).toBe(rhythm));
});

test("without a role a scope opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], branchIds: ["b1"], instructorId: "i1" });
  expect([canListVisits(actor), canRecordVisit(actor), canSeeRhythm(actor)]).toEqual([false, false, false]);
});
