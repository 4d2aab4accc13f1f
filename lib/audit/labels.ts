/** The nouns of actions and records, as people call them. Also the groups the trail is filtered by. */
export const groupLabels: Record<string, string> = {
  session: "登录",
  password: "密码",
  account: "账号",
  grant: "角色",
  setting: "设置",
  committee: "党委",
  park: "园区",
  building: "楼宇",
  enterprise: "企业",
  branch: "党支部",
  member: "党员",
  instructor: "党建指导员",
  servicePoint: "服务点",
  import: "导入",
  coverage: "组织覆盖",
  search: "搜索",
  audit: "审计记录",
};

/** `…` stands for the noun. */
const verbs: Record<string, string> = {
  create: "登记…",
  update: "修改…",
  correct: "更正…",
  rename: "…更名",
  close: "停用…",
  reopen: "恢复…",
  dissolve: "撤销…",
  restore: "恢复…",
  merge: "合并…",
  move: "…变更园区",
  export: "导出…",
  reveal: "查看…完整号码",
  add: "添加…",
  end: "结束…",
  assign: "安排…",
  unassign: "结束…安排",
  transfer: "…转接",
  remove: "删除…",
};

/** Actions that are no verb with a noun. */
const own: Record<string, string> = {
  "session.open": "登录",
  "session.refuse": "登录被拒",
  "session.close": "退出登录",
  "session.closeOthers": "退出其他登录",
  "session.closeAll": "退出全部登录",
  "session.revoke": "结束他人登录",
  "session.revokeAll": "结束他人全部登录",
  "password.change": "修改密码",
  "password.set": "用一次性链接设置密码",
  "account.create": "创建账号",
  "account.createFirst": "创建首个系统管理员",
  "account.update": "更正姓名",
  "account.disable": "停用账号",
  "account.enable": "启用账号",
  "account.unlock": "解除锁定",
  "account.reissueLink": "发放一次性链接",
  "grant.add": "添加角色",
  "grant.end": "结束角色",
  "setting.change": "修改设置",
  "setting.withdraw": "撤回设置修改",
  "enterprise.close": "登记企业注销或停业",
  "enterprise.correctLocation": "更正企业所在园区",
  "enterprise.addScaleYear": "登记规模以上年度",
  "enterprise.removeScaleYear": "删除规模以上年度",
  "enterprise.joinAssociation": "登记加入协会",
  "enterprise.leaveAssociation": "登记退出协会",
  "enterprise.removeAssociation": "删除协会会员记录",
  "branch.cover": "变更党支部覆盖企业",
  "audit.view": "打开审计记录",
};

/** The words for an action `noun.verb`; null when there are none. */
export function actionWords(action: string): string | null {
  const [noun = "", verb = ""] = action.split(".");
  const named = own[action];
  if (named) return named;
  const pattern = verbs[verb];
  const group = groupLabels[noun];
  return pattern && group ? pattern.replace("…", group) : null;
}

/** The words for an action; one this version does not know keeps its code. */
export function actionLabel(action: string): string {
  return actionWords(action) ?? action;
}

export const subjectLabels: Record<string, string> = {
  User: "账号",
  Committee: "党委",
  CommitteeSetting: "党委设置",
  Park: "园区",
  Building: "楼宇",
  Enterprise: "企业",
  Branch: "党支部",
  Member: "党员",
  Instructor: "党建指导员",
  ServicePoint: "服务点",
  Assignment: "指导员联系安排",
  ImportBatch: "导入批次",
  Coverage: "组织覆盖",
  AuditEntry: "审计记录",
};

/** The words for what an entry is about; lists that went out carry their noun. */
export function subjectLabel(subjectType: string): string {
  return subjectLabels[subjectType] ?? groupLabels[subjectType] ?? subjectType;
}

/** The words for the fields that entries keep. A field without words keeps its name. */
const fieldLabels: Record<string, string> = {
  name: "名称",
  username: "登录名",
  role: "角色",
  place: "范围",
  code: "代码",
  creditCode: "统一社会信用代码",
  category: "类别",
  kind: "类型",
  address: "地址",
  latitude: "纬度",
  longitude: "经度",
  reason: "原因",
  version: "版本",
  validFrom: "起始日期",
  validTo: "结束日期",
  startsOn: "开始日期",
  endsOn: "结束日期",
  foundedOn: "成立日期",
  closedOn: "停用日期",
  closeReason: "停用原因",
  dissolvedOn: "撤销日期",
  registeredOn: "注册日期",
  employeeCount: "从业人数",
  declaredMemberCount: "申报党员数",
  legalRepresentative: "法定代表人",
  contactName: "联系人",
  meetingPlace: "活动场所",
  approvingPaper: "批准文号",
  parentId: "上级党委编号",
  committeeId: "党委编号",
  parkId: "园区编号",
  buildingId: "楼宇编号",
  enterpriseId: "企业编号",
  enterpriseIds: "企业编号",
  branchId: "党支部编号",
  memberId: "党员编号",
  successorId: "承接单位编号",
  districtName: "行政区",
  regionCode: "行政区划代码",
  superiorBodies: "上级机关",
  documentPrefix: "发文机关代字",
  coverageBase: "覆盖率统计范围",
  staleDays: "企业信息时效",
  endedCount: "结束的登录数",
  sessionId: "登录编号",
  ip: "地址",
  filters: "筛选条件",
  rowCount: "行数",
  from: "从",
  to: "到",
  actor: "人员",
  group: "操作类别",
  subjectType: "对象类别",
  subject: "对象",
  refused: "只看被拒绝的",
};

/** The words for a field; of a nested one for each part of its path. */
export function fieldLabel(field: string): string {
  return field
    .split(".")
    .map((part) => fieldLabels[part] ?? part)
    .join(" · ");
}
