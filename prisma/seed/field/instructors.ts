import { type Day, holdsOn } from "@/lib/calendar";
import { type Doer, dayOf } from "@/prisma/seed/actors";
import type { World } from "@/prisma/seed/world";

/** Who somebody looks after, and from when until when. */
export type Care = {
  instructorId: string;
  enterpriseId: string | null;
  branchId: string | null;
  servicePointId: string | null;
  validFrom: Day;
  validTo: Day | null;
};

/** Every assignment of the samples, its days as days. */
export function caresOf({ rows }: World): Care[] {
  return rows.assignments.map(({ instructorId, enterpriseId, branchId, servicePointId, validFrom, validTo }) => ({
    instructorId,
    enterpriseId: enterpriseId ?? null,
    branchId: branchId ?? null,
    servicePointId: servicePointId ?? null,
    validFrom: dayOf(validFrom),
    validTo: validTo ? dayOf(validTo) : null,
  }));
}

/** The enterprises an instructor looks after on a day. */
export function enterprisesInCare(world: World, instructorId: string, day: Day): string[] {
  return caresOf(world)
    .filter((care) => care.instructorId === instructorId && holdsOn(day, care))
    .flatMap(({ enterpriseId }) => enterpriseId ?? []);
}

/** The instructor who does something, with the account of the one who has one. */
export function instructorDoer({ rows }: World, instructorId: string): Doer {
  const profile = rows.instructors.find(({ id }) => id === instructorId);
  return { id: profile?.userId ?? null, name: profile?.name ?? "党建指导员" };
}

/** Whether the person has an account in the samples: what is shown of the field is shown of this one first. */
export function hasAccount(world: World, instructorId: string): boolean {
  return instructorDoer(world, instructorId).id !== null;
}
