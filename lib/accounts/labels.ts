import type { Role } from "@/generated/prisma/enums";

export const roleLabels: Record<Role, string> = {
  STAFF: "党委工作人员",
  SECRETARY: "党支部书记",
  INSTRUCTOR: "党建指导员",
  ADMIN: "系统管理员",
  AUDITOR: "审计员",
};
