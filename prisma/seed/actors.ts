import { type Day, toDate, toDay } from "@/lib/calendar";
import type { Clock } from "@/prisma/seed/chance/quarters";
import type { Random } from "@/prisma/seed/chance/random";
import type { World } from "@/prisma/seed/world";

/** Who did something: the account where the person has one, and the name of the day. */
export type Doer = { id: string | null; name: string };

/** The committee's own staff. */
export function staffOf({ rows }: Pick<World, "rows">, committeeId: string): Doer {
  const grant = rows.grants.find((row) => row.role === "STAFF" && row.committeeId === committeeId);
  const user = rows.users.find(({ id }) => id === grant?.userId);
  return { id: user?.id ?? null, name: user?.name ?? "党委工作人员" };
}

/** The branch's secretary on a day; the account of the samples only while it is this person's. */
export function secretaryOf({ rows }: World, branchId: string, day: Day): Doer {
  const held = rows.officers.find(
    ({ post, branchId: at, validFrom, validTo }) =>
      post === "SECRETARY" && at === branchId && dayOf(validFrom) <= day && (!validTo || dayOf(validTo) > day),
  );
  const name = rows.members.find(({ id }) => id === held?.memberId)?.name ?? "党支部书记";
  const grant = rows.grants.find((row) => row.role === "SECRETARY" && row.branchId === branchId);
  const user = rows.users.find((row) => row.id === grant?.userId && row.name === name);
  return { id: user?.id ?? null, name };
}

/** A day of a row, whichever way it was put in. */
export function dayOf(value: Date | string): Day {
  return toDay(new Date(value));
}

/** An instant in office hours of that day; what is dated today was done before the portal was started. */
export function instantOn({ day: today }: Clock, random: Random, on: Day): Date {
  const minutes = on === today ? -random.between(1, 300) : random.between(60, 560);
  return new Date(toDate(on).getTime() + minutes * 60_000);
}
