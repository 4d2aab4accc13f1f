import "server-only";
import { canSeeAgenda, readsSeveralBranches } from "@/lib/agenda/policy";
import { activityFacts } from "@/lib/agenda/queries/activities";
import { deadlines } from "@/lib/agenda/queries/deadlines";
import { holidaysOf } from "@/lib/agenda/queries/holidays";
import { meetingsHeld } from "@/lib/agenda/queries/meetings";
import { shiftFacts } from "@/lib/agenda/queries/shift-facts";
import { agendaEntries } from "@/lib/agenda/rules/entries";
import { type Month, monthDays } from "@/lib/agenda/rules/month";
import type { Actor } from "@/lib/auth/actor";

/** The entries of a month in the actor's scope, the earliest first, and its holidays. Null for whoever has no agenda. */
export async function agendaOfMonth(actor: Actor, month: Month) {
  if (!canSeeAgenda(actor)) return null;
  const span = monthDays(month);
  const [due, held, shifts, activities, holidays] = await Promise.all([
    deadlines(actor, span),
    meetingsHeld(actor, span),
    shiftFacts(actor, span),
    activityFacts(actor, span),
    holidaysOf(actor),
  ]);
  const shows = { branches: readsSeveralBranches(actor), names: true };
  return {
    entries: agendaEntries([...due, ...held, ...shifts, ...activities], shows),
    holidays: holidays.filter((day) => day.startsWith(month)),
  };
}
