import { describe, expect, test } from "vitest";
import { readCategory, readRegistration } from "@/lib/imports/rules/enterprises/words";
import { readEducation, readEthnicity, readGender, readStage } from "@/lib/imports/rules/members/words";

describe("registration status as registries and people write it", () => {
  test.each([
    ["存续", "ACTIVE"],
    ["在业", "ACTIVE"],
    ["开业", "ACTIVE"],
    ["在营", "ACTIVE"],
    ["存续（在营、开业、在册）", "ACTIVE"],
    ["在营（开业）企业", "ACTIVE"],
    ["迁入", "ACTIVE"],
    ["已迁入", "ACTIVE"],
    ["正常", "ACTIVE"],
    ["未注销", "ACTIVE"],
    [" 存　续 ", "ACTIVE"],
    ["注销", "DEREGISTERED"],
    ["已注销", "DEREGISTERED"],
    ["注销登记", "DEREGISTERED"],
    ["吊销", "REVOKED"],
    ["吊销，未注销", "REVOKED"],
    ["吊销未注销", "REVOKED"],
    ["吊销（未注销）", "REVOKED"],
    ["吊销，已注销", "REVOKED"],
    ["撤销", "ANNULLED"],
    ["迁出", "MOVED_OUT"],
    ["已迁出", "MOVED_OUT"],
    ["停业", "CEASED"],
    ["歇业", "CEASED"],
    ["清算", "CEASED"],
  ])("%j is %s", (word, registration) => {
    expect(readRegistration(word)).toEqual({ value: registration });
  });

  test.each(["简易注销公告中", "正在注销", "拟注销", "注销中"])("%j is not closed yet, with a note", (word) => {
    expect(readRegistration(word)).toEqual({ value: "ACTIVE", note: expect.stringContaining(word) });
  });

  test("an unknown word is no closing", () => {
    expect(readRegistration("其他状态")).toEqual({ value: null, note: expect.stringContaining("其他状态") });
    expect(readRegistration("")).toEqual({ value: null });
  });
});

describe("category", () => {
  test.each([
    ["新闻资讯", "NEWS"],
    ["新闻资讯类", "NEWS"],
    ["视听传媒类企业", "AUDIOVISUAL"],
    [" 内容创作", "CONTENT"],
    ["4.网络运营", "OPERATION"],
    ["网络技术", "TECHNOLOGY"],
    ["其它", "OTHER"],
  ])("%j is %s", (word, category) => {
    expect(readCategory(word)).toEqual({ value: category });
  });

  test("a word of another list is not forced into one of the six", () => {
    expect(readCategory("软件和信息技术服务业")).toEqual({ value: null, note: expect.stringContaining("软件") });
  });
});

describe("stage of a member", () => {
  test.each([
    ["正式党员", "FULL"],
    ["中共党员", "FULL"],
    ["中共正式党员", "FULL"],
    ["党员", "FULL"],
    ["中共党员（正式）", "FULL"],
    ["预备党员", "PROBATIONARY"],
    ["中共预备党员", "PROBATIONARY"],
    ["中共党员（预备）", "PROBATIONARY"],
    ["预备", "PROBATIONARY"],
    ["发展对象", "CANDIDATE"],
    ["入党积极分子", "ACTIVIST"],
    ["积极分子", "ACTIVIST"],
    ["入党申请人", "APPLICANT"],
    ["申请人", "APPLICANT"],
  ])("%j is %s", (word, stage) => {
    expect(readStage(word).value).toBe(stage);
  });

  test("a floating member is a member who floats", () => {
    expect(readStage("流动党员")).toMatchObject({ value: "FULL", isMobile: true });
  });

  test.each(["群众", "共青团员", "非党员", "民盟盟员", "党员（已除名）", "去世"])(
    "%j is no member of the roster: refused",
    (word) => {
      expect(readStage(word)).toMatchObject({ value: null, refusal: expect.stringContaining(word.slice(0, 2)) });
    },
  );

  test("an unknown word is left open with a note", () => {
    expect(readStage("正式职工")).toEqual({ value: null, note: expect.stringContaining("正式职工") });
  });
});

describe("gender, people and education", () => {
  test.each([
    ["男", "MALE"],
    ["男性", "MALE"],
    ["女", "FEMALE"],
    [" 女 ", "FEMALE"],
    ["F", "FEMALE"],
    ["保密", null],
  ])("%j is %s", (word, gender) => {
    expect(readGender(word)).toBe(gender);
  });

  test.each([
    ["汉族", "汉族"],
    ["汉", "汉族"],
    ["维吾尔", "维吾尔族"],
    ["土 家 族", "土家族"],
  ])("%j is %s", (word, people) => {
    expect(readEthnicity(word)).toEqual({ value: people });
  });

  test("a word that is no people's name is kept with a note", () => {
    expect(readEthnicity("穿青人")).toEqual({ value: "穿青人", note: expect.stringContaining("穿青人") });
  });

  test.each([
    ["本科", "大学本科"],
    ["大学本科", "大学本科"],
    ["大学", "大学本科"],
    ["全日制本科", "大学本科"],
    ["大学本科（硕士学位）", "大学本科"],
    ["大专", "大学专科"],
    ["大学专科", "大学专科"],
    ["专科", "大学专科"],
    ["中专", "中等专科"],
    ["中等专科", "中等专科"],
    ["高中", "高中"],
    ["博士", "博士研究生"],
    ["硕士研究生", "硕士研究生"],
    ["硕士", "硕士研究生"],
    ["研究生（硕士）", "硕士研究生"],
    ["研究生", "研究生"],
    ["初中及以下", "初中"],
  ])("%j is %s", (word, education) => {
    expect(readEducation(word)).toEqual({ value: education });
  });
});
