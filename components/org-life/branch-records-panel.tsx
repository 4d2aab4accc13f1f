import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/auth/actor";
import { quarterDays, quarterOf, writeQuarter } from "@/lib/calendar";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { heldMeetings } from "@/lib/org-life/queries/held-meetings";

const shownCount = 5;

/** What the branch held this quarter, on its page: the last few, and the way to record the next. */
export async function BranchRecordsPanel(props: { actor: Actor; branch: { id: string; dissolvedOn: string | null } }) {
  const { actor, branch } = props;
  const quarter = quarterOf(actor.day);
  const held = await heldMeetings(actor, { ...quarterDays(quarter), branchIds: [branch.id] });
  const more = !branch.dissolvedOn && (
    <a href={`/org-life/new?branch=${branch.id}`} className="no-print">
      记一次组织生活
    </a>
  );
  return (
    <Panel title={`本季度组织生活 ${held.length} 次`} id="org-life" more={more}>
      {held.length === 0 ? (
        <p className="muted">本季度还没有组织生活记录。</p>
      ) : (
        <ul className="grid gap-1">
          {held
            .slice(-shownCount)
            .toReversed()
            .map((meeting) => (
              <li key={meeting.id}>
                {meeting.heldOn} <a href={`/org-life/${meeting.id}`}>{meeting.topic}</a>{" "}
                <span className="muted text-xs">
                  {meeting.kinds.map((kind) => orgLifeKindLabels[kind]).join("、")}，实到 {meeting.presentCount}/
                  {meeting.rosterCount}
                </span>
              </li>
            ))}
        </ul>
      )}
      <p className="mt-2">
        <a href={`/org-life?branch=${branch.id}&quarter=${writeQuarter(quarter)}`}>本季度全部</a>
        {" · "}
        <a href={`/org-life?branch=${branch.id}`}>历次记录</a>
      </p>
    </Panel>
  );
}
