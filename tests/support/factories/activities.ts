import type { ActivityStatus } from "@/generated/prisma/enums";
import { type Day, toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";

type Facts = {
  committeeId: string;
  branchId?: string;
  status?: ActivityStatus;
  kind?: "THEMED" | "CAMPAIGN";
  title?: string;
  startsOn?: Day;
  endsOn?: Day;
  signUpUntil?: Day;
  taskId?: string;
  campaignId?: string;
  /** Branches and enterprises asked to it, each with how many came; null: not ticked. */
  branches?: Record<string, number | null>;
  enterprises?: Record<string, number | null>;
};

/** An activity as it stands in the database, planned unless a test says otherwise. */
export async function activity(facts: Facts) {
  const startsOn = facts.startsOn ?? "2026-11-20";
  return db.activity.create({
    data: {
      committeeId: facts.committeeId,
      branchId: facts.branchId ?? null,
      kind: facts.kind ?? "THEMED",
      status: facts.status ?? "PLANNED",
      title: facts.title ?? "志愿服务进园区",
      startsOn: toDate(startsOn),
      endsOn: toDate(facts.endsOn ?? startsOn),
      signUpUntil: facts.signUpUntil ? toDate(facts.signUpUntil) : null,
      taskId: facts.taskId ?? null,
      campaignId: facts.campaignId ?? null,
      createdByName: "党委工作人员",
      branches: {
        create: Object.entries(facts.branches ?? {}).map(([branchId, attendedCount]) => ({ branchId, attendedCount })),
      },
      enterprises: {
        create: Object.entries(facts.enterprises ?? {}).map(([enterpriseId, attendedCount]) => ({
          enterpriseId,
          attendedCount,
        })),
      },
    },
  });
}
