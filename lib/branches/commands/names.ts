import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { spelled } from "@/lib/branches/commands/create-branch";
import {
  auditSubject,
  type LoadedBranch,
  lockBranch,
  lockLiveBranch,
  refuseFuture,
  refuseOutside,
} from "@/lib/branches/commands/load-branch";
import type { CorrectedName, RenamedBranch } from "@/lib/branches/schema";
import { type Day, formatDayInText, toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound, StaleError } from "@/lib/errors";

/** Gives a branch a new name from a day on; the old one is kept with its days. Refuses a day before the last renaming. */
export function renameBranch(actor: Actor, input: RenamedBranch): Promise<{ id: string }> {
  return command(actor, "branch.rename", input, async (tx, record) => {
    const before = await lockLiveBranch(tx, actor, input.id);
    const { id, version, name, renamedOn } = input;
    if (name === before.name) throw new DomainError("CONFLICT", "新名称与现名称相同。请填写更名后的名称。");
    refuseOutside(before, actor, "更名日期", renamedOn);
    const names = await namesOf(tx, id);
    const validFrom = names.at(-1)?.validTo ?? before.foundedOn;
    if (renamedOn <= validFrom) {
      throw new DomainError(
        "CONFLICT",
        `现名称自${formatDayInText(validFrom)}起使用，更名日期应晚于这一天。若只是登记有误，请用“修改”更正名称。`,
      );
    }
    const written = await tx.branch.updateMany({
      where: { id, version, dissolvedOn: null },
      data: { ...spelled(name), version: { increment: 1 } },
    });
    if (written.count !== 1) throw new StaleError(before.version, { name: before.name });
    await tx.branchName.create({
      data: { branchId: id, name: before.name, validFrom: toDate(validFrom), validTo: toDate(renamedOn) },
      select: { id: true },
    });
    await record({ ...auditSubject({ ...before, name }), before: { name: before.name }, after: { name, renamedOn } });
    return { id };
  });
}

/**
 * Corrects a former name that was recorded wrongly: its words, the day it gave way to the next one, or, deleted,
 * that it never was; its days then go to the name after it. The names before and after stay without gap or overlap.
 */
export function correctBranchName(actor: Actor, input: CorrectedName): Promise<{ id: string }> {
  return command(actor, "branch.correct-name", input, async (tx, record) => {
    const branch = await lockBranch(tx, actor, input.branchId);
    const names = await namesOf(tx, branch.id);
    const index = names.findIndex(({ id }) => id === input.factId);
    const before = names[index];
    if (!before) throw notFound("曾用名");
    if (before.validFrom !== input.wasFrom || before.validTo !== input.wasTo) throw changedMeanwhile();
    const next = names[index + 1];
    if (input.isDeleted) {
      await tx.branchName.delete({ where: { id: before.id }, select: { id: true } });
      if (next) await setDays(tx, next.id, { validFrom: before.validFrom });
    } else {
      refuseDay(actor, branch, before.validFrom, next?.validTo ?? null, input.renamedOn);
      await tx.branchName.update({
        where: { id: before.id },
        data: { name: input.name, validTo: toDate(input.renamedOn) },
        select: { id: true },
      });
      if (next) await setDays(tx, next.id, { validFrom: input.renamedOn });
    }
    const after = input.isDeleted ? { isDeleted: true } : { name: input.name, validTo: input.renamedOn };
    await record({ ...auditSubject(branch), reason: input.reason, before, after });
    return { id: branch.id };
  });
}

function refuseDay(actor: Actor, branch: LoadedBranch, after: Day, before: Day | null, renamedOn: Day): void {
  refuseFuture(actor, "更名日期", renamedOn);
  const end = before ?? branch.dissolvedOn;
  if (renamedOn > after && (!end || renamedOn < end)) return;
  const until = end ? `、早于${formatDayInText(end)}` : "";
  throw new DomainError("CONFLICT", `更名日期应晚于${formatDayInText(after)}${until}。请核对前后两次更名的日期。`);
}

/** Former names in the order they were held, days as written in forms. */
async function namesOf(tx: Tx, branchId: string) {
  const names = await tx.branchName.findMany({
    where: { branchId },
    orderBy: { validFrom: "asc" },
    select: { id: true, name: true, validFrom: true, validTo: true },
  });
  return names.map((held) => ({ ...held, validFrom: toDay(held.validFrom), validTo: toDay(held.validTo) }));
}

function setDays(tx: Tx, id: string, days: { validFrom: Day }) {
  return tx.branchName.update({ where: { id }, data: { validFrom: toDate(days.validFrom) }, select: { id: true } });
}

/** Somebody corrected or ended the fact since its form was opened. */
export function changedMeanwhile(): DomainError {
  return new DomainError("CONFLICT", "您打开表单后，这条记录已被他人改动。请返回支部页面，按现在的内容重新更正。");
}
