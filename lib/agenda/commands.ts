import "server-only";
import { randomUUID } from "node:crypto";
import { canSeeAgenda, visibleFeeds } from "@/lib/agenda/policy";
import type { ChosenFeed, NewFeed } from "@/lib/agenda/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { DomainError, notFound } from "@/lib/errors";

/** More than anybody has devices; a script does not fill the table. */
const mostFeeds = 10;

/**
 * Opens a secret address for the actor's own calendar. `token` is known here and nowhere after; null when this press
 * repeated an earlier one, which has shown it. Refuses more than ten addresses at a time.
 */
export async function createFeed(actor: Actor, input: NewFeed): Promise<{ id: string; token: string | null }> {
  const drawn = { id: randomUUID(), token: newToken() };
  const written = await command(actor, "calendarFeed.create", input, async (tx, record) => {
    const { userId } = actor;
    if (!userId || !canSeeAgenda(actor)) throw new DomainError("FORBIDDEN", "您的账号没有日历，不能订阅。");
    // Two presses at once count one after the other.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`;
    const live = await tx.calendarFeed.count({ where: { userId, revokedAt: null } });
    if (live >= mostFeeds) {
      throw new DomainError("WRONG_STATE", `最多同时有 ${mostFeeds} 个订阅地址。请先停用不再使用的地址。`);
    }
    await tx.calendarFeed.create({
      data: { id: drawn.id, userId, name: input.name, tokenHash: hashToken(drawn.token) },
      select: { id: true },
    });
    await record({ subjectType: "CalendarFeed", subjectId: drawn.id, subjectName: input.name });
    return { id: drawn.id };
  });
  return { id: written.id, token: written.id === drawn.id ? drawn.token : null };
}

/** Ends an own address: calendar programs get nothing more under it. Refuses one that is not the actor's or has ended. */
export function revokeFeed(actor: Actor, input: ChosenFeed): Promise<{ id: string }> {
  return command(actor, "calendarFeed.revoke", input, async (tx, record) => {
    const own = { AND: [visibleFeeds(actor), { id: input.id }] };
    const feed = await tx.calendarFeed.findFirst({ where: own, select: { name: true } });
    if (!feed) throw notFound("日历订阅");
    const revoked = await tx.calendarFeed.updateMany({
      where: { AND: [own, { revokedAt: null }] },
      data: { revokedAt: new Date() },
    });
    if (revoked.count !== 1) throw new DomainError("WRONG_STATE", "这个订阅地址已经停用。");
    await record({ subjectType: "CalendarFeed", subjectId: input.id, subjectName: feed.name });
    return { id: input.id };
  });
}
