import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/api/field/pack/route";
import { POST } from "@/app/api/field/sync/route";
import { sessionCookieName } from "@/lib/auth/cookie";
import { logIn } from "@/lib/auth/log-in";
import { today } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { account, assignment, committee, enterprise, instructor } from "@/tests/support/factories/registers";

/** What a phone's request brings along. */
const brought = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, string>() }));

vi.mock("next/headers", () => ({
  headers: async () => brought.headers,
  cookies: async () => ({
    get: (name: string) => (brought.cookies.has(name) ? { name, value: brought.cookies.get(name) } : undefined),
  }),
}));

const password = "Lantern-2031-xi";

/** Logs in and keeps the cookie for the requests that follow. */
async function logInAs(user: { id: string; username: string }): Promise<void> {
  const ip = `10.8.0.${user.id.slice(0, 4)}`;
  const opened = await logIn({ username: user.username, password, ip, userAgent: null });
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  brought.cookies.set(sessionCookieName(), await encode({ token: { sid: opened?.token }, secret }));
}

async function phone() {
  const user = await account({ password, grants: [{ role: "INSTRUCTOR" }] });
  const { id: instructorId, committeeId } = await instructor({ userId: user.id });
  const enterpriseId = (await enterprise({ committeeId })).id;
  await assignment({ instructorId, enterpriseId });
  await logInAs(user);
  const at = new Date().toISOString();
  const payload = { enterpriseId, kind: "VISIT", visitedOn: today(), found: "情况平稳" };
  const item = { id: randomUUID(), userId: user.id, kind: "VISIT", recordedAt: at, dayIsDefault: true, payload };
  return { user, instructorId, batch: { version: 1, sentAt: at, items: [item] } };
}

function post(body: unknown, more: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = { "content-length": String(Buffer.byteLength(text)), ...more };
  return POST(new NextRequest("http://localhost:3000/api/field/sync", { method: "POST", body: text, headers }));
}

beforeEach(() => {
  brought.cookies.clear();
  brought.headers = new Headers({ origin: "http://localhost:3000", host: "localhost:3000" });
});

const visitCount = (instructorId: string) => db.visit.count({ where: { instructorId } });

test("a batch is taken in and answered item by item; the pack is given and kept by no cache", async () => {
  const { batch, instructorId } = await phone();
  const reply = await post(batch);
  expect(await reply.json()).toEqual({ answers: [{ id: batch.items[0]?.id, result: "SAVED", message: "" }] });
  expect(await visitCount(instructorId)).toBe(1);
  const pack = await GET();
  expect(pack.headers.get("cache-control")).toBe("no-store");
  expect((await pack.json()).targets).toHaveLength(1);
});

describe("the queue stays on the phone", () => {
  test("R11 anonymous, or the account disabled meanwhile: 401 for both roads, nothing is written", async () => {
    const { user, batch, instructorId } = await phone();
    await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date(), disableReason: "离岗" } });
    expect([(await post(batch)).status, (await GET()).status]).toEqual([401, 401]);
    brought.cookies.clear();
    expect([(await post(batch)).status, (await GET()).status]).toEqual([401, 401]);
    expect(await visitCount(instructorId)).toBe(0);
  });

  test("somebody who is no instructor finds no such address", async () => {
    const { batch } = await phone();
    const committeeId = (await committee()).id;
    await logInAs(await account({ password, grants: [{ role: "STAFF", committeeId }] }));
    expect([(await post(batch)).status, (await GET()).status]).toEqual([404, 404]);
  });

  test("another site's page, or none", async () => {
    const { batch, instructorId } = await phone();
    for (const origin of ["https://elsewhere.example", "null", null]) {
      brought.headers = new Headers({ host: "localhost:3000", ...(origin ? { origin } : {}) });
      expect((await post(batch)).status, String(origin)).toBe(403);
    }
    expect(await visitCount(instructorId)).toBe(0);
  });

  test("no batch, too many items, too large, of unknown size", async () => {
    const { batch, instructorId } = await phone();
    const many = { ...batch, items: Array.from({ length: 51 }, () => ({ ...batch.items[0], id: randomUUID() })) };
    for (const body of ["{", "null", { ...batch, items: [] }, many]) expect((await post(body)).status).toBe(400);
    expect((await post(batch, { "content-length": "3000000" })).status).toBe(413);
    expect((await post(batch, { "content-length": "" })).status).not.toBe(200);
    expect(await visitCount(instructorId)).toBe(0);
  });
});
