import type { MemberStage } from "@/generated/prisma/enums";
import { addDays, addMonths, type Day } from "@/lib/calendar";
import type { SampleBranch } from "@/prisma/seed/branches/records";
import { type Gender, idNumber, personName, phone } from "@/prisma/seed/chance/people";
import type { Random } from "@/prisma/seed/chance/random";
import type { SampleEnterprise } from "@/prisma/seed/enterprises/drafts";
import { post } from "@/prisma/seed/members/posts";
import type { World } from "@/prisma/seed/world";

export type Belonging = { branch: SampleBranch; from: Day; to: Day | null };
export type Job = { enterprise: SampleEnterprise; from: Day; to: Day | null; post: string; isManagement: boolean };

/** A person of the samples before it becomes rows. */
export type SampleMember = {
  id: string;
  committeeId: string;
  name: string;
  gender: Gender;
  idNumber: string;
  phone: string;
  birthOn: Day;
  stage: MemberStage;
  joinedOn: Day | null;
  becameFullOn: Day | null;
  isMobile: boolean;
  leftOn: Day | null;
  leaveReason: string | null;
  belongings: Belonging[];
  jobs: Job[];
};

/** A full member since long before `by`. */
export function veteran(world: World, random: Random, committeeId: string, by: Day): SampleMember {
  const joinedOn = addDays(addMonths(by, -random.between(30, 180)), -random.between(0, 27));
  return person(world, random, committeeId, {
    birthOn: born(random, joinedOn, 20, 33),
    stage: "FULL",
    joinedOn,
    becameFullOn: addMonths(joinedOn, 12),
  });
}

/** Joined on that day: on probation for a year, full after it; some votes are late. */
export function recruit(world: World, random: Random, committeeId: string, joinedOn: Day): SampleMember {
  const fullOn = addMonths(joinedOn, 12);
  const isFull = fullOn <= world.clock.day && (fullOn < addMonths(world.clock.day, -3) || random.isLucky(0.5));
  return person(world, random, committeeId, {
    birthOn: born(random, joinedOn, 23, 36),
    stage: isFull ? "FULL" : "PROBATIONARY",
    joinedOn,
    becameFullOn: isFull ? fullOn : null,
  });
}

/** On the way to membership. */
export function developing(world: World, random: Random, committeeId: string, stage: MemberStage): SampleMember {
  const birthOn = born(random, world.clock.day, 22, 38);
  return person(world, random, committeeId, { birthOn, stage, joinedOn: null, becameFullOn: null });
}

/** A job in that enterprise from that day on. */
export function job(random: Random, enterprise: SampleEnterprise, from: Day, isManagement = false): Job {
  return { enterprise, from, to: null, post: post(random, isManagement), isManagement };
}

type Life = Pick<SampleMember, "birthOn" | "stage" | "joinedOn" | "becameFullOn">;

function person(world: World, random: Random, committeeId: string, life: Life): SampleMember {
  const gender = random.isLucky(0.56) ? "MALE" : "FEMALE";
  return {
    id: random.id(),
    committeeId,
    name: personName(random, gender, world.takenNames),
    gender,
    idNumber: idNumber(random, life.birthOn, gender, world.takenNumbers),
    phone: phone(random),
    ...life,
    isMobile: false,
    leftOn: null,
    leaveReason: null,
    belongings: [],
    jobs: [],
  };
}

function born(random: Random, at: Day, youngest: number, oldest: number): Day {
  return addDays(addMonths(at, -12 * random.between(youngest, oldest) - random.between(0, 11)), -random.between(0, 27));
}
