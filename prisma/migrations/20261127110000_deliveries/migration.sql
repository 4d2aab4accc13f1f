-- What a delivery tells, how an attempt ended, and the days on which daily jobs ran.
DROP INDEX "Delivery_availableAt_idx";
ALTER TABLE "Delivery"
    ADD COLUMN "kind" "NotificationKind" NOT NULL,
    ADD COLUMN "startedAt" TIMESTAMP(3),
    ADD COLUMN "uncertainCount" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "Delivery_sentAt_failedAt_availableAt_idx" ON "Delivery"("sentAt", "failedAt", "availableAt");

CREATE TABLE "DailyRun" (
    "job" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "DailyRun_pkey" PRIMARY KEY ("job","day")
);
