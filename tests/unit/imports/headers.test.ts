import { describe, expect, test } from "vitest";
import { enterpriseHeaders } from "@/lib/imports/rules/enterprises/headers";
import { memberHeaders } from "@/lib/imports/rules/members/headers";
import { headerKey, recogniseHeader } from "@/lib/imports/rules/table/headers";

describe("a column of an enterprise list is recognised under the name people give it", () => {
  test.each([
    ["企业名称", "name"],
    ["单位名称", "name"],
    ["企业（机构）名称", "name"],
    ["市场主体名称", "name"],
    ["* 企业名称", "name"],
    ["企业名称（必填）", "name"],
    ["企业名称\n（全称）", "name"],
    ["企 业 名 称", "name"],
    ["1.企业名称", "name"],
    ["【企业名称】", "name"],
    ["企业名称：", "name"],
    ["园区企业名称", "name"],
    ["统一社会信用代码", "creditCode"],
    ["信用代码/注册号", "creditCode"],
    ["统一社会信用代码（18位）", "creditCode"],
    ["统一社会信用代码/注册号", "creditCode"],
    ["社会信用代码", "creditCode"],
    ["统一代码", "creditCode"],
    ["注册号", "creditCode"],
    ["法定代表人(负责人)", "legalRepresentative"],
    ["法人代表", "legalRepresentative"],
    ["负责人", "legalRepresentative"],
    ["成立日期", "registeredOn"],
    ["注册日期", "registeredOn"],
    ["成立时间（年月日）", "registeredOn"],
    ["注册资本（万元）", "capitalWan"],
    ["注册资金", "capitalWan"],
    ["注册资本(金)", "capitalWan"],
    ["注册资本万元", "capitalWan"],
    ["注册资本（万元人民币）", "capitalWan"],
    ["行业类别", "category"],
    ["企业类别", "category"],
    ["所属行业", "category"],
    ["注册地址", "address"],
    ["住所", "address"],
    ["是否入驻", "isSettled"],
    ["入驻情况", "isSettled"],
    ["是否入驻（是/否）", "isSettled"],
    ["是否入驻园区", "isSettled"],
    ["从业人员数", "employeeCount"],
    ["员工人数（人）", "employeeCount"],
    ["职工数", "employeeCount"],
    ["从业人员（人）", "employeeCount"],
    ["其中：党员数", "declaredMemberCount"],
    ["其中:党员人数", "declaredMemberCount"],
    ["党员数（含预备党员）", "declaredMemberCount"],
    ["党员（名）", "declaredMemberCount"],
    ["联系电话", "contactPhone"],
    ["联系人及电话", "contactPhone"],
    ["联系人", "contactName"],
    ["登记状态", "registration"],
    ["经营状态", "registration"],
    ["企业状态", "registration"],
    ["楼宇", "buildingName"],
    ["楼栋", "buildingName"],
    ["园区", "parkName"],
    ["出资人", "investorName"],
    ["出资人是否中共党员", "isInvestorMember"],
    ["序号", "ordinal"],
    ["No.", "ordinal"],
  ])("%j is %s", (header, field) => {
    expect(recogniseHeader("ENTERPRISES", header)?.field ?? null).toBe(field);
  });

  test.each([
    "预备党员数",
    "女党员数",
    "党员数（预备）",
    "曾用名",
    "企业曾用名称",
    "母公司名称",
    "园区管理单位名称",
    "上级单位名称",
    "党组织名称",
    "党组织书记",
    "法定代表人电话",
    "法定代表人身份证号",
    "联系电话（法定代表人）",
    "控股股东信用代码",
    "实缴资本",
    "核准日期",
    "入驻日期",
    "大专以上从业人员数",
    "备注",
    "填表说明",
    "1",
    "",
  ])("%j is another thing and stays unrecognised", (header) => {
    expect(recogniseHeader("ENTERPRISES", header)).toBeNull();
  });
});

describe("a column of a roster is recognised under the name people give it", () => {
  test.each([
    ["姓名", "name"],
    ["姓 名", "name"],
    ["党员姓名*", "name"],
    ["性别", "gender"],
    ["公民身份号码", "idNumber"],
    ["身份证号", "idNumber"],
    ["身份证号码（18位）", "idNumber"],
    ["证件号码", "idNumber"],
    ["民族", "ethnicity"],
    ["学历", "education"],
    ["文化程度", "education"],
    ["出生年月", "birthOn"],
    ["入党日期", "joinedOn"],
    ["入党时间", "joinedOn"],
    ["加入中共党组织日期", "joinedOn"],
    ["转正日期", "becameFullOn"],
    ["转为正式党员日期", "becameFullOn"],
    ["人员类别", "stage"],
    ["党员类别", "stage"],
    ["政治面貌", "stage"],
    ["工作单位", "employerName"],
    ["单位名称", "employerName"],
    ["所在企业", "employerName"],
    ["工作单位及职务", "employerName"],
    ["职务", "post"],
    ["工作岗位", "post"],
    ["手机号码", "phone"],
    ["联系电话", "phone"],
    ["所在党支部", "branchName"],
    ["党支部名称", "branchName"],
    ["是否流动党员", "isMobile"],
  ])("%j is %s", (header, field) => {
    expect(recogniseHeader("MEMBERS", header)?.field ?? null).toBe(field);
  });

  test.each(["党内职务", "入党介绍人", "申请入党日期", "家庭住址", "毕业院校", "书记姓名", "支部书记电话", "备注"])(
    "%j stays unrecognised",
    (header) => {
      expect(recogniseHeader("MEMBERS", header)).toBeNull();
    },
  );
});

test("every listed name is written as the key it is compared with, and means its own field", () => {
  for (const [kind, headers] of [
    ["ENTERPRISES", enterpriseHeaders],
    ["MEMBERS", memberHeaders],
  ] as const) {
    for (const [field, { names }] of Object.entries(headers)) {
      for (const name of names.split(" ")) {
        expect(headerKey(name), `${name} is never met in this spelling`).toBe(name);
        expect(recogniseHeader(kind, name)?.field, `${name} is listed twice`).toBe(field);
      }
    }
  }
});
