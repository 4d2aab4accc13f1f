import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { attendanceOf, countByKind } from "@/lib/summaries/rules/content";
import type { SummaryContent } from "@/lib/summaries/schema";

type Props = { meetings: SummaryContent["meetings"] };

/** The quarter's meetings in one sentence: how many of each kind, and how many came. */
export function MeetingCounts({ meetings }: Props) {
  if (meetings.length === 0) return <p className="muted">本季度没有组织生活记录。</p>;
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

/** The records that show a task done; each leads to its record. */
export function TaskRecords({ records }: { records: SummaryContent["tasks"][number]["records"] }) {
  return (
    <ul className="grid gap-1">
      {records.map(({ id, heldOn, topic }) => (
        <li key={id}>
          {heldOn} <a href={`/org-life/${id}`}>{topic}</a>
        </li>
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
