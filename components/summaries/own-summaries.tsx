import { EmptyState } from "@/components/shell/empty-state";
import { ReasonList } from "@/components/summaries/history";
import { SummaryState } from "@/components/summaries/status-badge";
import { Panel } from "@/components/ui/panel";
import { writeQuarterInText } from "@/lib/calendar";
import type { OwnSummary } from "@/lib/summaries/queries/own-summaries";

/** A secretary's summaries: what was sent back and why on top, then quarter by quarter. */
export function OwnSummaries({ rows }: { rows: OwnSummary[] }) {
  return (
    <Panel title="我的支部总结">
      {rows.length === 0 ? (
        <EmptyState title="还没有需要报送的总结">党委发布季度计划后，本支部的总结会出现在这里。</EmptyState>
      ) : (
        <ul className="grid gap-3">
          {rows.map((row) => (
            <li key={`${row.planId} ${row.branchId}`} className="grid gap-1 border-b border-line pb-3 last:border-0">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <a href={`/summaries/${row.planId}/${row.branchId}`} className="font-medium">
                  {row.branchName}
                  {writeQuarterInText(row.quarter)}总结
                </a>
                <SummaryState status={row.status} timeliness={row.timeliness} />
              </div>
              <p className="muted">{whatToDo(row)}</p>
              {row.reasons && <ReasonList reasons={row.reasons} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function whatToDo({ status, isBegun, dueOn, firstSubmittedOn }: OwnSummary): string {
  switch (status) {
    case "DRAFT":
      return `${isBegun ? "已保存草稿" : "尚未填写"}，${dueOn} 截止。`;
    case "SENT_BACK":
      return "已退回，请修改后重新报送。";
    case "SUBMITTED":
      return `${firstSubmittedOn} 首次报送，等待党委审核。`;
    case "ACCEPTED":
      return `${firstSubmittedOn ?? ""} 首次报送，已通过。`;
  }
}
