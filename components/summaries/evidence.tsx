import { Badge } from "@/components/ui/badge";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { attendanceOf, countByKind } from "@/lib/summaries/rules/content";
import type { SummaryContent } from "@/lib/summaries/schema";

type Props = { meetings: SummaryContent["meetings"] };

/** The quarter's meetings in one sentence: how many of each kind, and how many came. */
export function MeetingCounts({ meetings }: Props) {
  if (meetings.length === 0) return <p className="muted">没有组织生活记录。</p>;
  const { present, roster } = attendanceOf(meetings);
  const counts = countByKind(meetings).map(({ kind, count }) => `${orgLifeKindLabels[kind]} ${count} 次`);
  return (
    <p>
      共 {meetings.length} 次组织生活：{counts.join("、")}。
      {roster > 0 && `应到 ${roster} 人次，实到 ${present} 人次（${Math.round((present / roster) * 100)}%）。`}
    </p>
  );
}

/** Every meeting with its topic and attendance; each leads to its record. */
export function MeetingTable({ meetings }: Props) {
  if (meetings.length === 0) return null;
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">主题</th>
          <th scope="col">日期</th>
          <th scope="col">类型</th>
          <th scope="col" className="number">
            实到 / 应到
          </th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr key={meeting.id}>
            <td>
              <a href={`/org-life/${meeting.id}`}>{meeting.topic}</a>
            </td>
            <td data-label="日期" className="whitespace-nowrap">
              {meeting.heldOn}
            </td>
            <td data-label="类型">{meeting.kinds.map((kind) => orgLifeKindLabels[kind]).join("、")}</td>
            <td data-label="实到 / 应到" className="number">
              {meeting.presentCount} / {meeting.rosterCount}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the rules ask of the branch in the quarter, and what the records show. What does not apply is said to. */
export function DutyTable({ duties }: { duties: SummaryContent["duties"] }) {
  if (duties.length === 0) return null;
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">组织生活制度</th>
          <th scope="col" className="number">
            本季度应开
          </th>
          <th scope="col" className="number">
            有记录
          </th>
          <th scope="col">情况</th>
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <tr key={duty.kind}>
            <td>{orgLifeKindLabels[duty.kind]}</td>
            <td data-label="本季度应开" className="number">
              {duty.required === 0 ? "—" : duty.required}
            </td>
            <td data-label="有记录" className="number">
              {duty.required === 0 ? "—" : duty.fulfilled}
            </td>
            <td data-label="情况">
              <DutyState {...duty} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DutyState({ required, fulfilled, missed }: SummaryContent["duties"][number]) {
  if (required === 0) return <span className="muted">不适用</span>;
  if (fulfilled >= required) return <Badge tone="good">已达到</Badge>;
  if (missed > 0) return <Badge tone="attention">缺 {missed} 次</Badge>;
  return <Badge tone="plain">未到期</Badge>;
}

type Shown = Pick<SummaryContent["tasks"][number], "records" | "activities">;

/** The quarter's activities with their titles; each leads to its page. */
export function ActivityList({ activities }: Pick<SummaryContent, "activities">) {
  if (activities.length === 0) return <p className="muted">没有参加主题活动的记录。</p>;
  return (
    <>
      <p>参加或组织主题活动 {activities.length} 项。</p>
      <ul className="grid gap-1">
        {activities.map((activity) => (
          <ActivityLine key={activity.id} {...activity} />
        ))}
      </ul>
    </>
  );
}

function ActivityLine({ id, startsOn, title }: SummaryContent["activities"][number]) {
  return (
    <li>
      {startsOn} <a href={`/activities/${id}`}>{title}</a>
    </li>
  );
}

/** The records and activities that show a task done; each leads to its page. */
export function TaskRecords({ task: { records, activities } }: { task: Shown }) {
  return (
    <ul className="grid gap-1">
      {records.map(({ id, heldOn, topic }) => (
        <li key={id}>
          {heldOn} <a href={`/org-life/${id}`}>{topic}</a>
        </li>
      ))}
      {activities.map((activity) => (
        <ActivityLine key={activity.id} {...activity} />
      ))}
    </ul>
  );
}

/** What is missing, plainly; a summary without gaps says so too. */
export function Gaps({ gaps }: { gaps: string[] }) {
  if (gaps.length === 0) return <p className="text-good">记录齐全，每项任务都有依据。</p>;
  return (
    <ul className="grid list-disc gap-1 pl-5 text-attention">
      {gaps.map((gap) => (
        <li key={gap}>{gap}</li>
      ))}
    </ul>
  );
}
