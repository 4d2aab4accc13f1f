import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { changePasswordAction, choosePasswordAction, createAccountAction } from "@/lib/accounts/actions";
import { actorOfRequest } from "@/lib/auth/api";
import { sessionCookieName } from "@/lib/auth/cookie";
import { loadSession } from "@/lib/auth/load-actor";
import { logIn } from "@/lib/auth/log-in";
import { requireActor } from "@/lib/auth/session";
import { readSessionToken } from "@/lib/auth/session-cookie";
import { db } from "@/lib/db/client";
import { emptyFormState } from "@/lib/forms/form-state";
import { createParkAction } from "@/lib/parks/actions";
import { logOutAction, logOutElsewhereAction } from "@/lib/sessions/actions";
import { account, committee } from "@/tests/support/factories/registers";

/** A request as the framework would hand it over: its headers, its cookies, and where it is sent on to. */
const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, string>() }));

vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { name, value: request.cookies.get(name) } : undefined),
    set: (name: string, value: string) => request.cookies.set(name, value),
    delete: ({ name }: { name: string }) => request.cookies.delete(name),
  }),
}));
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    throw new Error(`to ${path}`);
  },
}));

const password = "Lantern-2031-xi";
const fresh = "Lantern-2032-yi";
const secret = process.env.NEXTAUTH_SECRET ?? "";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

async function carry(sid: unknown, key = secret) {
  request.cookies.set(sessionCookieName(), await encode({ token: { sid }, secret: key }));
}

async function logInWith(facts: { mustChangePassword?: boolean; committeeId?: string } = {}) {
  const grants = facts.committeeId ? [{ role: "STAFF" as const, committeeId: facts.committeeId }] : [];
  const user = await account({ password, grants });
  if (facts.mustChangePassword) await db.user.update({ where: { id: user.id }, data: { mustChangePassword: true } });
  const opened = await logIn({
    username: user.username,
    password,
    ip: `10.7.0.${user.id.slice(0, 4)}`,
    userAgent: null,
  });
  await carry(opened?.token);
  return { user, token: opened?.token ?? "" };
}

beforeEach(() => {
  request.headers = new Headers({ host: "portal.example", origin: "http://portal.example" });
  request.cookies.clear();
});

const passwords = { currentPassword: password, newPassword: fresh, repeatedPassword: fresh };

describe("S13 an initial password opens its own change and nothing else", () => {
  test("pages, routes and actions refuse", async () => {
    const committeeId = (await committee()).id;
    await logInWith({ mustChangePassword: true, committeeId });
    await expect(requireActor()).rejects.toThrow("to /password");
    expect(await actorOfRequest()).toBeNull();
    const park = form({ committeeId, name: "不该有的园区" });
    await expect(createParkAction(emptyFormState, park)).rejects.toThrow("to /password");
    await expect(logOutElsewhereAction(emptyFormState, form({}))).rejects.toThrow("to /password");
    expect(await db.park.count({ where: { committeeId } })).toBe(0);
  });

  test("its change goes through, with a new cookie, and then everything is open", async () => {
    const { token } = await logInWith({ mustChangePassword: true });
    await expect(changePasswordAction(emptyFormState, form(passwords))).rejects.toThrow("to /sessions?changed=1");
    const renewed = await readSessionToken();
    expect(renewed).not.toBe(token);
    expect(await loadSession(token)).toBeNull();
    expect(await requireActor()).toMatchObject({ name: expect.any(String) });
  });

  test("leaving goes through", async () => {
    const { token } = await logInWith({ mustChangePassword: true });
    await expect(logOutAction()).rejects.toThrow("to /login?left=1");
    expect(await loadSession(token)).toBeNull();
    expect(await readSessionToken()).toBeNull();
  });

  test("a refused change gives back no password", async () => {
    await logInWith({ mustChangePassword: true });
    const state = await changePasswordAction(emptyFormState, form({ ...passwords, repeatedPassword: "x" }));
    expect(state.fieldErrors).toEqual({ repeatedPassword: "两次输入的新密码不一致。" });
    expect(state.values).toEqual({});
    expect(JSON.stringify(state)).not.toMatch(/Lantern/);
  });
});

describe("S6 a cookie that is no session", () => {
  test.each([
    ["none", async () => {}],
    ["of another secret", async () => carry((await logInWith()).token, "another-secret-0123456789-abcdefghij")],
    ["of an unknown session", () => carry("x".repeat(43))],
    ["whose session id is no text", () => carry({ toString: "x" })],
    ["garbage", async () => void request.cookies.set(sessionCookieName(), "garbage")],
    ["unsigned", async () => void request.cookies.set(sessionCookieName(), "eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.")],
  ])("%s: sent to the log-in page", async (_case, bring) => {
    await bring();
    await expect(requireActor()).rejects.toThrow("to /login");
    expect(await actorOfRequest()).toBeNull();
    await expect(createAccountAction(emptyFormState, form({}))).rejects.toThrow("to /login");
    await expect(changePasswordAction(emptyFormState, form(passwords))).rejects.toThrow("to /login");
  });
});

describe("S5 a post that does not come from this portal's pages", () => {
  const foreign: [string, Record<string, string>][] = [
    ["without origin", { host: "portal.example" }],
    ["of another origin", { host: "portal.example", origin: "https://evil.example" }],
    ["of a hidden origin", { host: "portal.example", origin: "null" }],
    ["across sites", { host: "portal.example", origin: "http://portal.example", "sec-fetch-site": "cross-site" }],
  ];
  test.each(foreign)("%s is refused by every door, before anything is read", async (_case, headers) => {
    const { token } = await logInWith();
    request.headers = new Headers(headers);
    await expect(changePasswordAction(emptyFormState, form(passwords))).rejects.toMatchObject({ refusal: "FORBIDDEN" });
    await expect(choosePasswordAction(emptyFormState, form({ token: "x" }))).rejects.toMatchObject({
      refusal: "FORBIDDEN",
    });
    await expect(createParkAction(emptyFormState, form({}))).rejects.toMatchObject({ refusal: "FORBIDDEN" });
    await expect(logOutAction()).rejects.toMatchObject({ refusal: "FORBIDDEN" });
    expect(await loadSession(token)).not.toBeNull();
  });
});

test("S17 the link's form needs no session, and answers a dead link in one sentence", async () => {
  const state = await choosePasswordAction(
    emptyFormState,
    form({ token: "x", newPassword: fresh, repeatedPassword: fresh }),
  );
  expect(state.message).toContain("链接不能使用");
});

test("the one-time link stands in the answer to the administrator and leads to this portal", async () => {
  const committeeId = (await committee()).id;
  const { user } = await logInWith();
  await db.roleGrant.create({ data: { userId: user.id, role: "ADMIN", duty: 1, validFrom: new Date("2026-01-01") } });
  const fields = { username: `n${Date.now()}`, name: "周明远", role: "STAFF", scopeId: committeeId };
  const state = await createAccountAction(emptyFormState, form({ ...fields, validFrom: "2026-11-01" }));
  expect(state.shown?.text).toMatch(/^http:\/\/localhost:3000\/password\/set\?token=[\w-]{43}$/);
  expect(state.shown?.href).toMatch(/^\/accounts\/[0-9a-f-]{36}$/);
});
