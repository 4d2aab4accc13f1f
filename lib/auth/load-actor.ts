import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Role } from "@/generated/prisma/enums";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { type Day, today } from "@/lib/calendar";
import { hashToken } from "@/lib/crypto/tokens";
import { db } from "@/lib/db/client";

type AccountRow = {
  userId: string;
  name: string;
  roles: Role[] | null;
  committeeIds: string[] | null;
  branchIds: string[] | null;
  instructorId: string | null;
};

type SessionRow = AccountRow & {
  sessionId: string;
  username: string;
  mustChangePassword: boolean;
  lastSeenAt: Date;
  placeName: string | null;
};

export type LiveSession = { actor: Actor; username: string; placeName: string | null; mustChangePassword: boolean };

/** `lastSeenAt` is written at most this often, so that reading a page is not a write. */
const SEEN_EVERY_MS = 60_000;

const accountColumns = Prisma.sql`u.id AS "userId", u.name, g.roles, g."branchIds", c."committeeIds", i.id AS "instructorId"`;

/** An account `u` that is not disabled, with its roles and scopes on a day. */
function scopesOn(day: Day): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT "role"::text) AS roles,
        array_agg("branchId"::text) FILTER (WHERE "branchId" IS NOT NULL) AS "branchIds",
        array_agg("committeeId") FILTER (WHERE "committeeId" IS NOT NULL) AS granted
      FROM "RoleGrant"
      WHERE "userId" = u.id AND "validFrom" <= ${day}::date AND ("validTo" IS NULL OR "validTo" > ${day}::date)
    ) g ON true
    LEFT JOIN LATERAL (
      WITH RECURSIVE scope AS (
        SELECT id FROM "Committee" WHERE id = ANY (g.granted)
        UNION SELECT child.id FROM "Committee" child JOIN scope ON child."parentId" = scope.id
      ) SELECT array_agg(id::text) AS "committeeIds" FROM scope
    ) c ON g.granted IS NOT NULL
    LEFT JOIN "Instructor" i ON i."userId" = u.id AND 'INSTRUCTOR' = ANY (g.roles)
      AND (i."endedOn" IS NULL OR i."endedOn" > ${day}::date)`;
}

/**
 * The live session behind a token, with its account and scopes as they are now: one indexed read.
 * Null when it is unknown, revoked, idle too long, past its absolute end, or the account is disabled.
 */
export async function loadSession(token: string): Promise<LiveSession | null> {
  const day = today();
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT s.id AS "sessionId", u.username, u."mustChangePassword", s."lastSeenAt", ${accountColumns},
      coalesce(
        (SELECT name FROM "Committee" WHERE id = g.granted[1]),
        (SELECT name FROM "Branch" WHERE id::text = g."branchIds"[1])
      ) AS "placeName"
    FROM "Session" s
    JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
    ${scopesOn(day)}
    WHERE s."tokenHash" = ${hashToken(token)} AND s."revokedAt" IS NULL AND s."absoluteExpiresAt" > now()
      AND s."lastSeenAt" > now() - make_interval(secs => s."idleSeconds")`;
  if (!row) return null;
  if (Date.now() - row.lastSeenAt.getTime() > SEEN_EVERY_MS) await markSeen(row.sessionId);
  const actor = actorOf(row, day, row.sessionId);
  return { actor, username: row.username, placeName: row.placeName, mustChangePassword: row.mustChangePassword };
}

/** The actor a job acts for, as the account is now; null when it is gone or disabled. */
export async function loadActorOfUser(userId: string): Promise<Actor | null> {
  const day = today();
  const [row] = await db.$queryRaw<AccountRow[]>`
    SELECT ${accountColumns} FROM "User" u ${scopesOn(day)} WHERE u.id = ${userId}::uuid AND u."disabledAt" IS NULL`;
  return row ? actorOf(row, day) : null;
}

function actorOf(row: AccountRow, day: Day, sessionId?: string): Actor {
  return mintActor({
    userId: row.userId,
    name: row.name,
    roles: row.roles ?? [],
    committeeIds: row.committeeIds ?? [],
    branchIds: row.branchIds ?? [],
    instructorId: row.instructorId,
    day,
    ...(sessionId ? { sessionId } : {}),
  });
}

async function markSeen(sessionId: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { lastSeenAt: new Date() } });
}
