import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/db/transaction";
import type { Rows } from "@/prisma/seed/world";

/** Writes all rows, parents before children: one statement a table. */
export async function writeRows(tx: Tx, rows: Rows): Promise<void> {
  await tx.committee.createMany({ data: rows.committees });
  await tx.committeeName.createMany({ data: rows.committeeNames });
  await tx.committeeSetting.createMany({ data: rows.settings });
  await tx.park.createMany({ data: rows.parks });
  await tx.building.createMany({ data: rows.buildings });
  await tx.parkFigure.createMany({ data: rows.parkFigures });
  await tx.enterprise.createMany({ data: rows.enterprises });
  await tx.enterpriseName.createMany({ data: rows.enterpriseNames });
  await tx.enterpriseLocation.createMany({ data: rows.locations });
  await tx.enterpriseScaleYear.createMany({ data: rows.scaleYears });
  await tx.associationMembership.createMany({ data: rows.associations });
  await tx.branch.createMany({ data: rows.branches });
  await tx.branchName.createMany({ data: rows.branchNames });
  await tx.branchTerm.createMany({ data: rows.terms });
  await tx.branchCoverage.createMany({ data: rows.coverages });
  await tx.partyGroup.createMany({ data: rows.groups });
  await tx.member.createMany({ data: rows.members });
  await tx.membership.createMany({ data: rows.memberships });
  await tx.employment.createMany({ data: rows.employments });
  await tx.memberDuty.createMany({ data: rows.duties });
  await tx.branchOfficer.createMany({ data: rows.officers });
  await tx.servicePoint.createMany({ data: rows.servicePoints });
  await tx.user.createMany({ data: rows.users });
  await tx.roleGrant.createMany({ data: rows.grants });
  await tx.instructor.createMany({ data: rows.instructors });
  await tx.assignment.createMany({ data: rows.assignments });
  await tx.quarterlyPlan.createMany({ data: rows.plans });
  await tx.planStep.createMany({ data: rows.planSteps });
  await tx.planTask.createMany({ data: rows.planTasks });
  await tx.planAmendment.createMany({ data: rows.planAmendments });
  await tx.planBranch.createMany({ data: rows.planBranches });
  await tx.taskWaiver.createMany({ data: rows.waivers });
  await insertLong(tx, "OrgLifeRecord", rows.records);
  await insertLong(tx, "Attendance", rows.attendance);
  await tx.resolution.createMany({ data: rows.resolutions });
  await tx.recordTask.createMany({ data: rows.recordTasks });
  await tx.quarterlySummary.createMany({ data: rows.summaries });
  await tx.summaryTaskResult.createMany({ data: rows.summaryResults });
  await tx.summarySubmission.createMany({ data: rows.submissions });
  await tx.summaryStep.createMany({ data: rows.summarySteps });
  await insertLong(tx, "DutyShift", rows.shifts);
  await insertLong(tx, "DutyStep", rows.dutySteps);
  await insertLong(tx, "Visit", rows.visits);
  await tx.enterpriseRequest.createMany({ data: rows.requests });
  await tx.requestStep.createMany({ data: rows.requestSteps });
  await tx.activity.createMany({ data: rows.activities });
  await tx.activityBranch.createMany({ data: rows.activityBranches });
  await tx.activityEnterprise.createMany({ data: rows.activityEnterprises });
  await tx.activityFigure.createMany({ data: rows.activityFigures });
  await tx.suggestion.createMany({ data: rows.suggestions });
  await tx.notification.createMany({ data: rows.notifications });
  await insertLong(tx, "AuditEntry", rows.trail);
}

/**
 * A long table in one statement, its rows as one JSON value: a statement takes at most 32,767 values one by one. What a
 * row does not name is null.
 */
async function insertLong(tx: Tx, table: string, rows: object[]): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = Prisma.raw(names.map((name) => `"${name}"`).join(", "));
  const into = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`
    INSERT INTO ${into} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(rows)}::jsonb)`;
}
