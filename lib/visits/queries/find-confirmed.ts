import "server-only";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { findGuestLink } from "@/lib/guest-links/guest-link";

/** What a one-time link shows of a visit, and nothing else of the portal; null for every link that does not live. */
export async function findConfirmedVisit(token: string) {
  const link = await findGuestLink("VISIT_CONFIRMATION", token);
  if (!link?.visitId) return null;
  const visit = await db.visit.findFirst({
    where: { id: link.visitId, withdrawnAt: null, confirmedAt: null },
    select: {
      id: true,
      kind: true,
      visitedOn: true,
      peopleMet: true,
      instructor: { select: { name: true } },
      enterprise: { select: { name: true, committeeId: true } },
      requests: { orderBy: { id: "asc" }, select: { text: true } },
    },
  });
  if (!visit?.enterprise) return null;
  const { enterprise, instructor, requests, visitedOn, ...rest } = visit;
  return {
    ...rest,
    visitedOn: toDay(visitedOn),
    instructorName: instructor.name,
    enterpriseName: enterprise.name,
    committeeId: enterprise.committeeId,
    requests: requests.map(({ text }) => text),
  };
}
