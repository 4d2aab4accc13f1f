import "server-only";
import { staffOfCommittee } from "@/lib/accounts/queries/recipients";
import { command } from "@/lib/audit/command";
import { type Actor, holds } from "@/lib/auth/actor";
import { validOn } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { DomainError, notFound } from "@/lib/errors";
import { notify } from "@/lib/outbox/notify";
import { dutyShift } from "@/lib/requests/commands/duty-shift";
import { canRaiseRequest } from "@/lib/requests/policy";
import { newRequestRow, requestDueOn } from "@/lib/requests/rules";
import type { NewRequest } from "@/lib/requests/schema";

/**
 * Writes down what an enterprise asks for, in a duty shift when one is named. Refuses an enterprise outside the actor's
 * scope or closed, whoever came to the shift; a day in the future; a due day before it was raised; a shift in which it
 * cannot have been raised. The committee's staff learn it.
 */
export function raiseRequest(actor: Actor, input: NewRequest): Promise<{ id: string }> {
  return command(actor, "request.raise", input, async (tx, record) => {
    if (!canRaiseRequest(actor)) throw notFound("企业");
    const enterprise = await tx.enterprise.findFirst({
      where: { AND: [visibleEnterprises(actor), { id: input.enterpriseId }] },
      select: { name: true, committeeId: true, closedOn: true },
    });
    if (!enterprise) throw notFound("企业");
    if (enterprise.closedOn) throw new DomainError("WRONG_STATE", "该企业已终止，不能再登记诉求。");
    refuseDays(actor, input);
    const shift = input.shiftId ? await dutyShift(tx, actor, input.shiftId, enterprise.committeeId) : null;
    const from = shift?.isOwn
      ? { origin: "DUTY" as const, instructorId: actor.instructorId }
      : await originOf(tx, actor, input.enterpriseId, enterprise.committeeId);
    const row = newRequestRow(input, { ...from, shiftId: input.shiftId }, actor);
    const { id } = await tx.enterpriseRequest.create({ data: row, select: { id: true } });
    const staff = await staffOfCommittee(enterprise.committeeId, actor.day, tx);
    await notify(tx, {
      kind: "REQUEST_RAISED",
      userIds: staff.filter((userId) => userId !== actor.userId),
      text: `“${enterprise.name}”提出一项诉求，请受理。`,
      href: `/requests/${id}`,
      dedupeKey: `request:${id}`,
    });
    await record({
      subjectType: "EnterpriseRequest",
      subjectId: id,
      subjectName: enterprise.name,
      committeeId: enterprise.committeeId,
      after: { ...input, origin: from.origin },
    });
    return { id };
  });
}

function refuseDays(actor: Actor, { raisedOn, dueOn }: NewRequest): void {
  if (raisedOn > actor.day) throw new DomainError("CONFLICT", `提出日期不能晚于今天（${actor.day}）。`);
  if ((dueOn ?? requestDueOn(raisedOn)) < raisedOn) throw new DomainError("CONFLICT", "办理期限不能早于提出日期。");
}

/** Whose hands brought it: staff of the committee first, then the instructor, then the branch that covers the enterprise. */
async function originOf(tx: Tx, actor: Actor, enterpriseId: string, committeeId: string) {
  if (holds(actor, "STAFF") && actor.committeeIds.includes(committeeId)) return { origin: "STAFF" as const };
  if (holds(actor, "INSTRUCTOR") && actor.instructorId) {
    const isAssigned = await tx.assignment.count({
      where: { instructorId: actor.instructorId, enterpriseId, ...validOn(actor.day) },
    });
    if (isAssigned > 0) return { origin: "DUTY" as const, instructorId: actor.instructorId };
  }
  const coverage = await tx.branchCoverage.findFirst({
    where: { enterpriseId, branchId: { in: actor.branchIds }, ...validOn(actor.day) },
    select: { branchId: true },
  });
  if (!coverage) throw notFound("企业");
  return { origin: "SECRETARY" as const, branchId: coverage.branchId };
}
