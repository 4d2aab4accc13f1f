import "server-only";
import type { BranchKind } from "@/generated/prisma/enums";
import type { Recorder } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { auditSubject } from "@/lib/branches/commands/load-branch";
import { canEditBranch } from "@/lib/branches/policy";
import { freeMembersAt } from "@/lib/branches/queries/free-members";
import { mayShareEnterprise } from "@/lib/branches/rules";
import { type Day, formatDayInText, toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { DomainError, notFound } from "@/lib/errors";

type Covering = { id: string; kind: BranchKind; committeeId: string };

/**
 * The enterprises a branch is to cover from a day, locked, all in the branch's committee and the actor's scope.
 * Refuses one that is missing or closed by that day, and says which.
 */
export async function lockEnterprises(tx: Tx, actor: Actor, committeeId: string, ids: string[], from: Day) {
  const unique = [...new Set(ids)];
  await tx.$executeRaw`SELECT 1 FROM "Enterprise" WHERE id = ANY(${unique}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const enterprises = await tx.enterprise.findMany({
    where: { AND: [visibleEnterprises(actor), { committeeId, id: { in: unique } }] },
    orderBy: { nameSort: "asc" },
    select: { id: true, name: true, closedOn: true },
  });
  if (enterprises.length !== unique.length) throw notFound("企业");
  const closed = enterprises.find(({ closedOn }) => closedOn && toDay(closedOn) <= from);
  if (closed?.closedOn) {
    const day = formatDayInText(toDay(closed.closedOn));
    throw new DomainError(
      "WRONG_STATE",
      `“${closed.name}”已于${day}停业注销，不能从所填日期起覆盖。请去掉这家企业或核对日期。`,
    );
  }
  return enterprises;
}

/**
 * Covers enterprises from a day. One that stands under another branch where only one may be is refused,
 * or, when `takesOver`, taken from that branch on the same day. Returns the names, for the trail.
 */
export async function coverEnterprises(
  tx: Tx,
  actor: Actor,
  branch: Covering,
  asked: { enterpriseIds: string[]; from: Day; takesOver: boolean },
  record: Recorder,
): Promise<string[]> {
  const enterprises = await lockEnterprises(tx, actor, branch.committeeId, asked.enterpriseIds, asked.from);
  const ids = enterprises.map(({ id }) => id);
  const others = await coveragesElsewhere(tx, branch, ids, { from: asked.from, to: null });
  if (others[0] && !asked.takesOver) throw alreadyCovered(others[0]);
  for (const other of others) await takeFrom(tx, actor, other, asked.from, record);
  await tx.branchCoverage.createMany({
    data: ids.map((enterpriseId) => ({
      branchId: branch.id,
      branchKind: branch.kind,
      enterpriseId,
      validFrom: toDate(asked.from),
    })),
  });
  return enterprises.map(({ name }) => name);
}

type Elsewhere = Awaited<ReturnType<typeof coveragesElsewhere>>[number];

/** Coverages of these enterprises by other branches within a span of days that may not stand beside this branch's. */
async function coveragesElsewhere(tx: Tx, branch: Covering, ids: string[], span: { from: Day; to: Day | null }) {
  const coverages = await tx.branchCoverage.findMany({
    where: {
      enterpriseId: { in: ids },
      branchId: { not: branch.id },
      ...(span.to ? { validFrom: { lt: toDate(span.to) } } : {}),
      OR: [{ validTo: null }, { validTo: { gt: toDate(span.from) } }],
    },
    orderBy: { validFrom: "asc" },
    select: {
      id: true,
      branchKind: true,
      validFrom: true,
      enterprise: { select: { name: true } },
      branch: { select: { id: true, name: true, committeeId: true } },
    },
  });
  return coverages.filter(({ branchKind }) => !mayShareEnterprise(branch.kind, branchKind));
}

function alreadyCovered({ enterprise, branch, validFrom }: Elsewhere): DomainError {
  return new DomainError(
    "CONFLICT",
    `“${enterprise.name}”自${formatDayInText(toDay(validFrom))}起由“${branch.name}”覆盖；联合支部覆盖的企业不能同时属于其他支部。如要转入本支部，请勾选“从原支部转入”；否则请去掉这家企业。`,
  );
}

async function takeFrom(tx: Tx, actor: Actor, other: Elsewhere, from: Day, record: Recorder): Promise<void> {
  const { branch, enterprise } = other;
  if (!canEditBranch(actor, branch)) throw alreadyCovered(other);
  if (toDay(other.validFrom) >= from) {
    const since = formatDayInText(toDay(other.validFrom));
    throw new DomainError(
      "CONFLICT",
      `“${enterprise.name}”自${since}起由“${branch.name}”覆盖，不早于所填日期，无法转入。请改填${since}以后的日期，或先更正原支部的覆盖记录。`,
    );
  }
  await tx.branchCoverage.update({ where: { id: other.id }, data: { validTo: toDate(from) }, select: { id: true } });
  await record({ ...auditSubject(branch), after: { coverageEnded: enterprise.name, validTo: from } });
}

/** After a correction: refuses when these enterprises now stand under two branches where only one may be. */
export async function refuseSharedEnterprises(tx: Tx, branch: Covering, enterpriseIds: string[]): Promise<void> {
  const ids = [...new Set(enterpriseIds)];
  await tx.$executeRaw`SELECT 1 FROM "Enterprise" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const mine = await tx.branchCoverage.findMany({
    where: { branchId: branch.id, enterpriseId: { in: ids } },
    select: { enterpriseId: true, validFrom: true, validTo: true },
  });
  for (const { enterpriseId, validFrom, validTo } of mine) {
    const span = { from: toDay(validFrom), to: validTo && toDay(validTo) };
    const [other] = await coveragesElsewhere(tx, branch, [enterpriseId], span);
    if (other) {
      throw new DomainError(
        "CONFLICT",
        `“${other.enterprise.name}”自${formatDayInText(toDay(other.validFrom))}起由“${other.branch.name}”覆盖，与本次内容重叠；联合支部覆盖的企业不能同时属于其他支部。请先更正或结束其中一条覆盖记录。`,
      );
    }
  }
}

/**
 * Registers the full and probationary members who work at these enterprises on a day, belong to the committee and
 * have no branch from then on. `only` narrows them to those chosen. Returns their names, for the trail.
 */
export async function joinMembers(
  tx: Tx,
  branch: { id: string; committeeId: string },
  asked: { enterpriseIds: string[]; from: Day; only?: string[] },
): Promise<string[]> {
  const members = await tx.member.findMany({
    where: {
      AND: [
        freeMembersAt(branch.committeeId, asked.enterpriseIds, asked.from),
        asked.only ? { id: { in: asked.only } } : {},
      ],
    },
    orderBy: { nameSort: "asc" },
    select: { id: true, name: true },
  });
  if (asked.only && members.length !== new Set(asked.only).size) {
    throw new DomainError(
      "CONFLICT",
      "所选党员中有人已有支部、已不在这些企业工作或已离开。请重新打开本页，按最新名单选择。",
    );
  }
  await tx.membership.createMany({
    data: members.map(({ id }) => ({ memberId: id, branchId: branch.id, validFrom: toDate(asked.from) })),
  });
  return members.map(({ name }) => name);
}
