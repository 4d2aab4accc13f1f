import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { NotificationKind } from "@/generated/prisma/enums";
import type { Tx } from "@/lib/db/transaction";
import { channels, groupKinds } from "@/lib/outbox/channels";
import { deliverySubject } from "@/lib/outbox/labels";

export type Notice = {
  kind: NotificationKind;
  /** The accounts that must learn it. */
  userIds: string[];
  /** One sentence for the person, without personal data: it also leaves the portal. */
  text: string;
  /** The page it is about, a path of this portal. */
  href: string;
  /** The event: the same key reaches a person once. */
  dedupeKey: string;
};

type Event = Omit<Notice, "userIds">;

/**
 * Tells people inside the act's own transaction: what did not happen is told to nobody. What also goes out, by e-mail
 * or to the groups' robots, is written with it and sent by a job.
 */
export async function notify(tx: Tx, { userIds, ...event }: Notice): Promise<void> {
  const people = [...new Set(userIds)];
  await tx.notification.createMany({
    data: people.map((userId) => ({ userId, ...event })),
    skipDuplicates: true,
  });
  const deliveries = [...(await mails(tx, people, event)), ...toRobots(event)];
  if (deliveries.length > 0) await tx.delivery.createMany({ data: deliveries, skipDuplicates: true });
}

/** One e-mail for each who gave an address and wants to hear of this kind. */
async function mails(tx: Tx, people: string[], event: Event): Promise<Prisma.DeliveryCreateManyInput[]> {
  if (!channels().mail || people.length === 0) return [];
  const reachable = await tx.user.findMany({
    where: {
      id: { in: people },
      disabledAt: null,
      email: { not: null },
      mutes: { none: { kind: event.kind } },
    },
    select: { id: true },
  });
  return reachable.map(({ id }) => ({
    channel: "EMAIL",
    userId: id,
    ...worded(event),
    dedupeKey: `${event.dedupeKey} email ${id}`,
  }));
}

function toRobots(event: Event): Prisma.DeliveryCreateManyInput[] {
  if (!groupKinds.includes(event.kind)) return [];
  return channels().robots.map(({ channel }) => ({
    channel,
    ...worded(event),
    dedupeKey: `${event.dedupeKey} ${channel.toLowerCase()}`,
  }));
}

function worded({ kind, text, href }: Event) {
  const address = new URL(href, process.env.BASE_URL).href;
  return { kind, subject: deliverySubject(kind), text: `${text}\n${address}` };
}
