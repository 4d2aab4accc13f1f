import "server-only";
import { dutyOf } from "@/lib/accounts/rules";
import type { GrantInput } from "@/lib/accounts/schema";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";

/** Writes one role of an account inside the command's transaction. Returns what the trail keeps of it. */
export async function writeGrant(tx: Tx, actor: Actor, userId: string, grant: GrantInput) {
  const { role, validFrom, validTo } = grant;
  const place = await placeOf(tx, actor, userId, grant);
  const scope = { committeeId: place?.committeeId ?? null, branchId: place?.branchId ?? null };
  await refuseTwice(tx, userId, grant, scope);
  await tx.roleGrant.create({
    data: {
      userId,
      role,
      ...scope,
      validFrom: toDate(validFrom),
      validTo: validTo && toDate(validTo),
      duty: dutyOf(role),
    },
    select: { id: true },
  });
  return { role, place: place?.name ?? null, validFrom, validTo };
}

type Place = { name: string; committeeId?: string; branchId?: string };

/** Where the role acts: it must exist and be open. An instructor's profile is tied to the account here. */
async function placeOf(tx: Tx, actor: Actor, userId: string, grant: GrantInput): Promise<Place | null> {
  const id = grant.scopeId ?? "";
  switch (grant.role) {
    case "STAFF": {
      const committee = await tx.committee.findFirst({ where: { id, closedOn: null }, select: { name: true } });
      if (!committee) throw notFound("党委");
      return { ...committee, committeeId: id };
    }
    case "SECRETARY": {
      const live = { OR: [{ dissolvedOn: null }, { dissolvedOn: { gt: toDate(actor.day) } }] };
      const branch = await tx.branch.findFirst({ where: { AND: [{ id }, live] }, select: { name: true } });
      if (!branch) throw notFound("党支部");
      return { ...branch, branchId: id };
    }
    case "INSTRUCTOR":
      return tieInstructor(tx, userId, id);
    case "ADMIN":
    case "AUDITOR":
      return null;
  }
}

async function tieInstructor(tx: Tx, userId: string, id: string): Promise<Place> {
  const instructor = await tx.instructor.findUnique({ where: { id }, select: { name: true, userId: true } });
  if (!instructor) throw notFound("党建指导员");
  if (instructor.userId === userId) return { name: instructor.name };
  await tx.instructor.updateMany({ where: { userId }, data: { userId: null } });
  const tied = await tx.instructor.updateMany({ where: { id, userId: null }, data: { userId } });
  if (tied.count !== 1) throw new DomainError("CONFLICT", "该指导员已对应另一个账号。请先核对那个账号。");
  return { name: instructor.name };
}

async function refuseTwice(
  tx: Tx,
  userId: string,
  grant: GrantInput,
  scope: { committeeId: string | null; branchId: string | null },
): Promise<void> {
  const twin = await tx.roleGrant.findFirst({
    where: {
      userId,
      role: grant.role,
      ...scope,
      ...(grant.validTo ? { validFrom: { lt: toDate(grant.validTo) } } : {}),
      OR: [{ validTo: null }, { validTo: { gt: toDate(grant.validFrom) } }],
    },
    select: { id: true },
  });
  if (twin) throw new DomainError("CONFLICT", "该账号在这段时间内已有同样的角色。请核对日期。");
}
