import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { disableAccount, enableAccount, renameAccount, unlockAccount } from "@/lib/accounts/commands/change-state";
import { createAccount, reissueLink } from "@/lib/accounts/commands/create-account";
import { revokeSession, revokeSessions } from "@/lib/accounts/commands/revoke-sessions";
import { findAccount } from "@/lib/accounts/queries/find-account";
import { listAccounts } from "@/lib/accounts/queries/list-accounts";
import { scopeChoices } from "@/lib/accounts/queries/scope-choices";
import { accountList } from "@/lib/accounts/schema";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import {
  actorBehind,
  administratorWithAccount,
  logInAs,
  others,
  password,
  sessionOf,
  trailOf,
} from "@/tests/integration/accounts/cast";
import { withForm } from "@/tests/support/actors";
import { account, branch, committee, instructor } from "@/tests/support/factories/registers";

let admin: Actor;
let committeeId: string;

beforeAll(async () => {
  committeeId = (await committee()).id;
  admin = await administratorWithAccount();
});

const newStaff = (username = `n${randomUUID().slice(0, 12)}`) => ({
  username,
  name: "周明远",
  role: "STAFF" as const,
  scopeId: committeeId,
  validFrom: admin.day,
  validTo: null,
});

describe("createAccount", () => {
  test("makes an account without a password, its role and a link whose hash alone is kept", async () => {
    const input = newStaff();
    const { id, token } = await createAccount(admin, input);
    const user = await db.user.findUniqueOrThrow({ where: { id }, include: { grants: true, links: true } });
    expect(user).toMatchObject({
      username: input.username,
      passwordHash: null,
      grants: [{ role: "STAFF", committeeId }],
    });
    expect(user.links).toHaveLength(1);
    expect(JSON.stringify(user.links)).not.toContain(token);
    const hours = ((user.links[0]?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    expect(await trailOf(id)).toMatchObject([
      { action: "account.create", actorId: admin.userId, after: { role: "STAFF" } },
    ]);
    expect(JSON.stringify(await trailOf(id))).not.toContain(token);
  });

  test("one form pressed five times makes one account and shows one link", async () => {
    const actor = withForm(admin);
    const input = newStaff();
    const answers = await Promise.all(Array.from({ length: 5 }, () => createAccount(actor, input)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ token }) => token !== null)).toHaveLength(1);
    const kept = await db.idempotencyKey.findMany({ where: { userId: admin.userId ?? "" } });
    expect(JSON.stringify(kept)).not.toContain(answers.find(({ token }) => token)?.token);
  });

  test("G1 refuses a name in use, in any spelling", async () => {
    const input = newStaff();
    await createAccount(admin, input);
    const again = createAccount(admin, { ...newStaff(), username: input.username.toUpperCase() });
    await expect(again).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: expect.stringContaining("登录名已被使用"),
    });
  });

  test("refuses a place that does not exist or is closed, and writes nothing", async () => {
    const closed = await committee();
    await db.committee.update({ where: { id: closed.id }, data: { closedOn: new Date("2026-01-01") } });
    const input = newStaff();
    for (const scopeId of [randomUUID(), closed.id]) {
      await expect(createAccount(admin, { ...input, scopeId })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await db.user.count({ where: { username: input.username } })).toBe(0);
  });

  test("refuses every other role", async () => {
    const input = newStaff();
    for (const actor of others)
      await expect(createAccount(actor, input)).rejects.toMatchObject({ refusal: "FORBIDDEN" });
    expect(await db.user.count({ where: { username: input.username } })).toBe(0);
  });
});

