import "server-only";
import { canSeeAgenda, readsSeveralBranches, visibleFeeds } from "@/lib/agenda/policy";
import { activityFacts } from "@/lib/agenda/queries/activities";
import { deadlines } from "@/lib/agenda/queries/deadlines";
import { meetingsHeld } from "@/lib/agenda/queries/meetings";
import { shiftFacts } from "@/lib/agenda/queries/shift-facts";
import { agendaEntries } from "@/lib/agenda/rules/entries";
import type { Actor } from "@/lib/auth/actor";
import { loadActorOfUser } from "@/lib/auth/load-actor";
import { addMonths } from "@/lib/calendar";
import { hashToken } from "@/lib/crypto/tokens";
import { db } from "@/lib/db/client";

/** How far a feed looks back and ahead, in months. */
const [monthsBack, monthsAhead] = [3, 12];

/** The actor's own addresses, the newest first; revoked ones stay in sight for the record. */
export function listFeeds(actor: Actor) {
  return db.calendarFeed.findMany({
    where: visibleFeeds(actor),
    orderBy: { createdAt: "desc" },
    take: 50,
    select: { id: true, name: true, createdAt: true, revokedAt: true },
  });
}

/**
 * The agenda behind a secret address, in its owner's scope as it is now: three months back, twelve ahead, without names
 * of members and topics of meetings. Null for an address that is unknown or revoked, and for an account that is
 * disabled or has no agenda any more.
 */
export async function agendaOfFeed(token: string) {
  const feed = await db.calendarFeed.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { userId: true, revokedAt: true },
  });
  if (!feed || feed.revokedAt) return null;
  const actor = await loadActorOfUser(feed.userId);
  if (!actor || !canSeeAgenda(actor)) return null;
  const span = { from: addMonths(actor.day, -monthsBack), to: addMonths(actor.day, monthsAhead) };
  const facts = await Promise.all([
    deadlines(actor, span),
    meetingsHeld(actor, span),
    shiftFacts(actor, span),
    activityFacts(actor, span),
  ]);
  const entries = agendaEntries(facts.flat(), { branches: readsSeveralBranches(actor), names: false });
  return { day: actor.day, entries };
}
