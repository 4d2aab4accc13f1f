import { RuleHint } from "@/components/rulebook/rule-hint";
import { CheckList } from "@/components/ui/field";
import type { MemberStage } from "@/generated/prisma/enums";
import { memberStageLabels } from "@/lib/members/labels";
import { judgeSize } from "@/lib/rulebook/rules/size";

type Joining = { id: string; name: string; stage: MemberStage; employer: string | null };

/** Who joins the new branch: everybody without a branch who works at its enterprises, unless unticked. */
export function JointBranchMembers({ members }: { members: Joining[] }) {
  if (members.length === 0) {
    return <p className="muted">这些企业中没有尚无支部的党员。支部成立后，请在党员页转入组织关系。</p>;
  }
  const fullCount = members.filter(({ stage }) => stage === "FULL").length;
  return (
    <>
      <CheckList
        name="memberIds"
        label={`编入支部的党员（${members.length} 名，其中正式党员 ${fullCount} 名）`}
        choices={members.map(({ id, name, stage, employer }) => ({
          value: id,
          label: name,
          detail: [memberStageLabels[stage], employer].filter(Boolean).join(" · "),
        }))}
        initial={members.map(({ id }) => id)}
        hint="从成立日期起编入。成立日期有改动时，以当日仍在这些企业工作、尚无支部的为准。"
      />
      <RuleHint rule="branchSize" judgement={judgeSize(fullCount, members.length)} />
    </>
  );
}
