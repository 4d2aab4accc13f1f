import { addToMonth, monthDays } from "@/lib/agenda/rules/month";
import { addDays, addQuarters, type Day, quarterDays, quarterOf, toDate } from "@/lib/calendar";
import { readSources } from "@/lib/enterprises/rules/sources";
import { type ConfirmedFacts, factsFromVisit } from "@/lib/visits/rules/confirmed-facts";
import { instantOn } from "@/prisma/seed/actors";
import { earlierOf, workday } from "@/prisma/seed/chance/quarters";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import { type Care, caresOf, hasAccount, instructorDoer } from "@/prisma/seed/field/instructors";
import { visitKind, visitWords } from "@/prisma/seed/field/words";
import type { World } from "@/prisma/seed/world";

/** How the rhythm of one who is looked after stands today. */
type Standing = "RECENT" | "DUE" | "OVERDUE";

const nothingSaid: ConfirmedFacts = {
  employeeCount: null,
  declaredMemberCount: null,
  contactName: null,
  isStillHere: null,
};

/** The last four quarters' monthly visits to every enterprise and branch somebody looks after, since that began. */
export function seedVisits(world: World): void {
  const random = randomOf("visits");
  const cares = caresOf(world).filter(({ servicePointId }) => servicePointId === null);
  for (const [instructorId, own] of Map.groupBy(cares, (care) => care.instructorId)) {
    own.forEach((care, index) => {
      const standing = standingOf(hasAccount(world, instructorId), index);
      const days = visitDays(world, random, care, standing);
      for (const day of days) seedVisit(world, random, care, day, day === days.at(-1) ? standing : null);
    });
  }
}

/** The account of the samples has more to do this month than the others. */
function standingOf(isShown: boolean, index: number): Standing {
  if (!isShown) return index % 7 === 3 ? "OVERDUE" : "RECENT";
  return (["RECENT", "DUE", "OVERDUE", "DUE", "RECENT"] as const)[index % 5] ?? "RECENT";
}

/** From the last visit back, a month or a little less between two, on working days. */
function visitDays({ clock }: World, random: Random, { validFrom, validTo }: Care, standing: Standing): Day[] {
  const { from } = quarterDays(addQuarters(quarterOf(clock.day), -3));
  const last = validTo ? addDays(validTo, -random.between(3, 20)) : lastVisitOn(random, clock.day, standing);
  const days: Day[] = [];
  for (let day = workday(last); day >= from && day > validFrom; day = workday(addDays(day, -random.between(26, 31)))) {
    days.unshift(day);
  }
  return days;
}

/** This month, last month, or the one before: done, due and overdue in a monthly rhythm. */
function lastVisitOn(random: Random, day: Day, standing: Standing): Day {
  if (standing === "RECENT") return addDays(day, -random.between(0, Number(day.slice(8)) - 1));
  const monthsAgo = standing === "DUE" ? 1 : 2;
  return addDays(monthDays(addToMonth(day.slice(0, 7), -monthsAgo)).to, -random.between(0, 20));
}

function seedVisit(world: World, random: Random, care: Care, on: Day, lastStanding: Standing | null): void {
  const { rows, clock } = world;
  const { instructorId, enterpriseId, branchId } = care;
  const by = instructorDoer(world, instructorId);
  const isBranch = branchId !== null;
  const typedOn = earlierOf(addDays(on, random.between(0, 1)), clock.day);
  const createdAt = instantOn(clock, random, typedOn);
  const isWithdrawn = lastStanding === null && random.isLucky(0.01);
  const facts = isBranch || isWithdrawn || !random.isLucky(0.35) ? nothingSaid : confirm(world, enterpriseId, on);
  const isConfirmed = !isBranch && !isWithdrawn && random.isLucky(0.15);
  const confirmedOn = earlierOf(addDays(typedOn, 2), clock.day);
  const plansNext = lastStanding === "RECENT" && care.validTo === null && random.isLucky(0.4);
  const later = new Date(createdAt.getTime() + 20 * 60_000);
  rows.visits.push({
    id: random.id(),
    instructorId,
    enterpriseId,
    branchId,
    kind: visitKind(random, isBranch),
    visitedOn: toDate(on),
    ...visitWords(random, isBranch),
    confirmed: facts,
    nextVisitOn: plansNext ? toDate(workday(addDays(clock.day, random.between(4, 12)))) : null,
    createdAt,
    createdById: by.id,
    createdByName: by.name,
    confirmedAt: isConfirmed ? (confirmedOn === typedOn ? later : instantOn(clock, random, confirmedOn)) : null,
    confirmedByName: isConfirmed ? (rows.enterprises.find(({ id }) => id === enterpriseId)?.contactName ?? null) : null,
    withdrawnAt: isWithdrawn ? later : null,
    withdrawReason: isWithdrawn ? "重复登记，保留另一条。" : null,
    version: isConfirmed || isWithdrawn ? 2 : 1,
  });
}

/** The person on site says what the register says; the visit becomes its source. */
function confirm({ rows }: World, enterpriseId: string | null, on: Day): ConfirmedFacts {
  const row = rows.enterprises.find(({ id }) => id === enterpriseId);
  if (!row) return nothingSaid;
  const { employeeCount, contactName } = row;
  const said = {
    ...nothingSaid,
    employeeCount: employeeCount ?? null,
    contactName: contactName ?? null,
    isStillHere: true,
  };
  row.sources = factsFromVisit({ sources: readSources(row.sources) }, said, on).sources;
  return said;
}
