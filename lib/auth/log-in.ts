import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Role } from "@/generated/prisma/enums";
import { recordAudit } from "@/lib/audit/record";
import { mintActor } from "@/lib/auth/actor";
import { normaliseUsername, verifyPassword } from "@/lib/auth/passwords";
import { visitor } from "@/lib/auth/visitor";
import { today, validOn } from "@/lib/calendar";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { db } from "@/lib/db/client";
import { type Tx, transact } from "@/lib/db/transaction";

export type Attempt = { username: string; password: string; ip: string; userAgent: string | null };

const accountLimit = 5;
/** An office shares one address, so an address may fail more often than an account. */
const addressLimit = 30;
const fadeSeconds = 120;
/** GB/T 22239-2019: whoever administers is logged out sooner. */
const idleMinutes = { person: 30, administrator: 15 };
const hours = 3_600_000;

/**
 * Opens a session for a right password and returns its token (the only time it is known).
 * Null for a wrong password, an unknown, disabled or locked account alike, after the same work.
 * The failure is counted before the password is looked at, so that parallel tries cannot exceed the limit.
 */
export async function logIn(attempt: Attempt): Promise<{ userId: string; name: string; token: string } | null> {
  const username = normaliseUsername(attempt.username);
  const user = await db.user.findUnique({
    where: { username },
    select: { id: true, name: true, passwordHash: true, disabledAt: true },
  });
  const addressOpen = await countAddressTry(attempt.ip);
  const accountOpen = user ? await countAccountTry(user.id) : false;
  const isOpen = addressOpen && accountOpen && user?.disabledAt === null;
  const matches = await verifyPassword(isOpen ? user.passwordHash : null, attempt.password);
  if (!user || !isOpen || !matches) {
    await recordFailure(attempt, user, addressOpen && accountOpen ? "password" : "locked");
    return null;
  }
  const token = newToken();
  await transact((tx) => openSession(tx, user, attempt, token));
  return { userId: user.id, name: user.name, token };
}

/** Counts a try against the account; false while it is locked. Five tries lock it for 15 minutes, then 30, 60 … */
export async function countAccountTry(userId: string): Promise<boolean> {
  const counted = await db.$executeRaw`
    UPDATE "User" SET "failedCount" = "failedCount" + 1,
      "lockedUntil" = CASE WHEN ("failedCount" + 1) % ${accountLimit} = 0
        THEN now() + interval '15 minutes' * power(2, least(("failedCount" + 1) / ${accountLimit} - 1, 6)) ELSE "lockedUntil" END
    WHERE id = ${userId}::uuid AND ("lockedUntil" IS NULL OR "lockedUntil" <= now())`;
  return counted === 1;
}

/** How many tries of an address have faded since they were counted. */
const faded = Prisma.sql`greatest(0, floor(extract(epoch FROM now() - t."updatedAt") / ${fadeSeconds}))::int`;
const triesNow = Prisma.sql`greatest(0, t."failedCount" - ${faded}) + 1`;

/** Counts a try against the address; false while it is locked. A failure fades after two minutes. */
async function countAddressTry(ip: string): Promise<boolean> {
  const counted = await db.$executeRaw`
    INSERT INTO "LoginThrottle" AS t ("key", "failedCount", "updatedAt") VALUES (${addressKey(ip)}, 1, now())
    ON CONFLICT ("key") DO UPDATE SET "failedCount" = ${triesNow},
      "updatedAt" = CASE WHEN t."failedCount" <= ${faded} THEN now()
        ELSE t."updatedAt" + make_interval(secs => ${fadeSeconds} * ${faded}) END,
      "lockedUntil" = CASE WHEN ${triesNow} >= ${addressLimit} THEN now() + interval '15 minutes' ELSE t."lockedUntil" END
    WHERE t."lockedUntil" IS NULL OR t."lockedUntil" <= now()`;
  return counted === 1;
}

/**
 * A right password takes back its own try and no other: whoever has an account cannot wipe out failures at other
 * people's. A lock that only this try had filled opens again.
 */
async function forgiveAddressTry(tx: Tx, ip: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "LoginThrottle" SET "failedCount" = greatest(0, "failedCount" - 1),
      "lockedUntil" = CASE WHEN "failedCount" <= ${addressLimit} THEN NULL ELSE "lockedUntil" END
    WHERE "key" = ${addressKey(ip)}`;
}

const addressKey = (ip: string) => `ip:${ip}`;

async function recordFailure(
  attempt: Attempt,
  user: { id: string; name: string } | null,
  cause: "password" | "locked",
) {
  // The name typed is not kept when it is nobody's: it may be a password typed in the wrong field.
  const actor = visitor(user ?? { id: null, name: "未知登录名" }, attempt.ip);
  await transact((tx) =>
    recordAudit(tx, actor, "session.refuse", {
      subjectType: "User",
      ...(user ? { subjectId: user.id, subjectName: user.name } : {}),
      reason: cause === "locked" ? "账号或地址已锁定" : "登录名或密码不正确",
      isRefused: true,
    }),
  );
}

async function openSession(tx: Tx, user: { id: string; name: string }, attempt: Attempt, token: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${user.id}, 0))`;
  await tx.user.update({
    where: { id: user.id },
    data: { failedCount: 0, lockedUntil: null, lastLoginAt: new Date() },
    select: { id: true },
  });
  await forgiveAddressTry(tx, attempt.ip);
  const roles = await rolesOf(tx, user.id);
  const isAdministrator = roles.includes("ADMIN");
  await closeOldest(tx, user.id, isAdministrator ? 1 : 3);
  const session = await tx.session.create({
    data: {
      tokenHash: hashToken(token),
      userId: user.id,
      absoluteExpiresAt: new Date(Date.now() + (isAdministrator ? 4 : 12) * hours),
      idleSeconds: 60 * (isAdministrator ? idleMinutes.administrator : idleMinutes.person),
      ip: attempt.ip,
      userAgent: attempt.userAgent?.slice(0, 300) ?? null,
    },
    select: { id: true },
  });
  const actor = mintActor({ ...visitor(user, attempt.ip), roles, sessionId: session.id });
  await recordAudit(tx, actor, "session.open", { subjectType: "User", subjectId: user.id, subjectName: user.name });
}

/** Leaves room for one more: beyond the limit the oldest session ends. */
async function closeOldest(tx: Tx, userId: string, limit: number): Promise<void> {
  const live = await tx.session.findMany({
    where: { userId, revokedAt: null, absoluteExpiresAt: { gt: new Date() } },
    orderBy: { createdAt: "desc" },
    skip: limit - 1,
    select: { id: true },
  });
  await tx.session.updateMany({
    where: { id: { in: live.map(({ id }) => id) } },
    data: { revokedAt: new Date(), revokeReason: "同时登录数超过上限" },
  });
}

async function rolesOf(tx: Tx, userId: string): Promise<Role[]> {
  const grants = await tx.roleGrant.findMany({ where: { userId, ...validOn(today()) }, select: { role: true } });
  return [...new Set(grants.map(({ role }) => role))];
}
