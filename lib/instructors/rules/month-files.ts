import { formatDayInText } from "@/lib/calendar";
import type { Block, OfficialDocument } from "@/lib/documents/official-document";
import { dutyServiceLabels, shiftStandingLabels } from "@/lib/duty/labels";
import type { MonthReport, ReportedShift, ReportedVisit } from "@/lib/instructors/rules/month-report";
import { monthReportScope, monthReportSentences, monthReportTitle } from "@/lib/instructors/rules/month-text";
import { requestCategoryLabels, requestStatusLabels } from "@/lib/requests/labels";
import type { Cell } from "@/lib/sheets/cell";
import { visitKindLabels } from "@/lib/visits/labels";

const heading = (level: 1 | 2, text: string): Block => ({ kind: "heading", level, text });
const paragraph = (text: string): Block => ({ kind: "paragraph", text });

const servicesOf = ({ services }: ReportedShift) => services.map((service) => dutyServiceLabels[service]).join("、");

/** The report as an official document. `closing` is what its author adds in own words: it stands last, or not at all. */
export function monthReportPaper(report: MonthReport, closing: string): OfficialDocument {
  const { instructor, asOf } = report;
  return {
    title: monthReportTitle(report),
    recipients: instructor.committeeName,
    blocks: [
      paragraph(`现将${monthReportScope(report)}的工作情况报告如下。`),
      ...dutyBlocks(report),
      ...visitBlocks(report),
      ...requestBlocks(report),
      ...activityBlocks(report),
      ...(closing.trim() ? [heading(1, "本月小结"), paragraph(closing)] : []),
    ],
    signature: { name: instructor.name, date: formatDayInText(asOf) },
  };
}

function dutyBlocks(report: MonthReport): Block[] {
  const { shifts } = report;
  const raised = shifts.filter(({ matters }) => matters.trim() !== "");
  const columns = [
    { header: "日期", share: 2.4, align: "center" as const },
    { header: "服务点", share: 4 },
    { header: "状态", share: 2.2, align: "center" as const },
    { header: "服务人次", share: 2.1, align: "center" as const },
    { header: "服务内容", share: 3.6 },
  ];
  const rows = shifts.map((shift) => [
    formatDayInText(shift.dutyOn).slice(5),
    shift.pointName,
    shiftStandingLabels[shift.standing],
    shift.servedCount === null ? "" : String(shift.servedCount),
    servicesOf(shift),
  ]);
  return [
    heading(1, "驻点服务"),
    paragraph(monthReportSentences(report).duty),
    ...(rows.length > 0 ? [{ kind: "table" as const, columns, rows }] : []),
    ...raised.map(({ dutyOn, pointName, matters }) =>
      paragraph(`${formatDayInText(dutyOn)}，${pointName}反映：${ended(matters)}`),
    ),
  ];
}

function visitBlocks(report: MonthReport): Block[] {
  const { targets, owed } = report;
  return [
    heading(1, "实地走访"),
    paragraph(monthReportSentences(report).visits),
    ...targets.flatMap(({ targetName, visits }) => [heading(2, targetName), ...visits.map(visitParagraph)]),
    ...(owed.open.length > 0
      ? [heading(2, "尚未走访"), paragraph(`${owed.open.map(({ targetName }) => targetName).join("、")}。`)]
      : []),
  ];
}

function visitParagraph({ visitedOn, kind, found, done, requestCount }: ReportedVisit): Block {
  const parts = [
    `${formatDayInText(visitedOn)}${visitKindLabels[kind]}。`,
    found.trim() ? `了解到：${ended(found)}` : "",
    done.trim() ? `已做工作：${ended(done)}` : "",
    requestCount > 0 ? `带回诉求${requestCount}件。` : "",
  ];
  return paragraph(parts.join(""));
}

function requestBlocks(report: MonthReport): Block[] {
  return [
    heading(1, "企业诉求"),
    paragraph(monthReportSentences(report).requests),
    ...report.requests.map((request) =>
      paragraph(
        `${formatDayInText(request.raisedOn)}，${request.enterpriseName}（${requestCategoryLabels[request.category]}，` +
          `${requestState(request)}）：${ended(request.text)}`,
      ),
    ),
  ];
}

function activityBlocks(report: MonthReport): Block[] {
  return [
    heading(1, "主题活动"),
    paragraph(monthReportSentences(report).activities),
    ...report.activities.map(({ startsOn, title, place, came }) =>
      paragraph(`${formatDayInText(startsOn)}，${title}${place ? `（${place}）` : ""}：${came.join("、")}参加。`),
    ),
  ];
}

const requestState = ({ status, isOverdue }: MonthReport["requests"][number]) =>
  isOverdue ? `${requestStatusLabels[status]}，已逾期` : requestStatusLabels[status];

/** A text typed in a log as one sentence among others: its lines run on, and it ends with a stop. */
function ended(text: string): string {
  const line = text
    .split(/\s*[\r\n]+\s*/)
    .map((part) => part.trim())
    .filter(Boolean)
    .join("；");
  return /[。！？.!?…；;]$/.test(line) ? line : `${line}。`;
}

/** The columns of the Excel file, one line for each thing done. */
export const monthReportColumns = [
  { header: "事项", width: 10 },
  { header: "日期", width: 12, kind: "day" as const },
  { header: "对象", width: 32 },
  { header: "状态", width: 12 },
  { header: "服务人次", width: 10, kind: "number" as const },
  { header: "类别", width: 24 },
  { header: "情况", width: 48 },
  { header: "已做工作", width: 36 },
];

/** The same report line by line: duty, visits, visits still owed, requests, activities. */
export function monthReportRows({ shifts, targets, owed, requests, activities }: MonthReport): Cell[][] {
  return [
    ...shifts.map((shift) => [
      "驻点服务",
      shift.dutyOn,
      shift.pointName,
      shiftStandingLabels[shift.standing],
      shift.servedCount,
      servicesOf(shift),
      shift.matters,
      "",
    ]),
    ...targets.flatMap(({ targetName, visits }) =>
      visits.map(({ visitedOn, kind, found, done }) => [
        "实地走访",
        visitedOn,
        targetName,
        "已走访",
        null,
        visitKindLabels[kind],
        found,
        done,
      ]),
    ),
    ...owed.open.map(({ targetName }) => ["实地走访", null, targetName, "未走访", null, "", "", ""]),
    ...requests.map((request) => [
      "企业诉求",
      request.raisedOn,
      request.enterpriseName,
      requestState(request),
      null,
      requestCategoryLabels[request.category],
      request.text,
      "",
    ]),
    ...activities.map(({ startsOn, title, place, came }) => [
      "主题活动",
      startsOn,
      title,
      "已开展",
      null,
      "",
      `${came.join("、")}参加`,
      place ? `地点：${place}` : "",
    ]),
  ];
}
