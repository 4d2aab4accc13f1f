import "server-only";
import type { Role } from "@/generated/prisma/enums";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { today } from "@/lib/calendar";
import { hashToken } from "@/lib/crypto/tokens";
import { db } from "@/lib/db/client";

type SessionRow = {
  sessionId: string;
  userId: string;
  username: string;
  name: string;
  mustChangePassword: boolean;
  lastSeenAt: Date;
  roles: Role[] | null;
  committeeIds: string[] | null;
  branchIds: string[] | null;
  instructorId: string | null;
  placeName: string | null;
};

export type LiveSession = { actor: Actor; username: string; placeName: string | null; mustChangePassword: boolean };

/** `lastSeenAt` is written at most this often, so that reading a page is not a write. */
const SEEN_EVERY_MS = 60_000;

/**
 * The live session behind a token, with its account and scopes as they are now: one indexed read.
 * Null when it is unknown, revoked, idle too long, past its absolute end, or the account is disabled.
 */
export async function loadSession(token: string): Promise<LiveSession | null> {
  const day = today();
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT s.id AS "sessionId", u.id AS "userId", u.username, u.name, u."mustChangePassword", s."lastSeenAt",
      g.roles, g."branchIds", c."committeeIds", i.id AS "instructorId",
      coalesce((SELECT name FROM "Committee" WHERE id = g.granted[1]), (SELECT name FROM "Branch" WHERE id::text = g."branchIds"[1])) AS "placeName"
    FROM "Session" s
    JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
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
      AND (i."endedOn" IS NULL OR i."endedOn" > ${day}::date)
    WHERE s."tokenHash" = ${hashToken(token)} AND s."revokedAt" IS NULL AND s."absoluteExpiresAt" > now()
      AND s."lastSeenAt" > now() - make_interval(secs => s."idleSeconds")`;
  if (!row) return null;
  if (Date.now() - row.lastSeenAt.getTime() > SEEN_EVERY_MS) await markSeen(row.sessionId);
  const actor = mintActor({
    userId: row.userId,
    name: row.name,
    roles: row.roles ?? [],
    committeeIds: row.committeeIds ?? [],
    branchIds: row.branchIds ?? [],
    instructorId: row.instructorId,
    day,
    sessionId: row.sessionId,
  });
  return { actor, username: row.username, placeName: row.placeName, mustChangePassword: row.mustChangePassword };
}

async function markSeen(sessionId: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { lastSeenAt: new Date() } });
}
