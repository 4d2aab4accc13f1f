-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('STAFF', 'SECRETARY', 'INSTRUCTOR', 'ADMIN', 'AUDITOR');

-- CreateEnum
CREATE TYPE "BranchKind" AS ENUM ('SINGLE', 'JOINT', 'BUILDING_JOINT');

-- CreateEnum
CREATE TYPE "OfficerPost" AS ENUM ('SECRETARY', 'DEPUTY_SECRETARY', 'ORGANIZATION', 'PUBLICITY', 'DISCIPLINE');

-- CreateEnum
CREATE TYPE "EnterpriseCategory" AS ENUM ('NEWS', 'AUDIOVISUAL', 'CONTENT', 'OPERATION', 'TECHNOLOGY', 'OTHER');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('ENTERPRISES', 'MEMBERS');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('JUDGED', 'WRITING', 'WRITTEN', 'FAILED', 'CANCELLED', 'TAKEN_BACK');

-- CreateEnum
CREATE TYPE "ImportOutcome" AS ENUM ('NEW', 'CHANGED', 'UNCHANGED', 'DUPLICATE', 'REFUSED');

-- CreateEnum
CREATE TYPE "InstructorKind" AS ENUM ('FULL_TIME', 'PART_TIME');

-- CreateEnum
CREATE TYPE "Gender" AS ENUM ('MALE', 'FEMALE');

-- CreateEnum
CREATE TYPE "MemberStage" AS ENUM ('APPLICANT', 'ACTIVIST', 'CANDIDATE', 'PROBATIONARY', 'FULL');

-- CreateEnum
CREATE TYPE "ServicePointKind" AS ENUM ('DEMONSTRATION', 'SERVICE');

