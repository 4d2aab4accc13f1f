import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { CheckField, TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { correctBranchFactAction } from "@/lib/branches/actions";
import { findBranch } from "@/lib/branches/queries/find-branch";
import { findBranchFact } from "@/lib/branches/queries/find-fact";

export const metadata: Metadata = { title: "更正记录" };

export default async function CorrectFactPage(props: {
  params: Promise<{ id: string; part: string; factId: string }>;
}) {
  const { id, part, factId } = await props.params;
  const actor = await requireActor();
  const [branch, fact] = await Promise.all([findBranch(actor, id), findBranchFact(actor, id, part, factId)]);
  if (!branch?.can.correct || !fact) notFound();
  const isTerm = fact.part === "term";
  return (
    <BranchFormPage
      branch={branch}
      title={`更正：${fact.title}`}
      explanation="更正登记有误的内容，原内容和原因记入审计记录。情况确有变化的，请用“结束”或新的登记。"
    >
      <ActionForm
        action={correctBranchFactAction}
        requestKey={randomUUID()}
        submitLabel="更正"
        cancelHref={`/branches/${branch.id}`}
      >
        <input type="hidden" name="branchId" value={branch.id} />
        <input type="hidden" name="part" value={fact.part} />
        <input type="hidden" name="factId" value={fact.id} />
        <input type="hidden" name="wasFrom" value={fact.validFrom} />
        <input type="hidden" name="wasTo" value={fact.validTo ?? ""} />
        <TextField
          name="validFrom"
          label={isTerm ? "任期开始" : "开始日期"}
          type="date"
          isRequired
          initial={fact.validFrom}
        />
        <TextField
          name="validTo"
          label={isTerm ? "任期届满" : "结束日期"}
          type="date"
          isRequired={isTerm}
          initial={fact.validTo ?? ""}
          hint={isTerm ? undefined : "这一天起不再有效；仍然有效的不填。"}
        />
        <CheckField name="isDeleted" label="整条记录登记有误，删除" />
        <TextArea name="reason" label="更正原因" isRequired />
      </ActionForm>
    </BranchFormPage>
  );
}
