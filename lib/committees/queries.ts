import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleCommittees } from "@/lib/committees/policy";
import { db } from "@/lib/db/client";

/** The committees the actor may register records under, in pinyin order. */
export function committeeChoices(actor: Actor) {
  return db.committee.findMany({
    where: { AND: [visibleCommittees(actor), { closedOn: null }] },
    orderBy: { nameSort: "asc" },
    take: 200,
    select: { id: true, name: true },
  });
}
