-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('THEMED', 'PUBLIC_WELFARE', 'OPEN_DAY', 'EXCHANGE', 'FORUM', 'CAMPAIGN');

-- CreateEnum
CREATE TYPE "ActivityStatus" AS ENUM ('PLANNED', 'HELD', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ActivityMeasure" AS ENUM ('ARTICLES', 'READS', 'DONATED_MONEY', 'DONATED_GOODS', 'HOURS', 'PARTICIPANTS');

-- CreateEnum
CREATE TYPE "DutyShiftStatus" AS ENUM ('PLANNED', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "DutyService" AS ENUM ('POLICY', 'DEVELOPMENT', 'MEMBERSHIP', 'REQUEST', 'ACTIVITY', 'OTHER');

-- CreateEnum
CREATE TYPE "DutyAction" AS ENUM ('PLAN', 'SWAP', 'MOVE', 'CANCEL', 'FULFIL');

-- CreateEnum
CREATE TYPE "RequestStatus" AS ENUM ('OPEN', 'IN_PROGRESS', 'ANSWERED', 'CLOSED');

-- CreateEnum
CREATE TYPE "RequestCategory" AS ENUM ('TALENT', 'FINANCE', 'SPACE', 'POLICY', 'LEGAL', 'PARTY_WORK', 'OTHER');

-- CreateEnum
CREATE TYPE "RequestOrigin" AS ENUM ('VISIT', 'DUTY', 'SECRETARY', 'STAFF');

-- CreateEnum
CREATE TYPE "RequestAction" AS ENUM ('RAISE', 'TAKE', 'TRANSFER', 'ANSWER', 'CLOSE', 'REOPEN', 'REASSIGN');

-- CreateEnum
CREATE TYPE "Satisfaction" AS ENUM ('SATISFIED', 'FAIR', 'DISSATISFIED');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('VISIT_CONFIRMATION', 'REQUEST_SATISFACTION');

-- CreateEnum
CREATE TYPE "SuggestionKind" AS ENUM ('SUGGESTION', 'COMPLAINT');

-- CreateEnum
CREATE TYPE "VisitKind" AS ENUM ('VISIT', 'ON_DUTY', 'RESEARCH', 'OTHER');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NotificationKind" ADD VALUE 'DUTY_CHANGED';
ALTER TYPE "NotificationKind" ADD VALUE 'ASSIGNMENT_CHANGED';
ALTER TYPE "NotificationKind" ADD VALUE 'REQUEST_RAISED';
ALTER TYPE "NotificationKind" ADD VALUE 'REQUEST_ASSIGNED';
ALTER TYPE "NotificationKind" ADD VALUE 'REQUEST_ANSWERED';
ALTER TYPE "NotificationKind" ADD VALUE 'ACTIVITY_INVITED';
ALTER TYPE "NotificationKind" ADD VALUE 'SUGGESTION_RECEIVED';
ALTER TYPE "NotificationKind" ADD VALUE 'SUGGESTION_ANSWERED';

-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "activityId" UUID,
ADD COLUMN     "visitId" UUID;

-- AlterTable
ALTER TABLE "ServicePoint" ADD COLUMN     "dutyWeekday" INTEGER NOT NULL DEFAULT 3;

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "branchId" UUID,
    "taskId" UUID,
    "campaignId" UUID,
    "kind" "ActivityKind" NOT NULL,
    "status" "ActivityStatus" NOT NULL DEFAULT 'PLANNED',
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "place" TEXT,
    "organizers" TEXT NOT NULL DEFAULT '',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "signUpUntil" DATE,
    "doorTokenHash" TEXT,
    "heldNote" TEXT NOT NULL DEFAULT '',
    "cancelReason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "createdByName" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityBranch" (
    "activityId" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "signedUpAt" TIMESTAMP(3),
    "signedUpByName" TEXT,
    "attendedCount" INTEGER,

    CONSTRAINT "ActivityBranch_pkey" PRIMARY KEY ("activityId","branchId")
);

-- CreateTable
CREATE TABLE "ActivityEnterprise" (
    "activityId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "signedUpAt" TIMESTAMP(3),
    "signedUpByName" TEXT,
    "attendedCount" INTEGER,

    CONSTRAINT "ActivityEnterprise_pkey" PRIMARY KEY ("activityId","enterpriseId")
);

-- CreateTable
CREATE TABLE "ActivityFigure" (
    "id" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "measure" "ActivityMeasure" NOT NULL,
    "amount" DECIMAL(16,2) NOT NULL,
    "unit" TEXT NOT NULL,
    "periodFrom" DATE NOT NULL,
    "periodTo" DATE NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdByName" TEXT NOT NULL,

    CONSTRAINT "ActivityFigure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyShift" (
    "id" UUID NOT NULL,
    "servicePointId" UUID NOT NULL,
    "instructorId" UUID NOT NULL,
    "dutyOn" DATE NOT NULL,
    "status" "DutyShiftStatus" NOT NULL DEFAULT 'PLANNED',
    "servedCount" INTEGER,
    "services" "DutyService"[],
    "matters" TEXT NOT NULL DEFAULT '',
    "doneAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DutyShift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyStep" (
    "id" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "action" "DutyAction" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "DutyStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnterpriseRequest" (
    "id" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "origin" "RequestOrigin" NOT NULL,
    "visitId" UUID,
    "shiftId" UUID,
    "branchId" UUID,
    "instructorId" UUID,
    "category" "RequestCategory" NOT NULL,
    "text" TEXT NOT NULL,
    "raisedOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "status" "RequestStatus" NOT NULL DEFAULT 'OPEN',
    "ownerId" UUID,
    "department" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredOn" DATE,
    "closedOn" DATE,
    "satisfaction" "Satisfaction",
    "satisfactionBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "createdByName" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "EnterpriseRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestStep" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "action" "RequestAction" NOT NULL,
    "from" "RequestStatus",
    "to" "RequestStatus" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "note" TEXT,
    "department" TEXT,

    CONSTRAINT "RequestStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "visitId" UUID,
    "requestId" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" UUID NOT NULL,
    "kind" "SuggestionKind" NOT NULL,
    "text" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "userName" TEXT NOT NULL,
    "committeeId" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answeredAt" TIMESTAMP(3),
    "answeredById" UUID,
    "answeredByName" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" UUID NOT NULL,
    "instructorId" UUID NOT NULL,
    "enterpriseId" UUID,
    "branchId" UUID,
    "kind" "VisitKind" NOT NULL DEFAULT 'VISIT',
    "visitedOn" DATE NOT NULL,
    "peopleMet" TEXT NOT NULL DEFAULT '',
    "found" TEXT NOT NULL DEFAULT '',
    "done" TEXT NOT NULL DEFAULT '',
    "confirmed" JSONB,
    "nextVisitOn" DATE,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "recordedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "createdByName" TEXT NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "confirmedByName" TEXT,
    "withdrawnAt" TIMESTAMP(3),
    "withdrawReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Activity_doorTokenHash_key" ON "Activity"("doorTokenHash");

-- CreateIndex
CREATE INDEX "Activity_committeeId_startsOn_id_idx" ON "Activity"("committeeId", "startsOn", "id");

-- CreateIndex
CREATE INDEX "Activity_taskId_idx" ON "Activity"("taskId");

-- CreateIndex
CREATE INDEX "Activity_campaignId_idx" ON "Activity"("campaignId");

-- CreateIndex
CREATE INDEX "Activity_branchId_idx" ON "Activity"("branchId");

-- CreateIndex
CREATE INDEX "ActivityBranch_branchId_idx" ON "ActivityBranch"("branchId");

-- CreateIndex
CREATE INDEX "ActivityEnterprise_enterpriseId_idx" ON "ActivityEnterprise"("enterpriseId");

-- CreateIndex
CREATE INDEX "ActivityFigure_activityId_idx" ON "ActivityFigure"("activityId");

-- CreateIndex
CREATE INDEX "DutyShift_instructorId_dutyOn_idx" ON "DutyShift"("instructorId", "dutyOn");

-- CreateIndex
CREATE UNIQUE INDEX "DutyShift_servicePointId_dutyOn_instructorId_key" ON "DutyShift"("servicePointId", "dutyOn", "instructorId");

-- CreateIndex
CREATE INDEX "DutyStep_shiftId_at_idx" ON "DutyStep"("shiftId", "at");

-- CreateIndex
CREATE INDEX "EnterpriseRequest_enterpriseId_status_idx" ON "EnterpriseRequest"("enterpriseId", "status");

-- CreateIndex
CREATE INDEX "EnterpriseRequest_status_dueOn_id_idx" ON "EnterpriseRequest"("status", "dueOn", "id");

-- CreateIndex
CREATE INDEX "EnterpriseRequest_ownerId_status_idx" ON "EnterpriseRequest"("ownerId", "status");

-- CreateIndex
CREATE INDEX "EnterpriseRequest_instructorId_status_idx" ON "EnterpriseRequest"("instructorId", "status");

-- CreateIndex
CREATE INDEX "EnterpriseRequest_visitId_idx" ON "EnterpriseRequest"("visitId");

-- CreateIndex
CREATE INDEX "EnterpriseRequest_shiftId_idx" ON "EnterpriseRequest"("shiftId");

-- CreateIndex
CREATE INDEX "EnterpriseRequest_branchId_idx" ON "EnterpriseRequest"("branchId");

-- CreateIndex
CREATE INDEX "RequestStep_requestId_at_idx" ON "RequestStep"("requestId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeLink_visitId_idx" ON "OneTimeLink"("visitId");

-- CreateIndex
CREATE INDEX "OneTimeLink_requestId_idx" ON "OneTimeLink"("requestId");

-- CreateIndex
CREATE INDEX "Suggestion_committeeId_createdAt_id_idx" ON "Suggestion"("committeeId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Suggestion_userId_createdAt_idx" ON "Suggestion"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Visit_enterpriseId_visitedOn_id_idx" ON "Visit"("enterpriseId", "visitedOn", "id");

-- CreateIndex
CREATE INDEX "Visit_branchId_visitedOn_id_idx" ON "Visit"("branchId", "visitedOn", "id");

-- CreateIndex
CREATE INDEX "Visit_instructorId_visitedOn_id_idx" ON "Visit"("instructorId", "visitedOn", "id");

-- CreateIndex
CREATE INDEX "Attachment_visitId_idx" ON "Attachment"("visitId");

-- CreateIndex
CREATE INDEX "Attachment_activityId_idx" ON "Attachment"("activityId");

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "PlanTask"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityBranch" ADD CONSTRAINT "ActivityBranch_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityBranch" ADD CONSTRAINT "ActivityBranch_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityEnterprise" ADD CONSTRAINT "ActivityEnterprise_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityEnterprise" ADD CONSTRAINT "ActivityEnterprise_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityFigure" ADD CONSTRAINT "ActivityFigure_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyShift" ADD CONSTRAINT "DutyShift_servicePointId_fkey" FOREIGN KEY ("servicePointId") REFERENCES "ServicePoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyShift" ADD CONSTRAINT "DutyShift_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "Instructor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyStep" ADD CONSTRAINT "DutyStep_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "DutyShift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseRequest" ADD CONSTRAINT "EnterpriseRequest_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseRequest" ADD CONSTRAINT "EnterpriseRequest_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseRequest" ADD CONSTRAINT "EnterpriseRequest_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "DutyShift"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseRequest" ADD CONSTRAINT "EnterpriseRequest_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseRequest" ADD CONSTRAINT "EnterpriseRequest_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "Instructor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseRequest" ADD CONSTRAINT "EnterpriseRequest_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestStep" ADD CONSTRAINT "RequestStep_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "EnterpriseRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "EnterpriseRequest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "Instructor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must never be false.
ALTER TABLE "ServicePoint" ADD CONSTRAINT "ServicePoint_dutyWeekday" CHECK ("dutyWeekday" BETWEEN 1 AND 7);
ALTER TABLE "DutyShift" ADD CONSTRAINT "DutyShift_done" CHECK (("status" = 'DONE') = ("doneAt" IS NOT NULL));
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_one_target" CHECK (num_nonnulls("enterpriseId", "branchId") = 1);
ALTER TABLE "EnterpriseRequest" ADD CONSTRAINT "EnterpriseRequest_closed" CHECK (("status" = 'CLOSED') = ("closedOn" IS NOT NULL));
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_purpose"
  CHECK (("purpose" = 'VISIT_CONFIRMATION') = ("visitId" IS NOT NULL)
    AND ("purpose" = 'REQUEST_SATISFACTION') = ("requestId" IS NOT NULL));
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_period" CHECK ("endsOn" >= "startsOn");
ALTER TABLE "ActivityFigure" ADD CONSTRAINT "ActivityFigure_period" CHECK ("periodTo" >= "periodFrom" AND "amount" >= 0);
ALTER TABLE "ActivityBranch" ADD CONSTRAINT "ActivityBranch_count" CHECK ("attendedCount" >= 0);
ALTER TABLE "ActivityEnterprise" ADD CONSTRAINT "ActivityEnterprise_count" CHECK ("attendedCount" >= 0);
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_one_owner" CHECK (num_nonnulls("recordId", "visitId", "activityId") = 1);

-- What was decided is only ever added to.
CREATE TRIGGER "RequestStep_append_only" BEFORE UPDATE OR DELETE ON "RequestStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER "DutyStep_append_only" BEFORE UPDATE OR DELETE ON "DutyStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
