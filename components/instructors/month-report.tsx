import { EmptyState } from "@/components/shell/empty-state";
import { Panel } from "@/components/ui/panel";
import { type TableColumn, TableRows } from "@/components/ui/table-rows";
import { writeMonth } from "@/lib/agenda/rules/month";
import { dutyServiceLabels, shiftStandingLabels } from "@/lib/duty/labels";
import type { MonthReport, VisitedTarget } from "@/lib/instructors/rules/month-report";
import { monthReportSentences } from "@/lib/instructors/rules/month-text";
import { requestCategoryLabels, requestStatusLabels } from "@/lib/requests/labels";
import { visitKindLabels } from "@/lib/visits/labels";

/** The report's chapters: a sentence each, and the entries it was drawn from. */
export function MonthReportChapters({ report }: { report: MonthReport }) {
  const sentences = monthReportSentences(report);
  return (
    <>
      <Panel title="驻点服务">
        <p className="mb-3">{sentences.duty}</p>
        {report.shifts.length > 0 && <Shifts report={report} />}
      </Panel>
      <Panel title="实地走访">
        <p className="mb-3">{sentences.visits}</p>
        {report.targets.length > 0 && <Visits targets={report.targets} />}
        {report.owed.open.length > 0 && <Unvisited report={report} />}
      </Panel>
      <Panel title="企业诉求">
        <p className="mb-3">{sentences.requests}</p>
        {report.requests.length > 0 && <Requests report={report} />}
      </Panel>
      <Panel title="主题活动">
        <p className="mb-3">{sentences.activities}</p>
        {report.activities.length > 0 && <Activities report={report} />}
      </Panel>
    </>
  );
}

export function NoMonthReport(props: { month: string; name: string; day: string }) {
  const isAhead = props.month > props.day.slice(0, 7);
  const title = isAhead
    ? `${writeMonth(props.month)}还没有开始`
    : `${props.name}${writeMonth(props.month)}没有在岗的日子`;
  return (
    <EmptyState title={title}>
      <span>请换一个月份查看。</span>
    </EmptyState>
  );
}

const shiftColumns: TableColumn[] = [
  { look: "nowrap" },
  { label: "服务点" },
  { label: "状态", look: "nowrap" },
  { label: "服务人次", look: "number" },
  { label: "服务内容" },
  { label: "反映的事项" },
];

function Shifts({ report }: { report: MonthReport }) {
  const rows = report.shifts.map((shift) => [
    shift.dutyOn,
    shift.pointName,
    shiftStandingLabels[shift.standing],
    shift.servedCount,
    shift.services.map((service) => dutyServiceLabels[service]).join("、"),
    shift.matters,
  ]);
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">服务点</th>
          <th scope="col">状态</th>
          <th scope="col" className="number">
            服务人次
          </th>
          <th scope="col">服务内容</th>
          <th scope="col">反映的事项</th>
        </tr>
      </thead>
      <TableRows columns={shiftColumns} rows={rows} />
    </table>
  );
}

const visitColumns: TableColumn[] = [
  {},
  { label: "日期", look: "nowrap" },
  { label: "方式", look: "nowrap" },
  { label: "了解到" },
  { label: "已做工作" },
  { label: "诉求", look: "number" },
];

const pathOf = { enterprise: "/enterprises", branch: "/branches" } as const;

function Visits({ targets }: { targets: VisitedTarget[] }) {
  const rows = targets.flatMap(({ targetKind, targetId, targetName, visits }) =>
    visits.map((visit) => [
      { text: targetName, href: `${pathOf[targetKind]}/${targetId}` },
      visit.visitedOn,
      visitKindLabels[visit.kind],
      visit.found,
      visit.done,
      visit.requestCount,
    ]),
  );
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">对象</th>
          <th scope="col">日期</th>
          <th scope="col">方式</th>
          <th scope="col">了解到</th>
          <th scope="col">已做工作</th>
          <th scope="col" className="number">
            诉求
          </th>
        </tr>
      </thead>
      <TableRows columns={visitColumns} rows={rows} />
    </table>
  );
}

function Unvisited({ report }: { report: MonthReport }) {
  return (
    <div className="mt-3">
      <h3 className="mb-1">尚未走访</h3>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {report.owed.open.map(({ targetKind, targetId, targetName }) => (
          <li key={targetId}>
            <a href={`${pathOf[targetKind]}/${targetId}`}>{targetName}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const requestColumns: TableColumn[] = [
  { look: "nowrap" },
  { label: "企业" },
  { label: "类别", look: "nowrap" },
  { label: "诉求内容" },
  { label: "状态", look: "nowrap" },
];

function Requests({ report }: { report: MonthReport }) {
  const rows = report.requests.map((request) => [
    request.raisedOn,
    request.enterpriseName,
    requestCategoryLabels[request.category],
    { text: request.text, href: `/requests/${request.id}` },
    {
      text: requestStatusLabels[request.status],
      badge: request.isOverdue ? { tone: "bad" as const, text: "逾期" } : null,
    },
  ]);
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">企业</th>
          <th scope="col">类别</th>
          <th scope="col">诉求内容</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <TableRows columns={requestColumns} rows={rows} />
    </table>
  );
}

const activityColumns: TableColumn[] = [{ look: "nowrap" }, { label: "活动" }, { label: "地点" }, { label: "参加" }];

function Activities({ report }: { report: MonthReport }) {
  const rows = report.activities.map(({ id, startsOn, title, place, came }) => [
    startsOn,
    { text: title, href: `/activities/${id}` },
    place,
    came.join("、"),
  ]);
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">活动</th>
          <th scope="col">地点</th>
          <th scope="col">参加</th>
        </tr>
      </thead>
      <TableRows columns={activityColumns} rows={rows} />
    </table>
  );
}
