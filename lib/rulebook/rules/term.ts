import { addMonths, type Day, formatDayInText } from "@/lib/calendar";
import type { Judgement, Rule } from "@/lib/rulebook/rules/finding";

export type TermState = "NONE" | "RUNNING" | "DUE_SOON" | "OVERDUE";

type Term = { startsOn: Day; endsOn: Day };

/** Months of one term of a branch (基层组织任期的意见 2018). */
const termMonths = 36;

/** The election may come this many months early or late with approval (基层组织选举工作条例 2020). */
const toleranceMonths = 12;

/** The election is announced this many months before the term ends (practice stated for the branch rules). */
const reminderMonths = 6;

/** First day after a term that starts on a day: three years later (基层组织任期的意见 2018). */
export function termEnd(startsOn: Day): Day {
  return addMonths(startsOn, termMonths);
}

/** How a branch's last term stands on a day. `endsOn` is the first day after the term; null: no term recorded. */
export function termState(endsOn: Day | null, day: Day): TermState {
  if (endsOn === null) return "NONE";
  if (endsOn <= day) return "OVERDUE";
  return endsOn <= electionDueUntil(day) ? "DUE_SOON" : "RUNNING";
}

/** A term that ends on or before this day is within the reminder of six months. */
export function electionDueUntil(day: Day): Day {
  return addMonths(day, reminderMonths);
}

/** The day from which the election of a term that ends on a day is announced. */
export function electionReminderFrom(termEndsOn: Day): Day {
  return addMonths(termEndsOn, -reminderMonths);
}

/** 任期: three years; a late election needs approval and generally comes within a year. Takes the last term recorded. */
export function judgeTerm(last: Term | null, day: Day): Judgement {
  if (!last) return { outcome: "DUE", text: "还没有登记任期，无法提醒换届。请登记本届任期。" };
  const ends = formatDayInText(last.endsOn);
  if (last.endsOn <= day) return { outcome: "BREACHED", text: overdueText(last.endsOn, day), dueOn: last.endsOn };
  if (isUnusualTerm(last)) {
    const text = `登记的任期自${formatDayInText(last.startsOn)}至${ends}，与 3 年相差超过 1 年，请核对。`;
    return { outcome: "DUE", text };
  }
  return { outcome: "FULFILLED", text: `本届任期至${ends}。`, dueOn: last.endsOn };
}

/** 换届提醒: from six months before the term ends until its end. */
export function judgeElection(last: Term | null, day: Day): Judgement {
  switch (termState(last?.endsOn ?? null, day)) {
    case "NONE":
      return { outcome: "NOT_APPLICABLE", text: "还没有登记任期。" };
    case "OVERDUE":
      return { outcome: "NOT_APPLICABLE", text: "任期已届满，见“任期”。" };
    case "RUNNING":
      return { outcome: "NOT_APPLICABLE", text: `距任期届满还有 ${reminderMonths} 个月以上。` };
    case "DUE_SOON": {
      const endsOn = last?.endsOn ?? day;
      const text = `本届任期将于${formatDayInText(endsOn)}届满，请在届满前完成换届选举。`;
      return { outcome: "DUE", text, dueOn: endsOn };
    }
  }
}

function overdueText(endsOn: Day, day: Day): string {
  const ended = `任期已于${formatDayInText(endsOn)}届满，还没有登记换届。`;
  return addMonths(endsOn, toleranceMonths) < day
    ? `${ended}延期已超过 1 年，请尽快换届。`
    : `${ended}延期须经上级党组织批准，一般不超过 1 年。`;
}

/** A term more than a year shorter or longer than three years is probably a slip of the pen. */
function isUnusualTerm({ startsOn, endsOn }: Term): boolean {
  return (
    endsOn < addMonths(startsOn, termMonths - toleranceMonths) ||
    endsOn > addMonths(startsOn, termMonths + toleranceMonths)
  );
}

export const termRule: Rule = {
  id: "term",
  title: "任期",
  article: "党支部委员会每届任期一般为 3 年，任期届满按期换届；延期或者提前换届应当报上级党组织批准，一般不超过 1 年。",
  source: "《关于党的基层组织任期的意见》（2018）；《中国共产党基层组织选举工作条例》（2020）",
  about: "BRANCH",
  concerns: "所有党支部",
  validFrom: "2018-07-12",
  validTo: null,
  check: ({ lastTerm }, day) => [judgeTerm(lastTerm, day)],
};

export const electionReminderRule: Rule = {
  id: "electionReminder",
  title: "换届提醒",
  article: "任期届满前 6 个月起提醒支部筹备换届选举。",
  source: "支部换届工作的通行做法",
  about: "BRANCH",
  concerns: "任期将在 6 个月内届满的党支部",
  validFrom: "2018-07-12",
  validTo: null,
  check: ({ lastTerm }, day) => [judgeElection(lastTerm, day)],
};
