import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { enterprisesWhere } from "@/lib/enterprises/queries/enterprise-filter";
import { enterpriseOrder } from "@/lib/enterprises/queries/list-enterprises";
import { standingToday } from "@/lib/enterprises/queries/standing-today";
import type { EnterpriseList } from "@/lib/enterprises/schema";

const chunkLength = 1_000;

/** The ids of the whole list, in its order: what an export will hold, known before its first row is written. */
export async function listEnterpriseIds(actor: Actor, list: EnterpriseList): Promise<string[]> {
  const found = await db.enterprise.findMany({
    where: await enterprisesWhere(actor, list),
    orderBy: enterpriseOrder(list.sort),
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

export type ExportedEnterprise = Awaited<ReturnType<typeof readChunk>>[number];

/** The rows of an export, a thousand at a time, in the order of the ids. */
export async function* exportEnterprises(actor: Actor, ids: string[]): AsyncGenerator<ExportedEnterprise[]> {
  for (let from = 0; from < ids.length; from += chunkLength) {
    yield await readChunk(actor, ids.slice(from, from + chunkLength));
  }
}

async function readChunk(actor: Actor, ids: string[]) {
  const [enterprises, standings] = await Promise.all([
    db.enterprise.findMany({
      where: { AND: [visibleEnterprises(actor), { id: { in: ids } }] },
      select: {
        id: true,
        name: true,
        creditCode: true,
        category: true,
        legalRepresentative: true,
        registeredOn: true,
        capitalWan: true,
        employeeCount: true,
        declaredMemberCount: true,
        address: true,
        contactName: true,
        closedOn: true,
        closeReason: true,
      },
    }),
    standingToday(ids, actor.day),
  ]);
  const byId = new Map(enterprises.map((enterprise) => [enterprise.id, enterprise]));
  return ids.flatMap((id) => {
    const enterprise = byId.get(id);
    if (!enterprise) return [];
    const { registeredOn, closedOn, capitalWan, ...rest } = enterprise;
    return {
      ...rest,
      capitalWan: capitalWan === null ? null : capitalWan.toNumber(),
      registeredOn: registeredOn && toDay(registeredOn),
      closedOn: closedOn && toDay(closedOn),
      standing: standings.get(id),
    };
  });
}
