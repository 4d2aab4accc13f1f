import { beforeEach, describe, expect, test } from "vitest";
import { toDate, today } from "@/lib/calendar";
import { decryptPersonal } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { takeBackImport } from "@/lib/imports/commands/take-back-import";
import { refusedRows } from "@/lib/imports/queries/find-import";
import { staffOf } from "@/tests/support/actors";
import { branch, committee, enterprise, longAgo, member, officer } from "@/tests/support/factories/registers";
import { freshIdNumber } from "@/tests/support/fresh";
import { confirmAndWrite, importList, judgeList, memberAsItStands, rowsOf } from "./importing";

const place = { kind: "MEMBERS" as const, committeeId: "", parkId: null };
const header = ["姓名", "公民身份号码", "人员类别", "工作单位", "职务", "所在党支部", "手机号码"];
const staff = () => staffOf(place.committeeId);
const dateOfToday = toDate(today());

beforeEach(async () => {
  place.committeeId = (await committee()).id;
});

const inCommittee = () => ({ committeeId: place.committeeId });

describe("new members", () => {
  test("work and belong there since today: a roster does not say since when", async () => {
    const [company, unit, idNumber] = [await enterprise(inCommittee()), await branch(inCommittee()), freshIdNumber()];
    const row = ["陈试名", idNumber, "正式党员", company.name, "工程师", unit.name, "19412345678"];
    const [written] = await rowsOf(await importList(staff(), place, header, row));
    const found = await memberAsItStands(written?.subjectId ?? "");
    expect(found).toMatchObject({ name: "陈试名", stage: "FULL", gender: "FEMALE", isMobile: false });
    expect(decryptPersonal(found.idNumberCipher)).toBe(idNumber);
    expect(decryptPersonal(found.phoneCipher ?? "")).toBe("19412345678");
    expect(found.employments).toMatchObject([
      { enterpriseId: company.id, post: "工程师", isManagement: false, validFrom: dateOfToday, validTo: null },
    ]);
    expect(found.memberships).toMatchObject([{ branchId: unit.id, validFrom: dateOfToday, validTo: null }]);
  });

  test("one whose branch was dissolved, or who was registered meanwhile, is refused; the row goes back readable", async () => {
    const [unit, ids] = [await branch(inCommittee()), [freshIdNumber(), freshIdNumber(), freshIdNumber()]];
    const rows = ids.map((idNumber, index) => [
      `陈试${"甲乙丙"[index]}`,
      idNumber,
      "正式党员",
      "",
      "",
      index ? "" : unit.name,
      "",
    ]);
    const id = await judgeList(staff(), place, header, ...rows);
    await db.branch.update({ where: { id: unit.id }, data: { dissolvedOn: dateOfToday, dissolveReason: "撤销" } });
    await member({ ...inCommittee(), idNumber: ids[1] ?? "" });
    await confirmAndWrite(staff(), id);
    expect((await rowsOf(id)).map(({ outcome }) => outcome)).toEqual(["REFUSED", "REFUSED", "NEW"]);
    const back = await refusedRows(staff(), id);
    expect(back?.rows.map(({ cells }) => cells[1])).toEqual(ids.slice(0, 2));
    expect(back?.rows.map(({ reasons }) => reasons.join())).toEqual([
      expect.stringContaining("所在党支部已撤销"),
      expect.stringContaining("已登记"),
    ]);
  });
});

describe("what a changed row does", () => {
  test("another employer, post and branch hold from today; offices of the old branch end; taken back, all is as before", async () => {
    const [old, next] = [await enterprise(inCommittee()), await enterprise(inCommittee())];
    const [left, joined] = [await branch(inCommittee()), await branch(inCommittee())];
    const idNumber = freshIdNumber();
    const person = await member({
      ...inCommittee(),
      idNumber,
      name: "陈试变",
      branchId: left.id,
      enterpriseId: old.id,
    });
    await officer({ branchId: left.id, memberId: person.id });
    const before = await memberAsItStands(person.id);
    const id = await importList(staff(), place, header, ["陈试变", idNumber, "", next.name, "经理", joined.name, ""]);
    const after = await memberAsItStands(person.id);
    expect(after.employments).toMatchObject([
      { enterpriseId: old.id, validFrom: toDate(longAgo), validTo: dateOfToday },
      { enterpriseId: next.id, post: "经理", validFrom: dateOfToday, validTo: null },
    ]);
    expect(after.memberships).toMatchObject([
      { branchId: left.id, validTo: dateOfToday },
      { branchId: joined.id, validFrom: dateOfToday, validTo: null },
    ]);
    expect(after.offices).toMatchObject([{ validTo: dateOfToday }]);
    await takeBackImport(staff(), { id, reason: "名册有误" });
    expect(await memberAsItStands(person.id)).toEqual(before);
  });

  test("a post alone keeps the place in the management; what was entered today is replaced", async () => {
    const [company, idNumber] = [await enterprise(inCommittee()), freshIdNumber()];
    const facts = {
      ...inCommittee(),
      idNumber,
      name: "陈试岗",
      enterpriseId: company.id,
      isManagement: true,
      from: today(),
    };
    const person = await member(facts);
    await importList(staff(), place, header, ["陈试岗", idNumber, "", company.name, "总监", "", ""]);
    expect((await memberAsItStands(person.id)).employments).toMatchObject([
      { enterpriseId: company.id, post: "总监", isManagement: true, validFrom: dateOfToday, validTo: null },
    ]);
  });

  test("somebody who has left is neither brought back nor changed", async () => {
    const idNumber = freshIdNumber();
    const gone = await member({ ...inCommittee(), idNumber, name: "陈试离", leftOn: "2026-02-01" });
    const before = await memberAsItStands(gone.id);
    const id = await judgeList(staff(), place, header, ["陈试离", idNumber, "", "", "", "", "19400001111"]);
    expect((await rowsOf(id))[0]).toMatchObject({
      outcome: "REFUSED",
      reasons: [expect.stringContaining("已离开本党委")],
    });
    expect(await memberAsItStands(gone.id)).toEqual(before);
  });

  test("a member who was put into a branch since then cannot be taken back", async () => {
    const [unit, idNumber] = [await branch(inCommittee()), freshIdNumber()];
    const id = await importList(staff(), place, header, ["陈试撤", idNumber, "正式党员", "", "", "", ""]);
    const [row] = await rowsOf(id);
    await db.membership.create({ data: { memberId: row?.subjectId ?? "", branchId: unit.id, validFrom: dateOfToday } });
    await expect(takeBackImport(staff(), { id, reason: "名册有误" })).rejects.toThrow("组织关系已变更");
  });
});
