import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { type Day, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";

function owners(committeeId: string, day: Day): Prisma.UserWhereInput {
  const staff = { grants: { some: { role: "STAFF" as const, committeeId, ...validOn(day) } } };
  const instructor = { instructor: { committeeId, endedOn: null } };
  return { disabledAt: null, OR: [staff, instructor] };
}

/** Who may answer for a request of a committee: its own staff, and its instructors with an account, by name. */
export async function ownerChoices(actor: Actor, committeeId: string) {
  if (!actor.committeeIds.includes(committeeId)) return [];
  const found = await db.user.findMany({
    where: owners(committeeId, actor.day),
    orderBy: { name: "asc" },
    take: 200,
    select: { id: true, name: true },
  });
  return found.map(({ id, name }) => ({ value: id, label: name }));
}

/** Whether somebody is one of them on a day. */
export async function isOwnerChoice(tx: Tx, committeeId: string, userId: string, day: Day): Promise<boolean> {
  const found = await tx.user.count({ where: { AND: [{ id: userId }, owners(committeeId, day)] } });
  return found > 0;
}
