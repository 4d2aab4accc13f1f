import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import {
  type HeldCommittee,
  refuseFuture,
  subjectOf,
  takeOpenCommittee,
} from "@/lib/committees/commands/committee-in-hand";
import { canCloseCommittee } from "@/lib/committees/policy";
import type { ClosedCommittee } from "@/lib/committees/schema";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound, StaleError } from "@/lib/errors";

/**
 * Closes a committee from a day on, alone or merged into a successor. Merged, it stays with all its history and hangs
 * below the successor, whose staff thereby see its branches and enterprises. Without successor it must be empty.
 */
export function closeCommittee(actor: Actor, input: ClosedCommittee): Promise<{ id: string }> {
  return command(actor, "committee.close", input, async (tx, record) => {
    const { id, version, closedOn, reason, successorId } = input;
    const committee = await takeOpenCommittee(tx, actor, id);
    if (!canCloseCommittee(actor, committee)) throw notFound("党委");
    refuseFuture(actor, "撤销日期", closedOn);
    if (committee.foundedOn && closedOn <= committee.foundedOn) {
      throw new DomainError("CONFLICT", "撤销日期应晚于成立日期。请核对日期。");
    }
    await refuseOpenChildren(tx, id);
    const successor = successorId ? await findSuccessor(tx, actor, committee, successorId) : null;
    if (!successor) await refuseOccupied(tx, id);
    const written = await tx.committee.updateMany({
      where: { id, version, closedOn: null },
      data: {
        closedOn: toDate(closedOn),
        closeReason: reason,
        version: { increment: 1 },
        ...(successor ? { successorId: successor.id, parentId: successor.id } : {}),
      },
    });
    if (written.count !== 1) throw new StaleError(committee.version, { name: committee.name });
    await record({
      ...subjectOf(committee),
      reason,
      before: { parentId: committee.parentId },
      after: { closedOn, ...(successor ? { successorId: successor.id, parentId: successor.id } : {}) },
    });
    return { id };
  });
}

async function findSuccessor(tx: Tx, actor: Actor, committee: HeldCommittee, successorId: string) {
  if (successorId === committee.id) throw new DomainError("CONFLICT", "不能并入自身。请选择另一个党委。");
  return takeOpenCommittee(tx, actor, successorId);
}

async function refuseOpenChildren(tx: Tx, id: string): Promise<void> {
  const child = await tx.committee.findFirst({ where: { parentId: id, closedOn: null }, select: { name: true } });
  if (child) throw new DomainError("WRONG_STATE", `下级“${child.name}”尚未撤销。请先撤销或并入其他党委。`);
}

async function refuseOccupied(tx: Tx, committeeId: string): Promise<void> {
  const branches = await tx.branch.count({ where: { committeeId, dissolvedOn: null } });
  const enterprises = await tx.enterprise.count({ where: { committeeId, closedOn: null } });
  const members = await tx.member.count({ where: { committeeId, leftOn: null } });
  if (branches + enterprises + members === 0) return;
  throw new DomainError(
    "WRONG_STATE",
    `该党委还有 ${branches} 个党支部、${enterprises} 家在册企业、${members} 名党员。请选择并入的党委，或先办理这些记录。`,
  );
}
