import type { MemberStage } from "@/generated/prisma/enums";

/** The order of development (发展党员工作细则): each stage and the one that may follow it. */
const following: Record<MemberStage, MemberStage | null> = {
  APPLICANT: "ACTIVIST",
  ACTIVIST: "CANDIDATE",
  CANDIDATE: "PROBATIONARY",
  PROBATIONARY: "FULL",
  FULL: null,
};

/** The stage a person may go on to; null when there is none. */
export function stageAfter(stage: MemberStage): MemberStage | null {
  return following[stage];
}

/** Whether the stage is one of a Party member, who has a day of joining. */
export function hasJoined(stage: MemberStage): boolean {
  return stage === "PROBATIONARY" || stage === "FULL";
}
