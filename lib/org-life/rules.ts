import type { AttendanceState, OrgLifeKind, TaskEvidence } from "@/generated/prisma/enums";
import { type Day, quarterOf } from "@/lib/calendar";
import { recordFits } from "@/lib/plans/rules";

export type RosterMember = { id: string; name: string; isEntitled: boolean; isOfficer: boolean };

/** What was ticked for a member. Not called: the meeting was not theirs, as a group meeting is not everybody's. */
export type MarkState = AttendanceState | "NOT_CALLED";
export type Mark = { memberId: string; state: MarkState; reason: string | null };

export type AttendanceRow = { memberId: string; state: AttendanceState; isEntitled: boolean; reason: string | null };

/** Whether a meeting is one of the branch committee and nothing else. */
function isCommitteeOnly(kinds: OrgLifeKind[]): boolean {
  return kinds.length > 0 && kinds.every((kind) => kind === "COMMITTEE_MEETING");
}

/** A meeting for which a part of the branch can be called: the members outside it are left out one by one. */
export function mayLeaveOut(kinds: OrgLifeKind[]): boolean {
  return kinds.includes("GROUP_MEETING") || kinds.includes("COMMITTEE_MEETING");
}

/**
 * Whom a meeting calls: every Party member of the branch on that day; a meeting of the branch committee alone its
 * officers, as far as any are registered (支部工作条例 第四章).
 */
export function calledTo(kinds: OrgLifeKind[], roster: RosterMember[]): RosterMember[] {
  if (!isCommitteeOnly(kinds)) return roster;
  const officers = roster.filter(({ isOfficer }) => isOfficer);
  return officers.length > 0 ? officers : roster;
}

/**
 * The attendance to keep, from what was ticked. Null when the marks were made on the roster of another day: somebody
 * called has no mark, or somebody marked is not of the branch.
 */
export function attendanceOf(kinds: OrgLifeKind[], roster: RosterMember[], marks: Mark[]): AttendanceRow[] | null {
  const markOf = new Map(marks.map((mark) => [mark.memberId, mark]));
  const known = new Set(roster.map(({ id }) => id));
  if (marks.some(({ memberId }) => !known.has(memberId))) return null;
  const called = calledTo(kinds, roster);
  if (called.some(({ id }) => !markOf.has(id))) return null;
  return called.flatMap(({ id, isEntitled }) => {
    const mark = markOf.get(id);
    if (!mark || mark.state === "NOT_CALLED") return [];
    const reason = mark.state === "LEAVE" ? mark.reason : null;
    return [{ memberId: id, state: mark.state, isEntitled, reason }];
  });
}

/**
 * The kinds that make two records of one branch and day look like one meeting entered twice. Two groups may well meet on
 * the same day.
 */
export function sharedKinds(
  one: { kinds: OrgLifeKind[]; groupId: string | null },
  other: { kinds: OrgLifeKind[]; groupId: string | null },
): OrgLifeKind[] {
  const isOtherGroup = one.groupId !== null && other.groupId !== null && one.groupId !== other.groupId;
  return one.kinds.filter((kind) => other.kinds.includes(kind) && !(kind === "GROUP_MEETING" && isOtherGroup));
}

export type AttendanceCounts = {
  called: number;
  present: number;
  leave: number;
  absent: number;
  entitled: number;
  entitledPresent: number;
};

/** How many were called and came; full members, who are entitled to vote, counted apart. */
export function countAttendance(rows: { state: AttendanceState; isEntitled: boolean }[]): AttendanceCounts {
  const count = (wanted: (row: { state: AttendanceState; isEntitled: boolean }) => boolean) =>
    rows.filter(wanted).length;
  return {
    called: rows.length,
    present: count(({ state }) => state === "PRESENT"),
    leave: count(({ state }) => state === "LEAVE"),
    absent: count(({ state }) => state === "ABSENT"),
    entitled: count(({ isEntitled }) => isEntitled),
    entitledPresent: count(({ state, isEntitled }) => isEntitled && state === "PRESENT"),
  };
}

export type PlanTaskChoice = { id: string; title: string; evidence: TaskEvidence; recordKinds: OrgLifeKind[] };

/** The tasks of the quarter's plan that a meeting of these kinds on that day fulfils. */
export function fittingTasks<Task extends PlanTaskChoice>(
  tasks: Task[],
  record: { kinds: OrgLifeKind[]; heldOn: Day },
): Task[] {
  return tasks.filter((task) => recordFits(task, quarterOf(record.heldOn), record));
}

/**
 * The tasks a record is linked to: those that fit, less the ones the person saw and unticked. What fits and was not
 * shown (the kind was chosen without JavaScript) is linked by itself.
 */
export function linkedTaskIds(
  fitting: { id: string }[],
  choice: { tickedIds: string[]; shownIds: string[] },
): string[] {
  return fitting.map(({ id }) => id).filter((id) => choice.tickedIds.includes(id) || !choice.shownIds.includes(id));
}

export type Votes = { entitledCount: number; presentCount: number; forCount: number };

/** The votes of a resolution; null where no vote was taken. What was left empty is taken from the attendance. */
export function votesOf(
  written: { entitledCount: number | null; presentCount: number | null; forCount: number | null },
  counts: Pick<AttendanceCounts, "entitled" | "entitledPresent">,
): Votes | null {
  const { entitledCount, presentCount, forCount } = written;
  if (forCount === null) return null;
  return {
    entitledCount: entitledCount ?? counts.entitled,
    presentCount: presentCount ?? counts.entitledPresent,
    forCount,
  };
}

/** Nobody votes who is not there, and nobody is there who is not entitled. */
export function areVotesPossible({ entitledCount, presentCount, forCount }: Votes): boolean {
  return forCount <= presentCount && presentCount <= entitledCount;
}
