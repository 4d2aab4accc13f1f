import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { loadSession } from "@/lib/auth/load-actor";
import { logIn } from "@/lib/auth/log-in";
import { logOut } from "@/lib/auth/log-out";
import { hashToken } from "@/lib/crypto/tokens";
import { db } from "@/lib/db/client";
import { account } from "@/tests/support/factories/registers";

const password = "Lantern-2031-xi";
const wrong = "Lantern-2031-ix";

/** An address of its own for each test, so that one test's failures do not lock another's address. */
let addresses = 0;
const freshAddress = () => `10.9.${Math.floor(addresses / 250)}.${(addresses++ % 250) + 1}`;

const attempt = (username: string, typed = password, ip = freshAddress()) => ({
  username,
  password: typed,
  ip,
  userAgent: "vitest",
});
const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
const stateOf = (id: string) =>
  db.user.findUniqueOrThrow({ where: { id }, select: { failedCount: true, lockedUntil: true } });
const liveSessions = (userId: string) => db.session.count({ where: { userId, revokedAt: null } });

async function openSession(username: string) {
  const opened = await logIn(attempt(username));
  if (!opened) throw new Error("log-in was refused");
  return opened.token;
}

describe("a right password", () => {
  test("opens a session whose token only the caller knows, and leaves an entry", async () => {
    const user = await account({ password, grants: [{ role: "AUDITOR" }] });
    const token = await openSession(user.username);
    const [session] = await db.session.findMany({ where: { userId: user.id } });
    expect(session?.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(session)).not.toContain(token);
    const live = await loadSession(token);
    expect(live).toMatchObject({ username: user.username, actor: { userId: user.id, roles: ["AUDITOR"] } });
    const trail = await db.auditEntry.findMany({ where: { subjectId: user.id } });
    expect(trail).toMatchObject([{ action: "session.open", actorRoles: ["AUDITOR"], isRefused: false }]);
  });

  test("is found under every spelling of the log-in name", async () => {
    const user = await account({ password, username: `zhang.${randomUUID().slice(0, 8)}` });
    expect(await logIn(attempt(` ${user.username.toUpperCase()} `))).toMatchObject({ userId: user.id });
  });

  test("S7 gives a new token each time; the earlier session goes on beside it", async () => {
    const user = await account({ password });
    const [first, second] = [await openSession(user.username), await openSession(user.username)];
    expect(second).not.toBe(first);
    expect(await loadSession(first)).not.toBeNull();
  });

  test("clears the failures before it", async () => {
    const user = await account({ password });
    for (const typed of [wrong, wrong, wrong, wrong, password]) await logIn(attempt(user.username, typed));
    expect(await stateOf(user.id)).toEqual({ failedCount: 0, lockedUntil: null });
  });
});

describe("S11 one answer", () => {
  test("for an unknown name, a wrong password, a locked, a disabled and a password-less account", async () => {
    const known = await account({ password });
    const locked = await account({ password });
    await db.user.update({ where: { id: locked.id }, data: { lockedUntil: new Date(Date.now() + 60_000) } });
    const disabled = await account({ password, isDisabled: true });
    const waiting = await account({});
    const answers = await Promise.all([
      logIn(attempt(`nobody-${randomUUID()}`)),
      logIn(attempt(known.username, wrong)),
      logIn(attempt(locked.username)),
      logIn(attempt(disabled.username)),
      logIn(attempt(waiting.username, "")),
    ]);
    expect(answers).toEqual([null, null, null, null, null]);
    expect(await db.session.count({ where: { userId: { in: [locked.id, disabled.id, waiting.id] } } })).toBe(0);
  });

  test("a name that is nobody's is not kept: it may be a password in the wrong field", async () => {
    const typed = `Secret-${randomUUID()}`;
    const ip = freshAddress();
    await logIn(attempt(typed, wrong, ip));
    const entries = await db.auditEntry.findMany({ where: { ip } });
    expect(entries).toMatchObject([{ action: "session.refuse", isRefused: true, actorId: null }]);
    expect(JSON.stringify(entries)).not.toContain(typed.slice(7));
  });
});

