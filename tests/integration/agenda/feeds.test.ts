import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { GET } from "@/app/api/calendar/[token]/route";
import { createFeed, revokeFeed } from "@/lib/agenda/commands";
import { listFeeds } from "@/lib/agenda/queries/feeds";
import type { Actor } from "@/lib/auth/actor";
import { addDays, addMonths, today } from "@/lib/calendar";
import { hashToken } from "@/lib/crypto/tokens";
import { db } from "@/lib/db/client";
import { administrator, auditor, secretaryOf, staffOf, withForm } from "@/tests/support/actors";
import { orgLifeRecord } from "@/tests/support/factories/quarter";
import { account, branch, committee, member } from "@/tests/support/factories/registers";
import { propertiesOf } from "@/tests/unit/documents/read-calendar";

const day = today();
let owner: Actor;
let branchId: string;

beforeEach(async () => {
  const committeeId = (await committee()).id;
  const own = await branch({ committeeId, termEndsOn: addDays(day, 20) });
  branchId = own.id;
  const user = await account({ grants: [{ role: "SECRETARY", branchId }] });
  owner = secretaryOf(branchId, { userId: user.id });
});

const read = (token: string) =>
  GET(new Request("http://portal/api/calendar/x"), { params: Promise.resolve({ token }) });
const newToken = async (actor = owner) => (await createFeed(actor, { name: "我的手机" })).token ?? "";
const eventsUnder = async (token: string) => propertiesOf(await (await read(token)).text());

describe("createFeed", () => {
  test("shows the address once, keeps only its hash, and leaves an entry without it", async () => {
    const { id, token } = await createFeed(owner, { name: "我的手机" });
    expect(Buffer.from(token ?? "", "base64url")).toHaveLength(32);
    const kept = await db.calendarFeed.findUniqueOrThrow({ where: { id } });
    expect(kept).toMatchObject({ userId: owner.userId, tokenHash: hashToken(token ?? ""), revokedAt: null });
    const entries = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(entries).toMatchObject([{ action: "calendarFeed.create", subjectName: "我的手机" }]);
    expect(JSON.stringify(entries)).not.toContain(token);
    expect(JSON.stringify(await listFeeds(owner))).not.toContain(kept.tokenHash);
  });

  test("a double press makes one address", async () => {
    const pressed = withForm(owner);
    const first = await createFeed(pressed, { name: "我的手机" });
    const second = await createFeed(pressed, { name: "我的手机" });
    expect(second).toEqual({ id: first.id, token: null });
    expect(await listFeeds(owner)).toHaveLength(1);
  });

  test("refuses those without an agenda, and an eleventh address", async () => {
    for (const actor of [administrator({ userId: owner.userId }), auditor({ userId: owner.userId })]) {
      await expect(createFeed(actor, { name: "手机" })).rejects.toMatchObject({ refusal: "FORBIDDEN" });
    }
    for (let count = 0; count < 10; count++) await createFeed(owner, { name: `第${count}个` });
    await expect(createFeed(owner, { name: "手机" })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await listFeeds(owner)).toHaveLength(10);
  });
});

describe("revokeFeed", () => {
  test("ends one address and no other, and leaves an entry", async () => {
    const { id, token } = await createFeed(owner, { name: "旧手机" });
    const other = await newToken();
    await revokeFeed(owner, { id });
    expect((await read(token ?? "")).status).toBe(404);
    expect((await read(other)).status).toBe(200);
    const entries = await db.auditEntry.findMany({ where: { subjectId: id, action: "calendarFeed.revoke" } });
    expect(entries).toHaveLength(1);
  });

  test("refuses an address of somebody else, one that is not there, and one that has ended", async () => {
    const { id } = await createFeed(owner, { name: "手机" });
    const stranger = secretaryOf(branchId, { userId: (await account()).id });
    for (const actor of [stranger, staffOf("c"), administrator()]) {
      await expect(revokeFeed(actor, { id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(revokeFeed(owner, { id: randomUUID() })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    await revokeFeed(owner, { id });
    await expect(revokeFeed(owner, { id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await listFeeds(stranger)).toEqual([]);
  });
});

describe("what a calendar program reads under the address", () => {
  test("the owner's deadlines as a calendar file that nothing keeps", async () => {
    const reply = await read(await newToken());
    expect(reply.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(reply.headers.get("cache-control")).toBe("no-store");
    const term = propertiesOf(await reply.text()).find(({ UID }) => UID?.startsWith("TERM-"));
    expect(term).toMatchObject({
      SUMMARY: "【任期】任期届满，请在此前完成换届",
      "DTSTART;VALUE=DATE": addDays(day, 20).replaceAll("-", ""),
    });
  });

  test("twice the same on one day", async () => {
    const token = await newToken();
    expect(await (await read(token)).text()).toBe(await (await read(token)).text());
  });

  test("no name of a member and no topic of a meeting", async () => {
    const name = "欧阳不可见";
    await member({ branchId, name, stage: "PROBATIONARY", joinedOn: addDays(addMonths(day, -12), 30) });
    await orgLifeRecord({ branchId, heldOn: addDays(day, -3), topic: `讨论${name}转正` });
    const events = await eventsUnder(await newToken());
    expect(JSON.stringify(events)).not.toContain(name);
    expect(events.map(({ SUMMARY }) => SUMMARY)).toEqual(
      expect.arrayContaining(["【转正】1 名预备党员预备期将满", "【已开】主题党日"]),
    );
  });

  test("nothing of a branch outside the owner's scope", async () => {
    await branch({ name: "别处的支部", termEndsOn: addDays(day, 5) });
    const terms = (await eventsUnder(await newToken())).filter(({ UID }) => UID?.startsWith("TERM-"));
    expect(terms).toHaveLength(1);
  });

  test("the scope of now: without the role the address is dead", async () => {
    const token = await newToken();
    await db.roleGrant.updateMany({
      where: { userId: owner.userId ?? "" },
      data: { validTo: new Date(`${day}T00:00:00Z`) },
    });
    expect((await read(token)).status).toBe(404);
  });

  test("404 for an unknown address and for a disabled account", async () => {
    expect((await read("unknown")).status).toBe(404);
    const token = await newToken();
    await db.user.update({
      where: { id: owner.userId ?? "" },
      data: { disabledAt: new Date(), disableReason: "离职" },
    });
    expect((await read(token)).status).toBe(404);
  });
});
