import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";

type Person = { id: string; name: string; userId: string | null };

type Handed = {
  giver: Person;
  taker: Person;
  enterpriseIds: string[];
  servicePointIds: string[];
  on: Day;
  reason: string | null;
};

/** How many matters went over with the assignments; a shift is cancelled where the other is there that day already. */
export type Passed = { requestCount: number; shiftCount: number; cancelledShiftCount: number };

/**
 * What is still open goes over together with what it is about: unanswered requests of the enterprises at once, planned
 * shifts at the points from the day on, but none whose day is over. Each keeps a step with who did it and why. Written
 * row by row here, since it is one act with the hand-over.
 */
export async function passMatters(tx: Tx, actor: Actor, handed: Handed): Promise<Passed> {
  const requestCount = await passRequests(tx, actor, handed);
  return { requestCount, ...(await passShifts(tx, actor, handed)) };
}

/** Without an account the other cannot own a request: then whoever hands over answers for it. */
async function passRequests(tx: Tx, actor: Actor, handed: Handed): Promise<number> {
  const { giver, taker, enterpriseIds } = handed;
  const own = [{ instructorId: giver.id }, ...(giver.userId ? [{ ownerId: giver.userId }] : [])];
  const isOpen = { status: { in: ["OPEN" as const, "IN_PROGRESS" as const] } };
  const where = { enterpriseId: { in: enterpriseIds }, ...isOpen, OR: own };
  // Taken in one order, so that two acts on the same requests follow each other.
  await tx.$executeRaw`SELECT 1 FROM "EnterpriseRequest" WHERE "enterpriseId" = ANY (${enterpriseIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const requests = await tx.enterpriseRequest.findMany({ where, select: { id: true, status: true } });
  const id = { in: requests.map((request) => request.id) };
  const increment = { version: { increment: 1 } };
  await tx.enterpriseRequest.updateMany({ where: { id, instructorId: giver.id }, data: { instructorId: taker.id } });
  if (giver.userId) {
    const ownerId = taker.userId ?? actor.userId;
    await tx.enterpriseRequest.updateMany({ where: { id, ownerId: giver.userId }, data: { ownerId } });
  }
  await tx.enterpriseRequest.updateMany({ where: { id }, data: increment });
  await tx.requestStep.createMany({
    data: requests.map(({ id: requestId, status }) => ({
      requestId,
      action: "REASSIGN" as const,
      from: status,
      to: status,
      byId: actor.userId,
      byName: actor.name,
      note: words(handed),
    })),
  });
  return requests.length;
}

async function passShifts(tx: Tx, actor: Actor, handed: Handed): Promise<Omit<Passed, "requestCount">> {
  const { giver, taker, servicePointIds } = handed;
  const notBefore = [handed.on, actor.day].map((day) => ({ dutyOn: { gte: toDate(day) } }));
  const at = { servicePointId: { in: servicePointIds }, AND: notBefore };
  // Planning locks the points too: a shift made meanwhile is either seen here or made for the other.
  await tx.$executeRaw`SELECT 1 FROM "ServicePoint" WHERE id = ANY (${servicePointIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const select = { id: true, servicePointId: true, dutyOn: true } as const;
  const shifts = await tx.dutyShift.findMany({ where: { ...at, instructorId: giver.id, status: "PLANNED" }, select });
  const theirs = await tx.dutyShift.findMany({ where: { ...at, instructorId: taker.id }, select });
  const keyOf = (shift: { servicePointId: string; dutyOn: Date }) => `${shift.servicePointId} ${toDay(shift.dutyOn)}`;
  const taken = new Set(theirs.map(keyOf));
  const { passed = [], doubled = [] } = Object.groupBy(shifts, (one) => (taken.has(keyOf(one)) ? "doubled" : "passed"));
  const idsOf = (some: { id: string }[]) => ({ id: { in: some.map(({ id }) => id) }, status: "PLANNED" as const });
  const increment = { version: { increment: 1 } };
  await tx.dutyShift.updateMany({ where: idsOf(passed), data: { instructorId: taker.id, ...increment } });
  await tx.dutyShift.updateMany({ where: idsOf(doubled), data: { status: "CANCELLED", ...increment } });
  const stepOf = (action: "SWAP" | "CANCEL", reason: string) => (shift: { id: string }) => {
    return { shiftId: shift.id, action, byId: actor.userId, byName: actor.name, reason };
  };
  await tx.dutyStep.createMany({
    data: [
      ...passed.map(stepOf("SWAP", words(handed))),
      ...doubled.map(stepOf("CANCEL", `${words(handed)}（对方当天已有班次）`)),
    ],
  });
  return { shiftCount: passed.length, cancelledShiftCount: doubled.length };
}

function words({ giver, taker, reason }: Handed): string {
  return `${giver.name}交接给${taker.name}${reason ? `：${reason}` : ""}`;
}
