import "server-only";
import { randomUUID } from "node:crypto";
import type { LinkPurpose } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";

/** Somebody without an account has this long to answer. */
export const guestLinkDays = 14;

/** A link to be written; its token is known here and nowhere after. */
export type NewGuestLink = { id: string; token: string };

/** What a link opens: one record, for one purpose. */
export type GuestTarget =
  | { purpose: "VISIT_CONFIRMATION"; visitId: string }
  | { purpose: "REQUEST_SATISFACTION"; requestId: string };

/** Draws a new link before the command that writes it. */
export function drawGuestLink(): NewGuestLink {
  return { id: randomUUID(), token: newToken() };
}

/** Keeps the hash of a new link; earlier links to the same record end. */
export async function keepGuestLink(tx: Tx, actor: Actor, target: GuestTarget, link: NewGuestLink): Promise<void> {
  const { purpose, ...record } = target;
  await tx.oneTimeLink.updateMany({
    where: { purpose, ...record, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  await tx.oneTimeLink.create({
    data: {
      id: link.id,
      tokenHash: hashToken(link.token),
      purpose,
      ...record,
      createdById: actor.userId,
      expiresAt: new Date(Date.now() + guestLinkDays * 86_400_000),
    },
    select: { id: true },
  });
}

/** What a live link of that purpose opens; null when it is unknown, used, ended, too old or for something else. */
export async function findGuestLink(purpose: LinkPurpose, token: string) {
  return db.oneTimeLink.findFirst({
    where: live(purpose, token),
    select: { id: true, visitId: true, requestId: true },
  });
}

/** Uses a link up. False when somebody was quicker, or it does not live: then nothing may be written. */
export async function useGuestLink(tx: Tx, purpose: LinkPurpose, token: string): Promise<boolean> {
  const used = await tx.oneTimeLink.updateMany({ where: live(purpose, token), data: { usedAt: new Date() } });
  return used.count === 1;
}

function live(purpose: LinkPurpose, token: string) {
  return { tokenHash: hashToken(token), purpose, usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
}
