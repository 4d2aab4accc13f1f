import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { transact } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { visibleNotifications } from "@/lib/notifications/policy";

// What a person has read concerns nobody else: these two leave no entry in the trail.

/** Marks one of the actor's notifications as read and says which page it is about. */
export function openNotification(actor: Actor, input: { id: string }): Promise<{ href: string }> {
  return transact(async (tx) => {
    const own = { AND: [visibleNotifications(actor), { id: input.id }] };
    const notification = await tx.notification.findFirst({ where: own, select: { href: true } });
    if (!notification) throw notFound("通知");
    await tx.notification.updateMany({ where: { AND: [own, { readAt: null }] }, data: { readAt: new Date() } });
    return notification;
  });
}

/** Marks all of the actor's notifications as read. */
export async function readAllNotifications(actor: Actor): Promise<void> {
  await transact((tx) =>
    tx.notification.updateMany({
      where: { AND: [visibleNotifications(actor), { readAt: null }] },
      data: { readAt: new Date() },
    }),
  );
}
