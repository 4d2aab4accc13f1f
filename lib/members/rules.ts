import type { MemberStage } from "@/generated/prisma/enums";
import { addMonths, type Day, daysBetween } from "@/lib/calendar";

/** Probation lasts one year from the branch vote (发展党员工作细则): the first day on which one can become full. */
export function probationEndsOn(joinedOn: Day): Day {
  return addMonths(joinedOn, 12);
}

/** How a probation stands on a day: its end, and the days left (negative when overdue). Null when there is none to watch. */
export function probationOn(day: Day, member: { stage: MemberStage; joinedOn: Day | null }) {
  if (member.stage !== "PROBATIONARY" || member.joinedOn === null) return null;
  const endsOn = probationEndsOn(member.joinedOn);
  return { endsOn, daysLeft: daysBetween(day, endsOn) };
}

type DatedEntry = { validFrom: Day; validTo: Day | null };

/** The entries a change on `on` would cut off before they began: it cannot be recorded while they stand. */
export function startedOnOrAfter<Entry extends DatedEntry>(on: Day, entries: Entry[]): Entry[] {
  return entries.filter(({ validFrom, validTo }) => validFrom >= on && (validTo === null || validTo > on));
}
