import { randomUUID } from "node:crypto";
import { Badge } from "@/components/ui/badge";
import { CheckList } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { answerInvitationAction } from "@/lib/activities/actions";
import type { FoundActivity, OwnInvitation } from "@/lib/activities/queries/find-activity";

/** A secretary's answer for a branch: it comes, with some of its enterprises, or it stays away. */
export function AnswerPanel({ activity, invitation }: { activity: FoundActivity; invitation: OwnInvitation }) {
  const { signedUpAt, declinedAt, enterprises } = invitation;
  return (
    <Panel
      title={`${invitation.branchName}：是否参加`}
      more={
        signedUpAt ? (
          <Badge tone="good">已报名</Badge>
        ) : declinedAt ? (
          <Badge tone="plain">不参加</Badge>
        ) : (
          <Badge tone="attention">未答复</Badge>
        )
      }
    >
      <ActionForm
        action={answerInvitationAction}
        requestKey={randomUUID()}
        submitLabel={signedUpAt ? "保存报名" : "报名参加"}
        choice={{
          name: "answer",
          value: "COMES",
          other: { value: "STAYS_AWAY", label: signedUpAt ? "撤回报名" : "不参加" },
        }}
      >
        <input type="hidden" name="id" value={activity.id} />
        <input type="hidden" name="branchId" value={invitation.branchId} />
        {enterprises.length > 0 && (
          <CheckList
            name="enterpriseIds"
            label="一同参加的企业（选填）"
            choices={enterprises.map(({ id, name, isInvited }) => ({
              value: id,
              label: name,
              ...(isInvited ? { detail: "已受邀" } : {}),
            }))}
            initial={enterprises.filter(({ isComing }) => isComing).map(({ id }) => id)}
          />
        )}
        <p className="muted">{activity.answerUntil} 前可以更改。</p>
      </ActionForm>
    </Panel>
  );
}
