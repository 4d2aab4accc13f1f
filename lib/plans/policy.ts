import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";

/**
 * Staff see the plans of their committees, those of the districts below too; a secretary sees, once they are
 * published, the plans that expect a branch of theirs. The others have no part in plans.
 */
export function visiblePlans(actor: Actor): Prisma.QuarterlyPlanWhereInput {
  return within<Prisma.QuarterlyPlanWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { committeeId: { in: actor.committeeIds } };
      case "SECRETARY":
        return { status: { not: "DRAFT" }, expected: { some: { branchId: { in: actor.branchIds } } } };
      case "INSTRUCTOR":
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Whether plans are part of the actor's work at all. */
export function canSeePlans(actor: Actor): boolean {
  return visiblePlans(actor) !== nowhere;
}

/** Any staff may draft; the command asks again for the committee the plan is of. */
export function canCreatePlan(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Staff of the plan's committee, or of one above it: drafting, publishing, amending, closing, and the view of all branches. */
export function canManagePlan(actor: Actor, plan: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(plan.committeeId);
}

/** Only its secretary answers for a branch: takes a plan over, says that a task does not apply. */
export function canAnswerFor(actor: Actor, branchId: string): boolean {
  return holds(actor, "SECRETARY") && actor.branchIds.includes(branchId);
}
