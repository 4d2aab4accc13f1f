import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommitteeSwitch, Holidays, PlanForm, PlanResult } from "@/components/duty/plan-form";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { canPlanDuty } from "@/lib/duty/policy";
import { pointsToPlan } from "@/lib/duty/queries/duty-choices";
import { plannableQuarters, planPage } from "@/lib/duty/schema";
import { settingsOn } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "驻点排班" };

export default async function PlanDutyPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canPlanDuty(actor)) notFound();
  const { committee: asked, quarter, made, without = 0 } = planPage.parse(await props.searchParams);
  const committees = await pointsToPlan(actor);
  const committee = committees.find(({ id }) => id === asked) ?? committees[0];
  const quarters = plannableQuarters(actor.day);
  return (
    <>
      <PageHeader title="驻点排班" trail={[{ href: "/duty", label: "驻点服务" }]} />
      {made !== undefined && quarters.includes(quarter) && (
        <PlanResult quarter={quarter} made={made} without={without} />
      )}
      <div className="panel max-w-2xl">
        {committee ? (
          <>
            <p className="mb-4">
              按每个服务点的驻点频次和星期生成班次，避开节假日，由安排在该点的党建指导员轮流。已有的班次都保留。
            </p>
            {committees.length > 1 && <CommitteeSwitch committees={committees} chosen={committee.id} />}
            <Holidays quarters={quarters} days={(await settingsOn(committee.id, actor.day)).holidays} />
            <PlanForm committee={committee} quarters={quarters} quarter={quarter} />
          </>
        ) : (
          <EmptyState title="还没有服务点可以排班">
            <a href="/service-points/new">登记服务点</a>
          </EmptyState>
        )}
      </div>
    </>
  );
}
