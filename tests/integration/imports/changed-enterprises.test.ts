import { beforeEach, describe, expect, test } from "vitest";
import { addDays, toDate, today } from "@/lib/calendar";
import { decryptPersonal } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { takeBackImport } from "@/lib/imports/commands/take-back-import";
import { refusedRows } from "@/lib/imports/queries/find-import";
import { staffOf } from "@/tests/support/actors";
import {
  assignment,
  branch,
  building,
  committee,
  enterprise,
  instructor,
  longAgo,
  park,
} from "@/tests/support/factories/registers";
import { freshCreditCode, freshName } from "@/tests/support/fresh";
import { confirmAndWrite, enterpriseAsItStands, importList, judgeList, rowsOf } from "./importing";

const place = { kind: "ENTERPRISES" as const, committeeId: "", parkId: "" as string | null };
const header = ["企业名称", "统一社会信用代码", "从业人员数", "是否入驻", "联系电话", "登记状态"];
const staff = () => staffOf(place.committeeId);
const day = today();
const dateOfToday = toDate(day);

beforeEach(async () => {
  place.committeeId = (await committee()).id;
  place.parkId = (await park({ committeeId: place.committeeId })).id;
});

const known = (facts: Parameters<typeof enterprise>[0] = {}) =>
  enterprise({ committeeId: place.committeeId, parkId: place.parkId ?? "", ...facts });

describe("what a changed row does", () => {
  test("only what differs is written, with the registry as its source; the old name stays as a former one", async () => {
    const before = await known({ employeeCount: 10, isSettled: false });
    const name = freshName("新名科技有限公司");
    const id = await importList(staff(), place, header, [
      name,
      before.creditCode ?? "",
      25,
      "是",
      "19412345678",
      "存续",
    ]);
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ outcome: "CHANGED", isWritten: true, subjectId: before.id });
    const after = await enterpriseAsItStands(before.id);
    expect(after).toMatchObject({
      name,
      employeeCount: 25,
      category: before.category,
      registeredOn: before.registeredOn,
    });
    expect(decryptPersonal(after.contactPhoneCipher ?? "")).toBe("19412345678");
    expect(after.names).toMatchObject([{ name: before.name, validFrom: null, validTo: dateOfToday }]);
    expect(after.locations).toMatchObject([
      { isSettled: false, validFrom: toDate(longAgo), validTo: dateOfToday },
      { isSettled: true, validFrom: dateOfToday, validTo: null },
    ]);
    expect(after.sources).toMatchObject({
      employeeCount: [{ source: "REGISTRY", on: day, value: 25 }],
      contactPhone: [{ source: "REGISTRY", on: day, value: "194****5678" }],
    });
    expect(JSON.stringify(await db.importRow.findMany({ where: { batchId: id } }))).not.toContain("19412345678");
  });

  test("a code for an enterprise that waits for one is taken over, not registered beside it", async () => {
    const waiting = await known({ creditCode: null });
    const code = freshCreditCode();
    await importList(staff(), place, header, [waiting.name, code, 5, "是", "", "存续"]);
    expect((await db.enterprise.findUniqueOrThrow({ where: { id: waiting.id } })).creditCode).toBe(code);
    expect(await db.enterprise.count({ where: { committeeId: place.committeeId } })).toBe(1);
  });

  test("注销 closes it today, and ends what held only while it was active; taken back, all of it goes on", async () => {
    const closing = await known({ associationFrom: longAgo });
    await branch({ covers: [closing.id] });
    await assignment({
      instructorId: (await instructor({ committeeId: place.committeeId })).id,
      enterpriseId: closing.id,
    });
    const before = await enterpriseAsItStands(closing.id);
    const id = await importList(staff(), place, header, [closing.name, closing.creditCode ?? "", "", "是", "", "注销"]);
    const after = await enterpriseAsItStands(closing.id);
    expect(after).toMatchObject({ closedOn: dateOfToday, closeReason: "注销" });
    for (const facts of [after.locations, after.coverages, after.assignments, after.associations]) {
      expect(facts.map(({ validTo }) => validTo)).toEqual([dateOfToday]);
    }
    await takeBackImport(staff(), { id, reason: "登记状态有误" });
    expect(await enterpriseAsItStands(closing.id)).toEqual(before);
  });

  test("a closing is refused on the day something of it only begins", async () => {
    const closing = await known();
    await branch({ covers: [closing.id], foundedOn: day });
    const id = await importList(staff(), place, header, [closing.name, closing.creditCode ?? "", "", "是", "", "注销"]);
    expect(await rowsOf(id)).toMatchObject([{ outcome: "REFUSED", isWritten: false }]);
    expect((await enterpriseAsItStands(closing.id)).closedOn).toBeNull();
  });

  test("an enterprise closed by mistake is active again, at its old place from today on", async () => {
    const closed = await known({ closedOn: "2026-01-10" });
    await db.enterpriseLocation.updateMany({
      where: { enterpriseId: closed.id },
      data: { validTo: toDate("2026-01-10") },
    });
    const id = await importList(staff(), place, header, [closed.name, closed.creditCode ?? "", "", "是", "", "存续"]);
    const after = await enterpriseAsItStands(closed.id);
    expect(after).toMatchObject({ closedOn: null, closeReason: null });
    expect(after.locations.at(-1)).toMatchObject({ validFrom: dateOfToday, validTo: null });
    expect((await rowsOf(id))[0]?.notes.join()).toContain("恢复为在营");
  });

  test("a change of place on the day it was entered replaces it, and comes back when taken back", async () => {
    const house = await building({ parkId: place.parkId ?? "" });
    const moved = await known({ settledFrom: day, isSettled: true });
    const before = await enterpriseAsItStands(moved.id);
    const row = [moved.name, moved.creditCode ?? "", house.name];
    const id = await importList(staff(), place, ["企业名称", "统一社会信用代码", "楼宇"], row);
    expect((await enterpriseAsItStands(moved.id)).locations).toMatchObject([
      { buildingId: house.id, validFrom: dateOfToday },
    ]);
    await takeBackImport(staff(), { id, reason: "楼宇有误" });
    expect(await enterpriseAsItStands(moved.id)).toEqual(before);
  });
});

