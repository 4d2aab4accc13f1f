import "server-only";
import { canAnswerForBranch, visibleActivities } from "@/lib/activities/policy";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { hashToken } from "@/lib/crypto/tokens";
import { db } from "@/lib/db/client";

/**
 * What the code at the door opens for a secretary today: the activity and the own branches asked to it. Null for a code
 * that is wrong, ended or of another day, and for whoever has no branch there.
 */
export async function findDoor(actor: Actor, token: string) {
  if (!token) return null;
  const today = toDate(actor.day);
  const activity = await db.activity.findFirst({
    where: {
      AND: [
        visibleActivities(actor),
        { doorTokenHash: hashToken(token), status: "PLANNED", startsOn: { lte: today }, endsOn: { gte: today } },
      ],
    },
    select: {
      id: true,
      title: true,
      place: true,
      branches: {
        where: { branchId: { in: actor.branchIds } },
        orderBy: { branch: { nameSort: "asc" } },
        select: { branchId: true, attendedCount: true, branch: { select: { name: true } } },
      },
    },
  });
  if (!activity) return null;
  const branches = activity.branches
    .filter(({ branchId }) => canAnswerForBranch(actor, branchId))
    .map(({ branch, ...row }) => ({ ...row, name: branch.name }));
  return branches.length > 0 ? { ...activity, branches } : null;
}
