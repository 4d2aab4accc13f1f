import { writeMonth } from "@/lib/agenda/rules/month";
import { formatDayInText } from "@/lib/calendar";
import { dutyServiceLabels } from "@/lib/duty/labels";
import { type MonthReport, requestFigures } from "@/lib/instructors/rules/month-report";
import { requestStatusLabels } from "@/lib/requests/labels";

/** What the report is called, on the page, in its files and in their names. */
export function monthReportTitle({ instructor, month }: Pick<MonthReport, "instructor" | "month">): string {
  return `党建指导员${instructor.name}${writeMonth(month)}工作报告`;
}

/** The days it is about, in words: only part of the month for who began or left in it. */
export function monthReportScope({ period, asOf }: Pick<MonthReport, "period" | "asOf">): string {
  const days = `${formatDayInText(period.from)}至${formatDayInText(period.to)}`;
  return asOf < period.to ? `${days}（数据截至${formatDayInText(asOf)}）` : days;
}

/** The chapters in a sentence or two each: the same on the page and in Word. */
export function monthReportSentences(
  report: MonthReport,
): Record<"duty" | "visits" | "requests" | "activities", string> {
  return {
    duty: dutySentence(report),
    visits: visitSentence(report),
    requests: requestSentence(report),
    activities: activitySentence(report),
  };
}

function dutySentence({ duty, shifts }: MonthReport): string {
  if (shifts.length === 0) return "本月没有驻点班次。";
  const rest = [
    duty.planned > 0 ? `待驻点${duty.planned}次` : "",
    duty.missed > 0 ? `到期未填记录${duty.missed}次` : "",
    duty.cancelled > 0 ? `取消${duty.cancelled}次` : "",
  ].filter(Boolean);
  const services = duty.services.map(({ service, count }) => `${dutyServiceLabels[service]}${count}次`).join("、");
  const done = `驻点服务${duty.done}次，服务${duty.served}人次${services ? `，服务内容为${services}` : ""}。`;
  return rest.length > 0 ? `${done}另有${rest.join("、")}。` : done;
}

function visitSentence({ visitCount, targets, owed }: MonthReport): string {
  const made =
    visitCount === 0 ? "本月没有走访记录。" : `实地走访${visitCount}次，走访企业和党支部共${targets.length}家。`;
  if (owed.owed === 0) return `${made}本月没有按走访频次应走访的对象。`;
  return `${made}按走访频次应走访${owed.owed}家，已走访${owed.visited}家，未走访${owed.open.length}家。`;
}

function requestSentence({ requests }: MonthReport): string {
  if (requests.length === 0) return "本月没有带回企业诉求。";
  const states = requestFigures(requests).map(({ status, count }) => `${requestStatusLabels[status]}${count}件`);
  const overdue = requests.filter(({ isOverdue }) => isOverdue).length;
  return `带回企业诉求${requests.length}件，${states.join("、")}${overdue > 0 ? `，其中逾期${overdue}件` : ""}。`;
}

function activitySentence({ activities }: MonthReport): string {
  if (activities.length === 0) return "本月联系的企业和党支部没有参加主题活动的记录。";
  const units = new Set(activities.flatMap(({ came }) => came)).size;
  return `联系的企业和党支部中有${units}家参加主题活动，共${activities.length}场。`;
}
