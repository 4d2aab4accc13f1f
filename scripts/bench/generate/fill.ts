import { hashPassword } from "@/lib/auth/passwords";
import { db, pool } from "@/lib/db/client";
import { pinyinSortKey } from "@/lib/search/pinyin";
import { copyRows, type Value } from "@/scripts/bench/generate/copy";
import { districtRows } from "@/scripts/bench/generate/district";
import { type Random, seededRandom } from "@/scripts/bench/generate/random";
import { type BenchSize, benchPassword } from "@/scripts/bench/place";

/** Parents before children. */
const tables = [
  ["Park", "Building", "Enterprise", "EnterpriseLocation", "EnterpriseScaleYear", "AssociationMembership"],
  ["Branch", "BranchTerm", "BranchCoverage", "Member", "Membership", "Employment", "Instructor", "Assignment"],
  ["QuarterlyPlan", "PlanTask", "PlanBranch", "OrgLifeRecord", "Attendance", "RecordTask"],
  ["QuarterlySummary", "SummaryTaskResult", "SummarySubmission", "SummaryStep"],
  ["ServicePoint", "Visit", "EnterpriseRequest", "RequestStep", "DutyShift", "DutyStep"],
  ["Activity", "ActivityBranch", "ActivityFigure"],
].flat();

/** Fills an empty database; null when it holds data already. Returns how many rows each table got. */
export async function fillDatabase(size: BenchSize): Promise<Record<string, number> | null> {
  if ((await db.committee.count()) > 0) return null;
  const random = seededRandom(20_261_123);
  const committees = await createCommittees(random, size);
  const client = await pool().connect();
  const counts: Record<string, number> = {};
  const share = (count: number) => Math.round(count / size.committees);
  try {
    for (const [index, committeeId] of committees.entries()) {
      const rows: Record<string, Record<string, Value>[]> = districtRows(random, committeeId, index, {
        enterprises: share(size.enterprises),
        branches: share(size.branches),
        members: share(size.members),
        habit: { meetings: size.meetings, attendees: size.attendees },
        field: { visitEvery: size.visitEvery, requestShare: size.requestShare },
      });
      for (const table of tables) {
        await copyRows(client, table, rows[table] ?? []);
        counts[table] = (counts[table] ?? 0) + (rows[table]?.length ?? 0);
      }
    }
    await client.query("SET statement_timeout = 0");
    await client.query("VACUUM ANALYZE");
  } finally {
    client.release();
  }
  return counts;
}

/** The committees, a city one above them when there are several, and for each a member of staff: `staff0`, `staff1` … */
async function createCommittees(random: Random, size: BenchSize): Promise<string[]> {
  const passwordHash = await hashPassword(benchPassword);
  const cityId =
    size.committees > 1 ? await createCommittee(random, "city", "城市互联网行业党委", null, passwordHash) : null;
  const ids: string[] = [];
  for (let index = 0; index < size.committees; index += 1) {
    ids.push(await createCommittee(random, `staff${index}`, `第${index}区互联网行业党委`, cityId, passwordHash));
  }
  return ids;
}

async function createCommittee(
  random: Random,
  code: string,
  name: string,
  parentId: string | null,
  passwordHash: string,
): Promise<string> {
  const id = random.uuid();
  const validFrom = new Date("2019-01-01");
  await db.committee.create({
    data: { id, code, name, nameSort: pinyinSortKey(name), parentId },
    select: { id: true },
  });
  const user = await db.user.create({
    data: { username: code, name: "测量员", passwordHash, mustChangePassword: false },
    select: { id: true },
  });
  await db.roleGrant.create({
    data: { userId: user.id, role: "STAFF", committeeId: id, validFrom, duty: 0 },
    select: { id: true },
  });
  return id;
}
