import { ReasonList } from "@/components/summaries/history";
import { SummaryState } from "@/components/summaries/status-badge";
import { Panel } from "@/components/ui/panel";
import { type Quarter, writeQuarter, writeQuarterInText } from "@/lib/calendar";
import type { OwnSummary } from "@/lib/summaries/queries/own-summaries";

/** The quarter's summary with its state, and any other that was sent back, with the reasons. */
export function BranchSummaryPanel(props: { quarter: Quarter; summaries: OwnSummary[] }) {
  const isChosen = ({ quarter }: OwnSummary) => writeQuarter(quarter) === writeQuarter(props.quarter);
  const shown = props.summaries.filter((summary) => isChosen(summary) || summary.status === "SENT_BACK");
  return (
    <Panel title="季度总结" more={<a href="/summaries">全部总结</a>}>
      {shown.length === 0 ? (
        <p className="muted">这个季度没有需要报送的总结。</p>
      ) : (
        <ul className="grid gap-3">
          {shown.map((summary) => (
            <Summary key={summary.planId} summary={summary} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Summary({ summary }: { summary: OwnSummary }) {
  const { status, timeliness, dueOn } = summary;
  const isOpen = status === "DRAFT" || status === "SENT_BACK";
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <a href={`/summaries/${summary.planId}/${summary.branchId}`}>{writeQuarterInText(summary.quarter)}总结</a>
        <SummaryState status={status} timeliness={timeliness} />
      </div>
      {isOpen && (
        <p className="muted">
          {status === "SENT_BACK" ? "请按下列原因修改后重新报送。" : `${dueOn} 截止，已按组织生活记录预填。`}
        </p>
      )}
      {summary.reasons && <ReasonList reasons={summary.reasons} />}
    </li>
  );
}
