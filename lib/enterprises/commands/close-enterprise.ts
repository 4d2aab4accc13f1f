import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { openEnterprise, refuseFuture, writeEnterprise } from "@/lib/enterprises/commands/editable-enterprise";
import { endFactsOn } from "@/lib/enterprises/commands/ended-facts";
import { registrationLabels } from "@/lib/enterprises/labels";
import { factsOfActivity } from "@/lib/enterprises/queries/dated-facts";
import { saidByStaff } from "@/lib/enterprises/rules/facts";
import type { ClosedEnterprise } from "@/lib/enterprises/schema";
import { DomainError } from "@/lib/errors";

/**
 * Closes an enterprise from a day on. What holds only while it is active (place, branch coverage, instructor,
 * association) ends on that day; nothing is deleted. Refuses a day in the future, before its registration, or before
 * something that was registered as beginning later.
 */
export function closeEnterprise(actor: Actor, input: ClosedEnterprise): Promise<{ id: string }> {
  return command(actor, "enterprise.close", input, async (tx, record) => {
    const before = await openEnterprise(tx, actor, input.id);
    const { id, version, closedOn, kind, reason } = input;
    refuseFuture(actor, closedOn, "注销日期");
    const { registeredOn } = before.facts;
    if (registeredOn && closedOn < registeredOn) {
      throw new DomainError("CONFLICT", `企业成立于 ${registeredOn}，注销不能早于成立。请核对日期。`);
    }
    const closeReason = reason ? `${registrationLabels[kind]}：${reason}` : registrationLabels[kind];
    await writeEnterprise(
      tx,
      actor,
      { id, version },
      {
        closedOn: toDate(closedOn),
        closeReason,
        sources: saidByStaff(before.sources, { registration: kind }, actor.day),
      },
    );
    const ended = await factsOfActivity(tx, id, "AFTER", closedOn);
    const later = ended.find(({ validFrom }) => validFrom >= closedOn);
    if (later) {
      throw new DomainError(
        "CONFLICT",
        `“${later.words}”从 ${later.validFrom} 开始，不早于注销日期。请先更正那一项，或核对注销日期。`,
      );
    }
    await endFactsOn(tx, [id], closedOn);
    await record({
      subjectType: "Enterprise",
      subjectId: id,
      subjectName: before.name,
      committeeId: before.committeeId,
      reason: closeReason,
      before: { ended },
      after: { closedOn },
    });
    return { id };
  });
}
