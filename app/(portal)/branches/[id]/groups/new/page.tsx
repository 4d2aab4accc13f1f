import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { addGroupAction } from "@/lib/branches/actions";
import { findBranch } from "@/lib/branches/queries/find-branch";

export const metadata: Metadata = { title: "登记党小组" };

export default async function NewGroupPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const branch = await findBranch(actor, (await props.params).id);
  if (!branch?.can.edit) notFound();
  return (
    <BranchFormPage branch={branch} title="登记党小组">
      <ActionForm
        action={addGroupAction}
        requestKey={randomUUID()}
        submitLabel="登记"
        cancelHref={`/branches/${branch.id}`}
      >
        <input type="hidden" name="branchId" value={branch.id} />
        <TextField name="name" label="党小组名称" isRequired placeholder="如：第一党小组" />
        <TextField name="validFrom" label="成立日期" type="date" isRequired initial={actor.day} />
      </ActionForm>
    </BranchFormPage>
  );
}
