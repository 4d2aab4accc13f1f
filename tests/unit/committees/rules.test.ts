import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import {
  canCloseCommittee,
  canCreateCommittee,
  canEditCommittee,
  canListCommittees,
  visibleCommittees,
} from "@/lib/committees/policy";
import { inTreeOrder } from "@/lib/committees/rules";
import { newCommittee } from "@/lib/committees/schema";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const node = (id: string, parentId: string | null = null) => ({ id, parentId });

describe("the tree as a list", () => {
  test("children follow their parent, siblings keep their order", () => {
    const tree = [node("b"), node("b2", "b"), node("a"), node("b1", "b"), node("a1", "a"), node("b2x", "b2")];
    expect(inTreeOrder(tree).map(({ id, depth }) => `${"-".repeat(depth)}${id}`)).toEqual([
      "b",
      "-b2",
      "--b2x",
      "-b1",
      "a",
      "-a1",
    ]);
  });
  test("a child whose parent is out of sight starts its own tree", () => {
    expect(inTreeOrder([node("x", "gone"), node("y", "x")]).map(({ depth }) => depth)).toEqual([0, 1]);
  });
});

type Row = { actor: Actor; sees: object; lists: boolean; edits: boolean; creates: boolean; createsTop: boolean };
const none = { lists: false, edits: false, creates: false, createsTop: false };
const table: Record<Role, Row> = {
  STAFF: {
    actor: staffOf(["city", "district"]),
    sees: { id: { in: ["city", "district"] } },
    lists: true,
    edits: true,
    creates: true,
    createsTop: false,
  },
  SECRETARY: { actor: secretaryOf("branch"), sees: nowhere, ...none },
  INSTRUCTOR: { actor: instructorOf("me"), sees: nowhere, ...none },
  ADMIN: { actor: administrator(), sees: nowhere, ...none, createsTop: true },
  AUDITOR: { actor: auditor(), sees: nowhere, ...none },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, lists, edits, creates, createsTop } = table[role];
  test("sees", () => expect(visibleCommittees(actor)).toEqual(sees));
  test("lists", () => expect(canListCommittees(actor)).toBe(lists));
  test("edits one in scope", () => expect(canEditCommittee(actor, { id: "district" })).toBe(edits));
  test("never one outside", () => expect(canEditCommittee(actor, { id: "foreign" })).toBe(false));
  test("founds below one in scope", () => expect(canCreateCommittee(actor, "city")).toBe(creates));
  test("never below one outside", () => expect(canCreateCommittee(actor, "foreign")).toBe(false));
  test("founds at the top", () => expect(canCreateCommittee(actor, null)).toBe(createsTop));
  test("closes one whose superior is in scope", () =>
    expect(canCloseCommittee(actor, { parentId: "city" })).toBe(edits));
  test("never the top, never under a foreign superior", () => {
    expect(canCloseCommittee(actor, { parentId: null })).toBe(false);
    expect(canCloseCommittee(actor, { parentId: "foreign" })).toBe(false);
  });
});

test("without a role nothing opens", () => {
  const actor = anonymousOf({ committeeIds: ["city"] });
  expect(visibleCommittees(actor)).toEqual(nowhere);
  expect([canListCommittees(actor), canCreateCommittee(actor, null), canCreateCommittee(actor, "city")]).toEqual([
    false,
    false,
    false,
  ]);
});

describe("a new committee", () => {
  const given = { name: "江北区互联网行业党委", districtName: "江北区", code: "jiangbei", foundedOn: "2019-05-01" };
  test("superior bodies stand one a line, each once", () => {
    const { superiorBodies } = newCommittee.parse({ ...given, superiorBodies: " 两新工委 \r\n网信办；两新工委\n\n" });
    expect(superiorBodies).toEqual(["两新工委", "网信办"]);
  });
  test("without them there are none", () => {
    expect(newCommittee.parse(given)).toMatchObject({ superiorBodies: [], regionCode: null, parentId: null });
  });
  test.each([
    ["code", "渝北"],
    ["code", "1a"],
    ["code", "Yubei"],
    ["regionCode", "5001"],
    ["name", ""],
    ["foundedOn", "2026-02-30"],
    ["superiorBodies", Array.from({ length: 11 }, (_, index) => `机关${index}`).join("\n")],
  ])("refuses %s %j", (field, value) =>
    expect(newCommittee.safeParse({ ...given, [field]: value }).success).toBe(false),
  );
});
