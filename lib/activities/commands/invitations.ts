import "server-only";
import { secretariesOf } from "@/lib/accounts/queries/recipients";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, formatDayInText } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { notify } from "@/lib/outbox/notify";

/** The live branches of a committee that the actor may ask to an activity: staff all of them, a secretary the own ones. */
export function branchesOfCommittee(tx: Tx, actor: Actor, committeeId: string) {
  return tx.branch.findMany({
    where: { AND: [visibleBranches(actor), { committeeId, dissolvedOn: null }] },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

type Told = { id: string; title: string; startsOn: Day };

/** The secretaries of newly invited branches learn it, once for each activity. */
export async function tellInvited(tx: Tx, actor: Actor, activity: Told, branchIds: string[]): Promise<void> {
  if (branchIds.length === 0) return;
  const secretaries = await secretariesOf(branchIds, actor.day, tx);
  await notify(tx, {
    kind: "ACTIVITY_INVITED",
    userIds: secretaries.filter((userId) => userId !== actor.userId),
    text: `邀请参加“${activity.title}”，${formatDayInText(activity.startsOn)}开始，请答复是否参加。`,
    href: `/activities/${activity.id}`,
    dedupeKey: `activity:${activity.id}:invited`,
  });
}
