import { DatedFacts } from "@/components/branches/dated-facts";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { Day } from "@/lib/calendar";
import { instructorKindLabels } from "@/lib/instructors/labels";
import { servicePointKindLabels, writeDutyRhythm } from "@/lib/service-points/labels";
import type { ServicePointFile } from "@/lib/service-points/queries/find-service-point";

export function ServicePointFacts({ point }: { point: ServicePointFile }) {
  const { park, building } = point;
  return (
    <Panel title="基本情况">
      <Facts
        items={[
          { label: "阵地类型", value: servicePointKindLabels[point.kind] },
          { label: "驻点时间", value: writeDutyRhythm(point) },
          { label: "所在园区", value: <a href={`/parks/${park.id}`}>{park.name}</a> },
          {
            label: "所在楼宇",
            value: building && <a href={`/parks/${park.id}/buildings/${building.id}`}>{building.name}</a>,
          },
          { label: "功能室", value: point.rooms.join("、") },
          { label: "开放时间", value: point.openingHours },
          { label: "启用日期", value: point.openedOn },
          { label: "所属党委", value: point.committee.name },
        ]}
      />
      <p className="mt-3">
        <a href={`/enterprises?park=${park.id}`}>园区内的企业</a>
      </p>
    </Panel>
  );
}

export function ServicePointInstructors({ point, day }: { point: ServicePointFile; day: Day }) {
  const isStaff = point.can.edit || point.can.reopen;
  return (
    <Panel
      title="党建指导员"
      more={point.can.edit && <a href={`/instructors/assign?to=servicePoint&id=${point.id}`}>安排指导员</a>}
    >
      <DatedFacts facts={point.assignments} day={day} empty="还没有安排党建指导员" canEnd={false}>
        {({ instructor }) => (
          <>
            {isStaff ? <a href={`/instructors/${instructor.id}`}>{instructor.name}</a> : instructor.name}
            <span className="muted ml-2">{instructorKindLabels[instructor.kind]}</span>
          </>
        )}
      </DatedFacts>
    </Panel>
  );
}
