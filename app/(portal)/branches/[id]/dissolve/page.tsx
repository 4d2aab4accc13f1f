import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { CheckField, SelectField, TextArea, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { dissolveBranchAction } from "@/lib/branches/actions";
import { countMembers, successorChoices } from "@/lib/branches/queries/branch-choices";
import { findBranch } from "@/lib/branches/queries/find-branch";

export const metadata: Metadata = { title: "撤销支部" };

export default async function DissolveBranchPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const branch = await findBranch(actor, (await props.params).id);
  if (!branch?.can.edit) notFound();
  const [successors, memberCount] = await Promise.all([
    successorChoices(actor, branch),
    countMembers(branch.id, actor.day),
  ]);
  const members =
    memberCount > 0
      ? `支部还有 ${memberCount} 名党员：选择承接支部，党员的组织关系在撤销日期一并转入；否则请先逐一转出。`
      : "支部已没有党员，可以不选承接支部。";
  return (
    <BranchFormPage
      branch={branch}
      title="撤销支部"
      explanation={`撤销日期起，对企业的覆盖、支部委员任职、党小组和党建指导员联系一并结束，历史资料都保留。${members}`}
    >
      <ActionForm
        action={dissolveBranchAction}
        requestKey={randomUUID()}
        submitLabel="撤销支部"
        isDanger
        cancelHref={`/branches/${branch.id}`}
      >
        <input type="hidden" name="id" value={branch.id} />
        <VersionField version={branch.version} />
        <TextField name="dissolvedOn" label="撤销日期" type="date" isRequired initial={actor.day} />
        <TextArea name="reason" label="撤销原因" isRequired />
        <SelectField name="successorId" label="承接支部" choices={successors} empty="没有承接支部" />
        <CheckField
          name="movesEnterprises"
          label="覆盖的企业也由承接支部覆盖"
          initial
          hint="没有承接支部时，这些企业从撤销日期起不再有支部覆盖。"
        />
      </ActionForm>
    </BranchFormPage>
  );
}
