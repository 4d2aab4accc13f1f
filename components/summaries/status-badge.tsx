import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { SummaryStatus } from "@/generated/prisma/enums";
import { summaryStatusLabels, timelinessLabels } from "@/lib/summaries/labels";
import type { Timeliness } from "@/lib/summaries/rules/timeliness";

export const statusTones: Record<SummaryStatus, BadgeTone> = {
  DRAFT: "plain",
  SUBMITTED: "info",
  SENT_BACK: "attention",
  ACCEPTED: "good",
};

export const timelinessTones: Record<Timeliness, BadgeTone> = {
  ON_TIME: "good",
  LATE: "attention",
  WAITING: "plain",
  OVERDUE: "bad",
};

/** Where a summary stands, and whether it came in time. */
export function SummaryState(props: { status: SummaryStatus; timeliness: Timeliness }) {
  const { status, timeliness } = props;
  return (
    <span className="inline-flex flex-wrap gap-2">
      <Badge tone={statusTones[status]}>{summaryStatusLabels[status]}</Badge>
      {timeliness !== "WAITING" && <Badge tone={timelinessTones[timeliness]}>{timelinessLabels[timeliness]}</Badge>}
    </span>
  );
}
