import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { auditSubject, loadBulletin, staleBulletin, textsOf } from "@/lib/bulletins/commands/load-bulletin";
import type { EditedBulletin } from "@/lib/bulletins/schema";

/** Saves the texts and the document number of a draft. Refuses a published bulletin, and one somebody else saved meanwhile. */
export function updateBulletin(actor: Actor, input: EditedBulletin): Promise<{ id: string }> {
  return command(actor, "bulletin.update", input, async (tx, record) => {
    const before = await loadBulletin(tx, actor, input.id, "edit");
    const { id, version, ...texts } = input;
    const written = await tx.bulletin.updateMany({
      where: { id, version, status: "DRAFT" },
      data: { ...texts, version: { increment: 1 } },
    });
    if (written.count !== 1) throw staleBulletin(before);
    await record({ ...auditSubject({ ...before, title: texts.title }), before: textsOf(before), after: texts });
    return { id };
  });
}