describe("new enterprises", () => {
  test("are in the park since they were registered; closed ones up to today", async () => {
    await importList(
      staff(),
      place,
      ["企业名称", "成立日期", "登记状态", "是否入驻"],
      ["甲乙科技有限公司", "2019-03-05", "存续", "是"],
      ["丙丁科技有限公司", "2018-01-02", "吊销", "否"],
      ["戊己科技有限公司", "", "注销", "是"],
    );
    const found = await db.enterpriseLocation.findMany({
      where: { enterprise: { committeeId: place.committeeId } },
      orderBy: { enterprise: { nameSort: "asc" } },
      select: {
        validFrom: true,
        validTo: true,
        isSettled: true,
        enterprise: { select: { name: true, closeReason: true } },
      },
    });
    const of = (name: string) => found.find(({ enterprise }) => enterprise.name.startsWith(name));
    expect(of("甲乙")).toMatchObject({ validFrom: toDate("2019-03-05"), validTo: null, isSettled: true });
    expect(of("丙丁")).toMatchObject({ validFrom: toDate("2018-01-02"), validTo: dateOfToday, isSettled: false });
    expect(of("丙丁")?.enterprise.closeReason).toBe("吊销");
    expect(of("戊己")).toMatchObject({ validFrom: toDate(addDays(day, -1)), validTo: dateOfToday });
  });

  test("a park or a building nobody registered stays empty, and the row says so", async () => {
    const head = ["企业名称", "园区", "楼宇"];
    const id = await importList(staff(), place, head, ["庚辛科技有限公司", "无名园", "A座"]);
    const [row] = await rowsOf(id);
    expect(row?.notes.join()).toMatch(/园区“无名园”未登记.*楼宇“A座”/);
    expect(await db.enterpriseLocation.count({ where: { enterpriseId: row?.subjectId ?? "" } })).toBe(0);
    const again = await judgeList(staff(), place, head, ["庚辛科技有限公司", "无名园", "A座"]);
    expect((await rowsOf(again)).map(({ outcome }) => outcome)).toEqual(["UNCHANGED"]);
  });
});

