import "server-only";
import { hashToken } from "@/lib/crypto/tokens";
import { db } from "@/lib/db/client";

/** Whose password a one-time link may set; null when it is unknown, used or too old, which look the same. Uses nothing up. */
export async function findOpenLink(token: string): Promise<{ username: string; name: string } | null> {
  const link = await db.passwordLink.findFirst({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date() }, user: { disabledAt: null } },
    select: { user: { select: { username: true, name: true } } },
  });
  return link?.user ?? null;
}
