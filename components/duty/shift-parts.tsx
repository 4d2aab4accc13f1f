import { standingTones } from "@/components/duty/shift-table";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { formatInstant } from "@/lib/calendar";
import { dutyActionLabels, dutyServiceLabels, shiftStandingLabels, writeDutyDay } from "@/lib/duty/labels";
import type { ShiftFile } from "@/lib/duty/queries/list-shifts";

export function ShiftFacts({ shift }: { shift: ShiftFile }) {
  const { servicePoint, instructor, can } = shift;
  return (
    <Panel
      title="班次"
      more={<Badge tone={standingTones[shift.standing]}>{shiftStandingLabels[shift.standing]}</Badge>}
    >
      <Facts
        items={[
          { label: "驻点日期", value: writeDutyDay(shift.dutyOn) },
          {
            label: "服务点",
            value: can.openPoint ? (
              <a href={`/service-points/${servicePoint.id}`}>{servicePoint.name}</a>
            ) : (
              servicePoint.name
            ),
          },
          { label: "党建指导员", value: instructor.name },
          { label: "填写时间", value: shift.doneAt && formatInstant(shift.doneAt) },
          { label: "服务人次", value: shift.servedCount },
          { label: "服务内容", value: shift.services.map((service) => dutyServiceLabels[service]).join("、") },
        ]}
      />
      {shift.matters && (
        <div className="mt-4">
          <h3 className="mb-1 font-medium">反映的事项</h3>
          <p className="whitespace-pre-wrap break-words">{shift.matters}</p>
        </div>
      )}
    </Panel>
  );
}

/** Every step with who, when and why. */
export function ShiftWay({ shift }: { shift: ShiftFile }) {
  return (
    <Panel title="变更过程">
      {shift.steps.length === 0 && <p className="muted">还没有变更。</p>}
      <ol className="grid gap-3">
        {shift.steps.map((step) => (
          <li key={step.id}>
            <span className="muted">{formatInstant(step.at)}</span> {step.byName} {dutyActionLabels[step.action]}
            {step.reason && <span className="muted block whitespace-pre-wrap break-words">{step.reason}</span>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
