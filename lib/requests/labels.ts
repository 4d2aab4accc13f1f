import type {
  RequestAction,
  RequestCategory,
  RequestOrigin,
  RequestStatus,
  Satisfaction,
} from "@/generated/prisma/enums";

export const requestStatusLabels: Record<RequestStatus, string> = {
  OPEN: "待受理",
  IN_PROGRESS: "办理中",
  ANSWERED: "已答复",
  CLOSED: "已办结",
};

export const requestCategoryLabels: Record<RequestCategory, string> = {
  TALENT: "人才用工",
  FINANCE: "融资税费",
  SPACE: "场地配套",
  POLICY: "政策咨询",
  LEGAL: "法律维权",
  PARTY_WORK: "党建工作",
  OTHER: "其他",
};

export const requestOriginLabels: Record<RequestOrigin, string> = {
  VISIT: "实地走访",
  DUTY: "驻点服务",
  SECRETARY: "党支部书记",
  STAFF: "党委工作人员",
};

export const requestActionLabels: Record<RequestAction, string> = {
  RAISE: "提出",
  TAKE: "受理",
  TRANSFER: "转办",
  ANSWER: "答复",
  CLOSE: "办结",
  REOPEN: "重新办理",
  REASSIGN: "调整办理人",
};

export const satisfactionLabels: Record<Satisfaction, string> = {
  SATISFIED: "满意",
  FAIR: "基本满意",
  DISSATISFIED: "不满意",
};
