import type { Prisma } from "@/generated/prisma/client";
import type { Day } from "@/lib/calendar";
import { type Clock, clockOf } from "@/prisma/seed/chance/quarters";

/** A row as it is written: every value is there, none is skipped. */
type Row<Input> = { [Column in keyof Input]: Exclude<Input[Column], typeof Prisma.skip> };

/** One that others point at. */
type Named<Input> = Row<Input> & { id: string };

/** Everything that will be written, table by table, parents before children. */
export type Rows = {
  committees: Row<Prisma.CommitteeCreateManyInput>[];
  committeeNames: Row<Prisma.CommitteeNameCreateManyInput>[];
  settings: Row<Prisma.CommitteeSettingCreateManyInput>[];
  parks: Row<Prisma.ParkCreateManyInput>[];
  buildings: Row<Prisma.BuildingCreateManyInput>[];
  parkFigures: Row<Prisma.ParkFigureCreateManyInput>[];
  enterprises: Row<Prisma.EnterpriseCreateManyInput>[];
  enterpriseNames: Row<Prisma.EnterpriseNameCreateManyInput>[];
  locations: Row<Prisma.EnterpriseLocationCreateManyInput>[];
  scaleYears: Row<Prisma.EnterpriseScaleYearCreateManyInput>[];
  associations: Row<Prisma.AssociationMembershipCreateManyInput>[];
  branches: Row<Prisma.BranchCreateManyInput>[];
  branchNames: Row<Prisma.BranchNameCreateManyInput>[];
  terms: Row<Prisma.BranchTermCreateManyInput>[];
  coverages: Row<Prisma.BranchCoverageCreateManyInput>[];
  groups: Row<Prisma.PartyGroupCreateManyInput>[];
  members: Row<Prisma.MemberCreateManyInput>[];
  memberships: Row<Prisma.MembershipCreateManyInput>[];
  employments: Row<Prisma.EmploymentCreateManyInput>[];
  duties: Row<Prisma.MemberDutyCreateManyInput>[];
  officers: Row<Prisma.BranchOfficerCreateManyInput>[];
  servicePoints: Row<Prisma.ServicePointCreateManyInput>[];
  users: Row<Prisma.UserCreateManyInput>[];
  grants: Row<Prisma.RoleGrantCreateManyInput>[];
  instructors: Row<Prisma.InstructorCreateManyInput>[];
  assignments: Row<Prisma.AssignmentCreateManyInput>[];
  plans: Row<Prisma.QuarterlyPlanCreateManyInput>[];
  planSteps: Row<Prisma.PlanStepCreateManyInput>[];
  planTasks: Row<Prisma.PlanTaskCreateManyInput>[];
  planAmendments: Row<Prisma.PlanAmendmentCreateManyInput>[];
  planBranches: Row<Prisma.PlanBranchCreateManyInput>[];
  waivers: Row<Prisma.TaskWaiverCreateManyInput>[];
  records: Named<Prisma.OrgLifeRecordCreateManyInput>[];
  attendance: Row<Prisma.AttendanceCreateManyInput>[];
  resolutions: Row<Prisma.ResolutionCreateManyInput>[];
  recordTasks: Row<Prisma.RecordTaskCreateManyInput>[];
  summaries: Named<Prisma.QuarterlySummaryCreateManyInput>[];
  summaryResults: Row<Prisma.SummaryTaskResultCreateManyInput>[];
  submissions: Row<Prisma.SummarySubmissionCreateManyInput>[];
  summarySteps: Row<Prisma.SummaryStepCreateManyInput>[];
  shifts: Named<Prisma.DutyShiftCreateManyInput>[];
  dutySteps: Row<Prisma.DutyStepCreateManyInput>[];
  visits: Named<Prisma.VisitCreateManyInput>[];
  requests: Named<Prisma.EnterpriseRequestCreateManyInput>[];
  requestSteps: Row<Prisma.RequestStepCreateManyInput>[];
  activities: Named<Prisma.ActivityCreateManyInput>[];
  activityBranches: Row<Prisma.ActivityBranchCreateManyInput>[];
  activityEnterprises: Row<Prisma.ActivityEnterpriseCreateManyInput>[];
  activityFigures: Row<Prisma.ActivityFigureCreateManyInput>[];
  suggestions: Named<Prisma.SuggestionCreateManyInput>[];
  notifications: Row<Prisma.NotificationCreateManyInput>[];
  trail: Row<Prisma.AuditEntryCreateManyInput>[];
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
    plans: [],
    planSteps: [],
    planTasks: [],
    planAmendments: [],
    planBranches: [],
    waivers: [],
    records: [],
    attendance: [],
    resolutions: [],
    recordTasks: [],
    summaries: [],
    summaryResults: [],
    submissions: [],
    summarySteps: [],
    shifts: [],
    dutySteps: [],
    visits: [],
    requests: [],
    requestSteps: [],
    activities: [],
    activityBranches: [],
    activityEnterprises: [],
    activityFigures: [],
    suggestions: [],
    notifications: [],
    trail: [],
  };
  return { clock: clockOf(day), takenNames: new Set(), takenNumbers: new Set(), rows };
}
