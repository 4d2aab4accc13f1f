import type { ReactNode } from "react";
import { type Day, formatDayInText } from "@/lib/calendar";
import { attendanceStateLabels, orgLifeKindLabels } from "@/lib/org-life/labels";
import type { RecordFile } from "@/lib/org-life/queries/find-record";
import { isPassed, isQuorate } from "@/lib/rulebook/rules/quorum";

/** The record as a sheet of paper: a table such as minute books have, room to sign, and who printed it. */
export function RecordSheet({ record, printedBy, day }: { record: RecordFile; printedBy: string; day: Day }) {
  const { counts, branch, group } = record;
  return (
    <article className="sheet">
      <h1 className="sheet-title">组织生活记录</h1>
      {record.withdrawnAt && <p>本记录已撤销：{record.withdrawReason}</p>}
      <table className="sheet-table">
        <colgroup>
          <col className="sheet-narrow" />
          <col />
          <col className="sheet-narrow" />
          <col />
        </colgroup>
        <tbody>
          <Line items={[["党支部", group ? `${branch.name}（${group.name}）` : branch.name]]} />
          <Line items={[["类型", record.kinds.map((kind) => orgLifeKindLabels[kind]).join("、")]]} />
          <Line
            items={[
              ["日期", formatDayInText(record.heldOn)],
              ["地点", record.place],
            ]}
          />
          <Line
            items={[
              ["主持人", record.host],
              ["记录人", record.recorder],
            ]}
          />
          <Line items={[["主题", record.topic]]} />
          <Line
            items={[
              [
                "应到实到",
                `应到 ${counts.called} 人，实到 ${counts.present} 人；有表决权的正式党员应到 ${counts.entitled} 人，实到 ${counts.entitledPresent} 人`,
              ],
            ]}
          />
          <Line items={[["出席", presentInWords(record)]]} />
          {counts.present < counts.called && <Line items={[["请假缺席", awayInWords(record)]]} />}
          <Line
            items={[
              [
                "内容",
                <div key="content" className="sheet-text">
                  {record.content}
                </div>,
              ],
            ]}
          />
          {record.resolutions.length > 0 && (
            <Line
              items={[
                [
                  "决议",
                  record.resolutions.map((resolution, index) => (
                    <p key={resolution.id}>
                      {index + 1}. {resolution.text}
                      {votesInWords(resolution)}
                    </p>
                  )),
                ],
              ]}
            />
          )}
        </tbody>
      </table>
      <p className="sheet-signs">
        <span className="sheet-sign">主持人签字：</span>
        <span className="sheet-sign">记录人签字：</span>
      </p>
      <p className="sheet-foot">
        {printedBy} 于{formatDayInText(day)}打印
      </p>
    </article>
  );
}

/** A line of the table: one label over the whole width, or two side by side. */
function Line({ items }: { items: [string, ReactNode][] }) {
  return (
    <tr>
      {items.flatMap(([label, value]) => [
        <th key={label} scope="row" className="sheet-cell sheet-label">
          {label}
        </th>,
        <td key={`${label}的内容`} className="sheet-cell" colSpan={items.length === 1 ? 3 : 1}>
          {value}
        </td>,
      ])}
    </tr>
  );
}

function presentInWords({ attendance }: RecordFile): string {
  const present = attendance.filter(({ state }) => state === "PRESENT");
  return present.map(({ name, isEntitled }) => (isEntitled ? name : `${name}（预备）`)).join("、");
}

function awayInWords({ attendance }: RecordFile): string {
  const away = attendance.filter(({ state }) => state !== "PRESENT");
  return away
    .map(({ name, state, reason }) => `${name}（${attendanceStateLabels[state]}${reason ? `：${reason}` : ""}）`)
    .join("、");
}

function votesInWords({ entitledCount, presentCount, forCount }: RecordFile["resolutions"][number]): string {
  if (entitledCount === null || presentCount === null || forCount === null) return "";
  const verdict = !isQuorate(entitledCount, presentCount)
    ? "到会未过半数，表决无效"
    : isPassed(entitledCount, forCount)
      ? "通过"
      : "未通过";
  return `（应到 ${entitledCount} 人，实到 ${presentCount} 人，赞成 ${forCount} 票，${verdict}）`;
}
