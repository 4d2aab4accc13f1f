import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";
import { canCreatePark, canEditPark, visibleParks } from "@/lib/parks/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const day = "2026-11-23";
const own = { committeeId: "own" };
const foreign = { committeeId: "foreign" };
const assigned = { assignments: { some: { instructorId: "me", ...validOn(day) } } };
const theirPlaces = {
  OR: [{ servicePoints: { some: assigned } }, { locations: { some: { ...validOn(day), enterprise: assigned } } }],
};

type Row = { actor: Actor; sees: object; creates: boolean; editsOwn: boolean };

const table: Record<Role, Row> = {
  STAFF: { actor: staffOf("own"), sees: { committeeId: { in: ["own"] } }, creates: true, editsOwn: true },
  SECRETARY: { actor: secretaryOf("branch"), sees: nowhere, creates: false, editsOwn: false },
  INSTRUCTOR: { actor: instructorOf("me", { day }), sees: theirPlaces, creates: false, editsOwn: false },
  ADMIN: { actor: administrator(), sees: nowhere, creates: false, editsOwn: false },
  AUDITOR: { actor: auditor(), sees: nowhere, creates: false, editsOwn: false },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, creates, editsOwn } = table[role];
  test("sees", () => expect(visibleParks(actor)).toEqual(sees));
  test("may register", () => expect(canCreatePark(actor)).toBe(creates));
  test("may edit in the own committee", () => expect(canEditPark(actor, own)).toBe(editsOwn));
  test("may never edit in another committee", () => expect(canEditPark(actor, foreign)).toBe(false));
});

/** Matches no row, whatever is in the table. */
const matchesNothing = { id: { in: [] } };

test("without a role a scope opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["own"], instructorId: "me" });
  expect(visibleParks(actor)).toEqual(matchesNothing);
  expect([canCreatePark(actor), canEditPark(actor, own)]).toEqual([false, false]);
});

test("staff without a committee see nothing", () => {
  expect(visibleParks(staffOf([]))).toEqual({ committeeId: { in: [] } });
});

test("an instructor without a profile sees nothing", () => {
  const actor = instructorOf("me", { instructorId: null });
  expect(visibleParks(actor)).toEqual(matchesNothing);
});

test("who is staff and instructor sees what either sees", () => {
  const both = instructorOf("me", { day, roles: ["STAFF", "INSTRUCTOR"], committeeIds: ["own"] });
  expect(visibleParks(both)).toEqual({ OR: [{ committeeId: { in: ["own"] } }, theirPlaces] });
});

test("a role that sees nothing takes nothing away from another", () => {
  const both = staffOf("own", { roles: ["SECRETARY", "STAFF"] });
  expect(visibleParks(both)).toEqual({ committeeId: { in: ["own"] } });
});
