import { Panel } from "@/components/ui/panel";
import { LastVisits } from "@/components/visits/last-visits";
import type { Actor } from "@/lib/auth/actor";
import { canListVisits, canRecordVisit } from "@/lib/visits/policy";
import { lastVisitsTo } from "@/lib/visits/queries/list-visits";

/** The last visits to a branch, on its page, with the ways to all of them and to the next. */
export async function BranchVisitsPanel(props: { actor: Actor; branch: { id: string; dissolvedOn: string | null } }) {
  const { actor, branch } = props;
  if (!canListVisits(actor)) return null;
  const visits = await lastVisitsTo(actor, branch.id);
  return (
    <Panel title="走访">
      <LastVisits visits={visits} />
      <p className="no-print mt-3 flex flex-wrap gap-4">
        {canRecordVisit(actor) && !branch.dissolvedOn && <a href={`/visits/new?to=branch:${branch.id}`}>记一次走访</a>}
        <a href={`/visits?branch=${branch.id}`}>全部走访</a>
      </p>
    </Panel>
  );
}
