import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { readSources } from "@/lib/enterprises/rules/sources";
import { openRequestsOf } from "@/lib/requests/queries/list-requests";
import { visibleVisits } from "@/lib/visits/policy";

export type VisitCard = {
  kind: "enterprise" | "branch";
  id: string;
  name: string;
  address: string | null;
  /** What the register knows, with the day somebody last said it: to be confirmed by one tap each. */
  facts: { employeeCount: number | null; declaredMemberCount: number | null; contactName: string | null } | null;
  employeesSaidOn: Day | null;
  lastVisit: { id: string; visitedOn: Day; found: string; instructorName: string } | null;
  requests: { id: string; text: string; dueOn: Day; isOverdue: boolean; status: string }[];
};

/**
 * What is shown first before a visit, for the enterprises and branches given, inside the actor's scope: the last visit
 * and the requests still open. No personal number is among it: it also lies on phones. A fixed number of queries.
 */
export async function visitCards(
  actor: Actor,
  asked: { enterpriseIds: string[]; branchIds: string[] },
): Promise<VisitCard[]> {
  const [enterprises, branches, visits, requests] = await Promise.all([
    db.enterprise.findMany({
      where: { AND: [visibleEnterprises(actor), { id: { in: asked.enterpriseIds }, closedOn: null }] },
      orderBy: [{ nameSort: "asc" }, { id: "asc" }],
      select: {
        id: true,
        name: true,
        address: true,
        employeeCount: true,
        declaredMemberCount: true,
        contactName: true,
        sources: true,
      },
    }),
    db.branch.findMany({
      where: { AND: [visibleBranches(actor), { id: { in: asked.branchIds }, dissolvedOn: null }] },
      orderBy: [{ nameSort: "asc" }, { id: "asc" }],
      select: { id: true, name: true, meetingPlace: true },
    }),
    lastVisits(actor, asked),
    openRequestsOf(actor, asked.enterpriseIds),
  ]);
  const requestsOf = Map.groupBy(requests, ({ enterprise }) => enterprise.id);
  return [
    ...enterprises.map(({ sources, employeeCount, declaredMemberCount, contactName, ...enterprise }) => ({
      ...enterprise,
      kind: "enterprise" as const,
      facts: { employeeCount, declaredMemberCount, contactName },
      employeesSaidOn: readSources(sources).employeeCount?.[0]?.on ?? null,
      lastVisit: visits.get(enterprise.id) ?? null,
      requests: (requestsOf.get(enterprise.id) ?? []).map(({ id, text, dueOn, isOverdue, status }) => ({
        ...{ id, text, dueOn, isOverdue, status },
      })),
    })),
    ...branches.map(({ meetingPlace, ...branch }) => ({
      ...branch,
      kind: "branch" as const,
      address: meetingPlace,
      facts: null,
      employeesSaidOn: null,
      lastVisit: visits.get(branch.id) ?? null,
      requests: [],
    })),
  ];
}

/** The newest visit of each target, by its id. */
async function lastVisits(actor: Actor, asked: { enterpriseIds: string[]; branchIds: string[] }) {
  const of = { OR: [{ enterpriseId: { in: asked.enterpriseIds } }, { branchId: { in: asked.branchIds } }] };
  const found = await db.visit.findMany({
    where: { AND: [visibleVisits(actor), { withdrawnAt: null }, of] },
    orderBy: [{ visitedOn: "desc" }, { id: "desc" }],
    distinct: ["enterpriseId", "branchId"],
    select: {
      id: true,
      visitedOn: true,
      found: true,
      enterpriseId: true,
      branchId: true,
      instructor: { select: { name: true } },
    },
  });
  return new Map(
    found.map(({ id, visitedOn, found: words, enterpriseId, branchId, instructor }) => [
      enterpriseId ?? branchId ?? "",
      { id, visitedOn: toDay(visitedOn), found: words, instructorName: instructor.name },
    ]),
  );
}
