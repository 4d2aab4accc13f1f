import "server-only";
import { type Day, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";

type Reader = Tx | typeof db;

/** The accounts that lead these branches on a day: whom a message to their secretaries reaches. */
export async function secretariesOf(branchIds: string[], day: Day, reader: Reader = db): Promise<string[]> {
  const grants = await reader.roleGrant.findMany({
    where: { role: "SECRETARY", branchId: { in: branchIds }, user: { disabledAt: null }, ...validOn(day) },
    select: { userId: true },
  });
  return [...new Set(grants.map(({ userId }) => userId))];
}

/** The accounts that work for exactly this committee on a day; those of committees above it are not troubled. */
export async function staffOfCommittee(committeeId: string, day: Day, reader: Reader = db): Promise<string[]> {
  const grants = await reader.roleGrant.findMany({
    where: { role: "STAFF", committeeId, user: { disabledAt: null }, ...validOn(day) },
    select: { userId: true },
  });
  return [...new Set(grants.map(({ userId }) => userId))];
}
