import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { type Day, toDate } from "@/lib/calendar";

/** Full and probationary members of a committee who work at these enterprises on a day and have no branch from then on. */
export function freeMembersAt(committeeId: string, enterpriseIds: string[], day: Day): Prisma.MemberWhereInput {
  const date = toDate(day);
  const still = { OR: [{ validTo: null }, { validTo: { gt: date } }] };
  return {
    committeeId,
    stage: { in: ["FULL", "PROBATIONARY"] },
    AND: [
      { OR: [{ joinedOn: null }, { joinedOn: { lte: date } }] },
      { OR: [{ leftOn: null }, { leftOn: { gt: date } }] },
    ],
    memberships: { none: still },
    employments: { some: { enterpriseId: { in: enterpriseIds }, validFrom: { lte: date }, ...still } },
  };
}