describe("lockout", () => {
  test("S10 five parallel × twenty wrong passwords: five are looked at, then the account is locked", async () => {
    const user = await account({ password });
    await Promise.all(
      times(5, async () => {
        for (const _ of Array(20)) await logIn(attempt(user.username, wrong));
      }),
    );
    const { failedCount, lockedUntil } = await stateOf(user.id);
    expect(failedCount).toBe(5);
    expect((lockedUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(14 * 60_000);
    expect(await logIn(attempt(user.username))).toBeNull();
    const reasons = await db.auditEntry.groupBy({ by: "reason", where: { subjectId: user.id }, _count: true });
    const counts = Object.fromEntries(reasons.map(({ reason, _count }) => [reason, _count]));
    expect(counts).toEqual({ 登录名或密码不正确: 5, 账号或地址已锁定: 96 });
  });

  test("G4 the lock doubles when it is over and the failures go on", async () => {
    const user = await account({ password });
    for (const _ of Array(5)) await logIn(attempt(user.username, wrong));
    await db.user.update({ where: { id: user.id }, data: { lockedUntil: new Date(Date.now() - 1_000) } });
    for (const _ of Array(5)) await logIn(attempt(user.username, wrong));
    const minutes = (((await stateOf(user.id)).lockedUntil?.getTime() ?? 0) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(29);
    expect(minutes).toBeLessThanOrEqual(30);
  });

  test("S12 an address is locked after thirty failures over many names, and no other address with it", async () => {
    const user = await account({ password });
    const ip = freshAddress();
    await Promise.all(times(30, () => logIn(attempt(`nobody-${randomUUID()}`, wrong, ip))));
    expect(await logIn(attempt(user.username, password, ip))).toBeNull();
    expect(await logIn(attempt(user.username))).not.toBeNull();
  });

  test("S12 whoever has an account cannot wipe out an address's failures by logging in", async () => {
    const user = await account({ password });
    const ip = freshAddress();
    const fail = () => logIn(attempt(`nobody-${randomUUID()}`, wrong, ip));
    await Promise.all(times(29, fail));
    expect(await logIn(attempt(user.username, password, ip))).not.toBeNull();
    await fail();
    expect(await logIn(attempt(user.username, password, ip))).toBeNull();
  });

  test("right passwords alone never lock an address, and failures fade", async () => {
    const user = await account({ password });
    const ip = freshAddress();
    for (const _ of Array(35)) expect(await logIn(attempt(user.username, password, ip))).not.toBeNull();
    await Promise.all(times(20, () => logIn(attempt(`nobody-${randomUUID()}`, wrong, ip))));
    const where = { key: `ip:${ip}` };
    await db.loginThrottle.update({ where, data: { updatedAt: new Date(Date.now() - 15 * 60_000) } });
    await logIn(attempt(`nobody-${randomUUID()}`, wrong, ip));
    // Fifteen minutes let seven failures fade.
    expect(await db.loginThrottle.findUniqueOrThrow({ where })).toMatchObject({ failedCount: 14, lockedUntil: null });
  });

  test("a lock cuts no session that is open", async () => {
    const user = await account({ password });
    const token = await openSession(user.username);
    for (const _ of Array(6)) await logIn(attempt(user.username, wrong));
    expect((await stateOf(user.id)).lockedUntil).not.toBeNull();
    expect(await loadSession(token)).not.toBeNull();
  });
});

describe("S16 sessions at one time", () => {
  test("never more than three, the oldest ends", async () => {
    const user = await account({ password });
    const tokens: string[] = [];
    for (const _ of Array(5)) tokens.push(await openSession(user.username));
    const alive = await Promise.all(tokens.map((token) => loadSession(token)));
    expect(alive.map((session) => session !== null)).toEqual([false, false, true, true, true]);
  });

  test("never more than three under twenty log-ins at once", async () => {
    const user = await account({ password });
    await Promise.all(times(20, () => logIn(attempt(user.username))));
    const live = await liveSessions(user.id);
    expect(live).toBeGreaterThanOrEqual(1);
    expect(live).toBeLessThanOrEqual(3);
  });

  test("an administrator has one, shorter in both ways", async () => {
    const user = await account({ password, grants: [{ role: "ADMIN" }] });
    await Promise.all(times(4, () => logIn(attempt(user.username))));
    const sessions = await db.session.findMany({ where: { userId: user.id, revokedAt: null } });
    expect(sessions).toHaveLength(1);
    const hours = ((sessions[0]?.absoluteExpiresAt.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeLessThanOrEqual(4);
    expect(sessions[0]?.idleSeconds).toBe(900);
  });
});

describe("S6 a session ends", () => {
  const endedBy = async (data: { lastSeenAt?: Date; absoluteExpiresAt?: Date; revokedAt?: Date }) => {
    const user = await account({ password });
    const token = await openSession(user.username);
    await db.session.updateMany({ where: { tokenHash: hashToken(token) }, data });
    return loadSession(token);
  };
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  test("G5 after thirty minutes idle, not after twenty-nine", async () => {
    expect(await endedBy({ lastSeenAt: ago(31) })).toBeNull();
    expect(await endedBy({ lastSeenAt: ago(29) })).not.toBeNull();
  });
  test("at its absolute end", async () => expect(await endedBy({ absoluteExpiresAt: ago(1) })).toBeNull());
  test("when it is revoked", async () => expect(await endedBy({ revokedAt: ago(1) })).toBeNull());
  test("S6 a token nobody gave out opens nothing", async () => {
    for (const token of ["", "x", "' OR 1=1 --", "a".repeat(10_000)]) expect(await loadSession(token)).toBeNull();
  });

  test("reading a page moves the idle end, but is not a write each time", async () => {
    const user = await account({ password });
    const token = await openSession(user.username);
    const where = { tokenHash: hashToken(token) };
    const seen = async () => (await db.session.findUniqueOrThrow({ where })).lastSeenAt.getTime();
    await db.session.updateMany({ where, data: { lastSeenAt: ago(2) } });
    await loadSession(token);
    const moved = await seen();
    expect(Date.now() - moved).toBeLessThan(30_000);
    await loadSession(token);
    expect(await seen()).toBe(moved);
  });
});

describe("logging out", () => {
  test.each([
    ["this", [false, true, true]],
    ["others", [true, false, false]],
    ["all", [false, false, false]],
  ] as const)("S8 %s: the token is dead at once", async (which, alive) => {
    const user = await account({ password });
    const tokens = [
      await openSession(user.username),
      await openSession(user.username),
      await openSession(user.username),
    ];
    const other = await account({ password });
    const stranger = await openSession(other.username);
    const present = await loadSession(tokens[0] ?? "");
    if (!present) throw new Error("no session");
    await logOut(present.actor, which);
    const states = await Promise.all(tokens.map((token) => loadSession(token)));
    expect(states.map((session) => session !== null)).toEqual(alive);
    expect(await loadSession(stranger)).not.toBeNull();
  });
});
