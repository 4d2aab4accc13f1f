import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays, addMonths, type Day } from "@/lib/calendar";
import { ownShifts } from "@/lib/duty/queries/list-shifts";
import { canWorkInField } from "@/lib/field/policy";
import { fieldVersion, withoutNumbers } from "@/lib/field/rules";
import type { Due } from "@/lib/instructors/rules/rhythm";
import { pinyinInitials } from "@/lib/search/pinyin";
import { type VisitCard, visitCards } from "@/lib/visits/queries/visit-card";
import { visitRhythm } from "@/lib/visits/queries/visit-rhythm";

export type FieldTarget = Omit<VisitCard, "lastVisit" | "requests"> & {
  /** Found by typing these, without a server. */
  initials: string;
  dueOn: Day;
  due: Due;
  lastVisit: { visitedOn: Day; found: string; instructorName: string } | null;
  requests: { id: string; text: string; dueOn: Day; isOverdue: boolean }[];
};

export type FieldShift = { id: string; version: number; dutyOn: Day; pointName: string };

export type FieldPack = {
  version: number;
  userId: string;
  day: Day;
  /** When it was put together: the newer of two is kept. */
  madeAt: string;
  /** Those owed longest first. */
  targets: FieldTarget[];
  shifts: FieldShift[];
};

/**
 * What lies on the phone of an instructor: whom it looks after, what was found there last, what is still open, the
 * own duty that waits for its log or comes within two weeks. The least that is needed: no number of a person.
 */
export async function fieldPack(actor: Actor): Promise<FieldPack | null> {
  const { userId, instructorId, day } = actor;
  if (!canWorkInField(actor) || !userId || !instructorId) return null;
  const [rhythm, shifts] = await Promise.all([
    visitRhythm(actor, { instructorId }),
    ownShifts(actor, { from: addMonths(day, -3), to: addDays(day, 14) }),
  ]);
  const idsOf = (kind: string) => rhythm.filter((row) => row.targetKind === kind).map(({ targetId }) => targetId);
  const cards = await visitCards(actor, { enterpriseIds: idsOf("enterprise"), branchIds: idsOf("branch") });
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  return {
    version: fieldVersion,
    userId,
    day,
    madeAt: new Date().toISOString(),
    targets: rhythm.flatMap(({ targetId, dueOn, due }) => {
      const card = cardOf.get(targetId);
      return card ? [targetOf(card, dueOn, due)] : [];
    }),
    shifts: shifts.map(({ id, version, dutyOn, servicePoint }) => ({
      id,
      version,
      dutyOn,
      pointName: servicePoint.name,
    })),
  };
}

function targetOf({ lastVisit, requests, ...card }: VisitCard, dueOn: Day, due: Due): FieldTarget {
  return {
    ...card,
    initials: pinyinInitials(card.name),
    dueOn,
    due,
    lastVisit: lastVisit && {
      visitedOn: lastVisit.visitedOn,
      found: withoutNumbers(lastVisit.found),
      instructorName: lastVisit.instructorName,
    },
    requests: requests.map(({ id, text, dueOn: answerOn, isOverdue }) => ({
      id,
      text: withoutNumbers(text),
      dueOn: answerOn,
      isOverdue,
    })),
  };
}
