import { standingTones } from "@/components/duty/shift-table";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { shiftStandingLabels, writeDutyDay } from "@/lib/duty/labels";
import type { ShiftRow } from "@/lib/duty/queries/list-shifts";

/** What waits for the instructor: logs still to be written first, then today and what comes. Large targets. */
export function OwnShifts({ shifts }: { shifts: ShiftRow[] }) {
  return (
    <Panel title={shifts.length > 0 ? `我的班次（${shifts.length}）` : "我的班次"}>
      {shifts.length === 0 && <p className="muted">近期没有待驻点的班次。</p>}
      <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        {shifts.map((shift) => (
          <a key={shift.id} href={`/duty/${shift.id}`} className="tile">
            <strong>{writeDutyDay(shift.dutyOn)}</strong>
            <span className="muted">{shift.servicePoint.name}</span>
            <Badge tone={standingTones[shift.standing]}>{shiftStandingLabels[shift.standing]}</Badge>
          </a>
        ))}
      </div>
    </Panel>
  );
}
