import type { Prisma } from "@/generated/prisma/client";
import type { Day } from "@/lib/calendar";
import { type Clock, clockOf } from "@/prisma/seed/chance/quarters";

/** Everything that will be written, table by table, parents before children. */
export type Rows = {
  committees: Prisma.CommitteeCreateManyInput[];
  committeeNames: Prisma.CommitteeNameCreateManyInput[];
  settings: Prisma.CommitteeSettingCreateManyInput[];
  parks: Prisma.ParkCreateManyInput[];
  buildings: Prisma.BuildingCreateManyInput[];
  parkFigures: Prisma.ParkFigureCreateManyInput[];
  enterprises: Prisma.EnterpriseCreateManyInput[];
  enterpriseNames: Prisma.EnterpriseNameCreateManyInput[];
  locations: Prisma.EnterpriseLocationCreateManyInput[];
  scaleYears: Prisma.EnterpriseScaleYearCreateManyInput[];
  associations: Prisma.AssociationMembershipCreateManyInput[];
  branches: Prisma.BranchCreateManyInput[];
  branchNames: Prisma.BranchNameCreateManyInput[];
  terms: Prisma.BranchTermCreateManyInput[];
  coverages: Prisma.BranchCoverageCreateManyInput[];
  groups: Prisma.PartyGroupCreateManyInput[];
  members: Prisma.MemberCreateManyInput[];
  memberships: Prisma.MembershipCreateManyInput[];
  employments: Prisma.EmploymentCreateManyInput[];
  duties: Prisma.MemberDutyCreateManyInput[];
  officers: Prisma.BranchOfficerCreateManyInput[];
  servicePoints: Prisma.ServicePointCreateManyInput[];
  users: Prisma.UserCreateManyInput[];
  grants: Prisma.RoleGrantCreateManyInput[];
  instructors: Prisma.InstructorCreateManyInput[];
  assignments: Prisma.AssignmentCreateManyInput[];
  trail: Prisma.AuditEntryCreateManyInput[];
};

/** The samples while they grow: their clock, the names already given, and the rows made so far. */
export type World = { clock: Clock; takenNames: Set<string>; takenNumbers: Set<string>; rows: Rows };

export function newWorld(day: Day): World {
  const rows: Rows = {
    committees: [],
    committeeNames: [],
    settings: [],
    parks: [],
    buildings: [],
    parkFigures: [],
    enterprises: [],
    enterpriseNames: [],
    locations: [],
    scaleYears: [],
    associations: [],
    branches: [],
    branchNames: [],
    terms: [],
    coverages: [],
    groups: [],
    members: [],
    memberships: [],
    employments: [],
    duties: [],
    officers: [],
    servicePoints: [],
    users: [],
    grants: [],
    instructors: [],
    assignments: [],
    trail: [],
  };
  return { clock: clockOf(day), takenNames: new Set(), takenNumbers: new Set(), rows };
}
