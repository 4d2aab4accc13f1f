import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { endBranchFactAction } from "@/lib/branches/actions";
import { findBranch } from "@/lib/branches/queries/find-branch";
import { findBranchFact } from "@/lib/branches/queries/find-fact";

export const metadata: Metadata = { title: "结束记录" };

export default async function EndFactPage(props: { params: Promise<{ id: string; part: string; factId: string }> }) {
  const { id, part, factId } = await props.params;
  const actor = await requireActor();
  const [branch, fact] = await Promise.all([findBranch(actor, id), findBranchFact(actor, id, part, factId)]);
  if (!branch?.can.edit || !fact || fact.part === "term" || fact.validTo) notFound();
  return (
    <BranchFormPage
      branch={branch}
      title={`结束：${fact.title}`}
      explanation={`自 ${fact.validFrom} 起的这条记录从结束日期起不再有效，以前的日子不变。登记有误的请用“更正”。`}
    >
      <ActionForm
        action={endBranchFactAction}
        requestKey={randomUUID()}
        submitLabel="结束"
        isDanger
        cancelHref={`/branches/${branch.id}`}
      >
        <input type="hidden" name="branchId" value={branch.id} />
        <input type="hidden" name="part" value={fact.part} />
        <input type="hidden" name="factId" value={fact.id} />
        <TextField
          name="endsOn"
          label="结束日期"
          type="date"
          isRequired
          initial={actor.day}
          hint="这一天起不再有效。"
        />
      </ActionForm>
    </BranchFormPage>
  );
}
