import { describe, expect, test } from "vitest";
import type { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";
import {
  canAskSatisfaction,
  canListRequests,
  canRaiseRequest,
  requestParts,
  visibleRequests,
} from "@/lib/requests/policy";
import type { RequestPart } from "@/lib/requests/workflow";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const day = "2026-11-23";
const userId = "u1";
const held = { committeeId: "c1", ownerId: null, instructorId: null, branchId: null };
const branchId = { in: ["b1"] };

const table: Record<Role, { actor: Actor; sees: object; works: boolean; ofOwn: RequestPart[] }> = {
  STAFF: {
    actor: staffOf("c1", { day, userId }),
    sees: { enterprise: { committeeId: { in: ["c1"] } } },
    works: true,
    ofOwn: ["STAFF", "OWNER"],
  },
  INSTRUCTOR: {
    actor: instructorOf("i1", { day, userId }),
    sees: {
      OR: [
        { instructorId: "i1" },
        { ownerId: userId },
        { enterprise: { assignments: { some: { instructorId: "i1", ...validOn(day) } } } },
      ],
    },
    works: true,
    ofOwn: ["OWNER", "RAISER"],
  },
  SECRETARY: {
    actor: secretaryOf("b1", { day, userId }),
    sees: { OR: [{ branchId }, { enterprise: { coverages: { some: { branchId, ...validOn(day) } } } }] },
    works: true,
    ofOwn: ["OWNER", "RAISER"],
  },
  ADMIN: { actor: administrator({ day, userId }), sees: nowhere, works: false, ofOwn: ["OWNER"] },
  AUDITOR: { actor: auditor({ day, userId }), sees: nowhere, works: false, ofOwn: ["OWNER"] },
};

describe.each(Object.entries(table))("%s", (_role, { actor, sees, works, ofOwn }) => {
  test("sees", () => expect(visibleRequests(actor)).toEqual(sees));
  test("has the page and may raise one", () => {
    expect([canListRequests(actor), canRaiseRequest(actor)]).toEqual([works, works]);
  });
  test("its parts in what it owns and brought home", () => {
    expect(requestParts(actor, { ...held, ownerId: userId, instructorId: "i1", branchId: "b1" })).toEqual(ofOwn);
  });
  test("no part in a request of another committee, branch and instructor", () => {
    const foreign = { committeeId: "c2", ownerId: "u2", instructorId: "i2", branchId: "b2" };
    expect(requestParts(actor, foreign)).toEqual([]);
    expect(canAskSatisfaction(actor, { ...foreign, status: "ANSWERED" })).toBe(false);
  });
});

test("a request without an answer asks for no satisfaction", () => {
  const ask = (status: string) => canAskSatisfaction(staffOf("c1"), { ...held, status });
  expect(["OPEN", "IN_PROGRESS", "ANSWERED", "CLOSED"].map(ask)).toEqual([false, false, true, true]);
});

test("without a role a scope opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], branchIds: ["b1"], instructorId: "i1" });
  expect(requestParts(actor, { ...held, instructorId: "i1", branchId: "b1" })).toEqual([]);
  expect(canRaiseRequest(actor)).toBe(false);
});
