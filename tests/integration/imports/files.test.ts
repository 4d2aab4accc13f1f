import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { confirmImport } from "@/lib/imports/commands/confirm-import";
import { judgeImport } from "@/lib/imports/commands/judge-import";
import { takeBackImport } from "@/lib/imports/commands/take-back-import";
import { writeImport } from "@/lib/imports/commands/write-import";
import { findImport } from "@/lib/imports/queries/find-import";
import enterprisesExpected from "@/tests/fixtures/imports/enterprises-xiantao.expected.json" with { type: "json" };
import membersExpected from "@/tests/fixtures/imports/members-xiantao.expected.json" with { type: "json" };
import { administrator, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { branch, committee, enterprise, instructor, member, park } from "@/tests/support/factories/registers";

const bytesOf = (name: string) =>
  readFileSync(resolve(import.meta.dirname, "../../fixtures/imports", `${name}-xiantao.xlsx`));
const place = { committeeId: "", parkId: "" };
const staff = () => staffOf(place.committeeId);

beforeEach(async () => {
  const own = await committee();
  Object.assign(place, { committeeId: own.id, parkId: (await park({ committeeId: own.id })).id });
});

const file = (kind: "ENTERPRISES" | "MEMBERS") => ({
  kind,
  committeeId: place.committeeId,
  parkId: kind === "ENTERPRISES" ? place.parkId : null,
  fileName: `${kind}.xlsx`,
  bytes: bytesOf(kind === "ENTERPRISES" ? "enterprises" : "members"),
});

async function judge(kind: "ENTERPRISES" | "MEMBERS"): Promise<string> {
  return (await judgeImport(staff(), file(kind))).id;
}

async function importFile(kind: "ENTERPRISES" | "MEMBERS"): Promise<string> {
  const id = await judge(kind);
  await confirmImport(staff(), { id });
  await writeImport(staff(), id);
  return id;
}

const figuresOf = async (id: string) => (await findImport(staff(), id))?.summary.figures;
const { park: _park, ...enterpriseFigures } = enterprisesExpected;

describe("the sample files", () => {
  test("exactly the figures, the first time and again; the second time nothing is written", async () => {
    expect(await figuresOf(await importFile("ENTERPRISES"))).toEqual(enterpriseFigures);
    expect(await figuresOf(await importFile("MEMBERS"))).toEqual(membersExpected);
    const inside = { where: { committeeId: place.committeeId } };
    expect(await db.enterprise.count(inside)).toBe(enterpriseFigures.createdActive + enterpriseFigures.createdInactive);
    expect(await db.member.count(inside)).toBe(membersExpected.created);

    const [again, membersAgain] = [await judge("ENTERPRISES"), await judge("MEMBERS")];
    expect(await figuresOf(again)).toEqual(enterpriseFigures);
    expect(await figuresOf(membersAgain)).toEqual(membersExpected);
    const news = { outcome: { in: ["NEW" as const, "CHANGED" as const] } };
    expect(await db.importRow.count({ where: { batchId: { in: [again, membersAgain] }, ...news } })).toBe(0);
    await expect(confirmImport(staff(), { id: again })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("taken back, members first, nothing is left; enterprises with members at work stay", async () => {
    const enterprises = await importFile("ENTERPRISES");
    const members = await importFile("MEMBERS");
    const refusal = takeBackImport(staff(), { id: enterprises, reason: "试用" });
    await expect(refusal).rejects.toThrow("已有党员在该企业工作");
    await takeBackImport(staff(), { id: members, reason: "试用" });
    await takeBackImport(staff(), { id: enterprises, reason: "试用" });
    const inside = { where: { committeeId: place.committeeId } };
    expect([await db.enterprise.count(inside), await db.member.count(inside)]).toEqual([0, 0]);
    const acts = await db.auditEntry.findMany({ where: { subjectId: enterprises }, select: { action: true } });
    expect(new Set(acts.map(({ action }) => action))).toEqual(
      new Set(["import.judge", "import.confirm", "import.write", "import.takeBack"]),
    );
  });

  test("a row changed since then is named, and nothing is taken back", async () => {
    const id = await importFile("ENTERPRISES");
    const row = await db.importRow.findFirstOrThrow({
      where: { batchId: id, isWritten: true },
      orderBy: { line: "asc" },
    });
    await db.enterprise.update({ where: { id: row.subjectId ?? "" }, data: { version: { increment: 1 } } });
    await expect(takeBackImport(staff(), { id, reason: "试用" })).rejects.toThrow(`第 ${row.line} 行`);
    expect(await db.enterprise.count({ where: { committeeId: place.committeeId } })).toBeGreaterThan(1_000);
  });

  test("a writing that breaks off goes on where it stopped, and no row is written twice", async () => {
    const id = await judge("ENTERPRISES");
    await confirmImport(staff(), { id });
    const breaksOff = (done: number) => {
      if (done >= 400) throw new Error("power cut");
    };
    await expect(writeImport(staff(), id, { chunkSize: 200, onChunk: breaksOff })).rejects.toThrow("power cut");
    const half = await db.enterprise.count({ where: { committeeId: place.committeeId } });
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(enterpriseFigures.createdActive);
    await Promise.all([writeImport(staff(), id), writeImport(staff(), id).catch(() => undefined)]);
    const all = await db.enterprise.count({ where: { committeeId: place.committeeId } });
    expect(all).toBe(enterpriseFigures.createdActive + enterpriseFigures.createdInactive);
    expect((await findImport(staff(), id))?.status).toBe("WRITTEN");
  });

  test("no ID number and no phone of the file stands in the database in clear", async () => {
    await importFile("MEMBERS");
    const [found] = await db.$queryRaw<{ count: number }[]>`
      SELECT (SELECT count(*) FROM "ImportRow" r WHERE r::text ~ '999999(19|20)[0-9]{10}') ::int
        + (SELECT count(*) FROM "Member" m WHERE m::text ~ '999999(19|20)[0-9]{10}')::int
        + (SELECT count(*) FROM "AuditEntry" a WHERE a::text ~ '999999(19|20)[0-9]{10}')::int AS count`;
    expect(found?.count).toBe(0);
  });
});

describe("who may import", () => {
  test("only staff of the committee: for everybody else it is not there", async () => {
    const elsewhere = await committee();
    const own = await branch({ committeeId: place.committeeId });
    const guide = await instructor({ committeeId: place.committeeId });
    const strangers = [staffOf(elsewhere.id), secretaryOf(own.id), instructorOf(guide.id), administrator(), auditor()];
    const id = await judge("MEMBERS");
    for (const stranger of strangers) {
      await expect(judgeImport(stranger, file("MEMBERS"))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      await expect(confirmImport(stranger, { id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      expect(await findImport(stranger, id)).toBeNull();
    }
  });

  test("what is registered already is matched, changed values are shown before anything is written", async () => {
    const company = await enterprise({
      committeeId: place.committeeId,
      name: "重庆信博电子商务有限公司",
      creditCode: null,
    });
    const worker = await member({ committeeId: place.committeeId, name: "顾建熙", idNumber: "999999198404070932" });
    const rows = await db.importRow.findMany({ where: { batchId: await judge("ENTERPRISES"), subjectId: company.id } });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.outcome).toBe("CHANGED");
    const people = await db.importRow.findMany({ where: { batchId: await judge("MEMBERS"), subjectId: worker.id } });
    expect(people.map(({ outcome }) => outcome)).toEqual(["CHANGED"]);
    expect((await db.enterprise.findUniqueOrThrow({ where: { id: company.id } })).version).toBe(1);
  });
});
