import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { auditSubject, lockLiveBranch, refuseOutside } from "@/lib/branches/commands/load-branch";
import type { NewGroup } from "@/lib/branches/schema";
import { toDate } from "@/lib/calendar";
import { DomainError } from "@/lib/errors";

/** Sets up a Party group in the branch from a day on. Refuses a name that a group of the branch bears then. */
export function addGroup(actor: Actor, input: NewGroup): Promise<{ id: string }> {
  return command(actor, "branch.add-group", input, async (tx, record) => {
    const branch = await lockLiveBranch(tx, actor, input.branchId);
    const { name, validFrom } = input;
    refuseOutside(branch, actor, "成立日期", validFrom);
    const from = toDate(validFrom);
    const same = await tx.partyGroup.findFirst({
      where: { branchId: branch.id, name, OR: [{ validTo: null }, { validTo: { gt: from } }] },
      select: { id: true },
    });
    if (same) throw new DomainError("CONFLICT", `本支部已有“${name}”。请换一个名称，或先结束原来的党小组。`);
    await tx.partyGroup.create({ data: { branchId: branch.id, name, validFrom: from }, select: { id: true } });
    await record({ ...auditSubject(branch), after: { group: name, validFrom } });
    return { id: branch.id };
  });
}
