import type { HeaderWords } from "@/lib/imports/rules/table/headers";

/** What a column of a member roster can be. */
export type MemberColumn =
  | "name"
  | "idNumber"
  | "gender"
  | "ethnicity"
  | "education"
  | "birthOn"
  | "joinedOn"
  | "becameFullOn"
  | "stage"
  | "employerName"
  | "employerCode"
  | "post"
  | "phone"
  | "branchName"
  | "isMobile";

/** The names people give to the columns of a member roster, the best first (see headers.ts for how they are compared). */
export const memberHeaders: Record<MemberColumn, HeaderWords> = {
  name: { names: "姓名 党员姓名 人员姓名 本人姓名 党员名称 名字", unlike: /联系|书记|介绍|父|母|配偶|负责|曾用/ },
  idNumber: {
    names:
      "公民身份号码 公民身份证号码 公民身份证号 身份证号码 身份证号 居民身份证号码 居民身份证号 身份证 身份证件号码 身份证件号 身份号码 " +
      "有效证件号码 证件号码 证件号 党员身份证号 党员身份证号码",
    like: /身份证|公民身份/,
    unlike: /类型|地址|有效期|是否|复印/,
  },
  gender: { names: "性别" },
  ethnicity: { names: "民族 族别 民族成份 民族成分" },
  education: {
    names: "学历 最高学历 文化程度 学历层次 教育程度 受教育程度 全日制学历 学历学位 学历情况 现学历 第一学历",
    unlike: /院校|专业|学校/,
  },
  birthOn: { names: "出生日期 出生年月日 出生年月 出生时间 生日 出生" },
  joinedOn: {
    names:
      "入党日期 入党时间 加入党组织日期 加入党组织时间 加入中共党组织日期 加入中共党组织时间 加入中国共产党日期 加入中国共产党时间 加入中共组织日期 " +
      "接收为预备党员日期 接收预备党员日期 接收预备党员时间 成为预备党员日期 成为预备党员时间 入党年月日 入党年月 何时入党",
    like: /^(本人|党员)?(入党|加入.{0,6}(党组织|共产党|组织)).{0,2}(日期|时间|年月)$/,
    unlike: /申请|转正|支部|积极/,
  },
  becameFullOn: {
    names:
      "转正日期 转正时间 转为正式党员日期 转为正式党员时间 成为正式党员日期 成为正式党员时间 预备党员转正日期 预备党员转正时间 转正年月日 转正年月 " +
      "按期转正日期",
    like: /转正.{0,2}(日期|时间)|转为正式.{0,4}(日期|时间)/,
    unlike: /应|预计|拟|申请/,
  },
  stage: {
    names: "人员类别 党员类别 党员类型 人员类型 政治面貌 发展阶段 发展党员阶段 培养阶段 人员身份 党员身份 类别 面貌",
    unlike: /日期|时间/,
  },
  employerName: {
    names:
      "工作单位 工作单位名称 所在单位 所在单位名称 单位名称 所在企业 所在企业名称 企业名称 现工作单位 就业单位 任职单位 任职企业 工作企业 " +
      "所属企业 所属单位 所在公司 所属公司 公司名称 服务单位 就职单位 工作单位全称 用人单位 就业企业 工作单位及职务 工作单位职务 单位及职务 " +
      "工作单位和职务 单位 公司 企业",
    like: /^(现|目前|当前)?(工作|所在|就业|任职|就职)(单位|企业|公司)/,
    unlike: /性质|类型|类别|地址|电话|代码|行业|党组织|支部/,
  },
  employerCode: {
    names:
      "统一社会信用代码 单位统一社会信用代码 企业统一社会信用代码 工作单位统一社会信用代码 单位信用代码 企业信用代码 工作单位信用代码 社会信用代码 信用代码",
    like: /信用代码/,
    unlike: /党组织|支部/,
  },
  post: {
    names:
      "职务 工作岗位 岗位 行政职务 职位 现任职务 工作职务 职务岗位 岗位职务 企业职务 单位内职务 单位职务 个人职务 担任职务 所任职务 职业",
    unlike: /党内|支部|级别|职称/,
  },
  phone: {
    names:
      "手机号码 手机号 手机 移动电话 联系手机 本人手机号码 本人手机号 本人手机 联系电话 电话 联系方式 电话号码 联系电话手机 本人电话 联系号码 固定电话",
    unlike: /家庭|紧急|单位|书记|亲属|联系人/,
  },
  branchName: {
    names:
      "所在党支部 所在党支部名称 党支部名称 党支部 所属党支部 所属党支部名称 所在支部 所属支部 支部名称 支部 组织关系所在党支部 组织关系所在支部 " +
      "所在党组织 所在党组织名称 所属党组织 所属党组织名称 组织关系所在党组织 党组织名称 党组织 组织关系所在单位 组织关系",
    like: /^.{0,6}(党支部|支部|党组织)(全称|名称)?$/,
    unlike: /书记|上级|转|代码|类|电话|联系/,
  },
  isMobile: { names: "是否流动党员 是否为流动党员 是否属于流动党员 是否流动 流动党员", unlike: /日期|时间|类型|原因/ },
};
