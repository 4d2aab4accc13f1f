import { EmptyState } from "@/components/shell/empty-state";
import { Panel } from "@/components/ui/panel";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { writeMonth } from "@/lib/agenda/rules/month";
import { type Quarter, writeQuarter, writeQuarterInText } from "@/lib/calendar";
import type { FieldStanding } from "@/lib/desks/queries/field-standing";
import type { RhythmCount } from "@/lib/desks/rules/field";
import { writeDutyRhythm } from "@/lib/service-points/labels";

type Shown = { field: FieldStanding; quarter: Quarter };

const dutyList = (quarter: Quarter, filters: Record<string, string> = {}) =>
  `/duty?${new URLSearchParams({ ...filters, quarter: writeQuarter(quarter) })}`;
const dueList = (noun: "visits" | "activities", filters: Record<string, string>) =>
  `/${noun}/due?${new URLSearchParams(filters)}`;

/** Whether the field is alive, at a glance: duty, visits and activities against their rhythm, requests that wait. */
export function FieldFigures({ field, quarter }: Shown) {
  const { duty, visits, requests, activities, joined } = field;
  const held = duty.done + duty.missed + duty.planned;
  return (
    <Panel title={`${writeQuarterInText(quarter)}一线工作`}>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
        <Figure label="已驻点" count={duty.done} href={dutyList(quarter, { state: "DONE" })} note={`共 ${held} 班`} />
        <Figure
          label="到期未填记录"
          count={duty.missed}
          href={dutyList(quarter, { state: "MISSED" })}
          note="驻点班次"
        />
        {visits && (
          <Figure
            label={`${monthOf(visits.day)}已走访`}
            count={visits.done}
            href={visits.isToday ? dueList("visits", { due: "DONE" }) : null}
            note={`应走访 ${visits.owed} 家`}
          />
        )}
        <Figure
          label="逾期诉求"
          count={requests.overdue}
          href="/requests?overdue=1"
          note={`待答复共 ${requests.waiting} 件`}
        />
        <Figure
          label="已开展主题活动"
          count={activities.held}
          href={`/activities?q=${writeQuarter(quarter)}&status=HELD`}
          note={`筹备中 ${activities.planned} 场`}
        />
        {joined && (
          <Figure
            label="已参加活动"
            count={joined.done}
            href={visits?.isToday ? dueList("activities", { due: "DONE" }) : null}
            note={`联系对象应参加 ${joined.owed} 家`}
          />
        )}
      </dl>
    </Panel>
  );
}

const monthOf = (day: string) => writeMonth(day.slice(0, 7)).slice(5);

function Figure(props: { label: string; count: number; href: string | null; note: string }) {
  const look = "block text-2xl leading-tight font-semibold text-ink";
  return (
    <div>
      <dt className="muted">{props.label}</dt>
      <dd>
        {props.href ? (
          <a href={props.href} className={look}>
            {props.count}
          </a>
        ) : (
          <span className={look}>{props.count}</span>
        )}
        <span className="muted text-xs">{props.note}</span>
      </dd>
    </div>
  );
}

const dutyColumns: TableColumn[] = [
  {},
  { label: "频次", look: "nowrap" },
  { label: "应驻点", look: "number" },
  { label: "已驻点", look: "number" },
  { label: "待驻点", look: "number" },
  { label: "未填记录", look: "number" },
];

/** Duty by service point beside what its rhythm asks for; every figure opens its shifts. */
export function DutyPanel({ field, quarter }: Shown) {
  const figure = (point: string, state: string, count: number): TableCell =>
    count > 0 ? { text: count, href: dutyList(quarter, { point, state }) } : 0;
  const rows = field.points.map((point): TableCell[] => [
    { text: point.name, href: dutyList(quarter, { point: point.id }) },
    writeDutyRhythm({ dutyRhythm: point.rhythm, dutyWeekday: point.weekday }),
    point.byRhythm,
    figure(point.id, "DONE", point.done),
    figure(point.id, "PLANNED", point.planned),
    figure(point.id, "MISSED", point.missed),
  ]);
  return (
    <Panel title="各服务点驻点" more={<a href={dutyList(quarter)}>全部班次</a>}>
      {rows.length === 0 ? (
        <EmptyState title="这个季度没有服务点">
          <a href="/service-points/new">登记服务点</a>
        </EmptyState>
      ) : (
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">服务点</th>
              <th scope="col">频次</th>
              <th scope="col" className="number">
                应驻点
              </th>
              <th scope="col" className="number">
                已驻点
              </th>
              <th scope="col" className="number">
                待驻点
              </th>
              <th scope="col" className="number">
                未填记录
              </th>
            </tr>
          </thead>
          <TableRows columns={dutyColumns} rows={rows} />
        </table>
      )}
      {field.hasMorePoints && <p className="muted mt-2 text-xs">按名称列出前 50 个，其余见全部班次。</p>}
    </Panel>
  );
}

const instructorColumns: TableColumn[] = [
  { look: "nowrap" },
  { label: "联系企业", look: "number" },
  { label: "联系支部", look: "number" },
  { label: "服务点", look: "number" },
  { label: "走访（已/应）", look: "number" },
  { label: "参加活动（已/应）", look: "number" },
  { label: "报告", look: "nowrap" },
];

/** What each instructor looks after, the month's visits and the quarter's activities against the rhythm. In name order, never ranked. */
export function InstructorPanel({ field }: { field: FieldStanding }) {
  const { visits } = field;
  const against = ({ owed, done, overdue }: RhythmCount, list: string): TableCell => ({
    text: `${done}/${owed}`,
    ...(owed > 0 && visits?.isToday ? { href: list } : {}),
    note: overdue > 0 ? ` 逾期 ${overdue}` : null,
  });
  const rows = field.instructors.map((one): TableCell[] => [
    { text: one.name, href: `/instructors/${one.id}` },
    one.enterpriseCount,
    one.branchCount,
    one.servicePointCount,
    against(one.visits, dueList("visits", { instructor: one.id })),
    against(one.activities, dueList("activities", { instructor: one.id })),
    visits ? { text: "月度报告", href: `/instructors/${one.id}/report?month=${visits.day.slice(0, 7)}` } : "",
  ]);
  return (
    <Panel title="党建指导员联系、走访和活动" more={<a href="/instructors">全部党建指导员</a>}>
      {rows.length === 0 ? (
        <EmptyState title="还没有登记党建指导员">
          <a href="/instructors/new">登记党建指导员</a>
        </EmptyState>
      ) : (
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              {["企业", "支部", "服务点", "走访", "参加活动"].map((label) => (
                <th key={label} scope="col" className="number">
                  {label}
                </th>
              ))}
              <th scope="col">报告</th>
            </tr>
          </thead>
          <TableRows columns={instructorColumns} rows={rows} />
        </table>
      )}
      <p className="muted mt-2 text-xs">
        {visits
          ? `走访（${writeMonth(visits.day.slice(0, 7))}）和参加活动（本季度）为“已完成/应完成”的联系对象数，按所在党委的节奏计算，不论由谁走访。`
          : "这个季度还没有开始。"}
        {field.hasMoreInstructors && "按姓名列出前 50 人。"}
      </p>
    </Panel>
  );
}
