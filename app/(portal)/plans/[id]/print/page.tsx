import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { Paper } from "@/components/ui/paper";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { findPlan } from "@/lib/plans/queries/find-plan";
import { planPaper } from "@/lib/plans/rules";

export const metadata: Metadata = { title: "打印季度计划" };

export default async function PrintPlanPage(props: { params: Promise<{ id: string }> }) {
  const plan = (await findPlan(await requireActor(), (await props.params).id)) ?? notFound();
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="打印季度计划"
          trail={[
            { href: "/plans", label: "季度计划" },
            { href: `/plans/${plan.id}`, label: plan.title },
          ]}
          note="在打印窗口中选择“另存为 PDF”可得到 PDF 文件。"
          actions={
            <>
              <PrintButton />
              <a className="button" href={`/api/plans/${plan.id}/word`} download>
                下载 Word
              </a>
            </>
          }
        />
      </div>
      <Paper paper={planPaper(plan)} />
    </>
  );
}
