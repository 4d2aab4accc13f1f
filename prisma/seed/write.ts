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
  await tx.auditEntry.createMany({ data: rows.trail });
}
