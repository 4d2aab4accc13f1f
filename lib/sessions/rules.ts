export type SessionTimes = { lastSeenAt: Date; absoluteExpiresAt: Date; idleSeconds: number };

/** True while a session that nobody has ended may still be used: neither idle too long nor past its absolute end. */
export function isLive(session: SessionTimes, now: Date): boolean {
  const idleEnd = session.lastSeenAt.getTime() + session.idleSeconds * 1_000;
  return session.absoluteExpiresAt > now && idleEnd > now.getTime();
}
