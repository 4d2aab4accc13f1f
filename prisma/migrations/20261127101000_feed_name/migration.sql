-- What the address is used for, in the owner's words: which one to revoke when a phone is lost.
ALTER TABLE "CalendarFeed" ADD COLUMN "name" TEXT NOT NULL;
