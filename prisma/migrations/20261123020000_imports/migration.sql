-- Who confirmed an import answers for its writing; why it was taken back stands with it.
ALTER TABLE "ImportBatch" ADD COLUMN "confirmedById" UUID,
  ADD COLUMN "confirmedByName" TEXT,
  ADD COLUMN "takeBackReason" TEXT;

-- A row is written once, however often its chunk is tried. Cells are kept only where they go back to the person.
ALTER TABLE "ImportRow" ADD COLUMN "isWritten" BOOLEAN NOT NULL DEFAULT false,
  ALTER COLUMN "cells" DROP NOT NULL;

-- The file itself, encrypted, only until it is confirmed or cancelled.
CREATE TABLE "ImportFile" (
  "batchId" UUID NOT NULL,
  "sealed" BYTEA NOT NULL,

  CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("batchId")
);
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The worker looks for imports to write, and for those nobody confirmed.
CREATE INDEX "ImportBatch_unfinished" ON "ImportBatch" ("status", "createdAt") WHERE "status" IN ('JUDGED', 'WRITING');
