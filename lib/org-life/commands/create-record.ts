import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { judgeRecord } from "@/lib/org-life/commands/judge-record";
import { auditSubject, lockBranchToRecord, readForTrail } from "@/lib/org-life/commands/record-in-hand";
import type { NewRecord } from "@/lib/org-life/schema";

/** Records a meeting that was held, with who was there, what was decided and the tasks it fulfils. See `judgeRecord`. */
export function createRecord(actor: Actor, input: NewRecord): Promise<{ id: string }> {
  return command(actor, "orgLife.create", input, async (tx, record) => {
    const branch = await lockBranchToRecord(tx, actor, input.branchId);
    const { groupId, attendance, resolutions, taskIds } = await judgeRecord(tx, actor, branch, input);
    const { kinds, topic, place, host, recorder, content } = input;
    const { id } = await tx.orgLifeRecord.create({
      data: {
        branchId: branch.id,
        kinds,
        groupId,
        heldOn: toDate(input.heldOn),
        topic,
        place,
        host,
        recorder,
        content,
        createdById: actor.userId,
        createdByName: actor.name,
        attendance: { create: attendance },
        resolutions: { create: resolutions },
        tasks: { create: taskIds.map((taskId) => ({ taskId })) },
      },
      select: { id: true },
    });
    await record({ ...auditSubject(branch, { id, topic }), after: await readForTrail(tx, id) });
    return { id };
  });
}
