import { Picture } from "@/components/charts/picture";
import { drawMark, drawQuarterWeeks, type Mark, type MarkKind } from "@/components/charts/quarter-weeks";
import { QuarterSwitch } from "@/components/shell/quarter-switch";
import { Panel } from "@/components/ui/panel";
import { type Day, type Quarter, writeQuarterInText } from "@/lib/calendar";
import { shiftStandingLabels, writeDutyDay } from "@/lib/duty/labels";
import type { ShiftRow } from "@/lib/duty/queries/list-shifts";

type Visit = { id: string; visitedOn: Day; targetName: string };
type Entry = Mark & { key: string; href: string };

const kindLabels: Record<MarkKind, string> = {
  DONE: shiftStandingLabels.DONE,
  PLANNED: shiftStandingLabels.PLANNED,
  MISSED: shiftStandingLabels.MISSED,
  CANCELLED: shiftStandingLabels.CANCELLED,
  VISIT: "走访",
};

/** The rhythm of a quarter as a picture, with the same in words below it for whoever does not see the picture. */
export function QuarterPanel(props: {
  /** The page it stands on; the quarter is kept in its address. */
  path: string;
  quarter: Quarter;
  day: Day;
  shifts: ShiftRow[];
  visits?: Visit[];
  /** What a shift is called by: on an instructor's page by the point, on a point's page by the instructor. */
  names: "point" | "instructor";
}) {
  const { quarter, day } = props;
  const entries = entriesOf(props);
  const words = countsOf(entries, props.visits !== undefined);
  const title = `${writeQuarterInText(quarter)}驻点日历`;
  return (
    <Panel title="驻点日历">
      <QuarterSwitch path={props.path} params={{}} quarter={quarter} day={day} />
      <p className="my-2">{words || "这个季度还没有班次。"}</p>
      <div className="max-w-lg">
        <Picture svg={drawQuarterWeeks(quarter, entries, day)} label={`${title}：${words || "没有班次"}`} />
      </div>
      <Legend hasVisits={props.visits !== undefined} />
      {entries.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer">逐日列表（{entries.length}）</summary>
          <ul className="mt-2 grid gap-1">
            {entries.map(({ key, href, text }) => (
              <li key={key}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function Legend({ hasVisits }: { hasVisits: boolean }) {
  const kinds = (Object.keys(kindLabels) as MarkKind[]).filter((kind) => hasVisits || kind !== "VISIT");
  return (
    <ul aria-label="图例" className="muted mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1">
          <Picture svg={drawMark(kind)} />
          {kindLabels[kind]}
        </li>
      ))}
    </ul>
  );
}

function entriesOf({ shifts, visits = [], names }: Parameters<typeof QuarterPanel>[0]): Entry[] {
  const ofShifts = shifts.map((shift) => {
    const name = names === "point" ? shift.servicePoint.name : shift.instructor.name;
    return {
      key: shift.id,
      day: shift.dutyOn,
      kind: shift.standing === "TODAY" ? ("PLANNED" as const) : shift.standing,
      text: `${writeDutyDay(shift.dutyOn)} ${name} ${shiftStandingLabels[shift.standing]}`,
      href: `/duty/${shift.id}`,
    };
  });
  const ofVisits = visits.map((visit) => ({
    key: visit.id,
    day: visit.visitedOn,
    kind: "VISIT" as const,
    text: `${writeDutyDay(visit.visitedOn)} 走访 ${visit.targetName}`,
    href: `/visits/${visit.id}`,
  }));
  return [...ofShifts, ...ofVisits].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function countsOf(entries: Entry[], hasVisits: boolean): string {
  if (entries.length === 0) return "";
  const countOf = (kind: MarkKind) => entries.filter((entry) => entry.kind === kind).length;
  const shifts = (["DONE", "PLANNED", "MISSED", "CANCELLED"] as const).filter((kind) => countOf(kind) > 0);
  const words = shifts.map((kind) => `${kindLabels[kind]} ${countOf(kind)} 次`);
  return [...words, ...(hasVisits ? [`走访 ${countOf("VISIT")} 次`] : [])].join("，");
}
