import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { openEnterprise, refuseFuture, writeEnterprise } from "@/lib/enterprises/commands/editable-enterprise";
import { refuseTwin } from "@/lib/enterprises/commands/refuse-twin";
import { saidByStaff } from "@/lib/enterprises/rules/facts";
import { spelledEnterprise } from "@/lib/enterprises/rules/spelling";
import type { RenamedEnterprise } from "@/lib/enterprises/schema";
import { DomainError } from "@/lib/errors";
import { normaliseName } from "@/lib/identifiers/name";

/**
 * Gives an enterprise its new name from a day on; the old one stays as a former name up to that day and is still found.
 * Refuses the name it already has, a day in the future, and a day not after the last renaming.
 */
export function renameEnterprise(actor: Actor, input: RenamedEnterprise): Promise<{ id: string }> {
  return command(actor, "enterprise.rename", input, async (tx, record) => {
    const before = await openEnterprise(tx, actor, input.id);
    const { id, version, name, renamedOn } = input;
    refuseFuture(actor, renamedOn, "更名日期");
    if (name === before.name) throw new DomainError("CONFLICT", "新名称与现在的名称相同。请核对营业执照上的名称。");
    const last = before.formerNames[0]?.validTo ?? null;
    if (last && renamedOn <= last) {
      throw new DomainError("CONFLICT", `上一次更名在 ${last}，这一次应在其后。请核对更名日期。`);
    }
    const { creditCode } = before.facts;
    await refuseTwin(tx, { id, committeeId: before.committeeId, name, creditCode });
    const former = [before.name, ...before.formerNames.map((each) => each.name)];
    await writeEnterprise(
      tx,
      actor,
      { id, version },
      {
        ...spelledEnterprise(name, former),
        sources: saidByStaff(before.sources, { name }, actor.day),
      },
    );
    await tx.enterpriseName.create({
      data: {
        enterpriseId: id,
        name: before.name,
        nameKey: normaliseName(before.name),
        validFrom: last && toDate(last),
        validTo: toDate(renamedOn),
      },
    });
    await record({
      subjectType: "Enterprise",
      subjectId: id,
      subjectName: name,
      committeeId: before.committeeId,
      before: { name: before.name },
      after: { name, renamedOn },
    });
    return { id };
  });
}
