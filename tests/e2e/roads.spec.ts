import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import pg from "pg";
import { expect, test } from "@/tests/support/portal";
import { actions } from "@/tests/support/roads/actions";
import { type Caller, callers } from "@/tests/support/roads/callers";
import { builtActions } from "@/tests/support/roads/found";
import { pages } from "@/tests/support/roads/pages";
import { routes } from "@/tests/support/roads/routes";

type Ids = Record<string, string>;

/** One record of each noun inside a district, and what nobody outside it may read: names of its people and enterprises. */
async function recordsOf(code: string): Promise<{ ids: Ids; canaries: string[] }> {
  const database = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await database.connect();
  const one = async (sql: string) => (await database.query<{ id: string }>(sql, [code])).rows[0]?.id ?? "";
  const inside = `"committeeId" = (SELECT id FROM "Committee" WHERE code = $1)`;
  const covered = `SELECT g."branchId" AS id FROM "RoleGrant" g JOIN "User" u ON u.id = g."userId" WHERE u.username = 'secretary' AND $1 <> ''`;
  const ids = {
    enterprises: await one(
      `SELECT id FROM "Enterprise" WHERE ${inside} AND "closedOn" IS NULL ORDER BY "nameSort" LIMIT 1`,
    ),
    branches: await one(
      `SELECT id FROM "Branch" WHERE ${inside} AND "dissolvedOn" IS NULL ORDER BY "nameSort" LIMIT 1`,
    ),
    members: await one(
      `SELECT m.id FROM "Member" m WHERE m.${inside} AND m."leftOn" IS NULL AND m.stage = 'PROBATIONARY' ORDER BY m."nameSort" LIMIT 1`,
    ),
    parks: await one(`SELECT id FROM "Park" WHERE ${inside} AND "closedOn" IS NULL ORDER BY "nameSort" LIMIT 1`),
    "service-points": await one(`SELECT id FROM "ServicePoint" WHERE ${inside} AND "closedOn" IS NULL LIMIT 1`),
    "org-life": await one(
      `SELECT r.id FROM "OrgLifeRecord" r JOIN "Branch" b ON b.id = r."branchId" WHERE b.${inside} AND r."withdrawnAt" IS NULL ORDER BY r."heldOn" DESC LIMIT 1`,
    ),
    duty: await one(
      `SELECT d.id FROM "DutyShift" d JOIN "ServicePoint" s ON s.id = d."servicePointId" WHERE s.${inside} ORDER BY d."dutyOn" LIMIT 1`,
    ),
    instructors: await one(`SELECT id FROM "Instructor" WHERE ${inside} AND "endedOn" IS NULL LIMIT 1`),
    committees: await one(`SELECT id FROM "Committee" WHERE code = $1`),
    settings: await one(`SELECT id FROM "Committee" WHERE code = $1`),
    ownBranch: await one(covered),
  };
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

const addressOf = (pattern: string, ids: Ids) => pathOf(pattern, ids) + (questions[pattern]?.(ids) ?? "");

const pathOf = (pattern: string, ids: Ids) =>
  pattern
    .replace("[key]", "staleDays")
    .replace("[part]", "coverages")
    .replace(
      "[id]",
      () =>
        ids[pattern.split("/")[1] === "api" ? (pattern.split("/")[2] ?? "") : (pattern.split("/")[1] ?? "")] ||
        randomUUID(),
    )
    .replaceAll(/\[[^\]]+\]/g, () => randomUUID());

