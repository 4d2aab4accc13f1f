import { formatInstant } from "@/lib/calendar";
import { sectionLabels, summaryActionLabels } from "@/lib/summaries/labels";
import type { Summary } from "@/lib/summaries/queries/find-summary";
import { type Reasons, sections } from "@/lib/summaries/schema";

/** Why a summary was sent back or opened again, section by section. */
export function ReasonList({ reasons }: { reasons: Reasons }) {
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {sections.map((section) =>
        reasons[section] ? (
          <li key={section}>
            {section !== "other" && <span className="font-medium">{sectionLabels[section]}：</span>}
            {reasons[section]}
          </li>
        ) : null,
      )}
    </ul>
  );
}

/** Who did what with the summary, newest first. */
export function SummaryHistory({ steps }: { steps: Summary["steps"] }) {
  if (steps.length === 0) return <p className="muted">还没有报送过。</p>;
  return (
    <ol className="grid gap-2">
      {steps.toReversed().map((step) => (
        <li key={step.id}>
          <p>
            <span className="muted">{formatInstant(step.at)}</span> {step.byName} {summaryActionLabels[step.action]}
          </p>
          {step.reasons && <ReasonList reasons={step.reasons} />}
        </li>
      ))}
    </ol>
  );
}

/** The last word of the reviewers, while it waits to be answered. */
export function lastReasons({ status, steps }: Pick<Summary, "status" | "steps">): Reasons | null {
  if (status !== "SENT_BACK") return null;
  return steps.findLast(({ reasons }) => reasons !== null)?.reasons ?? null;
}
