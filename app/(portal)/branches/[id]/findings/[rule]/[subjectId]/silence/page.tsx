import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFormPage } from "@/components/branches/branch-form-page";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { findBranch } from "@/lib/branches/queries/find-branch";
import { addMonths } from "@/lib/calendar";
import { silenceFindingAction } from "@/lib/rulebook/actions";
import { branchFindings } from "@/lib/rulebook/queries/branch-findings";
import { longestSilenceMonths } from "@/lib/rulebook/rules/finding";
import { isOpen, ruleOf } from "@/lib/rulebook/rules/rulebook";

export const metadata: Metadata = { title: "暂缓提示" };

type Params = { id: string; rule: string; subjectId: string };

export default async function SilenceFindingPage(props: { params: Promise<Params> }) {
  const { id, rule, subjectId } = await props.params;
  const actor = await requireActor();
  const branch = (await findBranch(actor, id)) ?? notFound();
  const findings = await branchFindings(actor, { branchIds: [branch.id] });
  const open = findings.filter(
    (finding) => finding.rule === rule && finding.subject.id === subjectId && finding.can.silence && isOpen(finding),
  );
  const [first] = open;
  if (!first) notFound();
  return (
    <BranchFormPage
      branch={branch}
      title={`暂缓提示：${ruleOf(first.rule).title}`}
      explanation={`${open.map(({ text }) => text).join("")}暂缓后到所填日期前，这条规则的提示不再列入待办，规则本身不变。`}
    >
      <ActionForm
        action={silenceFindingAction}
        requestKey={randomUUID()}
        submitLabel="暂缓"
        cancelHref={`/branches/${branch.id}#findings`}
      >
        <input type="hidden" name="branchId" value={branch.id} />
        <input type="hidden" name="rule" value={first.rule} />
        <input type="hidden" name="subjectId" value={first.subject.id} />
        <TextField
          name="until"
          label="暂缓到"
          type="date"
          isRequired
          initial={addMonths(actor.day, 1)}
          hint={`这一天起恢复提示，一次最多 ${longestSilenceMonths} 个月。`}
        />
        <TextArea name="reason" label="暂缓原因" isRequired hint="支部书记也能看到。" />
      </ActionForm>
    </BranchFormPage>
  );
}
