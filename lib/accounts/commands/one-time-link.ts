import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import type { Tx } from "@/lib/db/transaction";

const linkHours = 24;

/** A link to be written; its token is known here and nowhere after. */
export type NewLink = { id: string; token: string };

/** Draws a new link before the command that writes it. */
export function drawLink(): NewLink {
  return { id: randomUUID(), token: newToken() };
}

/** Keeps the hash of a new one-time link for 24 hours; earlier links of the person end. */
export async function keepLink(tx: Tx, actor: Actor, userId: string, link: NewLink): Promise<void> {
  await endLinks(tx, userId);
  await tx.passwordLink.create({
    data: {
      id: link.id,
      tokenHash: hashToken(link.token),
      userId,
      createdById: actor.userId,
      expiresAt: new Date(Date.now() + linkHours * 3_600_000),
    },
    select: { id: true },
  });
}

/** Ends the links of a person that have not been used. */
export async function endLinks(tx: Tx, userId: string): Promise<void> {
  await tx.passwordLink.updateMany({ where: { userId, usedAt: null }, data: { usedAt: new Date() } });
}

/** The token, unless an earlier press of the same form made the link: that one was shown then. */
export function tokenOf(link: NewLink, written: { linkId: string }): string | null {
  return written.linkId === link.id ? link.token : null;
}
