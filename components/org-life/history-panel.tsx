import { Panel } from "@/components/ui/panel";
import { fieldLabel } from "@/lib/audit/field-labels";
import { formatInstant } from "@/lib/calendar";
import type { HistoryStep } from "@/lib/org-life/queries/record-history";

/** Who changed what, and when. */
export function HistoryPanel({ steps }: { steps: HistoryStep[] }) {
  if (steps.length === 0) return null;
  return (
    <Panel title="办理记录" id="history">
      <ol className="grid gap-3">
        {steps.map((step) => (
          <li key={step.id}>
            <p>
              {formatInstant(step.at)} {step.actorName} {step.words}
              {step.reason && <span className="muted">：{step.reason}</span>}
            </p>
            {step.changes.length > 0 && (
              <details>
                <summary className="cursor-pointer text-xs leading-6 text-ink-2">改动 {step.changes.length} 处</summary>
                <ul className="grid gap-1 text-xs">
                  {step.changes.map(({ field, before, after }) => (
                    <li key={field} className="break-words">
                      <span className="muted">{fieldLabel(field)}：</span>
                      <del>{before ?? "（无）"}</del> → {after ?? "（无）"}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
