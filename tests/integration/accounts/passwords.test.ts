import { describe, expect, test } from "vitest";
import { createAccount, reissueLink } from "@/lib/accounts/commands/create-account";
import { changePassword, setPasswordByLink } from "@/lib/accounts/commands/set-password";
import { findOpenLink } from "@/lib/accounts/queries/find-link";
import { loadSession } from "@/lib/auth/load-actor";
import { visitor } from "@/lib/auth/visitor";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { db } from "@/lib/db/client";
import {
  actorBehind,
  administratorWithAccount,
  logInAs,
  password,
  sessionOf,
  trailOf,
} from "@/tests/integration/accounts/cast";
import { withForm } from "@/tests/support/actors";
import { account } from "@/tests/support/factories/registers";

const fresh = "Lantern-2032-yi";
const holder = visitor({ id: null, name: "持一次性链接者" }, "10.0.0.9");
const typed = (token: string, newPassword = fresh) => ({ token, newPassword, repeatedPassword: newPassword });
const change = (currentPassword: string, newPassword = fresh) => ({
  currentPassword,
  newPassword,
  repeatedPassword: newPassword,
});

async function personWithLink() {
  const admin = await administratorWithAccount();
  const user = await account({ password });
  const { token } = await reissueLink(admin, { id: user.id });
  return { admin, user, token: token ?? "" };
}

describe("S17 a one-time link", () => {
  test("is random, kept as a hash, and opens the way for its person alone", async () => {
    const { user, token } = await personWithLink();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(await findOpenLink(token)).toEqual({ username: user.username, name: user.name });
    expect(await db.passwordLink.count({ where: { tokenHash: hashToken(token) } })).toBe(1);
    expect(await db.passwordLink.count({ where: { tokenHash: token } })).toBe(0);
  });

  test("opening it uses nothing up; setting the password does, once, even when pressed ten times at once", async () => {
    const { user, token } = await personWithLink();
    for (const _ of Array(3)) expect(await findOpenLink(token)).not.toBeNull();
    const presses = Array.from({ length: 10 }, () => setPasswordByLink(holder, typed(token)));
    const outcomes = await Promise.allSettled(presses);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await findOpenLink(token)).toBeNull();
    expect(await logInAs(user.username, fresh)).not.toBeNull();
    expect(await logInAs(user.username, password)).toBeNull();
    expect((await trailOf(user.id)).filter(({ action }) => action === "password.set")).toHaveLength(1);
  });

  test("lifts the lock, ends every session and every other link of the person", async () => {
    const { admin, user, token: older } = await personWithLink();
    const session = await sessionOf(user.username);
    for (const _ of Array(5)) await logInAs(user.username, "wrong");
    const { token } = await reissueLink(admin, { id: user.id });
    expect(await findOpenLink(older)).toBeNull();
    await setPasswordByLink(holder, typed(token ?? ""));
    expect(await actorBehind(session)).toBeNull();
    expect(await logInAs(user.username, fresh)).not.toBeNull();
  });

  test("the password until then is the old one", async () => {
    const { user } = await personWithLink();
    expect(await logInAs(user.username, password)).not.toBeNull();
  });

  test("unknown, used, old and of a disabled account: one and the same answer", async () => {
    const used = await personWithLink();
    await setPasswordByLink(holder, typed(used.token));
    const old = await personWithLink();
    await db.passwordLink.updateMany({ where: { userId: old.user.id }, data: { expiresAt: new Date() } });
    const disabled = await personWithLink();
    await db.user.update({ where: { id: disabled.user.id }, data: { disabledAt: new Date() } });
    const tokens = [newToken(), "", "'; --", used.token, old.token, disabled.token];
    const messages = await Promise.all(
      tokens.map((token) => setPasswordByLink(holder, typed(token)).then(String, (error: Error) => error.message)),
    );
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).toContain("链接不能使用");
    expect(await Promise.all(tokens.map(findOpenLink))).toEqual(tokens.map(() => null));
  });

  test("S14 a weak password is refused and does not use the link up; an officer's must be longer", async () => {
    const { token, user } = await personWithLink();
    await expect(setPasswordByLink(holder, typed(token, "Password123!"))).rejects.toMatchObject({
      refusal: "CONFLICT",
    });
    await expect(setPasswordByLink(holder, typed(token, `${user.username}-Aa1`))).rejects.toMatchObject({
      message: "密码不能包含登录名或姓名。",
    });
    await setPasswordByLink(holder, typed(token, "Lantern-31"));
    const admin = await administratorWithAccount();
    const officer = await createAccount(admin, {
      username: `aud${Date.now()}`,
      name: "沈知行",
      role: "AUDITOR",
      scopeId: null,
      validFrom: admin.day,
      validTo: null,
    });
    const short = setPasswordByLink(holder, typed(officer.token ?? "", "Lantern-31"));
    await expect(short).rejects.toMatchObject({ message: expect.stringContaining("12") });
    await setPasswordByLink(holder, typed(officer.token ?? "", "Lantern-31xy"));
  });
});

