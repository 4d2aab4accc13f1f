import type { PlanStatus } from "@/generated/prisma/enums";

export const planActs = ["edit", "remove", "publish", "amend", "close", "takeOver", "waive"] as const;

/** What can be done with a plan. Who may do it is the policy's matter. */
export type PlanAct = (typeof planActs)[number];

/** Status × act: the status after it, which an act that is no step leaves as it is. What is not named is refused. */
const table: Record<PlanStatus, Partial<Record<PlanAct, PlanStatus>>> = {
  DRAFT: { edit: "DRAFT", remove: "DRAFT", publish: "PUBLISHED" },
  PUBLISHED: { amend: "PUBLISHED", close: "CLOSED", takeOver: "PUBLISHED", waive: "PUBLISHED" },
  CLOSED: {},
};

/** The status a plan has after an act; null when its status does not allow it. */
export function statusAfter(status: PlanStatus, act: PlanAct): PlanStatus | null {
  return table[status][act] ?? null;
}

/** Whether a plan in that status allows the act. */
export function allows(status: PlanStatus, act: PlanAct): boolean {
  return statusAfter(status, act) !== null;
}
