import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { auditSubject, lockLiveBranch, refuseOutside } from "@/lib/branches/commands/load-branch";
import { readFact } from "@/lib/branches/queries/find-fact";
import type { EndedFact } from "@/lib/branches/schema";
import { formatDayInText, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";

/**
 * Ends what holds today from a day on: a coverage, a post or a Party group. The fact keeps its days as history.
 * Refuses one that has ended already; a wrong end is a correction.
 */
export function endBranchFact(actor: Actor, input: EndedFact): Promise<{ id: string }> {
  return command(actor, `branch.end-${input.part}`, input, async (tx, record) => {
    const branch = await lockLiveBranch(tx, actor, input.branchId);
    const fact = await readFact(tx, branch.id, input.part, input.factId);
    if (!fact) throw notFound("记录");
    refuseOutside(branch, actor, "结束日期", input.endsOn);
    const written = await writeEnd(tx, branch.id, input);
    if (written.count !== 1) {
      const ended = fact.validTo ? `（${formatDayInText(fact.validTo)}）` : "";
      throw new DomainError("WRONG_STATE", `这条记录已经结束${ended}。结束日期有误时请用“更正”。`);
    }
    await record({ ...auditSubject(branch), before: fact, after: { validTo: input.endsOn } });
    return { id: branch.id };
  });
}

function writeEnd(tx: Tx, branchId: string, { part, factId, endsOn }: EndedFact): Promise<{ count: number }> {
  const open = { where: { id: factId, branchId, validTo: null }, data: { validTo: toDate(endsOn) } };
  switch (part) {
    case "coverage":
      return tx.branchCoverage.updateMany(open);
    case "officer":
      return tx.branchOfficer.updateMany(open);
    case "group":
      return tx.partyGroup.updateMany(open);
  }
}