const isDeep = (pattern: string) => (pattern.match(/\[/g) ?? []).length > 1;
const nounOf = (pattern: string) => pattern.split("/")[1] ?? "";

/** A page that is not there: 404, or the way to the log-in. */
async function answer(request: APIRequestContext, address: string): Promise<number> {
  return (await request.get(address, { maxRedirects: 0 })).status();
}

test("anonymous: every page and route leads to the log-in or says no, and shows nothing", async ({
  playwright,
  baseURL,
}) => {
  const { ids, canaries } = await recordsOf("yubei");
  const request = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  for (const [pattern, row] of Object.entries({ ...pages, ...routes })) {
    if (row.isPublic) continue;
    const reply = await request.get(addressOf(pattern, ids), { maxRedirects: 0 });
    expect([301, 302, 303, 307, 308, 401, 403, 404, 405], `${pattern} → ${reply.status()}`).toContain(reply.status());
    const body = await reply.text();
    expect(
      canaries.filter((name) => body.includes(name)),
      pattern,
    ).toEqual([]);
  }
  await request.dispose();
});

for (const caller of callers) {
  test(`${caller}: exactly the roads of the table`, async ({ page, logIn }) => {
    test.setTimeout(180_000);
    await logIn(caller);
    const { ids } = await recordsOf("yubei");
    const foreign = (await recordsOf("jiangbei")).ids;
    const wrong: string[] = [];
    for (const [pattern, row] of Object.entries(pages)) {
      const isNamed = row.opens.includes(caller as Caller);
      const status = await answer(page.request, addressOf(pattern, ids));
      const isRecord = pattern.includes("[");
      if (!isNamed && status === 200) wrong.push(`${pattern} is open`);
      if (isNamed && !isRecord && status !== 200 && status !== 307) wrong.push(`${pattern} answers ${status}`);
      const isStaff = caller === "staff" || caller === "city";
      if (isStaff && isNamed && isRecord && !isDeep(pattern) && ids[nounOf(pattern)]) {
        const expected = row.needsEnded ? 404 : 200;
        if (status !== expected) wrong.push(`${pattern} answers ${status}, not ${expected}`);
      }
      // 江北's records exist for the city above both districts, and its settings for the administrator.
      if (isRecord && caller !== "city" && nounOf(pattern) !== "settings") {
        const elsewhere = await answer(page.request, addressOf(pattern, foreign));
        if (elsewhere === 200) wrong.push(`${pattern} shows a record of another district`);
      }
    }
    for (const [pattern, row] of Object.entries(routes)) {
      if (row.isPublic) continue;
      const status = await answer(page.request, addressOf(pattern, ids));
      const isNamed = row.opens.includes(caller as Caller);
      if (!isNamed && status === 200) wrong.push(`${pattern} is open`);
      if (isNamed && !pattern.includes("[") && ![200, 405].includes(status)) wrong.push(`${pattern} answers ${status}`);
    }
    expect(wrong).toEqual([]);
  });
}

/** What a browser without JavaScript posts for a form bound to that action. */
function formOf(id: string, fields: Record<string, string> = {}) {
  const state = { values: {}, fieldErrors: {}, message: null, theirs: {}, round: 0 };
  return {
    $ACTION_REF_1: "",
    "$ACTION_1:0": JSON.stringify({ id, bound: "$@1" }),
    "$ACTION_1:1": JSON.stringify([state]),
    $ACTION_KEY: "k1",
    ...fields,
  };
}

async function countEntries(): Promise<number> {
  const database = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await database.connect();
  const { rows } = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM "AuditEntry" WHERE "action" NOT LIKE 'session.%'`,
  );
  await database.end();
  return rows[0]?.count ?? 0;
}

test("every action of the build has its row", () => {
  const missing = builtActions().filter(({ name }) => !(name in actions));
  expect(missing).toEqual([]);
});

test("posted by nobody, with a forged session, or from elsewhere, no action does anything", async ({
  playwright,
  baseURL,
  page,
  logIn,
}) => {
  test.setTimeout(180_000);
  await logIn("staff");
  const before = await countEntries();
  const { ids } = await recordsOf("yubei");
  const anonymous = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const own = { origin: baseURL ?? "" };
  // The proxy only looks whether there is a cookie: with a forged one the request reaches the action itself.
  const forged = { ...own, cookie: "portal.session=forged" };
  const wrong: string[] = [];
  for (const action of builtActions()) {
    const address = addressOf(action.page, ids);
    const multipart = formOf(action.id, {
      id: ids[nounOf(action.page)] ?? randomUUID(),
      version: "1",
      name: "试探",
      reason: "试探",
    });
    const replies = {
      anonymous: await anonymous.post(address, { multipart, headers: own, maxRedirects: 0 }),
      "anonymous on the log-in page": await anonymous.post("/login", { multipart, headers: own, maxRedirects: 0 }),
      "a forged session": await anonymous.post(address, { multipart, headers: forged, maxRedirects: 0 }),
      "staff on a foreign page": await page.request.post(address, {
        multipart,
        headers: { origin: "https://evil.example" },
        maxRedirects: 0,
      }),
    };
    for (const [who, reply] of Object.entries(replies)) {
      const location = reply.headers().location ?? "";
      const isSent = reply.status() >= 300 && reply.status() < 400 && /\/login/.test(location);
      const isRefused = reply.status() >= 400;
      // Only the page of the one-time link is open; without a token that lives it shows a refusal.
      const isPublic = actions[action.name]?.isPublic === true && reply.status() === 200;
      if (!isSent && !isRefused && !isPublic) wrong.push(`${action.name} by ${who}: ${reply.status()} ${location}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await countEntries()).toBe(before);
  await anonymous.dispose();
});
