import { planStatusTones } from "@/components/plans/state-tones";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { formatDayInText, formatInstant } from "@/lib/calendar";
import { planStatusLabels } from "@/lib/plans/labels";
import type { listAmendments, listSteps, Plan } from "@/lib/plans/queries/find-plan";

/** What the plan is: quarter, committee, deadline, and the general part of its text. */
export function PlanFactsPanel({ plan }: { plan: Plan }) {
  const more = plan.can.edit && <a href={`/plans/${plan.id}/edit`}>修改</a>;
  return (
    <Panel title="计划" more={more}>
      <Facts
        items={[
          { label: "季度", value: plan.quarterText },
          { label: "发布单位", value: plan.committee.name },
          {
            label: "状态",
            value: <Badge tone={planStatusTones[plan.status]}>{planStatusLabels[plan.status]}</Badge>,
          },
          { label: "总结截止", value: formatDayInText(plan.summaryDueOn) },
        ]}
      />
      {plan.guidance && <Guidance text={plan.guidance} />}
    </Panel>
  );
}

export function Guidance({ text }: { text: string }) {
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h3 className="muted mb-1">总体要求</h3>
      <p className="max-w-3xl whitespace-pre-line break-words">{text}</p>
    </div>
  );
}

type Amendment = Awaited<ReturnType<typeof listAmendments>>[number];

/** What changed since the publication, newest first, each with its number and reason. */
export function AmendmentsPanel({ amendments }: { amendments: Amendment[] }) {
  if (amendments.length === 0) return null;
  return (
    <Panel title={`修订 ${amendments.length} 次`} id="amendments">
      <ol className="grid gap-4">
        {amendments.map(({ id, number, reason, changes, at, byName }) => (
          <li key={id}>
            <p>
              <span className="font-medium">第 {number} 号修订</span>{" "}
              <span className="muted">
                {formatInstant(at)} {byName}
              </span>
            </p>
            <p className="break-words">原因：{reason}</p>
            <ul className="mt-1 list-disc pl-5">
              {changes.map((change) => (
                <li key={`${change.task} ${change.change}`} className="break-words">
                  {changeText(change)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function changeText({ task, change, before, after }: Amendment["changes"][number]): string {
  if (before === null) return `${change}：${after}`;
  if (after === null) return `${change}：${before}`;
  return `“${task}”${change}：${before || "（空）"} → ${after || "（空）"}`;
}

type Step = Awaited<ReturnType<typeof listSteps>>[number];

/** Who published and closed the plan, when and why. */
export function StepsPanel({ steps }: { steps: Step[] }) {
  if (steps.length === 0) return null;
  return (
    <Panel title="办理记录">
      <ul>
        {steps.map(({ id, status, at, byName, reason }) => (
          <li key={id} className="py-1">
            {planStatusLabels[status]}{" "}
            <span className="muted">
              {formatInstant(at)} {byName}
            </span>
            {reason && <p className="break-words">说明：{reason}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
