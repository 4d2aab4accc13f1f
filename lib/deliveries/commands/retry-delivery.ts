import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { canManageDeliveries, visibleDeliveries } from "@/lib/deliveries/policy";
import { DomainError, notFound } from "@/lib/errors";

/** Sends a message that was given up once more, with all its attempts before it. */
export function retryDelivery(actor: Actor, input: { id: string }): Promise<{ id: string }> {
  return command(actor, "delivery.retry", input, async (tx, record) => {
    const delivery = await tx.delivery.findFirst({
      where: { AND: [visibleDeliveries(actor), { id: input.id }] },
      select: { id: true, subject: true, lastError: true },
    });
    if (!delivery || !canManageDeliveries(actor)) throw notFound("消息");
    const written = await tx.delivery.updateMany({
      where: { id: delivery.id, sentAt: null, failedAt: { not: null } },
      data: { failedAt: null, attempts: 0, uncertainCount: 0, startedAt: null, availableAt: new Date() },
    });
    if (written.count !== 1) throw new DomainError("WRONG_STATE", "这条消息不在失败之列，可能已重新发送。请刷新列表。");
    await record({
      subjectType: "Delivery",
      subjectId: delivery.id,
      subjectName: delivery.subject,
      before: { lastError: delivery.lastError },
    });
    return { id: delivery.id };
  });
}
