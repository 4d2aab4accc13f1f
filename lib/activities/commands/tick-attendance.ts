import "server-only";
import {
  allowedStep,
  auditSubject,
  changedMeanwhile,
  lockActivity,
  refuseBeforeBegun,
} from "@/lib/activities/commands/activity-in-hand";
import type { TickedAttendance } from "@/lib/activities/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";

/**
 * Writes down how many people came from each branch and enterprise: 0 stayed away, null is not known. Refuses before
 * the activity has begun, and a unit that is not asked to it. Units the form does not name stay as they are.
 */
export function tickAttendance(actor: Actor, input: TickedAttendance): Promise<{ id: string }> {
  return command(actor, "activity.tick", input, async (tx, record) => {
    const activity = await lockActivity(tx, actor, input.id);
    allowedStep(actor, activity, "TICK");
    refuseBeforeBegun(activity, actor.day);
    const units = await unitsOf(tx, activity.id);
    if (Object.keys(input.counts).some((id) => !units.has(id))) throw notFound("参加单位");
    const written = await tx.activity.updateMany({
      where: { id: activity.id, version: input.version, status: activity.status },
      data: { version: { increment: 1 } },
    });
    if (written.count !== 1) throw changedMeanwhile();
    const changes = Object.entries(input.counts).filter(([id, count]) => units.get(id)?.count !== count);
    for (const [id, attendedCount] of changes) {
      const where = { activityId: activity.id };
      if (units.get(id)?.isBranch) {
        await tx.activityBranch.updateMany({ where: { ...where, branchId: id }, data: { attendedCount } });
      } else {
        await tx.activityEnterprise.updateMany({ where: { ...where, enterpriseId: id }, data: { attendedCount } });
      }
    }
    const named = (countOf: (id: string, count: number | null) => number | null) =>
      Object.fromEntries(changes.map(([id, count]) => [units.get(id)?.name ?? id, countOf(id, count)]));
    await record({
      ...auditSubject(activity),
      before: { attended: named((id) => units.get(id)?.count ?? null) },
      after: { attended: named((_id, count) => count) },
    });
    return { id: activity.id };
  });
}

type Unit = { name: string; count: number | null; isBranch: boolean };

async function unitsOf(tx: Tx, activityId: string): Promise<Map<string, Unit>> {
  const branches = await tx.activityBranch.findMany({
    where: { activityId },
    select: { branchId: true, attendedCount: true, branch: { select: { name: true } } },
  });
  const enterprises = await tx.activityEnterprise.findMany({
    where: { activityId },
    select: { enterpriseId: true, attendedCount: true, enterprise: { select: { name: true } } },
  });
  return new Map<string, Unit>([
    ...branches.map(
      ({ branchId, branch, attendedCount: count }) => [branchId, { name: branch.name, count, isBranch: true }] as const,
    ),
    ...enterprises.map(
      ({ enterpriseId, enterprise, attendedCount: count }) =>
        [enterpriseId, { name: enterprise.name, count, isBranch: false }] as const,
    ),
  ]);
}
