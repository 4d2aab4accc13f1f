import { addMonths, type Day, daysBetween, formatDayInText } from "@/lib/calendar";
import type { Judgement, Rule } from "@/lib/rulebook/rules/finding";

/** Days before the end of probation on which people are reminded (发展党员工作细则). */
export const probationReminderDays = [60, 30, 14, 7, 1] as const;

/** Probation lasts one year from the branch's vote, the day of joining (发展党员工作细则). */
export function probationEndsOn(joinedOn: Day): Day {
  return addMonths(joinedOn, 12);
}

/** Whether a reminder of the end of probation falls on this very day. */
export function isProbationReminderDay(joinedOn: Day, day: Day): boolean {
  const left = daysBetween(day, probationEndsOn(joinedOn));
  return (probationReminderDays as readonly number[]).includes(left);
}

/** 预备期一年: on the desk from sixty days before its end; after it the branch is late. */
export function judgeProbation(joinedOn: Day | null, day: Day): Omit<Judgement, "subject"> {
  if (joinedOn === null) return { outcome: "DUE", text: "没有登记入党日期，无法提醒转正。请补录。" };
  const endsOn = probationEndsOn(joinedOn);
  const left = daysBetween(day, endsOn);
  const ends = formatDayInText(endsOn);
  if (left < 0) {
    return { outcome: "BREACHED", text: `预备期已于${ends}届满，请及时讨论转正；已转正的请登记。`, dueOn: endsOn };
  }
  if (left > probationReminderDays[0]) {
    return { outcome: "NOT_APPLICABLE", text: `预备期至${ends}。`, dueOn: endsOn };
  }
  const distance = left === 0 ? "今天" : `${ends}`;
  return { outcome: "DUE", text: `预备期${distance}届满，请按时讨论转正。`, dueOn: endsOn };
}

export const probationRule: Rule = {
  id: "probation",
  title: "预备期",
  article:
    "预备党员的预备期为一年，从支部党员大会通过其为预备党员之日算起；期满应当及时讨论能否转为正式党员。届满前 60、30、14、7、1 天提醒。",
  source: "《中国共产党发展党员工作细则》（2014 年印发，2026 年 5 月修订；按入党时的版本办理）",
  about: "MEMBER",
  concerns: "预备党员",
  validFrom: "2014-05-28",
  validTo: null,
  check: ({ probationers }, day) => {
    if (probationers.length === 0) return [{ outcome: "NOT_APPLICABLE", text: "支部没有预备党员。" }];
    return probationers.map(({ id, name, joinedOn }) => {
      const judgement = judgeProbation(joinedOn, day);
      return { ...judgement, text: `${name}：${judgement.text}`, subject: { kind: "MEMBER" as const, id, name } };
    });
  },
};

/** Shown only: a member's file says that somebody is away, not since when. */
export const floatingMemberRule: Rule = {
  id: "floatingMember",
  title: "流动党员",
  article:
    "因工作、学习单位或者居住地变化，连续 6 个月以上不能参加组织关系所在支部活动的党员，为流动党员，应当及时纳入流入地党组织管理。",
  source: "《关于进一步加强和改进流动党员管理工作的意见》（2024）",
  about: "MEMBER",
  concerns: "流动党员",
  validFrom: "2024-11-11",
  validTo: null,
  check: null,
};
