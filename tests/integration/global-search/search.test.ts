import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { searchHash } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { searchEverything } from "@/lib/global-search/queries";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { assignment, branch, committee, enterprise, instructor, member } from "@/tests/support/factories/registers";
import { freshIdNumber } from "@/tests/support/fresh";

const day = "2026-11-23";
let committeeId: string;
let staff: Actor;
const made: Record<"company" | "other" | "branch" | "elsewhere" | "person" | "colleague" | "stranger", string> = {
  company: "",
  other: "",
  branch: "",
  elsewhere: "",
  person: "",
  colleague: "",
  stranger: "",
};
const idNumber = freshIdNumber();
const phone = "19400007531";
let creditCode: string;

beforeAll(async () => {
  committeeId = (await committee()).id;
  staff = staffOf(committeeId, { day });
  const company = await enterprise({ committeeId, name: "云汐智能科技公司" });
  creditCode = company.creditCode ?? "";
  made.company = company.id;
  made.other = (await enterprise({ committeeId, name: "云汐老店", closedOn: "2026-01-01" })).id;
  made.branch = (await branch({ covers: [company.id], name: "云汐智能科技公司党支部" })).id;
  made.person = (await member({ committeeId, branchId: made.branch, name: "云汐儿", idNumber, phone })).id;
  made.colleague = (await member({ committeeId, name: "云汐妹" })).id;
  const foreign = (await committee()).id;
  made.elsewhere = (await enterprise({ committeeId: foreign, name: "云汐别处公司" })).id;
  made.stranger = (await member({ committeeId: foreign, name: "云汐远", phone })).id;
});

/** What a text finds: ids of enterprises, branches and members. */
async function found(actor: Actor, text: string) {
  const groups = await searchEverything(actor, text);
  const ids = (rows: { id: string }[] = []) => rows.map(({ id }) => id).toSorted();
  return [ids(groups?.enterprises.rows), ids(groups?.branches.rows), ids(groups?.members.rows)];
}

const all = () => [[made.company, made.other].toSorted(), [made.branch], [made.person, made.colleague].toSorted()];

describe("what a text finds", () => {
  test("part of a name, one character of it, and initials", async () => {
    expect(await found(staff, "云汐")).toEqual(all());
    expect(await found(staff, "汐")).toEqual(all());
    expect(await found(staff, " YXZN ")).toEqual([[made.company], [made.branch], []]);
  });

  test("a credit code and its beginning", async () => {
    expect(await found(staff, creditCode)).toEqual([[made.company], [], []]);
    expect((await found(staff, creditCode.slice(0, 15).toLowerCase()))[0]).toContain(made.company);
  });

  test("the last four digits of a phone, of a contact and of a member", async () => {
    const data = { contactPhoneTailHash: searchHash("phoneTail", "7531") };
    await db.enterprise.update({ where: { id: made.company }, data });
    expect(await found(staff, "7531")).toEqual([[made.company], [], [made.person]]);
    expect(await found(staff, "7532")).toEqual([[], [], []]);
  });

  test("an ID number finds nobody, whole or in part: searches stand in addresses", async () => {
    expect((await found(staff, idNumber))[2]).toEqual([]);
    expect((await found(staff, idNumber.slice(0, 14)))[2]).toEqual([]);
  });

  test("nothing for an empty text, and nothing breaks on signs", async () => {
    expect(await searchEverything(staff, "   ")).toBeNull();
    for (const text of ["%", "'; DROP TABLE", "\\", "_", "{}", "🏢"])
      expect(await found(staff, text)).toEqual([[], [], []]);
  });

  test("a member comes with the branch of today", async () => {
    const groups = await searchEverything(staff, "云汐");
    const branches = groups?.members.rows.map(({ name, branchName }) => [name, branchName]);
    expect(branches).toEqual(
      expect.arrayContaining([
        ["云汐儿", "云汐智能科技公司党支部"],
        ["云汐妹", null],
      ]),
    );
  });

  test("twenty of a kind, and that there are more", async () => {
    const crowded = (await committee()).id;
    for (let index = 0; index < 21; index += 1) await enterprise({ committeeId: crowded, name: `群星第${index}公司` });
    const groups = await searchEverything(staffOf(crowded, { day }), "群星");
    expect([groups?.enterprises.rows.length, groups?.enterprises.hasMore]).toEqual([20, true]);
    expect(groups?.branches).toEqual({ rows: [], hasMore: false });
  });
});

describe("S22 S24: inside the scope only", () => {
  test("a secretary: the own branch, its enterprises and members", async () => {
    const actor = secretaryOf(made.branch, { day });
    expect(await found(actor, "云汐")).toEqual([[made.company], [made.branch], [made.person]]);
  });

  test("an instructor: what is assigned, and no member", async () => {
    const { id: instructorId } = await instructor({ committeeId });
    await assignment({ instructorId, enterpriseId: made.company });
    const actor = instructorOf(instructorId, { day });
    expect(await found(actor, "云汐")).toEqual([[made.company], [], []]);
    expect(await found(actor, "7531")).toEqual([[made.company], [], []]);
    expect(await found(actor, idNumber)).toEqual([[], [], []]);
  });

  test("administrator, auditor and nobody: nothing", async () => {
    for (const actor of [administrator(), auditor(), anonymousOf({ committeeIds: [committeeId] })]) {
      expect(await found(actor, "云汐")).toEqual([[], [], []]);
    }
  });
});
