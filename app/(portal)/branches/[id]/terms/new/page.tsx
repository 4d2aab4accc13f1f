import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { CheckField, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { startTermAction } from "@/lib/branches/actions";
import { findBranch } from "@/lib/branches/queries/find-branch";

export const metadata: Metadata = { title: "登记换届" };

export default async function NewTermPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const branch = await findBranch(actor, (await props.params).id);
  if (!branch?.can.edit) notFound();
  return (
    <BranchFormPage
      branch={branch}
      title="登记换届"
      explanation="提前换届的，上一届在新任期开始日期结束。选出的书记和委员请随后逐一登记任职。"
    >
      <ActionForm
        action={startTermAction}
        requestKey={randomUUID()}
        submitLabel="登记"
        cancelHref={`/branches/${branch.id}`}
      >
        <input type="hidden" name="branchId" value={branch.id} />
        <TextField name="startsOn" label="任期开始" type="date" isRequired initial={actor.day} />
        <TextField name="endsOn" label="任期届满" type="date" hint="不填则为开始日期起满 3 年。" />
        <CheckField
          name="endsOfficers"
          label="上一届支部委员的任职同时结束"
          hint="连任的也重新登记任职；不勾选则现任者继续任职。"
        />
      </ActionForm>
    </BranchFormPage>
  );
}
