import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { hasInbox, visibleNotifications } from "@/lib/notifications/policy";
import { type InboxCursor, notificationKinds, writeInboxCursor } from "@/lib/notifications/schema";
import { channels } from "@/lib/outbox/channels";

const inboxPage = 30;

/** One page of the actor's notifications, newest first. */
export async function listNotifications(actor: Actor, before?: InboxCursor) {
  const found = await db.notification.findMany({
    where: { AND: [visibleNotifications(actor), ...(before ? [olderThan(before)] : [])] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: inboxPage + 1,
    select: { id: true, kind: true, text: true, createdAt: true, readAt: true },
  });
  const rows = found.slice(0, inboxPage);
  const last = rows.at(-1);
  return { rows, nextBefore: found.length > inboxPage && last ? writeInboxCursor(last) : null };
}

export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>["rows"][number];

/** How many the actor has not read: one indexed count. Null for who has no inbox, without a question. */
export async function countUnread(actor: Actor): Promise<number | null> {
  if (!hasInbox(actor)) return null;
  return db.notification.count({ where: { AND: [visibleNotifications(actor), { readAt: null }] } });
}

/** What the actor gets outside the portal, and whether the portal sends e-mail at all. Null for who has no inbox. */
export async function findNotificationSettings(actor: Actor) {
  if (!hasInbox(actor)) return null;
  const person = await db.user.findUnique({
    where: { id: actor.userId ?? "" },
    select: { email: true, version: true, mutes: { select: { kind: true } } },
  });
  if (!person) return null;
  const muted = new Set(person.mutes.map(({ kind }) => kind));
  return {
    email: person.email,
    version: person.version,
    wanted: notificationKinds.filter((kind) => !muted.has(kind)),
    isMailSent: channels().mail !== null,
  };
}

/** The first condition lets the index start at the right place, the second settles notifications of one instant. */
function olderThan({ createdAt, id }: InboxCursor) {
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] };
}
