import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { toDate, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import type { TargetKind } from "@/lib/instructors/labels";
import type { TargetSearch } from "@/lib/instructors/schema";
import { nameMatches } from "@/lib/search/keys";
import { visibleServicePoints } from "@/lib/service-points/policy";

/** A page of the choice is short: who does not find a name narrows the search. */
export const targetsShown = 60;

export type TargetChoice = { id: string; name: string; instructorNames: string | null };

/** What an instructor may be assigned to now and does not look after yet, with who looks after it today. */
export async function chooseTargets(actor: Actor, instructorId: string, search: TargetSearch) {
  const found = await openTargets(actor, instructorId, search);
  const names = await instructorsAt(
    actor,
    search.to,
    found.map(({ id }) => id),
  );
  const choices = found
    .slice(0, targetsShown)
    .map((target): TargetChoice => ({ ...target, instructorNames: names.get(target.id) ?? null }));
  return { choices, hasMore: found.length > targetsShown };
}

function openTargets(actor: Actor, instructorId: string, { to, q, park, alone }: TargetSearch) {
  const today = validOn(actor.day);
  const open = { OR: [{ closedOn: null }, { closedOn: { gt: toDate(actor.day) } }] };
  const common = [
    nameMatches(q) ?? {},
    { assignments: { none: { instructorId, ...today } } },
    alone ? { assignments: { none: today } } : {},
  ];
  const page = {
    orderBy: [{ nameSort: "asc" as const }, { id: "asc" as const }],
    take: targetsShown + 1,
    select: { id: true, name: true } as const,
  };
  switch (to) {
    case "enterprise": {
      const located = park ? { locations: { some: { parkId: park, ...today } } } : {};
      return db.enterprise.findMany({ where: { AND: [visibleEnterprises(actor), ...common, open, located] }, ...page });
    }
    case "branch": {
      const live = { OR: [{ dissolvedOn: null }, { dissolvedOn: { gt: toDate(actor.day) } }] };
      const housed = park ? { building: { parkId: park } } : {};
      return db.branch.findMany({ where: { AND: [visibleBranches(actor), ...common, live, housed] }, ...page });
    }
    case "servicePoint": {
      const placed = park ? { parkId: park } : {};
      return db.servicePoint.findMany({
        where: { AND: [visibleServicePoints(actor), ...common, open, placed] },
        ...page,
      });
    }
  }
}

const columns: Record<TargetKind, Prisma.Sql> = {
  enterprise: Prisma.sql`a."enterpriseId"`,
  branch: Prisma.sql`a."branchId"`,
  servicePoint: Prisma.sql`a."servicePointId"`,
};

async function instructorsAt(actor: Actor, kind: TargetKind, ids: string[]): Promise<Map<string, string>> {
  const column = columns[kind];
  const rows = await db.$queryRaw<{ id: string; names: string }[]>`
    SELECT ${column} AS id, string_agg(i.name, '、' ORDER BY i."nameSort") AS names
    FROM "Assignment" a JOIN "Instructor" i ON i.id = a."instructorId"
    WHERE ${column} = ANY (${ids}::uuid[])
      AND a."validFrom" <= ${actor.day}::date AND (a."validTo" IS NULL OR a."validTo" > ${actor.day}::date)
    GROUP BY 1`;
  return new Map(rows.map(({ id, names }) => [id, names]));
}
