import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { TextArea, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { restoreBranchAction } from "@/lib/branches/actions";
import { findBranch } from "@/lib/branches/queries/find-branch";

export const metadata: Metadata = { title: "恢复支部" };

export default async function RestoreBranchPage(props: { params: Promise<{ id: string }> }) {
  const branch = await findBranch(await requireActor(), (await props.params).id);
  if (!branch?.can.restore) notFound();
  return (
    <BranchFormPage
      branch={branch}
      title="恢复支部"
      explanation={`用于更正登记有误的撤销。${branch.dissolvedOn} 一并结束的覆盖、任职和党小组继续有效；转入承接支部且仍在那里的党员和企业转回本支部。恢复后请核对一遍。`}
    >
      <ActionForm
        action={restoreBranchAction}
        requestKey={randomUUID()}
        submitLabel="恢复支部"
        cancelHref={`/branches/${branch.id}`}
      >
        <input type="hidden" name="id" value={branch.id} />
        <VersionField version={branch.version} />
        <TextArea name="reason" label="原因" isRequired />
      </ActionForm>
    </BranchFormPage>
  );
}
