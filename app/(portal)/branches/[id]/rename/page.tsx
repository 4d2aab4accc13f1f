import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { renameBranchAction } from "@/lib/branches/actions";
import { findBranch } from "@/lib/branches/queries/find-branch";

export const metadata: Metadata = { title: "支部更名" };

export default async function RenameBranchPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const branch = await findBranch(actor, (await props.params).id);
  if (!branch?.can.edit) notFound();
  return (
    <BranchFormPage
      branch={branch}
      title="支部更名"
      explanation={`现名称“${branch.name}”会作为曾用名保留，更名日期以前的资料仍用原名称。`}
    >
      <ActionForm
        action={renameBranchAction}
        requestKey={randomUUID()}
        submitLabel="更名"
        cancelHref={`/branches/${branch.id}`}
      >
        <input type="hidden" name="id" value={branch.id} />
        <VersionField version={branch.version} />
        <TextField name="name" label="新名称" isRequired />
        <TextField name="renamedOn" label="更名日期" type="date" isRequired initial={actor.day} />
      </ActionForm>
    </BranchFormPage>
  );
}