describe("S9 disabling", () => {
  test("ends sessions and links at once, keeps people out, and enabling lets them in again", async () => {
    const user = await account({ password });
    const token = await sessionOf(user.username);
    await reissueLink(admin, { id: user.id });
    await disableAccount(admin, { id: user.id, reason: "调离" });
    expect(await actorBehind(token)).toBeNull();
    expect(await logInAs(user.username)).toBeNull();
    expect(await db.passwordLink.count({ where: { userId: user.id, usedAt: null } })).toBe(0);
    await expect(disableAccount(admin, { id: user.id, reason: "再次" })).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
    await expect(reissueLink(admin, { id: user.id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await enableAccount(admin, { id: user.id });
    expect(await actorBehind(token)).toBeNull();
    expect(await logInAs(user.username)).not.toBeNull();
    const acts = (await trailOf(user.id)).map(({ action, reason }) => [action, reason]);
    expect(acts).toContainEqual(["account.disable", "调离"]);
    expect(acts).toContainEqual(["account.enable", null]);
  });
});

describe("the other acts of an administrator", () => {
  test("unlocking lets the person in before the time is over, and needs a lock", async () => {
    const user = await account({ password });
    for (const _ of Array(5)) await logInAs(user.username, "wrong");
    expect(await logInAs(user.username)).toBeNull();
    await unlockAccount(admin, { id: user.id });
    expect(await logInAs(user.username)).not.toBeNull();
    await expect(unlockAccount(admin, { id: user.id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("a name is corrected by version", async () => {
    const user = await account();
    await renameAccount(admin, { id: user.id, version: 1, name: "周明远" });
    const stale = renameAccount(admin, { id: user.id, version: 1, name: "周明达" });
    await expect(stale).rejects.toBeInstanceOf(StaleError);
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({ name: "周明远", version: 2 });
  });

  test("S8 one session is ended, or all of them", async () => {
    const user = await account({ password });
    const tokens = [await sessionOf(user.username), await sessionOf(user.username), await sessionOf(user.username)];
    const [latest] = (await findAccount(admin, user.id))?.sessions ?? [];
    await revokeSession(admin, { id: latest?.id ?? "" });
    expect(await Promise.all(tokens.map(async (token) => (await actorBehind(token)) !== null))).toEqual([
      true,
      true,
      false,
    ]);
    await expect(revokeSession(admin, { id: latest?.id ?? "" })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await revokeSessions(admin, { id: user.id });
    expect(await Promise.all(tokens.map(actorBehind))).toEqual([null, null, null]);
    expect((await trailOf(user.id)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["session.revoke", "session.revokeAll"]),
    );
  });

  test("S30 no other role may, and nobody on the own account", async () => {
    const user = await account({ password });
    const token = await sessionOf(user.username);
    const session = await db.session.findFirstOrThrow({ where: { userId: user.id } });
    const acts = (actor: Actor, id: string, sessionId: string) => [
      () => disableAccount(actor, { id, reason: "x" }),
      () => enableAccount(actor, { id }),
      () => unlockAccount(actor, { id }),
      () => renameAccount(actor, { id, version: 1, name: "x" }),
      () => reissueLink(actor, { id }),
      () => revokeSessions(actor, { id }),
      () => revokeSession(actor, { id: sessionId }),
    ];
    for (const actor of others) {
      for (const act of acts(actor, user.id, session.id)) {
        await expect(act()).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      }
    }
    const own = await db.session.create({
      data: { userId: admin.userId ?? "", tokenHash: randomUUID(), absoluteExpiresAt: new Date(), idleSeconds: 1 },
    });
    for (const act of acts(admin, admin.userId ?? "", own.id)) {
      await expect(act()).rejects.toMatchObject({ refusal: "FORBIDDEN" });
    }
    expect(await actorBehind(token)).not.toBeNull();
    expect((await trailOf(user.id)).filter(({ actorId }) => actorId !== user.id)).toEqual([]);
  });
});

describe("what an administrator reads", () => {
  test("filters by name, role and state", async () => {
    const name = `寻${randomUUID().slice(0, 8)}`;
    const staff = await account({ name, password, grants: [{ role: "STAFF", committeeId }] });
    const waiting = await account({ name });
    const locked = await account({ name, password });
    await db.user.update({ where: { id: locked.id }, data: { lockedUntil: new Date(Date.now() + 60_000) } });
    const disabled = await account({ name, password, isDisabled: true });
    const found = async (params: Record<string, string>) =>
      (await listAccounts(admin, accountList.parse({ q: name, ...params }))).rows.map(({ id }) => id).toSorted();
    expect(await found({})).toEqual([staff.id, waiting.id, locked.id, disabled.id].toSorted());
    expect(await found({ role: "STAFF" })).toEqual([staff.id]);
    expect(await found({ state: "ACTIVE" })).toEqual([staff.id]);
    expect(await found({ state: "WAITING" })).toEqual([waiting.id]);
    expect(await found({ state: "LOCKED" })).toEqual([locked.id]);
    expect(await found({ state: "DISABLED" })).toEqual([disabled.id]);
    expect(await found({ q: staff.username.toUpperCase() })).toEqual([staff.id]);
  });

  test("S27 never a hash or a token", async () => {
    const user = await account({ password });
    await reissueLink(admin, { id: user.id });
    await sessionOf(user.username);
    const read = JSON.stringify([await findAccount(admin, user.id), await listAccounts(admin, accountList.parse({}))]);
    expect(read).not.toMatch(/argon2|tokenHash|passwordHash/);
  });

  test("places by name only; nobody else reads any of it", async () => {
    const live = await branch({ committeeId });
    const free = await instructor({ committeeId });
    const names = async (role: "STAFF" | "SECRETARY" | "INSTRUCTOR", find: string) =>
      (await scopeChoices(admin, role, find))?.choices.map(({ id }) => id);
    expect(await names("SECRETARY", live.name)).toEqual([live.id]);
    expect(await names("INSTRUCTOR", free.name)).toEqual([free.id]);
    expect(await names("STAFF", "")).toContain(committeeId);
    expect(Object.keys((await scopeChoices(admin, "SECRETARY", live.name))?.choices[0] ?? {}).toSorted()).toEqual([
      "detail",
      "id",
      "name",
    ]);
    const user = await account();
    for (const actor of others) {
      expect(await findAccount(actor, user.id)).toBeNull();
      expect(await listAccounts(actor, accountList.parse({}))).toEqual({ rows: [], total: 0 });
      expect(await scopeChoices(actor, "STAFF", "")).toBeNull();
    }
    expect(await findAccount(admin, "not-an-id")).toBeNull();
  });
});
