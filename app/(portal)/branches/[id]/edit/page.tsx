import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFields } from "@/components/branches/branch-form";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { updateBranchAction } from "@/lib/branches/actions";
import { buildingChoices } from "@/lib/branches/queries/branch-choices";
import { findBranch } from "@/lib/branches/queries/find-branch";

export const metadata: Metadata = { title: "修改党支部" };

export default async function EditBranchPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const branch = await findBranch(actor, (await props.params).id);
  if (!branch?.can.edit) notFound();
  const buildings = await buildingChoices(actor, branch.committeeId);
  return (
    <BranchFormPage branch={branch} title="修改党支部">
      <ActionForm
        action={updateBranchAction}
        requestKey={randomUUID()}
        submitLabel="保存"
        cancelHref={`/branches/${branch.id}`}
      >
        <input type="hidden" name="id" value={branch.id} />
        <VersionField version={branch.version} />
        <BranchFields
          branch={branch}
          buildings={buildings}
          nameHint="这里更正登记有误的名称；支部更名请用“更名”，原名称会保留。"
          kindHint="只用于更正登记有误的类型；改组请登记新支部，再撤销本支部并由新支部承接。"
        />
      </ActionForm>
    </BranchFormPage>
  );
}
