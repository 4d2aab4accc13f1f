import { VoteVerdict } from "@/components/org-life/vote-verdict";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { formatInstant } from "@/lib/calendar";
import { attendanceStateLabels, orgLifeKindLabels } from "@/lib/org-life/labels";
import type { RecordFile } from "@/lib/org-life/queries/find-record";

type Props = { record: RecordFile };

export function FactsPanel({ record }: Props) {
  return (
    <Panel title="基本情况">
      <Facts
        items={[
          { label: "类型", value: record.kinds.map((kind) => orgLifeKindLabels[kind]).join("、") },
          { label: "日期", value: record.heldOn },
          { label: "党支部", value: <a href={`/branches/${record.branch.id}`}>{record.branch.name}</a> },
          ...(record.group ? [{ label: "党小组", value: record.group.name }] : []),
          { label: "地点", value: record.place },
          { label: "主持人", value: record.host },
          { label: "记录人", value: record.recorder },
          { label: "登记", value: record.createdByName, note: formatInstant(record.createdAt) },
        ]}
      />
    </Panel>
  );
}

/** Who was there: the counts first, then those who were not, then everybody by name. */
export function AttendancePanel({ record }: Props) {
  const { counts, attendance } = record;
  const present = attendance.filter(({ state }) => state === "PRESENT");
  const away = attendance.filter(({ state }) => state !== "PRESENT");
  return (
    <Panel title="出席情况">
      <Facts
        items={[
          { label: "应到", value: `${counts.called} 人` },
          { label: "实到", value: `${counts.present} 人`, note: `请假 ${counts.leave}，缺席 ${counts.absent}` },
          { label: "有表决权应到", value: `${counts.entitled} 人` },
          { label: "有表决权实到", value: `${counts.entitledPresent} 人` },
        ]}
      />
      {away.length > 0 && (
        <ul className="mt-3 grid gap-1">
          {away.map(({ memberId, name, state, reason }) => (
            <li key={memberId}>
              {name} <span className="muted">{attendanceStateLabels[state] + (reason ? `：${reason}` : "")}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3">
        <span className="muted">出席：</span>
        {present.map(({ name, isEntitled }) => (isEntitled ? name : `${name}（预备）`)).join("、")}
      </p>
    </Panel>
  );
}

export function ContentPanel({ record }: Props) {
  if (!record.content) return null;
  return (
    <Panel title="内容">
      <p className="break-words whitespace-pre-wrap">{record.content}</p>
    </Panel>
  );
}

export function ResolutionsPanel({ record }: Props) {
  if (record.resolutions.length === 0) return null;
  return (
    <Panel title="决议" id="resolutions">
      <ol className="grid gap-3">
        {record.resolutions.map((resolution, index) => (
          <li key={resolution.id}>
            <p className="break-words whitespace-pre-wrap">
              {index + 1}. {resolution.text}
            </p>
            <VoteVerdict votes={resolution} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function TasksPanel({ record }: Props) {
  return (
    <Panel title="完成的计划任务" id="tasks">
      {record.tasks.length === 0 ? (
        <p className="muted">没有关联计划任务。</p>
      ) : (
        <ul className="grid gap-1">
          {record.tasks.map(({ id, title, plan }) => (
            <li key={id}>
              {title} <span className="muted text-xs">{plan.title}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
