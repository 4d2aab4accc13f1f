import "server-only";
import type { NotificationKind } from "@/generated/prisma/enums";
import type { Tx } from "@/lib/db/transaction";

export type Notice = {
  kind: NotificationKind;
  /** The accounts that must learn it. */
  userIds: string[];
  /** One sentence for the person, without personal data. */
  text: string;
  /** The page it is about, a path of this portal. */
  href: string;
  /** The event: the same key reaches a person once. */
  dedupeKey: string;
};

/** Tells people inside the act's own transaction: what did not happen is told to nobody. */
export async function notify(tx: Tx, { userIds, ...notice }: Notice): Promise<void> {
  await tx.notification.createMany({
    data: [...new Set(userIds)].map((userId) => ({ userId, ...notice })),
    skipDuplicates: true,
  });
}
