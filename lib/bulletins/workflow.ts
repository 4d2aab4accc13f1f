import type { BulletinStatus } from "@/generated/prisma/enums";

export const bulletinActs = ["edit", "redraft", "publish"] as const;

export type BulletinAct = (typeof bulletinActs)[number];

/** Where each act leads; an act that is missing is not possible. What is published is never touched again. */
const acts: Record<BulletinStatus, Partial<Record<BulletinAct, BulletinStatus>>> = {
  DRAFT: { edit: "DRAFT", redraft: "DRAFT", publish: "PUBLISHED" },
  PUBLISHED: {},
};

export function allows(status: BulletinStatus, act: BulletinAct): boolean {
  return acts[status][act] !== undefined;
}
