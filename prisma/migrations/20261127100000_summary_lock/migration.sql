-- A locked summary changes by being reopened and by nothing else; its texts and its days stay as they were.
CREATE OR REPLACE FUNCTION refuse_change_of_accepted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an accepted summary is locked' USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER "QuarterlySummary_locked" ON "QuarterlySummary";
CREATE TRIGGER "QuarterlySummary_locked" BEFORE UPDATE ON "QuarterlySummary"
  FOR EACH ROW WHEN (OLD."status" = 'ACCEPTED' AND (NEW."status" <> 'SENT_BACK'
    OR (OLD."practice", OLD."effect", OLD."problems", OLD."nextSteps", OLD."planId", OLD."branchId")
      IS DISTINCT FROM (NEW."practice", NEW."effect", NEW."problems", NEW."nextSteps", NEW."planId", NEW."branchId")))
  EXECUTE FUNCTION refuse_change_of_accepted();
CREATE TRIGGER "QuarterlySummary_kept" BEFORE DELETE ON "QuarterlySummary"
  FOR EACH ROW WHEN (OLD."status" = 'ACCEPTED') EXECUTE FUNCTION refuse_change_of_accepted();

-- Late is late, on time stays on time.
CREATE FUNCTION refuse_change_of_first_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the day of the first submission stays' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "QuarterlySummary_first_submission" BEFORE UPDATE ON "QuarterlySummary"
  FOR EACH ROW WHEN (OLD."firstSubmittedOn" IS NOT NULL AND OLD."firstSubmittedOn" IS DISTINCT FROM NEW."firstSubmittedOn")
  EXECUTE FUNCTION refuse_change_of_first_submission();

-- What was said of each task is part of the summary.
CREATE FUNCTION refuse_change_of_accepted_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "QuarterlySummary" WHERE "id" = OLD."summaryId" AND "status" = 'ACCEPTED') THEN
    RAISE EXCEPTION 'an accepted summary is locked' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "SummaryTaskResult_locked" BEFORE UPDATE OR DELETE ON "SummaryTaskResult"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_accepted_result();
