import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db/client";
import { toRefusal } from "@/lib/db/refusal";

export type Tx = Prisma.TransactionClient;

/**
 * Runs one act as one transaction: all of it holds, with its audit entry, or nothing does.
 * What a database constraint refuses comes back as a DomainError in the person's words.
 */
export async function transact<T>(act: (tx: Tx) => Promise<T>, timeoutMs = 10_000): Promise<T> {
  try {
    return await db.$transaction(act, { timeout: timeoutMs });
  } catch (error) {
    throw toRefusal(error);
  }
}
