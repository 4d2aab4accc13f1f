import { DutyTable, Gaps, MeetingCounts, MeetingTable } from "@/components/summaries/evidence";
import { lastReasons, ReasonList, SummaryHistory } from "@/components/summaries/history";
import { AcceptForm, ReopenForm, SendBackForm, WithdrawForm } from "@/components/summaries/review/review-forms";
import { Panel } from "@/components/ui/panel";
import type { Summary } from "@/lib/summaries/queries/find-summary";
import type { SummaryContent } from "@/lib/summaries/schema";

/** What was sent back and why, at the top of everything. */
export function SentBackPanel({ summary }: { summary: Summary }) {
  const reasons = lastReasons(summary);
  if (!reasons) return null;
  return (
    <div className="mb-4">
      <Panel title="已退回，请修改后重新报送">
        <ReasonList reasons={reasons} />
      </Panel>
    </div>
  );
}

/** Before one writes: what is missing so far. */
export function GapsPanel({ content }: { content: SummaryContent }) {
  return (
    <div className="mb-4">
      <Panel title="还缺什么" id="gaps">
        <Gaps gaps={content.gaps} />
      </Panel>
    </div>
  );
}

/** Beside the form: what the records of the quarter say. */
export function RecordsPanel({ summary, content }: { summary: Summary; content: SummaryContent }) {
  return (
    <Panel
      title="本季度组织生活"
      more={<a href={`/org-life/new?branch=${summary.branchId}`}>补记组织生活</a>}
      id="meetings"
    >
      <div className="grid gap-2">
        <MeetingCounts meetings={content.meetings} />
        <MeetingTable meetings={content.meetings} />
        <DutyTable duties={content.duties} />
      </div>
    </Panel>
  );
}

/** Beside a summary that is read: what the reader may do with it, and what was done. */
export function DecisionAside({ summary }: { summary: Summary }) {
  const { can } = summary;
  return (
    <>
      {can.accept && (
        <Panel title="审核">
          <div className="grid gap-4">
            <AcceptForm summary={summary} />
            {can.sendBack && <SendBackForm summary={summary} />}
          </div>
        </Panel>
      )}
      {can.withdraw && (
        <Panel title="撤回报送">
          <WithdrawForm summary={summary} />
        </Panel>
      )}
      {can.reopen && (
        <Panel title="重新开启">
          <ReopenForm summary={summary} />
        </Panel>
      )}
    </>
  );
}

export function HistoryPanel({ summary }: { summary: Summary }) {
  return (
    <Panel title="办理记录" id="history">
      <SummaryHistory steps={summary.steps} />
    </Panel>
  );
}
