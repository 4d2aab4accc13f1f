import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { enterprisesWhere } from "@/lib/enterprises/queries/enterprise-filter";
import { standingToday } from "@/lib/enterprises/queries/standing-today";
import type { EnterpriseList } from "@/lib/enterprises/schema";
import { pageWindow } from "@/lib/forms/list-params";

/** The list's order, ending in the id so that pages never overlap. */
export function enterpriseOrder(sort: EnterpriseList["sort"]): Prisma.EnterpriseOrderByWithRelationInput[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const byValue = { sort: direction, nulls: "last" } as const;
  switch (sort) {
    case "employees":
    case "-employees":
      return [{ employeeCount: byValue }, { id: direction }];
    case "registered":
    case "-registered":
      return [{ registeredOn: byValue }, { id: direction }];
    case "name":
    case "-name":
      return [{ nameSort: direction }, { id: direction }];
  }
}

/** One page of the enterprises in the actor's scope under the list's filters, as they stand today, and the total. */
export async function listEnterprises(actor: Actor, list: EnterpriseList) {
  const where = await enterprisesWhere(actor, list);
  const [enterprises, total] = await Promise.all([
    db.enterprise.findMany({
      where,
      orderBy: enterpriseOrder(list.sort),
      ...pageWindow(list.page),
      select: {
        id: true,
        name: true,
        creditCode: true,
        category: true,
        employeeCount: true,
        declaredMemberCount: true,
        registeredOn: true,
        closedOn: true,
        closeReason: true,
        ...(list.q ? { names: { orderBy: { validTo: "desc" }, select: { name: true } } } : {}),
      },
    }),
    db.enterprise.count({ where }),
  ]);
  const standings = await standingToday(
    enterprises.map(({ id }) => id),
    actor.day,
  );
  const rows = enterprises.map(({ registeredOn, closedOn, ...enterprise }) => ({
    ...enterprise,
    registeredOn: registeredOn && toDay(registeredOn),
    closedOn: closedOn && toDay(closedOn),
    standing: standings.get(enterprise.id),
  }));
  return { rows, total };
}
