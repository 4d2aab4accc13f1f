import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { enterpriseMatches } from "@/lib/enterprises/queries/enterprise-filter";

const named = { id: true, name: true, address: true } as const;

/** The enterprise a request is about; null when it is closed, missing or outside the actor's scope. */
export async function findAskingEnterprise(actor: Actor, id: string | undefined) {
  if (!id || !isRecordId(id)) return null;
  return db.enterprise.findFirst({
    where: { AND: [visibleEnterprises(actor), { id, closedOn: null }] },
    select: named,
  });
}

/** The first enterprises in the actor's scope that a text finds, by name; without a text the first of all. */
export function suggestAskingEnterprises(actor: Actor, text: string) {
  return db.enterprise.findMany({
    where: { AND: [visibleEnterprises(actor), { closedOn: null }, text ? enterpriseMatches(text) : {}] },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: 20,
    select: named,
  });
}
