import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";

/** Staff see and act on the imports of their committees; nobody else imports. */
export function visibleImports(actor: Actor): Prisma.ImportBatchWhereInput {
  return { committeeId: { in: holds(actor, "STAFF") ? actor.committeeIds : [] } };
}

/** Staff of the committee the file goes to, or of one above it. */
export function canImport(actor: Actor, target: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(target.committeeId);
}

/** Any staff may bring a file; the command asks again for the committee it goes to. */
export function canImportAtAll(actor: Actor): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.length > 0;
}
