import { describe, expect, test } from "vitest";
import type { Role } from "@/generated/prisma/enums";
import {
  activityParts,
  canAnswerForBranch,
  canListActivities,
  canOrganize,
  canPlanActivities,
  canSeeActivityRhythm,
  visibleActivities,
} from "@/lib/activities/policy";
import type { ActivityPart } from "@/lib/activities/workflow";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const day = "2026-11-23";
const branchId = { in: ["b1"] };
const assigned = { assignments: { some: { instructorId: "i1", ...validOn(day) } } };

type Row = {
  actor: Actor;
  sees: object;
  lists: boolean;
  plans: boolean;
  rhythm: boolean;
  ofCommittees: ActivityPart[];
  ofOwn: ActivityPart[];
};

const table: Record<Role, Row> = {
  STAFF: {
    actor: staffOf("c1", { day }),
    sees: { committeeId: { in: ["c1"] } },
    lists: true,
    plans: true,
    rhythm: true,
    ofCommittees: ["ORGANIZER"],
    ofOwn: ["ORGANIZER"],
  },
  SECRETARY: {
    actor: secretaryOf("b1", { day }),
    sees: { OR: [{ branchId }, { branches: { some: { branchId } } }] },
    lists: true,
    plans: true,
    rhythm: false,
    ofCommittees: ["GUEST"],
    ofOwn: ["ORGANIZER", "GUEST"],
  },
  INSTRUCTOR: {
    actor: instructorOf("i1", { day }),
    sees: { OR: [{ branches: { some: { branch: assigned } } }, { enterprises: { some: { enterprise: assigned } } }] },
    lists: true,
    plans: false,
    rhythm: true,
    ofCommittees: [],
    ofOwn: [],
  },
  ADMIN: {
    actor: administrator({ day }),
    sees: nowhere,
    lists: false,
    plans: false,
    rhythm: false,
    ofCommittees: [],
    ofOwn: [],
  },
  AUDITOR: {
    actor: auditor({ day }),
    sees: nowhere,
    lists: false,
    plans: false,
    rhythm: false,
    ofCommittees: [],
    ofOwn: [],
  },
};

const invitedBranchIds = ["b1", "b2"];

describe.each(Object.entries(table))("%s", (_role, { actor, sees, lists, plans, rhythm, ofCommittees, ofOwn }) => {
  test("sees", () => expect(visibleActivities(actor)).toEqual(sees));
  test("has the page, and plans", () =>
    expect([canListActivities(actor), canPlanActivities(actor)]).toEqual([lists, plans]));
  test("reads who is owed an activity", () => expect(canSeeActivityRhythm(actor)).toBe(rhythm));
  test("its part in what the committee organizes", () => {
    expect(activityParts(actor, { committeeId: "c1", branchId: null, invitedBranchIds })).toEqual(ofCommittees);
  });
  test("its part in what the branch organizes", () => {
    expect(activityParts(actor, { committeeId: "c1", branchId: "b1", invitedBranchIds })).toEqual(ofOwn);
  });
  test("no part in what others organize among themselves", () => {
    expect(activityParts(actor, { committeeId: "c2", branchId: "b2", invitedBranchIds: ["b2"] })).toEqual([]);
    expect(canOrganize(actor, { committeeId: "c2", branchId: null })).toBe(false);
    expect(canAnswerForBranch(actor, "b2")).toBe(false);
  });
});

test("without a role a scope opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], branchIds: ["b1"], instructorId: "i1" });
  expect(activityParts(actor, { committeeId: "c1", branchId: "b1", invitedBranchIds })).toEqual([]);
  expect([canPlanActivities(actor), canListActivities(actor), canSeeActivityRhythm(actor)]).toEqual([
    false,
    false,
    false,
  ]);
});