-- CreateEnum
CREATE TYPE "DutyRhythm" AS ENUM ('WEEKLY', 'BIWEEKLY', 'MONTHLY');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT true,
    "passwordChangedAt" TIMESTAMP(3),
    "failedCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMP(3),
    "disabledAt" TIMESTAMP(3),
    "disableReason" TEXT,
    "lastLoginAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "committeeId" UUID,
    "branchId" UUID,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "duty" INTEGER NOT NULL,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "absoluteExpiresAt" TIMESTAMP(3) NOT NULL,
    "idleSeconds" INTEGER NOT NULL,
    "ip" TEXT,
    "userAgent" TEXT,
    "revokedAt" TIMESTAMP(3),
    "revokeReason" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordLink" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "PasswordLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LoginThrottle" (
    "key" TEXT NOT NULL,
    "failedCount" INTEGER NOT NULL,
    "lockedUntil" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LoginThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "userId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "result" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "actorRoles" TEXT[],
    "sessionId" UUID,
    "ip" TEXT,
    "requestId" TEXT,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT,
    "subjectName" TEXT,
    "committeeId" UUID,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "isRefused" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Branch" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameSort" TEXT NOT NULL,
    "searchKeys" TEXT[],
    "kind" "BranchKind" NOT NULL,
    "foundedOn" DATE NOT NULL,
    "approvingPaper" TEXT,
    "meetingPlace" TEXT,
    "buildingId" UUID,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "dissolvedOn" DATE,
    "dissolveReason" TEXT,
    "successorId" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Branch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BranchName" (
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE NOT NULL,

    CONSTRAINT "BranchName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BranchTerm" (
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,

    CONSTRAINT "BranchTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BranchCoverage" (
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "branchKind" "BranchKind" NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "BranchCoverage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartyGroup" (
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "PartyGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BranchOfficer" (
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "post" "OfficerPost" NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "BranchOfficer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Committee" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameSort" TEXT NOT NULL,
    "parentId" UUID,
    "foundedOn" DATE,
    "closedOn" DATE,
    "closeReason" TEXT,
    "successorId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Committee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitteeName" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "districtName" TEXT NOT NULL,
    "regionCode" TEXT,
    "superiorBodies" TEXT[],
    "documentPrefix" TEXT,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "CommitteeName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitteeSetting" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "validFrom" DATE NOT NULL,

    CONSTRAINT "CommitteeSetting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enterprise" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "nameSort" TEXT NOT NULL,
    "searchKeys" TEXT[],
    "creditCode" TEXT,
    "category" "EnterpriseCategory" NOT NULL DEFAULT 'OTHER',
    "legalRepresentative" TEXT,
    "investorName" TEXT,
    "isInvestorMember" BOOLEAN,
    "address" TEXT,
    "registeredOn" DATE,
    "capitalWan" DECIMAL(14,2),
    "employeeCount" INTEGER,
    "declaredMemberCount" INTEGER,
    "contactName" TEXT,
    "contactPhoneCipher" TEXT,
    "contactPhoneTailHash" TEXT,
    "closedOn" DATE,
    "closeReason" TEXT,
    "noBranchReason" TEXT,
    "plannedBranchOn" DATE,
    "sources" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnterpriseName" (
    "id" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "validFrom" DATE,
    "validTo" DATE NOT NULL,

    CONSTRAINT "EnterpriseName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnterpriseLocation" (
    "id" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "parkId" UUID NOT NULL,
    "buildingId" UUID,
    "isSettled" BOOLEAN NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "EnterpriseLocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnterpriseScaleYear" (
    "enterpriseId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "EnterpriseScaleYear_pkey" PRIMARY KEY ("enterpriseId","year")
);

-- CreateTable
CREATE TABLE "AssociationMembership" (
    "id" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "AssociationMembership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" UUID NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "committeeId" UUID NOT NULL,
    "parkId" UUID,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "sheetName" TEXT NOT NULL,
    "headerLine" INTEGER NOT NULL,
    "columns" JSONB NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'JUDGED',
    "summary" JSONB NOT NULL,
    "writtenCount" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "createdById" UUID,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMP(3),
    "writtenAt" TIMESTAMP(3),
    "takenBackAt" TIMESTAMP(3),

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "batchId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" "ImportOutcome" NOT NULL,
    "cells" JSONB NOT NULL,
    "values" JSONB,
    "changes" JSONB,
    "reasons" TEXT[],
    "notes" TEXT[],
    "subjectId" UUID,
    "subjectVersion" INTEGER,
    "before" JSONB,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("batchId","line")
);

-- CreateTable
CREATE TABLE "ImportColumn" (
    "committeeId" UUID NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "header" TEXT NOT NULL,
    "field" TEXT,

    CONSTRAINT "ImportColumn_pkey" PRIMARY KEY ("committeeId","kind","header")
);

-- CreateTable
CREATE TABLE "Instructor" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "userId" UUID,
    "name" TEXT NOT NULL,
    "nameSort" TEXT NOT NULL,
    "searchKeys" TEXT[],
    "kind" "InstructorKind" NOT NULL,
    "professionalTitle" TEXT,
    "titleOn" DATE,
    "phoneCipher" TEXT,
    "phoneTailHash" TEXT,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,
    "endReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Instructor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "instructorId" UUID NOT NULL,
    "enterpriseId" UUID,
    "branchId" UUID,
    "servicePointId" UUID,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameSort" TEXT NOT NULL,
    "searchKeys" TEXT[],
    "gender" "Gender",
    "ethnicity" TEXT,
    "birthOn" DATE,
    "idNumberCipher" TEXT NOT NULL,
    "idNumberHash" TEXT NOT NULL,
    "phoneCipher" TEXT,
    "phoneHash" TEXT,
    "phoneTailHash" TEXT,
    "education" TEXT,
    "stage" "MemberStage" NOT NULL,
    "joinedOn" DATE,
    "becameFullOn" DATE,
    "isMobile" BOOLEAN NOT NULL DEFAULT false,
    "leftOn" DATE,
    "leaveReason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Employment" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "post" TEXT,
    "isManagement" BOOLEAN NOT NULL DEFAULT false,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "Employment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberDuty" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "duty" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "MemberDuty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Park" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameSort" TEXT NOT NULL,
    "searchKeys" TEXT[],
    "address" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "closedOn" DATE,
    "closeReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Park_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Building" (
    "id" UUID NOT NULL,
    "parkId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameSort" TEXT NOT NULL,
    "address" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "closedOn" DATE,
    "closeReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Building_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ParkFigure" (
    "id" UUID NOT NULL,
    "parkId" UUID NOT NULL,
    "reportedOn" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "floorAreaSqm" INTEGER,
    "openedAreaSqm" INTEGER,
    "registeredCount" INTEGER,
    "settledCount" INTEGER,
    "employeeCount" INTEGER,

    CONSTRAINT "ParkFigure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServicePoint" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameSort" TEXT NOT NULL,
    "searchKeys" TEXT[],
    "kind" "ServicePointKind" NOT NULL,
    "parkId" UUID NOT NULL,
    "buildingId" UUID,
    "rooms" TEXT[],
    "openingHours" TEXT,
    "dutyRhythm" "DutyRhythm" NOT NULL DEFAULT 'WEEKLY',
    "openedOn" DATE NOT NULL,
    "closedOn" DATE,
    "closeReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ServicePoint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE INDEX "RoleGrant_userId_idx" ON "RoleGrant"("userId");

-- CreateIndex
CREATE INDEX "RoleGrant_branchId_idx" ON "RoleGrant"("branchId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_revokedAt_idx" ON "Session"("userId", "revokedAt");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordLink_tokenHash_key" ON "PasswordLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordLink_userId_idx" ON "PasswordLink"("userId");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_idx" ON "AuditEntry"("actorId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_action_at_idx" ON "AuditEntry"("action", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectId_at_idx" ON "AuditEntry"("subjectId", "at");

-- CreateIndex
CREATE INDEX "Branch_committeeId_nameSort_id_idx" ON "Branch"("committeeId", "nameSort", "id");

-- CreateIndex
CREATE INDEX "Branch_committeeId_foundedOn_id_idx" ON "Branch"("committeeId", "foundedOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Branch_committeeId_name_key" ON "Branch"("committeeId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Branch_id_kind_key" ON "Branch"("id", "kind");

-- CreateIndex
CREATE INDEX "BranchName_branchId_idx" ON "BranchName"("branchId");

-- CreateIndex
CREATE INDEX "BranchTerm_branchId_endsOn_idx" ON "BranchTerm"("branchId", "endsOn");

-- CreateIndex
CREATE INDEX "BranchCoverage_enterpriseId_idx" ON "BranchCoverage"("enterpriseId");

-- CreateIndex
CREATE INDEX "BranchCoverage_branchId_idx" ON "BranchCoverage"("branchId");

-- CreateIndex
CREATE INDEX "PartyGroup_branchId_idx" ON "PartyGroup"("branchId");

-- CreateIndex
CREATE INDEX "BranchOfficer_branchId_idx" ON "BranchOfficer"("branchId");

-- CreateIndex
CREATE INDEX "BranchOfficer_memberId_idx" ON "BranchOfficer"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Committee_code_key" ON "Committee"("code");

-- CreateIndex
CREATE INDEX "Committee_parentId_idx" ON "Committee"("parentId");

-- CreateIndex
CREATE INDEX "CommitteeName_committeeId_validFrom_idx" ON "CommitteeName"("committeeId", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "CommitteeSetting_committeeId_key_validFrom_key" ON "CommitteeSetting"("committeeId", "key", "validFrom");

-- CreateIndex
CREATE INDEX "Enterprise_committeeId_nameSort_id_idx" ON "Enterprise"("committeeId", "nameSort", "id");

-- CreateIndex
CREATE INDEX "Enterprise_committeeId_employeeCount_id_idx" ON "Enterprise"("committeeId", "employeeCount", "id");

-- CreateIndex
CREATE INDEX "Enterprise_committeeId_registeredOn_id_idx" ON "Enterprise"("committeeId", "registeredOn", "id");

-- CreateIndex
CREATE INDEX "Enterprise_committeeId_nameKey_idx" ON "Enterprise"("committeeId", "nameKey");

-- CreateIndex
CREATE INDEX "Enterprise_committeeId_closedOn_id_idx" ON "Enterprise"("committeeId", "closedOn", "id");

-- CreateIndex
CREATE INDEX "Enterprise_contactPhoneTailHash_idx" ON "Enterprise"("contactPhoneTailHash");

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_committeeId_creditCode_key" ON "Enterprise"("committeeId", "creditCode");

-- CreateIndex
CREATE INDEX "EnterpriseName_enterpriseId_idx" ON "EnterpriseName"("enterpriseId");

-- CreateIndex
CREATE INDEX "EnterpriseName_nameKey_idx" ON "EnterpriseName"("nameKey");

-- CreateIndex
CREATE INDEX "EnterpriseLocation_parkId_validTo_idx" ON "EnterpriseLocation"("parkId", "validTo");

-- CreateIndex
CREATE INDEX "EnterpriseLocation_buildingId_idx" ON "EnterpriseLocation"("buildingId");

-- CreateIndex
CREATE INDEX "AssociationMembership_enterpriseId_idx" ON "AssociationMembership"("enterpriseId");

-- CreateIndex
CREATE INDEX "ImportBatch_committeeId_createdAt_idx" ON "ImportBatch"("committeeId", "createdAt");

-- CreateIndex
CREATE INDEX "ImportRow_batchId_outcome_line_idx" ON "ImportRow"("batchId", "outcome", "line");

-- CreateIndex
CREATE UNIQUE INDEX "Instructor_userId_key" ON "Instructor"("userId");

-- CreateIndex
CREATE INDEX "Instructor_committeeId_nameSort_id_idx" ON "Instructor"("committeeId", "nameSort", "id");

-- CreateIndex
CREATE INDEX "Instructor_phoneTailHash_idx" ON "Instructor"("phoneTailHash");

-- CreateIndex
CREATE INDEX "Assignment_instructorId_validTo_idx" ON "Assignment"("instructorId", "validTo");

-- CreateIndex
CREATE INDEX "Assignment_enterpriseId_idx" ON "Assignment"("enterpriseId");

-- CreateIndex
CREATE INDEX "Assignment_branchId_idx" ON "Assignment"("branchId");

-- CreateIndex
CREATE INDEX "Assignment_servicePointId_idx" ON "Assignment"("servicePointId");

-- CreateIndex
CREATE INDEX "Member_committeeId_nameSort_id_idx" ON "Member"("committeeId", "nameSort", "id");

-- CreateIndex
CREATE INDEX "Member_committeeId_joinedOn_id_idx" ON "Member"("committeeId", "joinedOn", "id");

-- CreateIndex
CREATE INDEX "Member_phoneTailHash_idx" ON "Member"("phoneTailHash");

-- CreateIndex
CREATE UNIQUE INDEX "Member_committeeId_idNumberHash_key" ON "Member"("committeeId", "idNumberHash");

-- CreateIndex
CREATE INDEX "Membership_branchId_validTo_idx" ON "Membership"("branchId", "validTo");

-- CreateIndex
CREATE INDEX "Employment_enterpriseId_validTo_idx" ON "Employment"("enterpriseId", "validTo");

-- CreateIndex
CREATE INDEX "MemberDuty_memberId_idx" ON "MemberDuty"("memberId");

-- CreateIndex
CREATE INDEX "Park_committeeId_nameSort_id_idx" ON "Park"("committeeId", "nameSort", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Park_committeeId_name_key" ON "Park"("committeeId", "name");

-- CreateIndex
CREATE INDEX "Building_parkId_nameSort_id_idx" ON "Building"("parkId", "nameSort", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Building_parkId_name_key" ON "Building"("parkId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "ParkFigure_parkId_reportedOn_source_key" ON "ParkFigure"("parkId", "reportedOn", "source");

-- CreateIndex
CREATE INDEX "ServicePoint_committeeId_nameSort_id_idx" ON "ServicePoint"("committeeId", "nameSort", "id");

-- CreateIndex
CREATE INDEX "ServicePoint_parkId_idx" ON "ServicePoint"("parkId");

-- CreateIndex
CREATE UNIQUE INDEX "ServicePoint_committeeId_name_key" ON "ServicePoint"("committeeId", "name");

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordLink" ADD CONSTRAINT "PasswordLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Branch" ADD CONSTRAINT "Branch_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Branch" ADD CONSTRAINT "Branch_buildingId_fkey" FOREIGN KEY ("buildingId") REFERENCES "Building"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Branch" ADD CONSTRAINT "Branch_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Branch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchName" ADD CONSTRAINT "BranchName_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchTerm" ADD CONSTRAINT "BranchTerm_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchCoverage" ADD CONSTRAINT "BranchCoverage_branchId_branchKind_fkey" FOREIGN KEY ("branchId", "branchKind") REFERENCES "Branch"("id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchCoverage" ADD CONSTRAINT "BranchCoverage_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyGroup" ADD CONSTRAINT "PartyGroup_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchOfficer" ADD CONSTRAINT "BranchOfficer_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchOfficer" ADD CONSTRAINT "BranchOfficer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Committee" ADD CONSTRAINT "Committee_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Committee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Committee" ADD CONSTRAINT "Committee_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Committee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeName" ADD CONSTRAINT "CommitteeName_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeSetting" ADD CONSTRAINT "CommitteeSetting_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enterprise" ADD CONSTRAINT "Enterprise_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseName" ADD CONSTRAINT "EnterpriseName_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseLocation" ADD CONSTRAINT "EnterpriseLocation_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseLocation" ADD CONSTRAINT "EnterpriseLocation_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseLocation" ADD CONSTRAINT "EnterpriseLocation_buildingId_fkey" FOREIGN KEY ("buildingId") REFERENCES "Building"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseScaleYear" ADD CONSTRAINT "EnterpriseScaleYear_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssociationMembership" ADD CONSTRAINT "AssociationMembership_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instructor" ADD CONSTRAINT "Instructor_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instructor" ADD CONSTRAINT "Instructor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "Instructor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_servicePointId_fkey" FOREIGN KEY ("servicePointId") REFERENCES "ServicePoint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Employment" ADD CONSTRAINT "Employment_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Employment" ADD CONSTRAINT "Employment_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberDuty" ADD CONSTRAINT "MemberDuty_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Park" ADD CONSTRAINT "Park_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Building" ADD CONSTRAINT "Building_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParkFigure" ADD CONSTRAINT "ParkFigure_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServicePoint" ADD CONSTRAINT "ServicePoint_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServicePoint" ADD CONSTRAINT "ServicePoint_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServicePoint" ADD CONSTRAINT "ServicePoint_buildingId_fkey" FOREIGN KEY ("buildingId") REFERENCES "Building"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must never be false: the rules below are kept by the database itself.
-- Days: "validFrom" is included, "validTo" is excluded, an open end is null.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Pinyin order is computed when a name is written; comparing bytes is the same on every machine, and fast.
ALTER TABLE "Committee" ALTER COLUMN "nameSort" TYPE TEXT COLLATE "C";
ALTER TABLE "Park" ALTER COLUMN "nameSort" TYPE TEXT COLLATE "C";
ALTER TABLE "Building" ALTER COLUMN "nameSort" TYPE TEXT COLLATE "C";
ALTER TABLE "Enterprise" ALTER COLUMN "nameSort" TYPE TEXT COLLATE "C";
ALTER TABLE "Branch" ALTER COLUMN "nameSort" TYPE TEXT COLLATE "C";
ALTER TABLE "Member" ALTER COLUMN "nameSort" TYPE TEXT COLLATE "C";
ALTER TABLE "ServicePoint" ALTER COLUMN "nameSort" TYPE TEXT COLLATE "C";
ALTER TABLE "Instructor" ALTER COLUMN "nameSort" TYPE TEXT COLLATE "C";

-- A fact lasts at least one day.
ALTER TABLE "CommitteeName" ADD CONSTRAINT "CommitteeName_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "EnterpriseName" ADD CONSTRAINT "EnterpriseName_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "EnterpriseLocation" ADD CONSTRAINT "EnterpriseLocation_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "AssociationMembership" ADD CONSTRAINT "AssociationMembership_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "BranchName" ADD CONSTRAINT "BranchName_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "BranchTerm" ADD CONSTRAINT "BranchTerm_days" CHECK ("endsOn" > "startsOn");
ALTER TABLE "BranchCoverage" ADD CONSTRAINT "BranchCoverage_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "PartyGroup" ADD CONSTRAINT "PartyGroup_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "BranchOfficer" ADD CONSTRAINT "BranchOfficer_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "Employment" ADD CONSTRAINT "Employment_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "MemberDuty" ADD CONSTRAINT "MemberDuty_days" CHECK ("validTo" > "validFrom");
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_days" CHECK ("validTo" > "validFrom");

-- Two facts of one kind never overlap where only one may hold.
ALTER TABLE "CommitteeName" ADD CONSTRAINT "CommitteeName_one_at_a_time"
  EXCLUDE USING gist ("committeeId" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "EnterpriseLocation" ADD CONSTRAINT "EnterpriseLocation_one_at_a_time"
  EXCLUDE USING gist ("enterpriseId" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "AssociationMembership" ADD CONSTRAINT "AssociationMembership_one_at_a_time"
  EXCLUDE USING gist ("enterpriseId" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "BranchTerm" ADD CONSTRAINT "BranchTerm_one_at_a_time"
  EXCLUDE USING gist ("branchId" WITH =, daterange("startsOn", "endsOn") WITH &&);
ALTER TABLE "BranchCoverage" ADD CONSTRAINT "BranchCoverage_one_at_a_time"
  EXCLUDE USING gist ("branchId" WITH =, "enterpriseId" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "BranchCoverage" ADD CONSTRAINT "BranchCoverage_single_covers_one"
  EXCLUDE USING gist ("branchId" WITH =, daterange("validFrom", "validTo") WITH &&) WHERE ("branchKind" = 'SINGLE');
ALTER TABLE "BranchOfficer" ADD CONSTRAINT "BranchOfficer_one_post_once"
  EXCLUDE USING gist ("branchId" WITH =, "memberId" WITH =, "post" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "BranchOfficer" ADD CONSTRAINT "BranchOfficer_one_secretary"
  EXCLUDE USING gist ("branchId" WITH =, daterange("validFrom", "validTo") WITH &&) WHERE ("post" = 'SECRETARY');
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_one_at_a_time"
  EXCLUDE USING gist ("memberId" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "Employment" ADD CONSTRAINT "Employment_one_at_a_time"
  EXCLUDE USING gist ("memberId" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "MemberDuty" ADD CONSTRAINT "MemberDuty_one_at_a_time"
  EXCLUDE USING gist ("memberId" WITH =, "duty" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_enterprise_once"
  EXCLUDE USING gist ("instructorId" WITH =, "enterpriseId" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_branch_once"
  EXCLUDE USING gist ("instructorId" WITH =, "branchId" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_service_point_once"
  EXCLUDE USING gist ("instructorId" WITH =, "servicePointId" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_one_target"
  CHECK (num_nonnulls("enterpriseId", "branchId", "servicePointId") = 1);

-- Administrator and auditor exclude business roles and each other; every role has the scope it needs.
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_duty"
  CHECK ("duty" = CASE "role" WHEN 'ADMIN' THEN 1 WHEN 'AUDITOR' THEN 2 ELSE 0 END);
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_separated_duties"
  EXCLUDE USING gist ("userId" WITH =, "duty" WITH <>, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_scope"
  CHECK (("role" = 'STAFF') = ("committeeId" IS NOT NULL) AND ("role" = 'SECRETARY') = ("branchId" IS NOT NULL));

-- An enterprise without a credit code is known by its name.
CREATE UNIQUE INDEX "Enterprise_name_without_code" ON "Enterprise" ("committeeId", "nameKey") WHERE "creditCode" IS NULL;

-- Search by characters and character pairs inside one committee.
CREATE INDEX "Enterprise_search" ON "Enterprise" USING gin ("committeeId", "searchKeys");
CREATE INDEX "Member_search" ON "Member" USING gin ("committeeId", "searchKeys");
CREATE INDEX "Branch_search" ON "Branch" USING gin ("committeeId", "searchKeys");

-- The trail is only ever added to.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries cannot be changed or removed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
