import { SelectField, TextArea, TextField } from "@/components/ui/field";
import type { DutyRhythm, ServicePointKind } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import { weekdayLabels } from "@/lib/duty/labels";
import { commonRooms, dutyRhythmLabels, servicePointKindLabels } from "@/lib/service-points/labels";

type Place = { id: string; name: string; buildings: { id: string; name: string }[] };

type Facts = {
  name: string;
  kind: ServicePointKind;
  park: { id: string };
  building: { id: string } | null;
  rooms: string[];
  openingHours: string | null;
  dutyRhythm: DutyRhythm;
  dutyWeekday: number;
  openedOn: Day;
};

const choices = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** The fields of a service point, for a new one and for a change. */
export function ServicePointFields(props: {
  places: Place[];
  point?: Facts;
  parkId?: string | undefined;
  /** What the committee's setting says for a new one. */
  rhythm?: DutyRhythm;
  day?: Day;
}) {
  const { places, point } = props;
  const buildings = places.flatMap((park) =>
    park.buildings.map(({ id, name }) => ({ value: id, label: `${park.name} · ${name}` })),
  );
  return (
    <>
      <TextField name="name" label="服务点名称" isRequired initial={point?.name} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="kind"
          label="阵地类型"
          isRequired
          choices={choices(servicePointKindLabels)}
          initial={point?.kind ?? "SERVICE"}
        />
        <SelectField
          name="dutyRhythm"
          label="驻点服务频次"
          isRequired
          choices={choices(dutyRhythmLabels)}
          initial={point?.dutyRhythm ?? props.rhythm ?? "WEEKLY"}
        />
        <SelectField
          name="dutyWeekday"
          label="驻点星期"
          isRequired
          choices={choices(weekdayLabels)}
          initial={String(point?.dutyWeekday ?? 3)}
          hint="改后只影响以后生成的班次"
        />
        <SelectField
          name="parkId"
          label="所在园区"
          isRequired
          empty="请选择"
          choices={places.map(({ id, name }) => ({ value: id, label: name }))}
          initial={point?.park.id ?? props.parkId ?? (places.length === 1 ? places[0]?.id : undefined)}
        />
        <SelectField
          name="buildingId"
          label="所在楼宇"
          empty="不在楼内或不确定"
          choices={buildings}
          initial={point?.building?.id}
        />
      </div>
      <TextArea
        name="rooms"
        label="功能室"
        rows={2}
        initial={point ? point.rooms.join("、") : commonRooms}
        hint="用顿号隔开，没有的删去"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="openingHours"
          label="开放时间"
          initial={point?.openingHours ?? ""}
          placeholder="如 工作日 9:00—17:30"
        />
        <TextField
          name="openedOn"
          label="启用日期"
          type="date"
          isRequired
          initial={point?.openedOn ?? props.day ?? ""}
        />
      </div>
    </>
  );
}
