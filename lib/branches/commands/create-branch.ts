import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { coverEnterprises, joinMembers } from "@/lib/branches/commands/attach-enterprises";
import { auditSubject, refuseFuture, refuseOutside } from "@/lib/branches/commands/load-branch";
import { canEditBranch } from "@/lib/branches/policy";
import type { NewBranch } from "@/lib/branches/schema";
import { toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { termEnd } from "@/lib/rulebook/rules/term";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";

/** A branch's name as it is stored: what is shown, what it sorts by, what it is found by. */
export const spelled = (name: string) => ({ name, nameSort: pinyinSortKey(name), searchKeys: searchKeysOf(name) });

/**
 * Registers a branch with its first term and the enterprises it covers. Without dates of their own, coverage starts
 * on the founding day and the term lasts three years from it. Refuses a committee, building or enterprise outside
 * the actor's scope, days in the future, a second branch of the same name.
 */
export function createBranch(actor: Actor, input: NewBranch): Promise<{ id: string }> {
  return command(actor, "branch.create", input, async (tx, record) => {
    if (!canEditBranch(actor, input)) throw notFound("党委");
    refuseFuture(actor, "成立日期", input.foundedOn);
    const from = input.coveredFrom ?? input.foundedOn;
    refuseOutside(input, actor, "覆盖起始日期", from);
    await refuseForeignBuilding(tx, input.committeeId, input.buildingId);
    const { kind, name, foundedOn, approvingPaper, meetingPlace, buildingId, isDemonstration, committeeId } = input;
    const facts = { kind, foundedOn: toDate(foundedOn), approvingPaper, meetingPlace, buildingId, isDemonstration };
    const { id } = await tx.branch.create({ data: { committeeId, ...facts, ...spelled(name) }, select: { id: true } });
    const branch = { id, kind, committeeId };
    const term = firstTerm(actor, input);
    await tx.branchTerm.create({
      data: { branchId: id, startsOn: toDate(term.startsOn), endsOn: toDate(term.endsOn) },
      select: { id: true },
    });
    const { enterpriseIds, takesOver } = input;
    const enterprises = await coverEnterprises(tx, actor, branch, { enterpriseIds, from, takesOver }, record);
    const members = input.joinsMembers ? await joinMembers(tx, branch, { enterpriseIds, from }) : [];
    await record({ ...auditSubject({ id, name, committeeId }), after: { ...input, term, enterprises, members } });
    return { id };
  });
}

function firstTerm(actor: Actor, input: NewBranch) {
  const startsOn = input.termStartsOn ?? input.foundedOn;
  refuseOutside(input, actor, "任期开始日期", startsOn);
  return { startsOn, endsOn: input.termEndsOn ?? termEnd(startsOn) };
}

/** A branch meets in a building of its own committee. */
export async function refuseForeignBuilding(tx: Tx, committeeId: string, buildingId: string | null): Promise<void> {
  if (!buildingId) return;
  const building = await tx.building.findFirst({
    where: { id: buildingId, park: { committeeId } },
    select: { id: true },
  });
  if (!building) throw new DomainError("CONFLICT", "所选楼宇不属于支部所在的党委。请重新选择楼宇。");
}
