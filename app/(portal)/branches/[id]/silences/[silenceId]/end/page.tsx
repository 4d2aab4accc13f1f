import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { endSilenceAction } from "@/lib/rulebook/actions";
import { findSilence } from "@/lib/rulebook/queries/find-silence";

export const metadata: Metadata = { title: "恢复提示" };

export default async function EndSilencePage(props: { params: Promise<{ id: string; silenceId: string }> }) {
  const { id, silenceId } = await props.params;
  const actor = await requireActor();
  const silence = await findSilence(actor, silenceId);
  if (!silence || silence.branch.id !== id) notFound();
  return (
    <BranchFormPage
      branch={silence.branch}
      title={`恢复提示：${silence.title}`}
      explanation={`${silence.byName}已把这条提示暂缓到 ${silence.until}，原因：${silence.reason}。恢复后立即重新提示。`}
    >
      <ActionForm
        action={endSilenceAction}
        requestKey={randomUUID()}
        submitLabel="恢复提示"
        cancelHref={`/branches/${id}#findings`}
      >
        <input type="hidden" name="id" value={silence.id} />
      </ActionForm>
    </BranchFormPage>
  );
}
