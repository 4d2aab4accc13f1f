import type { Role } from "@/generated/prisma/enums";

export const roleLabels: Record<Role, string> = {
  STAFF: "党委工作人员",
  SECRETARY: "党支部书记",
  INSTRUCTOR: "党建指导员",
  ADMIN: "系统管理员",
  AUDITOR: "审计员",
};

/** What kind of place a role acts in; null: everywhere it may. */
export const scopeLabels: Record<Role, string | null> = {
  STAFF: "党委",
  SECRETARY: "党支部",
  INSTRUCTOR: "党建指导员",
  ADMIN: null,
  AUDITOR: null,
};

/** What to do when a role has no place to act in yet. */
export const noPlaceNotes: Record<Role, string> = {
  STAFF: "还没有登记党委。请先在“设置”里登记党委，再创建账号。",
  SECRETARY: "还没有登记党支部。请先由党委工作人员登记党支部，再创建账号。",
  INSTRUCTOR: "没有尚无账号的党建指导员。请先由党委工作人员登记指导员，再创建账号。",
  ADMIN: "",
  AUDITOR: "",
};

/** What a role sees, for the administrator who grants it. */
export const roleNotes: Record<Role, string> = {
  STAFF: "查看和维护一个党委及其下级的全部资料",
  SECRETARY: "查看和维护所负责的党支部",
  INSTRUCTOR: "查看所联系的企业、党支部和服务点",
  ADMIN: "管理账号和设置，不能查看党员资料",
  AUDITOR: "查看审计记录，不能查看党员资料，也不能修改任何内容",
};

export const accountStateLabels = {
  ACTIVE: "正常",
  WAITING: "待设密码",
  LOCKED: "已锁定",
  DISABLED: "已停用",
};

export type AccountState = keyof typeof accountStateLabels;
