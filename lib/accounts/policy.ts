import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";

/** Administrators see every account; everybody else only what /sessions and /password show of their own. */
export function visibleAccounts(actor: Actor): Prisma.UserWhereInput {
  return within<Prisma.UserWhereInput>(actor, (role) => {
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

/** Accounts are the administrator's. */
export function canManageAccounts(actor: Actor): boolean {
  return holds(actor, "ADMIN");
}

/** Nobody changes the own roles, unlocks or disables the own account: that takes a second administrator. */
export function canChangeAccount(actor: Actor, account: { id: string }): boolean {
  return canManageAccounts(actor) && account.id !== actor.userId;
}