describe("changing the own password", () => {
  const person = async () => {
    const user = await account({ password });
    await db.user.update({ where: { id: user.id }, data: { mustChangePassword: true } });
    const token = await sessionOf(user.username);
    const actor = (await actorBehind(token)) ?? holder;
    return { user, token, actor };
  };

  test("S7 S8 ends the other sessions, gives this one a new token, and lets the person out of the forced change", async () => {
    const { user, token, actor } = await person();
    const elsewhere = await sessionOf(user.username);
    expect((await loadSession(token))?.mustChangePassword).toBe(true);
    const { token: renewed } = await changePassword(actor, change(password));
    expect(await actorBehind(token)).toBeNull();
    expect(await actorBehind(elsewhere)).toBeNull();
    const session = await loadSession(renewed ?? "");
    expect(session).toMatchObject({
      mustChangePassword: false,
      actor: { userId: user.id, sessionId: actor.sessionId },
    });
    expect(await logInAs(user.username, password)).toBeNull();
    expect(await logInAs(user.username, fresh)).not.toBeNull();
    expect(await trailOf(user.id)).toContainEqual(
      expect.objectContaining({ action: "password.change", actorId: user.id, isRefused: false }),
    );
  });

  test("neither password, nor anything made of it, is kept beside the hash", async () => {
    const { user, actor } = await person();
    await changePassword(withForm(actor), change(password));
    const kept = JSON.stringify([
      await db.idempotencyKey.findMany({ where: { userId: user.id } }),
      await trailOf(user.id),
    ]);
    expect(kept).not.toContain(fresh);
    expect(kept).not.toContain(password);
    const fingerprints = await db.idempotencyKey.findMany({
      where: { userId: user.id },
      select: { fingerprint: true },
    });
    const other = await person();
    await changePassword(withForm(other.actor), change(password, "Lantern-2033-er"));
    const [theirs] = await db.idempotencyKey.findMany({ where: { userId: other.user.id } });
    expect(fingerprints).toEqual([{ fingerprint: theirs?.fingerprint }]);
  });

  test("a wrong old password is refused, recorded, and counts like a wrong log-in", async () => {
    const { user, token, actor } = await person();
    for (const _ of Array(5)) {
      await expect(changePassword(actor, change("Lantern-2031-ix"))).rejects.toMatchObject({
        message: "原密码不正确。请重新输入。",
      });
    }
    await expect(changePassword(actor, change(password))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    const refused = (await trailOf(user.id)).filter(({ isRefused }) => isRefused);
    expect(refused).toHaveLength(5);
    expect(await actorBehind(token)).not.toBeNull();
  });

  test("the new one differs, and its faults count as no try", async () => {
    const { user, actor } = await person();
    for (const newPassword of [password, "short", "Password123!", "lanternlantern"]) {
      await expect(changePassword(actor, change(password, newPassword))).rejects.toMatchObject({ refusal: "CONFLICT" });
    }
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
      failedCount: 0,
      mustChangePassword: true,
    });
  });

  test("one form pressed twice at once changes it once", async () => {
    const { user, actor } = await person();
    const pressed = withForm(actor);
    const outcomes = await Promise.allSettled([
      changePassword(pressed, change(password)),
      changePassword(pressed, change(password)),
    ]);
    const tokens = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.token] : []));
    expect(tokens.filter(Boolean)).toHaveLength(1);
    const changes = (await trailOf(user.id)).filter(
      ({ action, isRefused }) => action === "password.change" && !isRefused,
    );
    expect(changes).toHaveLength(1);
  });
});
