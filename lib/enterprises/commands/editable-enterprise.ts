import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { canEditEnterprise, visibleEnterprises } from "@/lib/enterprises/policy";
import { ownRow, readOwnRow } from "@/lib/enterprises/queries/own-row";
import { formValuesOf } from "@/lib/enterprises/rules/facts";
import { DomainError, notFound, StaleError } from "@/lib/errors";

const select = {
  ...ownRow,
  names: { orderBy: { validTo: "desc" }, select: { name: true, validTo: true } },
} satisfies Prisma.EnterpriseSelect;

export type EditableEnterprise = Awaited<ReturnType<typeof editableEnterprise>>;

/**
 * The enterprise as it stands now, for a change by the actor, its former names newest first. Refuses what is missing or
 * not the actor's to change.
 */
export async function editableEnterprise(tx: Tx, actor: Actor, id: string) {
  const row = await tx.enterprise.findFirst({ where: { AND: [visibleEnterprises(actor), { id }] }, select });
  if (!row || !canEditEnterprise(actor, row)) throw notFound("企业");
  const formerNames = row.names.map(({ name, validTo }) => ({ name, validTo: toDay(validTo) }));
  return { ...readOwnRow(row), formerNames };
}

/** The same, refusing an enterprise that is closed. */
export async function openEnterprise(tx: Tx, actor: Actor, id: string): Promise<EditableEnterprise> {
  const enterprise = await editableEnterprise(tx, actor, id);
  if (enterprise.closedOn === null) return enterprise;
  throw new DomainError("WRONG_STATE", `该企业已于 ${enterprise.closedOn} 终止，不能修改。如属误登记，请先恢复。`);
}

/** Writes to the row on the version the form was opened on, and locks it for what hangs on it. Refuses any other version. */
export async function writeEnterprise(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: string; version: number },
  data: Prisma.EnterpriseUpdateManyMutationInput,
): Promise<void> {
  const written = await tx.enterprise.updateMany({
    where: { AND: [visibleEnterprises(actor), { id, version }] },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 1) return;
  const theirs = await editableEnterprise(tx, actor, id);
  throw new StaleError(theirs.version, formValuesOf(theirs.facts));
}

/** What happened lies in the past: refuses a day after today. */
export function refuseFuture(actor: Actor, day: Day, label: string): void {
  if (day > actor.day) throw new DomainError("CONFLICT", `${label}不能晚于今天（${actor.day}）。请核对日期。`);
}
