import "server-only";
import { db } from "@/lib/db/client";
import { findGuestLink } from "@/lib/guest-links/guest-link";

/** What a one-time link shows of a request, and nothing else of the portal; null for every link that does not live. */
export async function findRatedRequest(token: string) {
  const link = await findGuestLink("REQUEST_SATISFACTION", token);
  if (!link?.requestId) return null;
  const request = await db.enterpriseRequest.findFirst({
    where: { id: link.requestId, status: { in: ["ANSWERED", "CLOSED"] } },
    select: { id: true, text: true, answer: true, enterprise: { select: { name: true, committeeId: true } } },
  });
  if (!request) return null;
  const { enterprise, ...rest } = request;
  return { ...rest, enterpriseName: enterprise.name, committeeId: enterprise.committeeId };
}
