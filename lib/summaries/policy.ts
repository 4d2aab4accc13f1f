import type { Prisma } from "@/generated/prisma/client";
import type { Role, SummaryStatus } from "@/generated/prisma/enums";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { visibleBranches } from "@/lib/branches/policy";
import { isOpen, mayMove } from "@/lib/summaries/workflow";

/** Matches no branch that is expected to report. */
const nobody = { branch: nowhere };

/**
 * The branches expected to report whose summaries the actor sees, begun or not: staff those of their committees, a
 * secretary the own ones. Instructors, administrators and auditors have no part in them.
 */
export function visibleSummaries(actor: Actor): Prisma.PlanBranchWhereInput {
  const branches = within<Prisma.BranchWhereInput>(actor, (role) => branchesOf(actor, role));
  return branches === nowhere ? nobody : { branch: branches };
}

function branchesOf(actor: Actor, role: Role): Prisma.BranchWhereInput {
  switch (role) {
    case "STAFF":
    case "SECRETARY":
      return visibleBranches({ ...actor, roles: [role] });
    case "INSTRUCTOR":
    case "ADMIN":
    case "AUDITOR":
      return nowhere;
  }
}

/** Whether summaries are part of the actor's work at all. */
export function canSeeSummaries(actor: Actor): boolean {
  return visibleSummaries(actor) !== nobody;
}

/** Whether reviewing is part of the actor's work at all; each summary is asked for again. */
export function canReviewSummaries(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Whether the actor writes summaries of the own branches. */
export function canWriteSummaries(actor: Actor): boolean {
  return holds(actor, "SECRETARY") && actor.branchIds.length > 0;
}

/** The secretary of the branch writes its summary. */
export function canWriteSummary(actor: Actor, { branchId }: { branchId: string }): boolean {
  return holds(actor, "SECRETARY") && actor.branchIds.includes(branchId);
}

type Reviewed = { branchId: string; committeeId: string; submittedById: string | null };

/** Staff of the branch's committee, or of one above it. */
export function worksForCommitteeOf(actor: Actor, { committeeId }: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(committeeId);
}

/** Nobody reviews what is their own: the summary of a branch they lead, or one they submitted themselves. */
export function isOwnSummary(actor: Actor, { branchId, submittedById }: Omit<Reviewed, "committeeId">): boolean {
  return canWriteSummary(actor, { branchId }) || (submittedById !== null && submittedById === actor.userId);
}

export function canReviewSummary(actor: Actor, summary: Reviewed): boolean {
  return worksForCommitteeOf(actor, summary) && !isOwnSummary(actor, summary);
}

/** What the actor may do with a summary as it stands. */
export function summaryAbilities(actor: Actor, summary: Reviewed & { status: SummaryStatus }) {
  const { status } = summary;
  const writes = canWriteSummary(actor, summary);
  const reviews = canReviewSummary(actor, summary);
  return {
    write: writes && isOpen(status),
    submit: writes && mayMove(status, "SECRETARY", "SUBMIT"),
    withdraw: writes && mayMove(status, "SECRETARY", "WITHDRAW"),
    sendBack: reviews && mayMove(status, "STAFF", "SEND_BACK"),
    accept: reviews && mayMove(status, "STAFF", "ACCEPT"),
    reopen: reviews && mayMove(status, "STAFF", "REOPEN"),
  };
}