describe("the register changed between judging and writing", () => {
  test("what somebody saved or registered meanwhile is refused, not overwritten; the rest is written", async () => {
    const saved = await known({ employeeCount: 10 });
    const [newName, otherName] = [freshName("科技有限公司"), freshName("科技有限公司")];
    const id = await judgeList(
      staff(),
      place,
      header,
      [saved.name, saved.creditCode ?? "", 99, "是", "", "存续"],
      [newName, freshCreditCode(), 8, "是", "19487654321", "存续"],
      [otherName, freshCreditCode(), 7, "是", "", "存续"],
    );
    await db.enterprise.update({ where: { id: saved.id }, data: { employeeCount: 11, version: { increment: 1 } } });
    await known({ name: newName, creditCode: null });
    await confirmAndWrite(staff(), id);
    expect((await rowsOf(id)).map(({ outcome, isWritten }) => [outcome, isWritten])).toEqual([
      ["REFUSED", false],
      ["REFUSED", false],
      ["NEW", true],
    ]);
    expect((await db.enterprise.findUniqueOrThrow({ where: { id: saved.id } })).employeeCount).toBe(11);
    const back = await refusedRows(staff(), id);
    expect(back?.rows.map(({ cells }) => cells)).toEqual([
      [saved.name, saved.creditCode, 99, "是", null, "在营"],
      [newName, expect.any(String), 8, "是", "19487654321", "在营"],
    ]);
    expect(back?.rows[0]?.reasons.join()).toContain("又有修改");
  });

  test("two imports of the same new enterprises: the second is refused row by row", async () => {
    const rows = Array.from({ length: 5 }, () => [freshName("科技有限公司"), freshCreditCode(), 3, "是", "", "存续"]);
    const [first, second] = [
      await judgeList(staff(), place, header, ...rows),
      await judgeList(staff(), place, header, ...rows),
    ];
    await confirmAndWrite(staff(), first);
    await confirmAndWrite(staff(), second);
    expect((await rowsOf(second)).every(({ outcome }) => outcome === "REFUSED")).toBe(true);
    expect(await db.enterprise.count({ where: { committeeId: place.committeeId } })).toBe(5);
  });
});

describe("a rule of the database", () => {
  test("that one row breaks refuses this row in its words; the others of its chunk are written", async () => {
    const ahead = await known({ settledFrom: addDays(day, 30), isSettled: true });
    const fresh = Array.from({ length: 4 }, () => [freshName("科技有限公司"), freshCreditCode(), 3, "是", "", "存续"]);
    const id = await importList(
      staff(),
      place,
      header,
      ...fresh.slice(0, 2),
      [ahead.name, ahead.creditCode ?? "", "", "否", "", "存续"],
      ...fresh.slice(2),
    );
    const rows = await rowsOf(id);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["NEW", "NEW", "REFUSED", "NEW", "NEW"]);
    expect(rows[2]?.reasons.join()).toContain("重叠");
    expect(rows.filter(({ isWritten }) => isWritten)).toHaveLength(4);
  });
});

describe("one import after another", () => {
  test("are taken back in turn: what the second changed first, then what the first registered", async () => {
    const [name, code] = [freshName("科技有限公司"), freshCreditCode()];
    const first = await importList(staff(), place, header, [name, code, 3, "是", "", "存续"]);
    const second = await importList(staff(), place, header, [name, code, 4, "否", "19411112222", "存续"]);
    await expect(takeBackImport(staff(), { id: first, reason: "重来" })).rejects.toThrow("已有修改");
    await takeBackImport(staff(), { id: second, reason: "重来" });
    const between = await db.enterprise.findFirstOrThrow({ where: { committeeId: place.committeeId } });
    expect(between).toMatchObject({ employeeCount: 3, contactPhoneCipher: null });
    await takeBackImport(staff(), { id: first, reason: "重来" });
    expect(await db.enterprise.count({ where: { committeeId: place.committeeId } })).toBe(0);
  });
});
