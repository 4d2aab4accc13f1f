-- What the enterprise added in its own words when it rated an answer.
ALTER TABLE "EnterpriseRequest" ADD COLUMN "satisfactionNote" TEXT NOT NULL DEFAULT '';
