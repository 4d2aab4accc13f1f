-- CreateEnum
CREATE TYPE "BulletinStatus" AS ENUM ('DRAFT', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('PLAN_PUBLISHED', 'PLAN_AMENDED', 'SUMMARY_SUBMITTED', 'SUMMARY_SENT_BACK', 'SUMMARY_ACCEPTED', 'SUMMARY_REOPENED', 'BULLETIN_PUBLISHED', 'REMINDER');

-- CreateEnum
CREATE TYPE "DeliveryChannel" AS ENUM ('EMAIL', 'WECOM', 'DINGTALK');

-- CreateEnum
CREATE TYPE "OrgLifeKind" AS ENUM ('GENERAL_MEETING', 'COMMITTEE_MEETING', 'GROUP_MEETING', 'PARTY_LECTURE', 'THEME_DAY', 'ORG_LIFE_MEETING', 'DEMOCRATIC_APPRAISAL');

-- CreateEnum
CREATE TYPE "AttendanceState" AS ENUM ('PRESENT', 'LEAVE', 'ABSENT');

-- CreateEnum
CREATE TYPE "PlanStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'CLOSED');

-- CreateEnum
CREATE TYPE "TaskKind" AS ENUM ('STUDY', 'ACTIVITY', 'PRIORITY');

-- CreateEnum
CREATE TYPE "TaskEvidence" AS ENUM ('ORG_LIFE', 'ACTIVITY', 'REPORT');

-- CreateEnum
CREATE TYPE "SummaryStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'SENT_BACK', 'ACCEPTED');

-- CreateEnum
CREATE TYPE "SummaryAction" AS ENUM ('SUBMIT', 'WITHDRAW', 'SEND_BACK', 'ACCEPT', 'REOPEN');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "email" TEXT;

-- CreateTable
CREATE TABLE "Bulletin" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "status" "BulletinStatus" NOT NULL DEFAULT 'DRAFT',
    "documentNumber" TEXT,
    "title" TEXT NOT NULL,
    "recipients" TEXT NOT NULL DEFAULT '',
    "opening" TEXT NOT NULL DEFAULT '',
    "goodPractice" TEXT NOT NULL DEFAULT '',
    "shortfalls" TEXT NOT NULL DEFAULT '',
    "requirements" TEXT NOT NULL DEFAULT '',
    "snapshot" JSONB,
    "publishedAt" TIMESTAMP(3),
    "publishedById" UUID,
    "publishedByName" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Bulletin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "text" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMP(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "channel" "DeliveryChannel" NOT NULL,
    "userId" UUID,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "availableAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAt" TIMESTAMP(3),
    "failedAt" TIMESTAMP(3),
    "lastError" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationMute" (
    "userId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,

    CONSTRAINT "NotificationMute_pkey" PRIMARY KEY ("userId","kind")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrgLifeRecord" (
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "kinds" "OrgLifeKind"[],
    "groupId" UUID,
    "heldOn" DATE NOT NULL,
    "place" TEXT,
    "topic" TEXT NOT NULL,
    "host" TEXT,
    "recorder" TEXT,
    "content" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "createdByName" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMP(3),
    "withdrawReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "OrgLifeRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "recordId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "state" "AttendanceState" NOT NULL DEFAULT 'PRESENT',
    "isEntitled" BOOLEAN NOT NULL,
    "reason" TEXT,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("recordId","memberId")
);

-- CreateTable
CREATE TABLE "Resolution" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "entitledCount" INTEGER,
    "presentCount" INTEGER,
    "forCount" INTEGER,

    CONSTRAINT "Resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecordTask" (
    "recordId" UUID NOT NULL,
    "taskId" UUID NOT NULL,

    CONSTRAINT "RecordTask_pkey" PRIMARY KEY ("recordId","taskId")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "recordId" UUID,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "byteCount" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "createdByName" TEXT NOT NULL,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuarterlyPlan" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "quarter" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "guidance" TEXT NOT NULL DEFAULT '',
    "status" "PlanStatus" NOT NULL DEFAULT 'DRAFT',
    "summaryDueOn" DATE NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "QuarterlyPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanStep" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "status" "PlanStatus" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "PlanStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanTask" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "TaskKind" NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE NOT NULL,
    "isMandatory" BOOLEAN NOT NULL DEFAULT true,
    "evidence" "TaskEvidence" NOT NULL,
    "recordKinds" "OrgLifeKind"[],
    "addedIn" INTEGER,
    "withdrawnIn" INTEGER,

    CONSTRAINT "PlanTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanAmendment" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "byName" TEXT NOT NULL,

    CONSTRAINT "PlanAmendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanBranch" (
    "planId" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "branchName" TEXT NOT NULL,
    "takenOverAt" TIMESTAMP(3),
    "takenOverById" UUID,
    "takenOverByName" TEXT,

    CONSTRAINT "PlanBranch_pkey" PRIMARY KEY ("planId","branchId")
);

-- CreateTable
CREATE TABLE "TaskWaiver" (
    "taskId" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "byName" TEXT NOT NULL,

    CONSTRAINT "TaskWaiver_pkey" PRIMARY KEY ("taskId","branchId")
);

-- CreateTable
CREATE TABLE "FindingSilence" (
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "FindingSilence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuarterlySummary" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "status" "SummaryStatus" NOT NULL DEFAULT 'DRAFT',
    "practice" TEXT NOT NULL DEFAULT '',
    "effect" TEXT NOT NULL DEFAULT '',
    "problems" TEXT NOT NULL DEFAULT '',
    "nextSteps" TEXT NOT NULL DEFAULT '',
    "firstSubmittedOn" DATE,
    "acceptedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "QuarterlySummary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SummaryTaskResult" (
    "summaryId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "SummaryTaskResult_pkey" PRIMARY KEY ("summaryId","taskId")
);

-- CreateTable
CREATE TABLE "SummarySubmission" (
    "id" UUID NOT NULL,
    "summaryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "SummarySubmission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SummaryStep" (
    "id" UUID NOT NULL,
    "summaryId" UUID NOT NULL,
    "action" "SummaryAction" NOT NULL,
    "from" "SummaryStatus" NOT NULL,
    "to" "SummaryStatus" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "reasons" JSONB,

    CONSTRAINT "SummaryStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Bulletin_planId_key" ON "Bulletin"("planId");

-- CreateIndex
CREATE INDEX "Notification_userId_readAt_idx" ON "Notification"("userId", "readAt");

-- CreateIndex
CREATE INDEX "Notification_userId_createdAt_id_idx" ON "Notification"("userId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_userId_dedupeKey_key" ON "Notification"("userId", "dedupeKey");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_dedupeKey_key" ON "Delivery"("dedupeKey");

-- CreateIndex
CREATE INDEX "Delivery_availableAt_idx" ON "Delivery"("availableAt");

-- CreateIndex
CREATE INDEX "Delivery_userId_idx" ON "Delivery"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_userId_idx" ON "CalendarFeed"("userId");

-- CreateIndex
CREATE INDEX "OrgLifeRecord_branchId_heldOn_id_idx" ON "OrgLifeRecord"("branchId", "heldOn", "id");

-- CreateIndex
CREATE INDEX "Attendance_memberId_idx" ON "Attendance"("memberId");

-- CreateIndex
CREATE INDEX "Resolution_recordId_position_idx" ON "Resolution"("recordId", "position");

-- CreateIndex
CREATE INDEX "RecordTask_taskId_idx" ON "RecordTask"("taskId");

-- CreateIndex
CREATE INDEX "Attachment_recordId_idx" ON "Attachment"("recordId");

-- CreateIndex
CREATE UNIQUE INDEX "QuarterlyPlan_committeeId_year_quarter_key" ON "QuarterlyPlan"("committeeId", "year", "quarter");

-- CreateIndex
CREATE INDEX "PlanStep_planId_at_idx" ON "PlanStep"("planId", "at");

-- CreateIndex
CREATE INDEX "PlanTask_planId_position_idx" ON "PlanTask"("planId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "PlanAmendment_planId_number_key" ON "PlanAmendment"("planId", "number");

-- CreateIndex
CREATE INDEX "PlanBranch_branchId_idx" ON "PlanBranch"("branchId");

-- CreateIndex
CREATE INDEX "TaskWaiver_branchId_idx" ON "TaskWaiver"("branchId");

-- CreateIndex
CREATE INDEX "FindingSilence_branchId_idx" ON "FindingSilence"("branchId");

-- CreateIndex
CREATE INDEX "QuarterlySummary_planId_status_idx" ON "QuarterlySummary"("planId", "status");

-- CreateIndex
CREATE INDEX "QuarterlySummary_branchId_idx" ON "QuarterlySummary"("branchId");

-- CreateIndex
CREATE UNIQUE INDEX "QuarterlySummary_planId_branchId_key" ON "QuarterlySummary"("planId", "branchId");

-- CreateIndex
CREATE INDEX "SummaryTaskResult_taskId_idx" ON "SummaryTaskResult"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "SummarySubmission_summaryId_number_key" ON "SummarySubmission"("summaryId", "number");

-- CreateIndex
CREATE INDEX "SummaryStep_summaryId_at_idx" ON "SummaryStep"("summaryId", "at");

-- AddForeignKey
ALTER TABLE "Bulletin" ADD CONSTRAINT "Bulletin_planId_fkey" FOREIGN KEY ("planId") REFERENCES "QuarterlyPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationMute" ADD CONSTRAINT "NotificationMute_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrgLifeRecord" ADD CONSTRAINT "OrgLifeRecord_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrgLifeRecord" ADD CONSTRAINT "OrgLifeRecord_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "PartyGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "OrgLifeRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "OrgLifeRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordTask" ADD CONSTRAINT "RecordTask_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "OrgLifeRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordTask" ADD CONSTRAINT "RecordTask_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "PlanTask"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "OrgLifeRecord"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuarterlyPlan" ADD CONSTRAINT "QuarterlyPlan_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanStep" ADD CONSTRAINT "PlanStep_planId_fkey" FOREIGN KEY ("planId") REFERENCES "QuarterlyPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanTask" ADD CONSTRAINT "PlanTask_planId_fkey" FOREIGN KEY ("planId") REFERENCES "QuarterlyPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanAmendment" ADD CONSTRAINT "PlanAmendment_planId_fkey" FOREIGN KEY ("planId") REFERENCES "QuarterlyPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanBranch" ADD CONSTRAINT "PlanBranch_planId_fkey" FOREIGN KEY ("planId") REFERENCES "QuarterlyPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanBranch" ADD CONSTRAINT "PlanBranch_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskWaiver" ADD CONSTRAINT "TaskWaiver_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "PlanTask"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskWaiver" ADD CONSTRAINT "TaskWaiver_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingSilence" ADD CONSTRAINT "FindingSilence_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuarterlySummary" ADD CONSTRAINT "QuarterlySummary_planId_fkey" FOREIGN KEY ("planId") REFERENCES "QuarterlyPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuarterlySummary" ADD CONSTRAINT "QuarterlySummary_planId_branchId_fkey" FOREIGN KEY ("planId", "branchId") REFERENCES "PlanBranch"("planId", "branchId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuarterlySummary" ADD CONSTRAINT "QuarterlySummary_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryTaskResult" ADD CONSTRAINT "SummaryTaskResult_summaryId_fkey" FOREIGN KEY ("summaryId") REFERENCES "QuarterlySummary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryTaskResult" ADD CONSTRAINT "SummaryTaskResult_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "PlanTask"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummarySubmission" ADD CONSTRAINT "SummarySubmission_summaryId_fkey" FOREIGN KEY ("summaryId") REFERENCES "QuarterlySummary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryStep" ADD CONSTRAINT "SummaryStep_summaryId_fkey" FOREIGN KEY ("summaryId") REFERENCES "QuarterlySummary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must never be false.
ALTER TABLE "QuarterlyPlan" ADD CONSTRAINT "QuarterlyPlan_quarter" CHECK ("quarter" BETWEEN 1 AND 4);
ALTER TABLE "PlanTask" ADD CONSTRAINT "PlanTask_evidence"
  CHECK (("evidence" = 'ORG_LIFE') = (cardinality("recordKinds") > 0));
ALTER TABLE "OrgLifeRecord" ADD CONSTRAINT "OrgLifeRecord_has_kind" CHECK (cardinality("kinds") > 0);
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_votes"
  CHECK (num_nulls("entitledCount", "presentCount", "forCount") IN (0, 3)
    AND coalesce("forCount" BETWEEN 0 AND "presentCount" AND "presentCount" <= "entitledCount", true));

-- What was submitted or decided is only ever added to.
CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "SummarySubmission_append_only" BEFORE UPDATE OR DELETE ON "SummarySubmission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER "SummaryStep_append_only" BEFORE UPDATE OR DELETE ON "SummaryStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER "PlanStep_append_only" BEFORE UPDATE OR DELETE ON "PlanStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

-- A published bulletin is what it was on its day.
CREATE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published bulletin does not change' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "Bulletin_frozen" BEFORE UPDATE OR DELETE ON "Bulletin"
  FOR EACH ROW WHEN (OLD."status" = 'PUBLISHED') EXECUTE FUNCTION refuse_change_of_published();

-- An accepted summary is locked until it is reopened.
CREATE FUNCTION refuse_change_of_accepted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an accepted summary is locked' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "QuarterlySummary_locked" BEFORE UPDATE ON "QuarterlySummary"
  FOR EACH ROW WHEN (OLD."status" = 'ACCEPTED' AND NEW."status" = 'ACCEPTED') EXECUTE FUNCTION refuse_change_of_accepted();
