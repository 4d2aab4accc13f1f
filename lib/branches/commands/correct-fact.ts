import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { refuseSharedEnterprises } from "@/lib/branches/commands/attach-enterprises";
import { auditSubject, type LoadedBranch, lockBranch, refuseOutside } from "@/lib/branches/commands/load-branch";
import { changedMeanwhile } from "@/lib/branches/commands/names";
import { readFact } from "@/lib/branches/queries/find-fact";
import type { CorrectedFact } from "@/lib/branches/schema";
import { formatDayInText, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";

/**
 * Corrects a dated fact that was recorded wrongly: other days, or, deleted, that it never was. The reason and what
 * stood there go to the trail. Refuses when the fact is not what the form was opened on, and days outside the
 * branch's life. Works on a dissolved branch too: its history may be wrong as well.
 */
export function correctBranchFact(actor: Actor, input: CorrectedFact): Promise<{ id: string }> {
  return command(actor, `branch.correct-${input.part}`, input, async (tx, record) => {
    const branch = await lockBranch(tx, actor, input.branchId);
    const before = await readFact(tx, branch.id, input.part, input.factId);
    if (!before) throw notFound("记录");
    if (!input.isDeleted) refuseDays(actor, branch, input);
    const written = input.isDeleted ? await remove(tx, branch.id, input) : await change(tx, branch.id, input);
    if (written.count !== 1) throw changedMeanwhile();
    if (before.enterpriseId && !input.isDeleted) await refuseSharedEnterprises(tx, branch, [before.enterpriseId]);
    const { validFrom, validTo, reason } = input;
    const after = input.isDeleted ? { isDeleted: true } : { validFrom, validTo };
    await record({ ...auditSubject(branch), reason, before, after });
    return { id: branch.id };
  });
}

function refuseDays(actor: Actor, branch: LoadedBranch, { part, validFrom, validTo }: CorrectedFact): void {
  refuseOutside(branch, actor, "开始日期", validFrom);
  if (part === "term") {
    if (!validTo) throw new DomainError("CONFLICT", "请填写任期届满日期。");
    return;
  }
  if (validTo) refuseOutside(branch, actor, "结束日期", validTo);
  const { dissolvedOn } = branch;
  if (dissolvedOn && (!validTo || validTo > dissolvedOn)) {
    const day = formatDayInText(dissolvedOn);
    throw new DomainError("CONFLICT", `支部已于${day}撤销，结束日期不能为空，也不能晚于这一天。`);
  }
}

function seen(branchId: string, { factId, wasFrom, wasTo }: CorrectedFact) {
  return { id: factId, branchId, validFrom: toDate(wasFrom), validTo: wasTo && toDate(wasTo) };
}

function seenTerm(branchId: string, { factId, wasFrom, wasTo }: CorrectedFact) {
  return { id: factId, branchId, startsOn: toDate(wasFrom), endsOn: toDate(wasTo ?? wasFrom) };
}

function change(tx: Tx, branchId: string, input: CorrectedFact): Promise<{ count: number }> {
  const where = seen(branchId, input);
  const from = toDate(input.validFrom);
  const to = input.validTo && toDate(input.validTo);
  const data = { validFrom: from, validTo: to };
  switch (input.part) {
    case "coverage":
      return tx.branchCoverage.updateMany({ where, data });
    case "officer":
      return tx.branchOfficer.updateMany({ where, data });
    case "group":
      return tx.partyGroup.updateMany({ where, data });
    case "term":
      return tx.branchTerm.updateMany({
        where: seenTerm(branchId, input),
        data: { startsOn: from, ...(to ? { endsOn: to } : {}) },
      });
  }
}

function remove(tx: Tx, branchId: string, input: CorrectedFact): Promise<{ count: number }> {
  const where = seen(branchId, input);
  switch (input.part) {
    case "coverage":
      return tx.branchCoverage.deleteMany({ where });
    case "officer":
      return tx.branchOfficer.deleteMany({ where });
    case "group":
      return tx.partyGroup.deleteMany({ where });
    case "term":
      return tx.branchTerm.deleteMany({ where: seenTerm(branchId, input) });
  }
}
