import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { describeEnterprises, listJoining } from "@/lib/branches/queries/pick-enterprises";
import type { EnterprisePick } from "@/lib/branches/schema";
import { visibleCommittees } from "@/lib/committees/policy";
import { db } from "@/lib/db/client";
import { visibleEnterprises } from "@/lib/enterprises/policy";

/** A proposed joint branch before it is confirmed: enterprises of one committee, and who would join. Null without them. */
export async function findJointBranchPlan(actor: Actor, pick: EnterprisePick) {
  if (pick.enterprises.length === 0) return null;
  const enterprises = await describeEnterprises(
    actor,
    { AND: [visibleEnterprises(actor), { id: { in: pick.enterprises } }] },
    50,
  );
  const ids = enterprises.map(({ id }) => id);
  const committees = await db.committee.findMany({
    where: { AND: [visibleCommittees(actor), { enterprises: { some: { id: { in: ids } } } }] },
    take: 2,
    select: { id: true, name: true },
  });
  const [committee] = committees;
  if (!committee || committees.length > 1) return null;
  return { committee, enterprises, members: await listJoining(actor, committee.id, ids, actor.day) };
}
