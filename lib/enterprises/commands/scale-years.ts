import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { editableEnterprise } from "@/lib/enterprises/commands/editable-enterprise";
import type { NewScaleYear, RemovedScaleYear } from "@/lib/enterprises/schema";
import { DomainError } from "@/lib/errors";

/** Puts an enterprise on a year's above-scale list. Refuses a year it is on already. */
export function addScaleYear(actor: Actor, input: NewScaleYear): Promise<{ id: string }> {
  return command(actor, "enterprise.addScaleYear", input, async (tx, record) => {
    const enterprise = await editableEnterprise(tx, actor, input.id);
    const { id, year, source } = input;
    const { count } = await tx.enterpriseScaleYear.createMany({
      data: [{ enterpriseId: id, year, source }],
      skipDuplicates: true,
    });
    if (count !== 1) throw new DomainError("CONFLICT", `${year} 年度名单中已有这家企业，不需要再次登记。`);
    await record({
      subjectType: "Enterprise",
      subjectId: id,
      subjectName: enterprise.name,
      committeeId: enterprise.committeeId,
      after: { year, source },
    });
    return { id };
  });
}

/** Takes an enterprise off a year's list: a correction, for a wrong entry. */
export function removeScaleYear(actor: Actor, input: RemovedScaleYear): Promise<{ id: string }> {
  return command(actor, "enterprise.removeScaleYear", input, async (tx, record) => {
    const enterprise = await editableEnterprise(tx, actor, input.id);
    const { id, year } = input;
    const { count } = await tx.enterpriseScaleYear.deleteMany({ where: { enterpriseId: id, year } });
    if (count !== 1) throw new DomainError("WRONG_STATE", `${year} 年度名单中没有这家企业，可能已被移除。请刷新页面。`);
    await record({
      subjectType: "Enterprise",
      subjectId: id,
      subjectName: enterprise.name,
      committeeId: enterprise.committeeId,
      before: { year },
    });
    return { id };
  });
}
