import { describe, expect, test } from "vitest";
import { BulletinStatus, Role } from "@/generated/prisma/enums";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import {
  canDraftBulletin,
  canManageBulletin,
  canOpenList,
  canSeeBulletins,
  visibleBulletins,
} from "@/lib/bulletins/policy";
import { figureGroups } from "@/lib/bulletins/schema/snapshot";
import { allows, type BulletinAct, bulletinActs } from "@/lib/bulletins/workflow";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const own = { committeeId: "c1" };
const foreign = { committeeId: "c2" };

const table: Record<Role, { actor: Actor; sees: object; manages: boolean }> = {
  STAFF: { actor: staffOf("c1"), sees: { plan: { committeeId: { in: ["c1"] } } }, manages: true },
  SECRETARY: {
    actor: secretaryOf("b1"),
    sees: { status: "PUBLISHED", plan: { expected: { some: { branchId: { in: ["b1"] } } } } },
    manages: false,
  },
  INSTRUCTOR: { actor: instructorOf("i1"), sees: nowhere, manages: false },
  ADMIN: { actor: administrator(), sees: nowhere, manages: false },
  AUDITOR: { actor: auditor(), sees: nowhere, manages: false },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, manages } = table[role];
  test("sees", () => expect(visibleBulletins(actor)).toEqual(sees));
  test("has the page", () => expect(canSeeBulletins(actor)).toBe(sees !== nowhere));
  test("may draft", () => expect(canDraftBulletin(actor)).toBe(manages));
  test("may manage one of the own committee", () => expect(canManageBulletin(actor, own)).toBe(manages));
  test("may manage none of another", () => expect(canManageBulletin(actor, foreign)).toBe(false));
  test("opens the enterprises behind a coverage rate only as staff", () => {
    expect(figureGroups.filter((group) => canOpenList(actor, own, group))).toEqual(
      manages ? [...figureGroups] : ["reports", "tasks", "orgLife"],
    );
  });
});

test("without a role a scope opens nothing", () => {
  const actor = anonymousOf({ committeeIds: ["c1"], branchIds: ["b1"] });
  expect([canSeeBulletins(actor), canDraftBulletin(actor), canManageBulletin(actor, own)]).toEqual([
    false,
    false,
    false,
  ]);
});

test("a person of two roles sees what either sees", () => {
  const both = mintActor({ ...staffOf("c1"), roles: ["STAFF", "SECRETARY"], branchIds: ["b9"] });
  expect(visibleBulletins(both)).toEqual({
    OR: [
      { plan: { committeeId: { in: ["c1"] } } },
      { status: "PUBLISHED", plan: { expected: { some: { branchId: { in: ["b9"] } } } } },
    ],
  });
});

const possible: Record<BulletinStatus, BulletinAct[]> = { DRAFT: ["edit", "redraft", "publish"], PUBLISHED: [] };

describe.each(Object.values(BulletinStatus))("a bulletin that is %s", (status) => {
  test.each(bulletinActs)("%s", (act) => {
    expect(allows(status, act)).toBe(possible[status].includes(act));
  });
});
