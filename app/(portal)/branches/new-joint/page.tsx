import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { describe } from "@/components/branches/enterprise-picker";
import { JointBranchMembers } from "@/components/branches/joint-branch-members";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { CheckList, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { foundJointBranchAction } from "@/lib/branches/actions";
import { canCreateBranch } from "@/lib/branches/policy";
import { findJointBranchPlan } from "@/lib/branches/queries/find-joint-branch-plan";
import { suggestedName } from "@/lib/branches/rules";
import { enterprisePick } from "@/lib/branches/schema";

export const metadata: Metadata = { title: "组建联合支部" };

export default async function NewJointBranchPage(props: { searchParams: Promise<Record<string, string | string[]>> }) {
  const actor = await requireActor();
  if (!canCreateBranch(actor)) notFound();
  const pick = enterprisePick.parse(await props.searchParams);
  const plan = await findJointBranchPlan(actor, pick);
  const header = <PageHeader title="组建联合支部" trail={[{ href: "/branches", label: "党支部" }]} />;
  if (!plan) {
    return (
      <>
        {header}
        <div className="panel">
          <EmptyState title="还没有选择企业，或所选企业不属于同一党委">
            <a href="/coverage/proposals">从组织覆盖的组建建议中选择</a>
            <a href="/branches/new">自己选择企业登记支部</a>
          </EmptyState>
        </div>
      </>
    );
  }
  const { committee, enterprises, members } = plan;
  return (
    <>
      {header}
      <div className="panel max-w-2xl">
        <p className="mb-4">所属党委：{committee.name}。确认后一次登记支部、对企业的覆盖、三年任期和党员的组织关系。</p>
        <ActionForm
          action={foundJointBranchAction}
          requestKey={randomUUID()}
          submitLabel="组建联合支部"
          cancelHref="/coverage/proposals"
        >
          <input type="hidden" name="committeeId" value={committee.id} />
          <TextField name="name" label="支部名称" isRequired initial={suggestedName(enterprises)} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name="foundedOn" label="成立日期" type="date" isRequired initial={actor.day} />
            <TextField name="approvingPaper" label="批准文号" />
          </div>
          <CheckList
            name="enterpriseIds"
            label="覆盖企业"
            choices={enterprises.map((one) => ({ value: one.id, label: one.name, detail: describe(one) }))}
            initial={enterprises.map(({ id }) => id)}
          />
          <JointBranchMembers members={members} />
        </ActionForm>
      </div>
    </>
  );
}
