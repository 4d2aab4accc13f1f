import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { CheckField, TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { correctBranchNameAction } from "@/lib/branches/actions";
import { findBranchFile } from "@/lib/branches/queries/find-branch";

export const metadata: Metadata = { title: "更正曾用名" };

export default async function CorrectNamePage(props: { params: Promise<{ id: string; factId: string }> }) {
  const { id, factId } = await props.params;
  const branch = await findBranchFile(await requireActor(), id);
  const held = branch?.names.find((name) => name.id === factId);
  if (!branch?.can.correct || !held) notFound();
  return (
    <BranchFormPage
      branch={branch}
      title="更正曾用名"
      explanation="更正登记有误的曾用名或更名日期，前后名称的日期随之相接。现名称有误的，请用“修改”。"
    >
      <ActionForm
        action={correctBranchNameAction}
        requestKey={randomUUID()}
        submitLabel="更正"
        cancelHref={`/branches/${branch.id}`}
      >
        <input type="hidden" name="branchId" value={branch.id} />
        <input type="hidden" name="factId" value={held.id} />
        <input type="hidden" name="wasFrom" value={held.validFrom} />
        <input type="hidden" name="wasTo" value={held.validTo ?? ""} />
        <TextField name="name" label="曾用名" isRequired initial={held.name} />
        <TextField
          name="renamedOn"
          label="更名日期"
          type="date"
          isRequired
          initial={held.validTo ?? ""}
          hint="这一天起使用后一个名称。"
        />
        <CheckField name="isDeleted" label="没有用过这个名称，删除" hint="这段时间归入后一个名称。" />
        <TextArea name="reason" label="更正原因" isRequired />
      </ActionForm>
    </BranchFormPage>
  );
}
