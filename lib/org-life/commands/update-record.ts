import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { StaleError } from "@/lib/errors";
import { judgeRecord } from "@/lib/org-life/commands/judge-record";
import {
  auditSubject,
  factsForTrail,
  lockRecord,
  type RecordInHand,
  readForTrail,
} from "@/lib/org-life/commands/record-in-hand";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import type { EditedRecord } from "@/lib/org-life/schema";

/**
 * Changes a record that stands; the trail keeps both sides. Refuses when somebody saved it after the form was opened,
 * and what `judgeRecord` refuses; neither the quarter it leaves nor the one it comes to may be accepted.
 */
export function updateRecord(actor: Actor, input: EditedRecord): Promise<{ id: string }> {
  return command(actor, "orgLife.update", input, async (tx, record) => {
    const { branch, record: before } = await lockRecord(tx, actor, input.id);
    if (before.version !== input.version) throw stale(before);
    const { groupId, attendance, resolutions, taskIds } = await judgeRecord(tx, actor, branch, input, before.id);
    const { id, version, kinds, topic, place, host, recorder, content } = input;
    const written = await tx.orgLifeRecord.updateMany({
      where: { id, version, withdrawnAt: null },
      data: {
        ...{ kinds, groupId, topic, place, host, recorder, content },
        heldOn: toDate(input.heldOn),
        version: { increment: 1 },
      },
    });
    if (written.count !== 1) throw stale(before);
    await removeParts(tx, id);
    await tx.attendance.createMany({ data: attendance.map((row) => ({ ...row, recordId: id })) });
    await tx.resolution.createMany({ data: resolutions.map((row) => ({ ...row, recordId: id })) });
    await tx.recordTask.createMany({ data: taskIds.map((taskId) => ({ taskId, recordId: id })) });
    await record({
      ...auditSubject(branch, { id, topic }),
      before: factsForTrail(before),
      after: await readForTrail(tx, id),
    });
    return { id };
  });
}

async function removeParts(tx: Tx, recordId: string): Promise<void> {
  await tx.attendance.deleteMany({ where: { recordId } });
  await tx.resolution.deleteMany({ where: { recordId } });
  await tx.recordTask.deleteMany({ where: { recordId } });
}

function stale(record: RecordInHand): StaleError {
  return new StaleError(record.version, {
    kinds: record.kinds.map((kind) => orgLifeKindLabels[kind]).join("、"),
    heldOn: record.heldOn,
    topic: record.topic,
    place: record.place ?? "",
    host: record.host ?? "",
    recorder: record.recorder ?? "",
    content: record.content,
  });
}
