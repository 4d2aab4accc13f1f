import { randomUUID } from "node:crypto";
import pg from "pg";

/** The ids of a district's records, by noun or by the name of the parameter. What the samples lack is empty. */
export type Ids = Record<string, string>;

const inside = `"committeeId" = (SELECT id FROM "Committee" WHERE code = $1)`;
const branchInside = `SELECT id FROM "Branch" WHERE ${inside}`;
const planInside = `SELECT id FROM "QuarterlyPlan" WHERE ${inside}`;
const enterpriseInside = `SELECT id FROM "Enterprise" WHERE ${inside}`;

/** One live record of each noun inside a district, the same at every call. */
const records: Record<string, string> = {
  activities: `SELECT id FROM "Activity" WHERE ${inside} ORDER BY status = 'PLANNED' DESC, "startsOn" DESC, id LIMIT 1`,
  attachments: `SELECT a.id FROM "Attachment" a JOIN "OrgLifeRecord" r ON r.id = a."recordId" WHERE r."branchId" IN (${branchInside}) ORDER BY a.id LIMIT 1`,
  branches: `SELECT id FROM "Branch" WHERE ${inside} AND "dissolvedOn" IS NULL ORDER BY "nameSort" LIMIT 1`,
  bulletins: `SELECT id FROM "Bulletin" WHERE status = 'PUBLISHED' AND "planId" IN (${planInside}) ORDER BY "publishedAt" DESC LIMIT 1`,
  committees: `SELECT id FROM "Committee" WHERE code = $1`,
  duty: `SELECT id FROM "DutyShift" WHERE "servicePointId" IN (SELECT id FROM "ServicePoint" WHERE ${inside}) ORDER BY id LIMIT 1`,
  enterprises: `SELECT id FROM "Enterprise" WHERE ${inside} AND "closedOn" IS NULL ORDER BY "nameSort" LIMIT 1`,
  imports: `SELECT id FROM "ImportBatch" WHERE ${inside} ORDER BY id LIMIT 1`,
  instructors: `SELECT id FROM "Instructor" WHERE ${inside} AND "endedOn" IS NULL ORDER BY "nameSort" LIMIT 1`,
  members: `SELECT id FROM "Member" WHERE ${inside} AND "leftOn" IS NULL AND stage = 'PROBATIONARY' ORDER BY "nameSort" LIMIT 1`,
  "org-life": `SELECT id FROM "OrgLifeRecord" WHERE "branchId" IN (${branchInside}) AND "withdrawnAt" IS NULL ORDER BY "heldOn" DESC, id LIMIT 1`,
  parks: `SELECT id FROM "Park" WHERE ${inside} AND "closedOn" IS NULL ORDER BY "nameSort" LIMIT 1`,
  plans: `SELECT id FROM "QuarterlyPlan" WHERE ${inside} AND status = 'PUBLISHED' ORDER BY year DESC, quarter DESC LIMIT 1`,
  requests: `SELECT id FROM "EnterpriseRequest" WHERE "enterpriseId" IN (${enterpriseInside}) ORDER BY status = 'ANSWERED' DESC, id LIMIT 1`,
  "service-points": `SELECT id FROM "ServicePoint" WHERE ${inside} AND "closedOn" IS NULL ORDER BY id LIMIT 1`,
  settings: `SELECT id FROM "Committee" WHERE code = $1`,
  suggestions: `SELECT id FROM "Suggestion" WHERE ${inside} ORDER BY id LIMIT 1`,
  visits: `SELECT id FROM "Visit" WHERE "enterpriseId" IN (${enterpriseInside}) AND "withdrawnAt" IS NULL ORDER BY id LIMIT 1`,
};

const submitted = `FROM "QuarterlySummary" WHERE "planId" IN (${planInside}) AND status = 'ACCEPTED' ORDER BY "QuarterlySummary".id DESC LIMIT 1`;

/** What stands below such a record in an address, by the name of its parameter. */
const parts: Record<string, string> = {
  planId: `SELECT "planId" AS id ${submitted}`,
  branchId: `SELECT "branchId" AS id ${submitted}`,
  taskId: `SELECT id FROM "PlanTask" WHERE "planId" = (${records.plans}) AND "withdrawnIn" IS NULL ORDER BY position LIMIT 1`,
  nameId: `SELECT id FROM "CommitteeName" WHERE ${inside} ORDER BY "validFrom" DESC LIMIT 1`,
  buildingId: `SELECT id FROM "Building" WHERE "parkId" = (${records.parks}) AND "closedOn" IS NULL ORDER BY id LIMIT 1`,
  assignmentId: `SELECT id FROM "Assignment" WHERE "instructorId" = (${records.instructors}) AND "validTo" IS NULL ORDER BY id LIMIT 1`,
  coverageId: `SELECT id FROM "BranchCoverage" WHERE "branchId" = (${records.branches}) AND "validTo" IS NULL ORDER BY id LIMIT 1`,
};

/** Where a page is for one state only, and journeys leave records in many: the record in that state, by page. */
const inState: Record<string, string> = {
  "/imports/[id]/columns": `SELECT id FROM "ImportBatch" WHERE ${inside} AND status = 'JUDGED' AND id IN (SELECT "batchId" FROM "ImportFile") ORDER BY id LIMIT 1`,
  "/imports/[id]/take-back": `SELECT id FROM "ImportBatch" WHERE ${inside} AND status = 'WRITTEN' ORDER BY id LIMIT 1`,
};

/** The records of a district, and what nobody outside it may read: names of its people and enterprises. */
export async function recordsOf(code: string): Promise<{ ids: Ids; canaries: string[] }> {
  const database = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await database.connect();
  const ids: Ids = {};
  for (const [name, sql] of Object.entries({ ...records, ...parts, ...inState })) {
    ids[name] = (await database.query<{ id: string }>(sql, [code])).rows[0]?.id ?? "";
  }
  const { rows } = await database.query<{ name: string }>(
    `SELECT name FROM "Enterprise" WHERE ${inside} UNION ALL SELECT name FROM "Member" WHERE ${inside}`,
    [code],
  );
  await database.end();
  return { ids, canaries: rows.map(({ name }) => name).filter((name) => name.length > 5) };
}

/** Pages that are asked about a record by its id in the question. */
const questions: Record<string, (ids: Ids) => string> = {
  "/instructors/assign": ({ enterprises }) => `?to=enterprise&id=${enterprises}`,
};

/** Parameters that are words, not records. */
const words: Record<string, Record<string, string>> = {
  bulletins: { key: "expected" },
  settings: { key: "staleDays" },
  branches: { part: "coverage" },
};

const nounOf = (pattern: string) => pattern.replace(/^\/api/, "").split("/")[1] ?? "";

function idOf(pattern: string, parameter: string, ids: Ids): string {
  const noun = nounOf(pattern);
  if (parameter === "id") return ids[pattern] ?? ids[noun] ?? "";
  if (parameter === "factId" && pattern.includes("[part]")) return ids.coverageId ?? "";
  return words[noun]?.[parameter] ?? ids[parameter] ?? "";
}

/** A page or route asked about those records. `isKnown`: the samples hold every record it names. */
export function addressOf(pattern: string, ids: Ids): { address: string; isKnown: boolean } {
  let isKnown = true;
  const path = pattern.replaceAll(/\[(?:\.{3})?(\w+)\]/g, (_, parameter: string) => {
    const value = idOf(pattern, parameter, ids);
    isKnown &&= value !== "";
    return value || randomUUID();
  });
  return { address: path + (questions[pattern]?.(ids) ?? ""), isKnown };
}
