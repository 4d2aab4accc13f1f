import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { StaleError } from "@/lib/errors";
import { auditSubject, lockRecord } from "@/lib/org-life/commands/record-in-hand";
import type { WithdrawnRecord } from "@/lib/org-life/schema";

/** Takes back a record made by mistake, with a reason. It is kept and counts nowhere. */
export function withdrawRecord(actor: Actor, input: WithdrawnRecord): Promise<{ id: string }> {
  return command(actor, "orgLife.withdraw", input, async (tx, record) => {
    const { branch, record: before } = await lockRecord(tx, actor, input.id);
    const { id, version, reason } = input;
    const written = await tx.orgLifeRecord.updateMany({
      where: { id, version, withdrawnAt: null },
      data: { withdrawnAt: new Date(), withdrawReason: reason, version: { increment: 1 } },
    });
    if (written.count !== 1) throw new StaleError(before.version, { topic: before.topic, heldOn: before.heldOn });
    await record({ ...auditSubject(branch, before), reason });
    return { id };
  });
}
