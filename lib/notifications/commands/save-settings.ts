import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { DomainError, notFound, StaleError } from "@/lib/errors";
import { hasInbox } from "@/lib/notifications/policy";
import { type NotificationSettings, notificationKinds } from "@/lib/notifications/schema";

/** Where the actor wants to be told outside the portal, and of what. The trail keeps whether there is an address, not which. */
export function saveNotificationSettings(actor: Actor, input: NotificationSettings): Promise<{ id: string }> {
  return command(actor, "notification.configure", input, async (tx, record) => {
    const { userId } = actor;
    if (!userId || !hasInbox(actor)) throw new DomainError("FORBIDDEN", "您的账号没有业务角色，没有通知可设置。");
    const person = await tx.user.findUnique({
      where: { id: userId },
      select: { name: true, username: true, email: true, version: true, mutes: { select: { kind: true } } },
    });
    if (!person) throw notFound("账号");
    const written = await tx.user.updateMany({
      where: { id: userId, version: input.version },
      data: { email: input.email, version: { increment: 1 } },
    });
    if (written.count !== 1) throw new StaleError(person.version, { email: person.email ?? "" });
    const muted = notificationKinds.filter((kind) => !input.wanted.includes(kind));
    await tx.notificationMute.deleteMany({ where: { userId } });
    await tx.notificationMute.createMany({ data: muted.map((kind) => ({ userId, kind })) });
    await record({
      subjectType: "User",
      subjectId: userId,
      subjectName: `${person.name}（${person.username}）`,
      before: { hasEmail: person.email !== null, muted: person.mutes.map(({ kind }) => kind) },
      after: { hasEmail: input.email !== null, muted },
    });
    return { id: userId };
  });
}
