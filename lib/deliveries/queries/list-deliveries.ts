import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { visibleDeliveries } from "@/lib/deliveries/policy";
import { type DeliveryList, type DeliveryState, deliveryStates } from "@/lib/deliveries/schema";
import { pageWindow } from "@/lib/forms/list-params";

/** One page of what left the portal, waits or failed, and how many there are of each: never what it says. */
export async function listDeliveries(actor: Actor, list: DeliveryList) {
  const [rows, ...counts] = await Promise.all([
    findRows(actor, list.state, pageWindow(list.page)),
    ...deliveryStates.map((state) => countDeliveries(actor, state)),
  ]);
  const totals = Object.fromEntries(deliveryStates.map((state, index) => [state, counts[index] ?? 0]));
  return { rows, totals: totals as Record<DeliveryState, number> };
}

/** The same list whole, for the export. */
export function exportDeliveries(actor: Actor, state: DeliveryState) {
  return findRows(actor, state, { take: 10_000 });
}

export function countDeliveries(actor: Actor, state: DeliveryState): Promise<number> {
  return db.delivery.count({ where: { AND: [visibleDeliveries(actor), inState[state]] } });
}

const inState: Record<DeliveryState, Prisma.DeliveryWhereInput> = {
  FAILED: { sentAt: null, failedAt: { not: null } },
  WAITING: { sentAt: null, failedAt: null },
  SENT: { sentAt: { not: null } },
};

const orders: Record<DeliveryState, Prisma.DeliveryOrderByWithRelationInput> = {
  FAILED: { failedAt: "desc" },
  WAITING: { availableAt: "asc" },
  SENT: { sentAt: "desc" },
};

function findRows(actor: Actor, state: DeliveryState, window: { skip?: number; take: number }) {
  return db.delivery.findMany({
    where: { AND: [visibleDeliveries(actor), inState[state]] },
    orderBy: [orders[state], { id: "asc" }],
    ...window,
    select: {
      id: true,
      channel: true,
      subject: true,
      createdAt: true,
      availableAt: true,
      attempts: true,
      sentAt: true,
      failedAt: true,
      lastError: true,
      user: { select: { username: true } },
    },
  });
}

export type DeliveryRow = Awaited<ReturnType<typeof findRows>>[number];
