import { beforeAll, describe, expect, test } from "vitest";
import { addGrant, endGrant } from "@/lib/accounts/commands/grants";
import type { GrantInput } from "@/lib/accounts/schema";
import type { Actor } from "@/lib/auth/actor";
import { addDays, toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import {
  actorBehind,
  administratorWithAccount,
  others,
  password,
  sessionOf,
  trailOf,
} from "@/tests/integration/accounts/cast";
import { account, branch, committee, instructor } from "@/tests/support/factories/registers";

let admin: Actor;
let committeeId: string;
let branchId: string;

beforeAll(async () => {
  committeeId = (await committee()).id;
  branchId = (await branch({ committeeId })).id;
  admin = await administratorWithAccount();
});

const grant = (facts: Partial<GrantInput> & Pick<GrantInput, "role">): GrantInput => ({
  scopeId: null,
  validFrom: admin.day,
  validTo: null,
  ...facts,
});
const staff = (facts: Partial<GrantInput> = {}) => grant({ role: "STAFF", scopeId: committeeId, ...facts });
const grantsOf = (userId: string) => db.roleGrant.findMany({ where: { userId }, orderBy: { validFrom: "asc" } });

describe("addGrant", () => {
  test("S9 gives the role, ends the person's sessions, and the next log-in has it", async () => {
    const user = await account({ password });
    const token = await sessionOf(user.username);
    await addGrant(admin, { userId: user.id, ...staff() });
    expect(await actorBehind(token)).toBeNull();
    const actor = await actorBehind(await sessionOf(user.username));
    expect(actor).toMatchObject({ roles: ["STAFF"], committeeIds: [committeeId] });
    expect(await trailOf(user.id)).toContainEqual(
      expect.objectContaining({
        action: "grant.add",
        actorId: admin.userId,
        after: expect.objectContaining({ role: "STAFF" }),
      }),
    );
  });

  test("several business roles stand beside each other, each with its place", async () => {
    const user = await account({ password });
    const profile = await instructor({ committeeId });
    await addGrant(admin, { userId: user.id, ...staff() });
    await addGrant(admin, { userId: user.id, ...grant({ role: "SECRETARY", scopeId: branchId }) });
    await addGrant(admin, { userId: user.id, ...grant({ role: "INSTRUCTOR", scopeId: profile.id }) });
    const actor = await actorBehind(await sessionOf(user.username));
    expect(actor?.roles.toSorted()).toEqual(["INSTRUCTOR", "SECRETARY", "STAFF"]);
    expect(actor).toMatchObject({ committeeIds: [committeeId], branchIds: [branchId], instructorId: profile.id });
  });

  test("a role ahead opens nothing before its day, a role that is over nothing after it", async () => {
    const user = await account({ password });
    await addGrant(admin, { userId: user.id, ...staff({ validFrom: addDays(admin.day, 1) }) });
    await addGrant(admin, {
      userId: user.id,
      ...grant({ role: "SECRETARY", scopeId: branchId, validFrom: addDays(admin.day, -9), validTo: admin.day }),
    });
    expect(await actorBehind(await sessionOf(user.username))).toMatchObject({
      roles: [],
      committeeIds: [],
      branchIds: [],
    });
  });

  test("refuses the same role in the same place twice at one time, not one after the other", async () => {
    const user = await account();
    await addGrant(admin, { userId: user.id, ...staff({ validTo: addDays(admin.day, 30) }) });
    const twice = addGrant(admin, { userId: user.id, ...staff({ validFrom: addDays(admin.day, 29) }) });
    await expect(twice).rejects.toMatchObject({ refusal: "CONFLICT", message: expect.stringContaining("同样的角色") });
    await addGrant(admin, { userId: user.id, ...staff({ validFrom: addDays(admin.day, 30) }) });
    expect(await grantsOf(user.id)).toHaveLength(2);
  });

  test("an instructor's profile belongs to one account", async () => {
    const profile = await instructor({ committeeId });
    const [first, second] = [await account(), await account()];
    const role = grant({ role: "INSTRUCTOR", scopeId: profile.id });
    await addGrant(admin, { userId: first.id, ...role });
    await expect(addGrant(admin, { userId: second.id, ...role })).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect(await grantsOf(second.id)).toEqual([]);
    expect(await db.instructor.findUniqueOrThrow({ where: { id: profile.id } })).toMatchObject({ userId: first.id });
  });

  test("refuses every other role, and the own account", async () => {
    const user = await account();
    for (const actor of others) {
      const act = addGrant(actor, { userId: user.id, ...grant({ role: "ADMIN" }) });
      await expect(act).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const own = addGrant(admin, { userId: admin.userId ?? "", ...staff() });
    await expect(own).rejects.toMatchObject({ refusal: "FORBIDDEN" });
    expect(await grantsOf(user.id)).toEqual([]);
  });
});

describe("G11 separation of duties is kept by the database", () => {
  const pairs = [
    ["ADMIN", "STAFF"],
    ["STAFF", "ADMIN"],
    ["ADMIN", "AUDITOR"],
    ["AUDITOR", "ADMIN"],
    ["AUDITOR", "SECRETARY"],
    ["SECRETARY", "AUDITOR"],
  ] as const;
  const placed = (role: (typeof pairs)[number][number]) =>
    grant({ role, scopeId: role === "STAFF" ? committeeId : role === "SECRETARY" ? branchId : null });

  test.each(pairs)("%s refuses %s beside it, in words", async (held, wanted) => {
    const user = await account();
    await addGrant(admin, { userId: user.id, ...placed(held) });
    const act = addGrant(admin, { userId: user.id, ...placed(wanted) });
    await expect(act).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: expect.stringContaining("同一账号同时担任"),
    });
    expect(await grantsOf(user.id)).toHaveLength(1);
  });

  test("one after the other is allowed", async () => {
    const user = await account();
    await addGrant(admin, { userId: user.id, ...staff({ validTo: addDays(admin.day, 10) }) });
    await addGrant(admin, { userId: user.id, ...grant({ role: "ADMIN", validFrom: addDays(admin.day, 10) }) });
    expect((await grantsOf(user.id)).map(({ role }) => role)).toEqual(["STAFF", "ADMIN"]);
  });

  test("two officers at once cannot slip past it", async () => {
    const user = await account();
    const acts = [staff(), grant({ role: "ADMIN" }), grant({ role: "AUDITOR" })].map((facts) =>
      addGrant(admin, { userId: user.id, ...facts }),
    );
    const outcomes = await Promise.allSettled(acts);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test.each([
    ["a duty that is not the role's", { role: "ADMIN" as const, duty: 0 }, "RoleGrant_duty"],
    ["staff without a committee", { role: "STAFF" as const, duty: 0 }, "RoleGrant_scope"],
    ["a secretary without a branch", { role: "SECRETARY" as const, duty: 0 }, "RoleGrant_scope"],
  ])("not even past the commands: %s", async (_case, facts, constraint) => {
    const user = await account();
    const write = db.roleGrant.create({ data: { userId: user.id, validFrom: toDate(admin.day), ...facts } });
    await expect(write).rejects.toThrow(constraint);
  });
});

describe("endGrant", () => {
  const held = async (facts: Partial<GrantInput> = {}) => {
    const user = await account({ password });
    await addGrant(admin, { userId: user.id, ...staff(facts) });
    const [row] = await grantsOf(user.id);
    return { user, grantId: row?.id ?? "" };
  };

  test("S9 ends it from today on, the sessions at once", async () => {
    const { user, grantId } = await held({ validFrom: addDays(admin.day, -30) });
    const token = await sessionOf(user.username);
    await endGrant(admin, { id: grantId, endsOn: admin.day });
    expect(await actorBehind(token)).toBeNull();
    expect(await actorBehind(await sessionOf(user.username))).toMatchObject({ roles: [], committeeIds: [] });
    expect(await grantsOf(user.id)).toMatchObject([{ validTo: toDate(admin.day) }]);
    expect((await trailOf(user.id)).at(-2)).toMatchObject({ action: "grant.end", before: { validTo: null } });
  });

  test("of one that began today, or has not begun, nothing is left but the trail", async () => {
    const { user, grantId } = await held();
    await endGrant(admin, { id: grantId, endsOn: admin.day });
    expect(await grantsOf(user.id)).toEqual([]);
    expect((await trailOf(user.id)).map(({ action }) => action)).toEqual(["grant.add", "grant.end"]);
  });

  test("refuses a day that is over, a role that is over, and a second end", async () => {
    const { grantId } = await held({ validFrom: addDays(admin.day, -30) });
    const yesterday = addDays(admin.day, -1);
    await expect(endGrant(admin, { id: grantId, endsOn: yesterday })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await endGrant(admin, { id: grantId, endsOn: admin.day });
    await expect(endGrant(admin, { id: grantId, endsOn: admin.day })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("refuses every other role, and the own account", async () => {
    const { grantId } = await held();
    for (const actor of others) {
      await expect(endGrant(actor, { id: grantId, endsOn: actor.day })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const own = await db.roleGrant.create({
      data: { userId: admin.userId ?? "", role: "ADMIN", duty: 1, validFrom: toDate("2026-01-01") },
    });
    await expect(endGrant(admin, { id: own.id, endsOn: admin.day })).rejects.toMatchObject({ refusal: "FORBIDDEN" });
  });
});
