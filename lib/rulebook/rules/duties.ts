import type { OrgLifeKind } from "@/generated/prisma/enums";
import { addDays, addMonths, type Day, formatDayInText, holdsOn } from "@/lib/calendar";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { hasCommitteeOn } from "@/lib/rulebook/rules/branch-committee";
import type { BranchFile, Judgement, Meeting } from "@/lib/rulebook/rules/finding";
import { type Period, periodOf, periodsEnding, writePeriod, writePeriods } from "@/lib/rulebook/rules/periods";

/** Who owes a meeting in a period: the branch, or one of its groups. */
type Debtor = { groupId: string | null; name: string };

/** A meeting that comes again: how many months apart on a day, who owes it in a period, and why nobody does. */
export type Duty = {
  kind: OrgLifeKind;
  rhythm: (file: BranchFile, day: Day) => number;
  debtors: (file: BranchFile, period: Period) => Debtor[];
  whyNobody: string;
};

/** Misses older than this stay in the figures of their quarter and are no finding any more. */
const lookBackMonths = 3;

const theBranch = ({ name }: BranchFile): Debtor[] => [{ groupId: null, name }];

/** Owed by the branch in every period it lives through. */
function everyMonths(kind: OrgLifeKind, months: number): Duty {
  return { kind, rhythm: () => months, debtors: theBranch, whyNobody: "" };
}

/** 三会一课 and the rest of organization life (支部工作条例（试行）). A fact counts for a period when it holds at both ends. */
export const duties: Record<OrgLifeKind, Duty> = {
  GENERAL_MEETING: everyMonths("GENERAL_MEETING", 3),
  COMMITTEE_MEETING: {
    kind: "COMMITTEE_MEETING",
    rhythm: () => 1,
    debtors: (file, { from, to }) => (hasCommitteeOn(file, from) && hasCommitteeOn(file, to) ? theBranch(file) : []),
    whyNobody: "没有支部委员会（正式党员不足 7 名或者尚未设立），不适用。",
  },
  GROUP_MEETING: {
    kind: "GROUP_MEETING",
    rhythm: () => 1,
    debtors: ({ groups }, { from, to }) =>
      groups
        .filter((group) => holdsOn(from, group) && holdsOn(to, group))
        .map(({ id, name }) => ({ groupId: id, name })),
    whyNobody: "没有设党小组，不适用。",
  },
  PARTY_LECTURE: {
    kind: "PARTY_LECTURE",
    rhythm: ({ lectureRhythms }, day) => lectureRhythms.findLast(({ from }) => from <= day)?.months ?? 3,
    debtors: theBranch,
    whyNobody: "党课节奏在本期内有变更，自下一期起计算。",
  },
  THEME_DAY: everyMonths("THEME_DAY", 1),
  ORG_LIFE_MEETING: everyMonths("ORG_LIFE_MEETING", 12),
  DEMOCRATIC_APPRAISAL: everyMonths("DEMOCRATIC_APPRAISAL", 12),
};

/** A period in which the branch was founded or dissolved is not held against it. */
function livesThrough({ foundedOn, dissolvedOn }: BranchFile, { from, to }: Period): boolean {
  return foundedOn <= from && (dissolvedOn === null || dissolvedOn > to);
}

/** Nor is one in which the rhythm changed: the new rhythm begins with its next period. */
function keepsRhythm(duty: Duty, file: BranchFile, { from, to }: Period): boolean {
  const months = duty.rhythm(file, from);
  const period = periodOf(from, months);
  return duty.rhythm(file, to) === months && period.from === from && period.to === to;
}

function debtorsOf(duty: Duty, file: BranchFile, period: Period): Debtor[] {
  return livesThrough(file, period) && keepsRhythm(duty, file, period) ? duty.debtors(file, period) : [];
}

/** The periods that end between two days, both included, each under the rhythm that held through it. */
function periodsUnder(duty: Duty, file: BranchFile, from: Day, to: Day): Period[] {
  const rhythms = new Set(
    [from, to, ...file.lectureRhythms.map((change) => change.from)].map((on) => duty.rhythm(file, on)),
  );
  return [...rhythms]
    .flatMap((months) => periodsEnding(from, to, months))
    .filter((period) => keepsRhythm(duty, file, period))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The debtor's meetings in a period. A group meeting recorded without its group counts where there is only one. */
function heldBy({ groupId }: Debtor, duty: Duty, file: BranchFile, { from, to }: Period): Meeting[] {
  const isOwn = (meeting: Meeting) =>
    groupId === null || meeting.groupId === groupId || (meeting.groupId === null && file.groups.length === 1);
  return file.meetings.filter(
    (meeting) => meeting.heldOn >= from && meeting.heldOn <= to && meeting.kinds.includes(duty.kind) && isOwn(meeting),
  );
}

/**
 * How many meetings were owed in the periods that end between two days, both included, and how many of them were held.
 * A second meeting counts no second time.
 */
export function tallyDuty(duty: Duty, file: BranchFile, from: Day, to: Day): { required: number; fulfilled: number } {
  const owed = periodsUnder(duty, file, from, to).flatMap((period) =>
    debtorsOf(duty, file, period).map((debtor) => heldBy(debtor, duty, file, period).length > 0),
  );
  return { required: owed.length, fulfilled: owed.filter(Boolean).length };
}

/** The running period is due until its last day; complete periods of the last three months without a meeting are breaches. */
export function judgeDuty(duty: Duty, file: BranchFile, day: Day): Judgement[] {
  return [...missedPeriods(duty, file, day), runningPeriod(duty, file, day)];
}

function missedPeriods(duty: Duty, file: BranchFile, day: Day): Judgement[] {
  const ended = periodsUnder(duty, file, addMonths(day, -lookBackMonths), addDays(day, -1));
  const missed = ended.flatMap((period) =>
    debtorsOf(duty, file, period)
      .filter((debtor) => heldBy(debtor, duty, file, period).length === 0)
      .map(({ groupId, name }) => ({ period, who: groupId ? name : "" })),
  );
  const last = missed.at(-1);
  if (!last) return [];
  const when = [...Map.groupBy(missed, ({ who }) => who)].map(
    ([who, misses]) => `${who}${writePeriods(misses.map(({ period }) => period))}`,
  );
  const text = `${when.join("，")}没有${orgLifeKindLabels[duty.kind]}的记录。已开展的请补录。`;
  return [{ outcome: "BREACHED", text, dueOn: last.period.to }];
}

function runningPeriod(duty: Duty, file: BranchFile, day: Day): Judgement {
  const period = periodOf(day, duty.rhythm(file, day));
  const debtors = debtorsOf(duty, file, period);
  const [when, what] = [writePeriod(period), orgLifeKindLabels[duty.kind]];
  if (debtors.length === 0) {
    const partly = `支部在${when}内成立或者撤销，不满一期，不作要求。`;
    return { outcome: "NOT_APPLICABLE", text: livesThrough(file, period) ? duty.whyNobody : partly };
  }
  const waiting = debtors.filter((debtor) => heldBy(debtor, duty, file, period).length === 0);
  if (waiting.length === 0) {
    const [first] = debtors.flatMap((debtor) => heldBy(debtor, duty, file, period));
    return { outcome: "FULFILLED", text: `${when}已开展${what}（${first?.heldOn}）。` };
  }
  const who = waiting.flatMap(({ groupId, name }) => (groupId ? [name] : [])).join("、");
  const text = `${who}${when}还没有${what}的记录，请在${formatDayInText(period.to)}前开展并记录。`;
  return { outcome: "DUE", text, dueOn: period.to };
}
