import { AheadPanel, BranchPanel, CoveredPanel, FindingPanel } from "@/components/desks/branch-panels";
import { BranchPlanPanel } from "@/components/desks/branch-plan-panel";
import { BranchSummaryPanel } from "@/components/desks/branch-summary-panel";
import type { Actor } from "@/lib/auth/actor";
import type { Quarter } from "@/lib/calendar";
import { secretaryBranches } from "@/lib/desks/queries/secretary-desk";
import { secretaryQuarter } from "@/lib/desks/queries/secretary-quarter";
import { ownSummaries } from "@/lib/summaries/queries/own-summaries";

/** What the quarter asks of the own branch, what comes next, and the branch itself. */
export async function SecretaryDesk({ actor, quarter }: { actor: Actor; quarter: Quarter }) {
  const [branches, plans, summaries] = await Promise.all([
    secretaryBranches(actor),
    secretaryQuarter(actor, quarter),
    ownSummaries(actor),
  ]);
  return branches.map((branch) => (
    <section key={branch.id} aria-label={branch.name} className="mb-6">
      {branches.length > 1 && <h2 className="mb-3">{branch.name}</h2>}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <BranchPlanPanel quarter={quarter} plan={plans.find(({ branchId }) => branchId === branch.id)} />
          <BranchSummaryPanel
            quarter={quarter}
            summaries={summaries.filter(({ branchId }) => branchId === branch.id)}
          />
        </div>
        <div className="grid gap-4">
          <AheadPanel branch={branch} day={actor.day} />
          <FindingPanel branch={branch} />
          <BranchPanel branch={branch} day={actor.day} />
          <CoveredPanel branch={branch} />
        </div>
      </div>
    </section>
  ));
}
