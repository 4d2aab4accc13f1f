import "server-only";
import type { Day } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { readSources } from "@/lib/enterprises/rules/sources";
import { type ConfirmedFacts, factsFromVisit, isNothingConfirmed } from "@/lib/visits/rules/confirmed-facts";

/** Brings what was confirmed on site to the register; returns the values that changed there. */
export async function confirmFacts(
  tx: Tx,
  enterpriseId: string,
  said: ConfirmedFacts & { visitedOn: Day },
): Promise<Partial<ConfirmedFacts>> {
  const { visitedOn, employeeCount, declaredMemberCount, contactName, isStillHere } = said;
  const facts = { employeeCount, declaredMemberCount, contactName, isStillHere };
  if (isNothingConfirmed(facts)) return {};
  // Locked before it is read: two visits of one day must not write over each other's word.
  await tx.$executeRaw`SELECT 1 FROM "Enterprise" WHERE id = ${enterpriseId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.enterprise.findUniqueOrThrow({ where: { id: enterpriseId }, select: { sources: true } });
  const { sources, values } = factsFromVisit({ sources: readSources(row.sources) }, facts, visitedOn);
  await tx.enterprise.update({
    where: { id: enterpriseId },
    data: { ...values, sources, version: { increment: 1 } },
    select: { id: true },
  });
  return values;
}
