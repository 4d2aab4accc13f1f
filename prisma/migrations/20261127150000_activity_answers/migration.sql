-- A branch may say that it does not come; an enterprise may be brought along by its branch without having been invited.
ALTER TABLE "ActivityBranch" ADD COLUMN "declinedAt" TIMESTAMP(3);
ALTER TABLE "ActivityEnterprise" ADD COLUMN "isInvited" BOOLEAN NOT NULL DEFAULT true;
