-- The facts of an enterprise carry its committee, so that one committee's coverage reads one committee's rows.
-- The database fills and follows it; no code writes it.
ALTER TABLE "Enterprise" ADD CONSTRAINT "Enterprise_id_committeeId_key" UNIQUE ("id", "committeeId");

CREATE FUNCTION fill_committee_of_enterprise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT e."committeeId" INTO NEW."committeeId" FROM "Enterprise" e WHERE e.id = NEW."enterpriseId";
  RETURN NEW;
END $$;

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['EnterpriseLocation', 'BranchCoverage', 'Employment', 'Assignment', 'AssociationMembership'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN "committeeId" uuid', fact);
    EXECUTE format('UPDATE %I f SET "committeeId" = e."committeeId" FROM "Enterprise" e WHERE e.id = f."enterpriseId"', fact);
    EXECUTE format('CREATE INDEX %I ON %I ("committeeId")', fact || '_committeeId_idx', fact);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY ("enterpriseId", "committeeId")
      REFERENCES "Enterprise" ("id", "committeeId") ON UPDATE CASCADE', fact, fact || '_committee_fkey');
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OF "enterpriseId" ON %I
      FOR EACH ROW EXECUTE FUNCTION fill_committee_of_enterprise()', fact || '_committee', fact);
  END LOOP;
END $$;

-- The one definition of what each enterprise counts as on a day. Lists, rates and the trend all read it.
-- An enterprise is there when it was registered by that day and not yet closed.

CREATE FUNCTION full_member_since(became_full_on date, stage "MemberStage", joined_on date, created_at timestamp)
RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  -- Without a recorded day: one year of probation after joining, and at the latest the day it was registered as full.
  SELECT coalesce(became_full_on,
    CASE WHEN stage = 'FULL' THEN least((joined_on + interval '1 year')::date, created_at::date) END)
$$;

CREATE FUNCTION enterprise_coverage(committees uuid[], on_day date)
RETURNS TABLE (
  "id" uuid, "committeeId" uuid, "name" text, "nameSort" text, "category" "EnterpriseCategory",
  "parkId" uuid, "buildingId" uuid,
  "isSettled" boolean, "isAboveScale" boolean, "isAssociationMember" boolean,
  "memberCount" int, "fullMemberCount" int,
  "hasSingleBranch" boolean, "hasJointBranch" boolean, "hasInstructor" boolean
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH active AS MATERIALIZED (
    SELECT e.id, e."committeeId", e."name", e."nameSort", e."category"
    FROM "Enterprise" e
    WHERE e."committeeId" = ANY (committees)
      AND (e."registeredOn" IS NULL OR e."registeredOn" <= on_day)
      AND (e."closedOn" IS NULL OR e."closedOn" > on_day)
  ), located AS (
    SELECT l."enterpriseId", l."parkId", l."buildingId", l."isSettled"
    FROM "EnterpriseLocation" l
    WHERE l."committeeId" = ANY (committees)
      AND l."validFrom" <= on_day AND (l."validTo" IS NULL OR l."validTo" > on_day)
  ), covered AS (
    SELECT c."enterpriseId", bool_or(c."branchKind" = 'SINGLE') AS single, bool_or(c."branchKind" <> 'SINGLE') AS joint
    FROM "BranchCoverage" c
    JOIN "Branch" b ON b.id = c."branchId"
      AND b."foundedOn" <= on_day AND (b."dissolvedOn" IS NULL OR b."dissolvedOn" > on_day)
    WHERE c."committeeId" = ANY (committees)
      AND c."validFrom" <= on_day AND (c."validTo" IS NULL OR c."validTo" > on_day)
    GROUP BY 1
  ), reached AS (
    SELECT DISTINCT a."enterpriseId"
    FROM "Assignment" a
    WHERE a."committeeId" = ANY (committees)
      AND a."validFrom" <= on_day AND (a."validTo" IS NULL OR a."validTo" > on_day)
  ), peopled AS (
    SELECT w."enterpriseId", count(*)::int AS members,
      count(*) FILTER (WHERE full_member_since(m."becameFullOn", m."stage", m."joinedOn", m."createdAt") <= on_day)::int AS full_members
    FROM "Employment" w
    JOIN "Member" m ON m.id = w."memberId"
      AND m."stage" IN ('PROBATIONARY', 'FULL')
      AND (m."joinedOn" IS NULL OR m."joinedOn" <= on_day)
      AND (m."leftOn" IS NULL OR m."leftOn" > on_day)
    WHERE w."committeeId" = ANY (committees)
      AND w."validFrom" <= on_day AND (w."validTo" IS NULL OR w."validTo" > on_day)
    GROUP BY 1
  )
  SELECT active.id, active."committeeId", active."name", active."nameSort", active."category",
    located."parkId", located."buildingId",
    coalesce(located."isSettled", false),
    s."enterpriseId" IS NOT NULL,
    g."enterpriseId" IS NOT NULL,
    coalesce(peopled.members, 0), coalesce(peopled.full_members, 0),
    coalesce(covered.single, false), coalesce(covered.joint, false),
    reached."enterpriseId" IS NOT NULL
  FROM active
  LEFT JOIN located ON located."enterpriseId" = active.id
  LEFT JOIN covered ON covered."enterpriseId" = active.id
  LEFT JOIN reached ON reached."enterpriseId" = active.id
  LEFT JOIN peopled ON peopled."enterpriseId" = active.id
  LEFT JOIN "EnterpriseScaleYear" s ON s."enterpriseId" = active.id AND s."year" = extract(year FROM on_day)::int
  LEFT JOIN "AssociationMembership" g ON g."enterpriseId" = active.id AND g."committeeId" = ANY (committees)
    AND g."validFrom" <= on_day AND (g."validTo" IS NULL OR g."validTo" > on_day)
$$;
