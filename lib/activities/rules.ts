import type { ActivityMeasure } from "@/generated/prisma/enums";
import { addDays, addMonths, type Day, type Quarter, quarterOf } from "@/lib/calendar";
import { type Due, nextDueOn, standingOf } from "@/lib/instructors/rules/rhythm";

/** The units a figure may have: amounts are summed within one unit and never across two. */
const unitsOf: Record<ActivityMeasure, readonly [string, ...string[]]> = {
  ARTICLES: ["篇"],
  READS: ["次"],
  DONATED_MONEY: ["元"],
  DONATED_GOODS: ["件", "批"],
  HOURS: ["小时"],
  PARTICIPANTS: ["人次"],
};

/** Every measure with each of its units, as a form names them: `DONATED_GOODS:件`. */
export const measuredUnits = Object.entries(unitsOf).flatMap(([measure, units]) =>
  units.map((unit) => `${measure}:${unit}` as const),
) as [string, ...string[]];

/** The two halves of such a name. */
export function readMeasured(measured: string): { measure: ActivityMeasure; unit: string } {
  const [measure, unit] = measured.split(":") as [ActivityMeasure, string];
  return { measure, unit };
}

/** Money and hours have parts; pieces, reads and heads are counted whole. */
const dividable: ActivityMeasure[] = ["DONATED_MONEY", "HOURS"];

type Figure = { measure: ActivityMeasure; amount: string; note: string | null; periodFrom: Day; periodTo: Day };

/** Why a figure cannot stand on a day, in a sentence; null when it can. */
export function figureRefusal(figure: Figure, day: Day): string | null {
  if (!dividable.includes(figure.measure) && Number(figure.amount) % 1 !== 0) return "这项成果按整数计，请不要填小数。";
  if (figure.measure === "DONATED_GOODS" && !figure.note) return "捐物请在说明中写明是什么物品。";
  if (figure.periodTo < figure.periodFrom) return "统计截止日期不能早于起始日期。";
  if (figure.periodTo > day) return `统计截止日期不能晚于今天（${day}）。`;
  return null;
}

/** Longer than a year is a standing task, not an activity (the portal's own bound, against slips of the year). */
const longestMonths = 12;

type Days = { startsOn: Day; endsOn: Day; signUpUntil: Day | null };

/** Why the days of an activity cannot stand, in a sentence; null when they can. */
export function daysRefusal({ startsOn, endsOn, signUpUntil }: Days): string | null {
  if (endsOn < startsOn) return "结束日期不能早于开始日期。";
  if (endsOn > addMonths(startsOn, longestMonths)) return "活动最长一年。请核对开始和结束日期的年份。";
  if (signUpUntil && signUpUntil > endsOn) return "报名截止日期不能晚于活动结束日期。";
  return null;
}

/** An activity belongs to the quarter in which it begins, in lists, totals and as evidence. */
export function quarterOfActivity({ startsOn }: { startsOn: Day }): Quarter {
  return quarterOf(startsOn);
}

/** Whether an activity serves a task of a quarter's plan. */
export function servesQuarter(activity: { startsOn: Day }, quarter: Quarter): boolean {
  const own = quarterOfActivity(activity);
  return own.year === quarter.year && own.quarter === quarter.quarter;
}

/** Attendance, figures and the mark "held" need a day on which it has begun. */
export function hasBegun({ startsOn }: { startsOn: Day }, day: Day): boolean {
  return day >= startsOn;
}

/** The last day on which a branch answers: the one named, else the day on which it begins. */
export function answerUntil({ startsOn, signUpUntil }: { startsOn: Day; signUpUntil: Day | null }): Day {
  return signUpUntil ?? startsOn;
}

/** The code at the door counts on the days of the activity only. */
export function isDoorDay({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }, day: Day): boolean {
  return day >= startsOn && day <= endsOn;
}

/** Attendance and results are entered within a week after the end (the portal's own default). */
export function resultsDueOn(endsOn: Day): Day {
  return addDays(endsOn, 7);
}

/**
 * When somebody looked after is owed its next activity, and how that stands on a day: by the end of the quarter (of
 * the month, for a rhythm not of whole quarters) so many months after the end of the last one held, or after the
 * assignment began (domain section 5: quarterly unless the committee says otherwise). One that ends after the day is
 * none yet.
 */
export function activityDue(
  rhythmMonths: number,
  known: { assignedFrom: Day; lastHeldOn: Day | null },
  day: Day,
): { dueOn: Day; due: Due } {
  const lastHeldOn = known.lastHeldOn !== null && known.lastHeldOn <= day ? known.lastHeldOn : null;
  const dueOn = nextDueOn(rhythmMonths, lastHeldOn ?? known.assignedFrom);
  return { dueOn, due: standingOf(rhythmMonths, { dueOn, lastOn: lastHeldOn }, day) };
}

/** The address behind a source that is one; null for words. Nothing but the web's own two schemes becomes a link. */
export function sourceAddress(source: string): string | null {
  return /^https?:\/\//i.test(source) && URL.canParse(source) ? source : null;
}
