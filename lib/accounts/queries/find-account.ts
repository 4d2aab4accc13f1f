import "server-only";
import type { Role } from "@/generated/prisma/enums";
import { canChangeAccount, visibleAccounts } from "@/lib/accounts/policy";
import { accountState } from "@/lib/accounts/rules";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { liveSessionsOf } from "@/lib/sessions/queries";

/** One account with its roles past and present, its live sessions and its open one-time link; null when not visible. */
export async function findAccount(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const now = new Date();
  const account = await db.user.findFirst({
    where: { AND: [visibleAccounts(actor), { id }] },
    select: {
      id: true,
      username: true,
      name: true,
      passwordHash: true,
      mustChangePassword: true,
      passwordChangedAt: true,
      lockedUntil: true,
      disabledAt: true,
      disableReason: true,
      lastLoginAt: true,
      createdAt: true,
      version: true,
      instructor: { select: { name: true } },
      links: { where: { usedAt: null, expiresAt: { gt: now } }, select: { expiresAt: true } },
      grants: {
        orderBy: [{ validFrom: "desc" }, { id: "desc" }],
        select: {
          id: true,
          role: true,
          validFrom: true,
          validTo: true,
          committee: { select: { name: true } },
          branch: { select: { name: true } },
        },
      },
    },
  });
  if (!account) return null;
  const { passwordHash, grants, links, instructor, ...facts } = account;
  return {
    ...facts,
    state: accountState({ ...facts, passwordHash }, now),
    linkExpiresAt: links[0]?.expiresAt ?? null,
    grants: grants.map((grant) => asGrant(actor, grant, instructor?.name ?? null)),
    sessions: await liveSessionsOf(id, actor.sessionId),
    can: { change: canChangeAccount(actor, account) },
  };
}

type StoredGrant = {
  id: string;
  role: Role;
  validFrom: Date;
  validTo: Date | null;
  committee: { name: string } | null;
  branch: { name: string } | null;
};

function asGrant(actor: Actor, grant: StoredGrant, instructorName: string | null) {
  const validFrom = toDay(grant.validFrom);
  const validTo = grant.validTo && toDay(grant.validTo);
  const place = grant.committee?.name ?? grant.branch?.name ?? (grant.role === "INSTRUCTOR" ? instructorName : null);
  const isOver = validTo !== null && validTo <= actor.day;
  return { id: grant.id, role: grant.role, place, validFrom, validTo, isOver, isAhead: validFrom > actor.day };
}

export type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;
