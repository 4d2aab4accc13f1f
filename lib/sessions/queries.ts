import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { deviceOf } from "@/lib/sessions/labels";
import { isLive } from "@/lib/sessions/rules";

/** The actor's own live sessions, the latest first; `isPresent` is the one that asks. */
export function listOwnSessions(actor: Actor) {
  return liveSessionsOf(actor.userId ?? "", actor.sessionId);
}

/** A person's live sessions, the latest first. The caller has asked whether they may be seen. */
export async function liveSessionsOf(userId: string, presentId?: string) {
  const now = new Date();
  const sessions = await db.session.findMany({
    where: { userId, revokedAt: null, absoluteExpiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      absoluteExpiresAt: true,
      idleSeconds: true,
      ip: true,
      userAgent: true,
    },
  });
  return sessions
    .filter((session) => isLive(session, now))
    .map(({ id, createdAt, lastSeenAt, ip, userAgent }) => ({
      id,
      createdAt,
      lastSeenAt,
      ip,
      device: deviceOf(userAgent),
      isPresent: id === presentId,
    }));
}

export type SessionRow = Awaited<ReturnType<typeof liveSessionsOf>>[number];
