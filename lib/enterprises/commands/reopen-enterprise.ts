import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { editableEnterprise, writeEnterprise } from "@/lib/enterprises/commands/editable-enterprise";
import { resumeFacts } from "@/lib/enterprises/commands/ended-facts";
import { saidByStaff } from "@/lib/enterprises/rules/facts";
import type { ReopenedEnterprise } from "@/lib/enterprises/schema";
import { DomainError } from "@/lib/errors";

/**
 * Takes back a wrong closing: the enterprise counts as if it had never been closed, and the chosen facts that ended
 * with it go on. Refuses an enterprise that is not closed, and facts that overlap what was registered since.
 */
export function reopenEnterprise(actor: Actor, input: ReopenedEnterprise): Promise<{ id: string }> {
  return command(actor, "enterprise.reopen", input, async (tx, record) => {
    const before = await editableEnterprise(tx, actor, input.id);
    const { id, version, reason, restore } = input;
    const { closedOn, closeReason } = before;
    if (closedOn === null) throw new DomainError("WRONG_STATE", "该企业没有注销，不需要恢复。请返回企业页面查看。");
    await writeEnterprise(
      tx,
      actor,
      { id, version },
      {
        closedOn: null,
        closeReason: null,
        sources: saidByStaff(before.sources, { registration: "ACTIVE" }, actor.day),
      },
    );
    const resumed = await resumeFacts(tx, id, closedOn, restore);
    if (resumed !== new Set(restore).size) {
      throw new DomainError(
        "CONFLICT",
        "有的项目已不能恢复（支部已撤销、指导员已离任或园区已停用）。请重新打开本页选择。",
      );
    }
    await record({
      subjectType: "Enterprise",
      subjectId: id,
      subjectName: before.name,
      committeeId: before.committeeId,
      reason,
      before: { closedOn, closeReason },
      after: { restored: restore },
    });
    return { id };
  });
}
