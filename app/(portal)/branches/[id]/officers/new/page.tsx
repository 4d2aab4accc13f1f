import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { EmptyState } from "@/components/shell/empty-state";
import { CheckField, SelectField, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { appointOfficerAction } from "@/lib/branches/actions";
import { officerPostLabels } from "@/lib/branches/labels";
import { officerChoices } from "@/lib/branches/queries/branch-choices";
import { findBranch } from "@/lib/branches/queries/find-branch";

export const metadata: Metadata = { title: "登记任职" };

const posts = Object.entries(officerPostLabels).map(([value, label]) => ({ value, label }));

export default async function NewOfficerPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const branch = await findBranch(actor, (await props.params).id);
  if (!branch?.can.edit) notFound();
  const members = await officerChoices(actor, branch.id);
  return (
    <BranchFormPage branch={branch} title="登记任职">
      {members.length === 0 ? (
        <EmptyState title="支部还没有正式党员">
          <a href="/members">请先在党员页把组织关系转入本支部</a>
        </EmptyState>
      ) : (
        <ActionForm
          action={appointOfficerAction}
          requestKey={randomUUID()}
          submitLabel="登记"
          cancelHref={`/branches/${branch.id}`}
        >
          <input type="hidden" name="branchId" value={branch.id} />
          <SelectField name="post" label="职务" isRequired choices={posts} initial={posts[0]?.value} />
          <SelectField name="memberId" label="党员" isRequired choices={members} empty="请选择" />
          <TextField name="validFrom" label="任职日期" type="date" isRequired initial={actor.day} />
          <CheckField name="replaces" label="接替现任" hint="担任同一职务的现任者从任职日期起不再担任。" />
        </ActionForm>
      )}
    </BranchFormPage>
  );
}
