import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { SelectField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { draftBulletinAction } from "@/lib/bulletins/actions";
import { canDraftBulletin } from "@/lib/bulletins/policy";
import { plansWithoutBulletin } from "@/lib/bulletins/queries/list-bulletins";

export const metadata: Metadata = { title: "起草通报" };

export default async function NewBulletinPage(props: { searchParams: Promise<{ plan?: string }> }) {
  const actor = await requireActor();
  if (!canDraftBulletin(actor)) notFound();
  const { plan } = await props.searchParams;
  const plans = await plansWithoutBulletin(actor);
  const hasCommittees = actor.committeeIds.length > 1;
  return (
    <>
      <PageHeader title="起草通报" trail={[{ href: "/bulletins", label: "通报" }]} />
      <div className="panel max-w-2xl">
        {plans.length === 0 ? (
          <EmptyState title="已发布的计划都已有通报">
            <a href="/bulletins">查看通报</a>
            <a href="/plans">查看季度计划</a>
          </EmptyState>
        ) : (
          <>
            <p className="mb-4">标题、正文和发文字号按该季度的数据拟好，之后可逐项修改。</p>
            <ActionForm
              action={draftBulletinAction}
              requestKey={randomUUID()}
              submitLabel="起草"
              cancelHref="/bulletins"
            >
              <SelectField
                name="planId"
                label="季度计划"
                isRequired
                empty="请选择"
                initial={plans.some(({ id }) => id === plan) ? plan : (plans[0]?.id ?? "")}
                choices={plans.map(({ id, title, committee }) => ({
                  value: id,
                  label: hasCommittees ? `${title}（${committee.name}）` : title,
                }))}
              />
            </ActionForm>
          </>
        )}
      </div>
    </>
  );
}
