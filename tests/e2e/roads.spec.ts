import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import pg from "pg";
import { expect, test } from "@/tests/support/portal";
import { actions } from "@/tests/support/roads/actions";
import { type Caller, callers } from "@/tests/support/roads/callers";
import { builtActions } from "@/tests/support/roads/found";
import { pages } from "@/tests/support/roads/pages";
import { addressOf, recordsOf } from "@/tests/support/roads/records";
import { routes } from "@/tests/support/roads/routes";

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
    const reply = await request.get(addressOf(pattern, ids).address, { maxRedirects: 0 });
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
    const isStaff = caller === "staff" || caller === "city";
    const isExempt = (pattern: string) => caller === "city" || pattern.startsWith("/settings");
    for (const [pattern, row] of [...Object.entries(pages), ...Object.entries(routes)]) {
      if (row.isPublic && pattern.startsWith("/api")) continue;
      const { address, isKnown } = addressOf(pattern, ids);
      const isNamed = row.opens.includes(caller as Caller);
      const isRecord = pattern.includes("[");
      const status = await answer(page.request, address);
      const isAnswer = pattern.startsWith("/api") ? [200, 405].includes(status) : [200, 307].includes(status);
      if (!isNamed && status === 200) wrong.push(`${pattern} is open`);
      if (isNamed && !isRecord && !isAnswer) wrong.push(`${pattern} answers ${status}`);
      if (isStaff && isNamed && isRecord && isKnown) {
        const isThere = status === 200 || (status === 405 && isAnswer);
        if (isThere !== !row.needsState) wrong.push(`${pattern} answers ${status} for a record of the own district`);
      }
      // 江北's records exist for the city above both districts, and its settings for the administrator.
      if (isRecord && !isExempt(pattern)) {
        const elsewhere = await answer(page.request, addressOf(pattern, foreign).address);
        if (elsewhere === 200) wrong.push(`${pattern} shows a record of another district`);
      }
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
    const { address } = addressOf(action.page, ids);
    const multipart = formOf(action.id, {
      id: ids[action.page.split("/")[1] ?? ""] || randomUUID(),
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
