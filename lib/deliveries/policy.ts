import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";

/** Whether messages leave the portal is the administrator's care; what they say is not. */
export function visibleDeliveries(actor: Actor): Prisma.DeliveryWhereInput {
  return within<Prisma.DeliveryWhereInput>(actor, (role) => {
    switch (role) {
      case "ADMIN":
        return {};
      case "STAFF":
      case "SECRETARY":
      case "INSTRUCTOR":
      case "AUDITOR":
        return nowhere;
    }
  });
}

export function canManageDeliveries(actor: Actor): boolean {
  return holds(actor, "ADMIN");
}
