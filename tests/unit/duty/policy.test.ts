import { describe, expect, test } from "vitest";
import { DutyAction, DutyShiftStatus, type Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";
import {
  canChangeShift,
  canListShifts,
  canPlanDuty,
  canPlanShifts,
  hasOwnShifts,
  isOwnShift,
  visibleShifts,
} from "@/lib/duty/policy";
import { type DutyPart, dutyStep } from "@/lib/duty/workflow";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const day = "2026-11-23";
const shift = { instructorId: "i1", committeeId: "c1" };

type Row = { actor: Actor; sees: object; plans: boolean; changes: boolean; owns: boolean };
const none = { plans: false, changes: false, owns: false };

const table: Record<Role, Row> = {
  STAFF: {
    actor: staffOf("c1", { day }),
    sees: { servicePoint: { committeeId: { in: ["c1"] } } },
    plans: true,
    changes: true,
    owns: false,
  },
  SECRETARY: { ...none, actor: secretaryOf("b1", { day }), sees: nowhere },
  INSTRUCTOR: {
    actor: instructorOf("i1", { day }),
    sees: {
      OR: [
        { instructorId: "i1" },
        { servicePoint: { assignments: { some: { instructorId: "i1", ...validOn(day) } } } },
      ],
    },
    plans: false,
    changes: true,
    owns: true,
  },
  ADMIN: { ...none, actor: administrator({ day }), sees: nowhere },
  AUDITOR: { ...none, actor: auditor({ day }), sees: nowhere },
};

describe.each(Object.entries(table))("%s", (_role, { actor, sees, plans, changes, owns }) => {
  test("sees", () => expect(visibleShifts(actor)).toEqual(sees));
  test("has the page", () => expect(canListShifts(actor)).toBe(sees !== nowhere));
  test("is led to planning, and to the own shifts, only when there is something to do there", () => {
    expect([canPlanDuty(actor), hasOwnShifts(actor)]).toEqual([plans, owns]);
  });
  test("plans, changes, logs", () => {
    expect([canPlanShifts(actor, shift), canChangeShift(actor, shift), isOwnShift(actor, shift)]).toEqual([
      plans,
      changes,
      owns,
    ]);
  });
  test("nothing with another's shift of another committee", () => {
    const foreign = { instructorId: "i2", committeeId: "c2" };
    expect([canPlanShifts(actor, foreign), canChangeShift(actor, foreign), isOwnShift(actor, foreign)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

test("without a role a scope opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], instructorId: "i1" });
  expect([canListShifts(actor), canChangeShift(actor, shift), isOwnShift(actor, shift)]).toEqual([false, false, false]);
});

/** Written by hand, apart from the table. */
const expected: Partial<Record<DutyAction, Partial<Record<DutyPart, DutyShiftStatus>>>> = {
  SWAP: { OWN: "PLANNED", STAFF: "PLANNED" },
  MOVE: { OWN: "PLANNED", STAFF: "PLANNED" },
  CANCEL: { OWN: "CANCELLED", STAFF: "CANCELLED" },
  FULFIL: { OWN: "DONE" },
};

describe.each(Object.values(DutyShiftStatus))("a shift that is %s", (status) => {
  test.each(Object.values(DutyAction))("%s", (action) => {
    for (const part of ["OWN", "STAFF"] as const) {
      const to = status === "PLANNED" ? (expected[action]?.[part] ?? null) : null;
      expect(dutyStep(status, action, [part]), part).toBe(to);
    }
    expect(dutyStep(status, action, [])).toBeNull();
  });
});
