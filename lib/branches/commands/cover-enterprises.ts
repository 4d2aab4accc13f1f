import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { coverEnterprises, joinMembers } from "@/lib/branches/commands/attach-enterprises";
import { auditSubject, lockLiveBranch, refuseOutside } from "@/lib/branches/commands/load-branch";
import type { CoveredEnterprises } from "@/lib/branches/schema";

/**
 * Has a branch cover enterprises of its committee from a day on. An enterprise of another branch is refused unless
 * `takesOver`, which ends the coverage there on the same day; `joinsMembers` also registers its members without a branch.
 */
export function coverEnterprisesFrom(actor: Actor, input: CoveredEnterprises): Promise<{ id: string }> {
  return command(actor, "branch.cover", input, async (tx, record) => {
    const branch = await lockLiveBranch(tx, actor, input.branchId);
    const { enterpriseIds, validFrom: from, takesOver } = input;
    refuseOutside(branch, actor, "覆盖起始日期", from);
    const enterprises = await coverEnterprises(tx, actor, branch, { enterpriseIds, from, takesOver }, record);
    const members = input.joinsMembers ? await joinMembers(tx, branch, { enterpriseIds, from }) : [];
    await record({ ...auditSubject(branch), after: { validFrom: from, enterprises, members } });
    return { id: branch.id };
  });
}
