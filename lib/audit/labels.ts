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
  plan: "季度计划",
  orgLife: "组织生活记录",
  attachment: "附件",
  import: "导入",
  coverage: "组织覆盖",
  search: "搜索",
  audit: "审计记录",
  suggestion: "意见建议",
  notification: "通知",
  delivery: "消息发送",
  request: "企业诉求",
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
  move: "…变更园区",
  export: "导出…",
  reveal: "查看…完整号码",
  remove: "删除…",
  withdraw: "撤销…",
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
  "branch.cover": "登记党支部覆盖企业",
  "branch.add-group": "登记党小组",
  "branch.appoint-officer": "登记支委任职",
  "branch.correct-name": "更正党支部曾用名",
  "branch.found-joint": "组建联合支部",
  "branch.start-term": "登记党支部任期",
  "branch.end-fact": "结束党支部登记事项",
  "branch.correct-fact": "更正党支部登记事项",
  "park.addFigure": "登记园区上报数据",
  "park.removeFigure": "删除园区上报数据",
  "import.judge": "上传文件并检查",
  "import.remap": "调整导入的列对应",
  "import.confirm": "确认导入",
  "import.cancel": "放弃导入",
  "import.write": "写入导入数据",
  "import.fail": "导入中断",
  "import.takeBack": "撤回导入",
  "instructor.assign": "安排指导员联系对象",
  "instructor.unassign": "结束指导员联系安排",
  "instructor.handOver": "交接指导员联系对象",
  "instructor.correctAssignment": "更正指导员联系安排",
  "instructor.removeAssignment": "删除指导员联系安排",
  "instructor.end": "登记指导员离任",
  "instructor.resume": "恢复指导员任职",
  "member.advance": "变更党员类别",
  "member.changeEmployment": "变更党员工作单位",
  "member.recordDuty": "登记党员职责",
  "member.endDuty": "结束党员职责",
  "member.correctDuty": "更正党员职责",
  "member.correctEmployment": "更正党员工作单位",
  "member.correctMembership": "更正党员组织关系",
  "member.removeEntry": "删除党员登记事项",
  "member.transfer": "转接组织关系",
  "member.leave": "登记党员离开",
  "member.return": "恢复党员",
  "attachment.add": "上传附件",
  "audit.view": "打开审计记录",
  "suggestion.write": "提出意见",
  "request.raise": "登记企业诉求",
  "request.take": "受理企业诉求",
  "request.transfer": "转办企业诉求",
  "request.answer": "答复企业诉求",
  "request.close": "办结企业诉求",
  "request.reopen": "重新办理企业诉求",
  "request.reassign": "调整企业诉求办理人",
  "request.recordSatisfaction": "登记企业满意度",
  "request.askSatisfaction": "发放企业评价链接",
  "request.rate": "企业评价诉求办理",
  "suggestion.answer": "答复意见",
  "notification.configure": "修改通知设置",
  "delivery.retry": "重新发送消息",
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
  OrgLifeRecord: "组织生活记录",
  ImportBatch: "导入批次",
  Coverage: "组织覆盖",
  AuditEntry: "审计记录",
  Suggestion: "意见建议",
  Delivery: "对外消息",
  EnterpriseRequest: "企业诉求",
};

/** The words for what an entry is about; lists that went out carry their noun. */
export function subjectLabel(subjectType: string): string {
  return subjectLabels[subjectType] ?? groupLabels[subjectType] ?? subjectType;
}
