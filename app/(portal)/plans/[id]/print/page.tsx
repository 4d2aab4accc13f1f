import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlanPaper } from "@/components/plans/plan-paper";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { findPlan } from "@/lib/plans/queries/find-plan";
import { planText } from "@/lib/plans/rules";

export const metadata: Metadata = { title: "打印季度计划" };

export default async function PrintPlanPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const plan = (await findPlan(actor, (await props.params).id)) ?? notFound();
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="打印季度计划"
          trail={[
            { href: "/plans", label: "季度计划" },
            { href: `/plans/${plan.id}`, label: plan.title },
          ]}
          actions={
            <a className="button button-primary" href={`/api/plans/${plan.id}/word`} download>
              下载 Word
            </a>
          }
          note="用浏览器的打印功能（Ctrl+P）打印或存为 PDF，纸张选 A4。"
        />
      </div>
      <PlanPaper title={plan.title} blocks={planText(plan)} signature={plan.signature} />
    </>
  );
}
