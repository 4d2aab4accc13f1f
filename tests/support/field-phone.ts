import { randomUUID } from "node:crypto";
import pg from "pg";
import { today } from "@/lib/calendar";

async function ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const database = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await database.connect();
  const { rows } = await database.query<Row>(sql, values);
  await database.end();
  return rows;
}

type Instructor = { userId: string; instructorId: string };

/** Who logs in as `instructor`. */
export async function instructorOfSamples(): Promise<Instructor> {
  const [row] = await ask<Instructor>(
    `SELECT u.id AS "userId", i.id AS "instructorId" FROM "User" u JOIN "Instructor" i ON i."userId" = u.id
     WHERE u.username = 'instructor'`,
  );
  if (!row) throw new Error("The samples have no instructor");
  return row;
}

/** What has arrived of it. */
export async function counts({ instructorId }: Instructor): Promise<{ visits: number; requests: number }> {
  const [row] = await ask<{ visits: number; requests: number }>(
    `SELECT (SELECT count(*)::int FROM "Visit" WHERE "instructorId" = $1) AS visits,
       (SELECT count(*)::int FROM "EnterpriseRequest" WHERE "instructorId" = $1) AS requests`,
    [instructorId],
  );
  return row ?? { visits: 0, requests: 0 };
}

/** Where its last visit says it was; nulls where nobody added a place. */
export async function placeOfLastVisit({ instructorId }: Instructor) {
  const [row] = await ask<{ latitude: number | null; longitude: number | null }>(
    `SELECT latitude, longitude FROM "Visit" WHERE "instructorId" = $1 ORDER BY "createdAt" DESC, id DESC LIMIT 1`,
    [instructorId],
  );
  return row;
}

/** One enterprise it looks after today. */
export async function assignedEnterprise({ instructorId }: Instructor): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `SELECT e.id FROM "Assignment" a JOIN "Enterprise" e ON e.id = a."enterpriseId"
     WHERE a."instructorId" = $1 AND a."validTo" IS NULL AND e."closedOn" IS NULL ORDER BY e.id LIMIT 1`,
    [instructorId],
  );
  return row?.id ?? "";
}

/** A file as the desk saves it, made elsewhere. */
export function queueFile(userId: string, enterpriseId: string, count: number) {
  const items = Array.from({ length: count }, (_, index) => ({
    ...{ id: randomUUID(), userId, kind: "VISIT", title: `第 ${index + 1} 次`, recordedAt: new Date().toISOString() },
    dayIsDefault: true,
    payload: {
      enterpriseId,
      branchId: null,
      kind: "VISIT",
      visitedOn: today(),
      found: `第 ${index + 1} 次`,
      requests: [],
    },
    ...{ state: "WAITING", message: "", lost: 0, sentAt: null },
  }));
  const content = { file: "field-queue", version: 1, userId, savedAt: new Date().toISOString(), items };
  return { name: "queue.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) };
}
