import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createFirstAdministrator } from "@/lib/accounts/commands/create-first-administrator";
import { db } from "@/lib/db/client";
import { actorBehind, sessionOf } from "@/tests/integration/accounts/cast";

describe("G9 the first administrator", () => {
  test("gets a secret to be changed at once; a second one is refused while the first can log in", async () => {
    await db.user.updateMany({ data: { disabledAt: new Date() } });
    const username = `first${randomUUID().slice(0, 6)}`;
    const made = await createFirstAdministrator({ username, name: "郭维" });
    expect(made.username).toBe(username);
    expect(made.secret).toMatch(/^([2-9a-z]{5}-){3}[2-9a-z]{5}$/);
    const token = await sessionOf(username, made.secret);
    expect(await actorBehind(token)).toMatchObject({ roles: ["ADMIN"] });
    expect(await db.user.findUniqueOrThrow({ where: { username } })).toMatchObject({ mustChangePassword: true });
    await expect(createFirstAdministrator({ username: `${username}2`, name: "郭维" })).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: expect.stringContaining(username),
    });
    const entries = await db.auditEntry.findMany({ where: { action: "account.createFirst" } });
    expect(entries).toMatchObject([{ actorId: null, actorName: "命令行" }]);
    expect(JSON.stringify(entries)).not.toContain(made.secret);
  });

  test("is one, however many are started at once", async () => {
    await db.user.updateMany({ data: { disabledAt: new Date() } });
    const starts = Array.from({ length: 4 }, (_, index) =>
      createFirstAdministrator({ username: `race${index}${randomUUID().slice(0, 6)}`, name: "郭维" }),
    );
    const outcomes = await Promise.allSettled(starts);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("a log-in name nobody could type is refused in words", async () => {
    await expect(createFirstAdministrator({ username: "a b", name: "郭维" })).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: expect.stringContaining("登录名"),
    });
  });
});
