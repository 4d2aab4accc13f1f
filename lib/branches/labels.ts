import type { BranchKind, OfficerPost } from "@/generated/prisma/enums";

export const branchKindLabels: Record<BranchKind, string> = {
  SINGLE: "单独支部",
  JOINT: "联合支部",
  BUILDING_JOINT: "楼宇联建支部",
};

export const officerPostLabels: Record<OfficerPost, string> = {
  SECRETARY: "书记",
  DEPUTY_SECRETARY: "副书记",
  ORGANIZATION: "组织委员",
  PUBLICITY: "宣传委员",
  DISCIPLINE: "纪检委员",
};
