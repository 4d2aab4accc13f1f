import { VisitCardPanel } from "@/components/visits/visit-card-panel";
import type { Actor } from "@/lib/auth/actor";
import { canListRequests } from "@/lib/requests/policy";
import { canRecordVisit } from "@/lib/visits/policy";
import { visitCards } from "@/lib/visits/queries/visit-card";

/** The last visit and what the enterprise still waits for, with the ways to the next ones. */
export async function FieldPanel({ actor, enterpriseId }: { actor: Actor; enterpriseId: string }) {
  const [card] = await visitCards(actor, { enterpriseIds: [enterpriseId], branchIds: [] });
  if (!card || !canListRequests(actor)) return null;
  return (
    <VisitCardPanel card={card} title="走访与诉求">
      <p className="no-print mt-3 flex flex-wrap gap-4">
        <a href={`/requests/new?enterprise=${enterpriseId}`}>登记诉求</a>
        {canRecordVisit(actor) && <a href={`/visits/new?to=enterprise:${enterpriseId}`}>记一次走访</a>}
        <a href={`/visits?enterprise=${enterpriseId}`}>全部走访</a>
      </p>
    </VisitCardPanel>
  );
}
