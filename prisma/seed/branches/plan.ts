import type { BranchKind } from "@/generated/prisma/enums";
import type { ParkKey } from "@/prisma/seed/parks";

export type BranchPlan = {
  key: string;
  kind: BranchKind;
  /** Single branches are named after their enterprise. */
  name?: string;
  park: ParkKey;
  building: string;
  /** Quarters before the present one. */
  foundedAgo: number;
  /** Party members at each enterprise covered, formal and probationary. */
  units: number[];
  /** Persons on the way to membership. */
  developing: number;
  isDemonstration?: boolean;
  /** The present term ended and nobody has elected a new committee yet. */
  isTermOverdue?: boolean;
  /** The branch, or its enterprise, had another name until then. */
  renamedAgo?: number;
  dissolvedAgo?: number;
  /** Merged into, or its members taken up by, this branch. */
  successor?: string;
  /** A single branch that grew out of a joint one: covered by it until its own founding. */
  outOf?: string;
  /** Secretary from the enterprise's management (双向进入、交叉任职). */
  hasManager: boolean;
};

type Site = [park: ParkKey, building: string];

function single(
  key: string,
  [park, building]: Site,
  foundedAgo: number,
  members: number,
  hasManager: boolean,
  more: Partial<BranchPlan> = {},
): BranchPlan {
  const developing = Math.max(1, Math.round(members / 4));
  return { key, kind: "SINGLE", park, building, foundedAgo, units: [members], developing, hasManager, ...more };
}

function joint(
  key: string,
  name: string,
  [park, building]: Site,
  foundedAgo: number,
  units: number[],
  hasManager: boolean,
  more: Partial<BranchPlan> = {},
): BranchPlan {
  return { key, kind: "JOINT", name, park, building, foundedAgo, units, developing: 2, hasManager, ...more };
}

/** The branches of the district, by kind and age: few eight quarters ago, twenty-four today, eighteen led by a manager. */
export const branchPlans: BranchPlan[] = [
  single("s1", ["xiantao", "A1栋"], 26, 26, true),
  single("s2", ["xiantao", "B1栋"], 18, 15, true),
  single("s3", ["xiantao", "B2栋"], 13, 11, true, { isTermOverdue: true, renamedAgo: 5 }),
  single("s4", ["xiantao", "C3栋"], 9, 8, true),
  single("s5", ["xiantao", "A2栋"], 5, 7, false),
  single("s6", ["xiantao", "B1栋"], 2, 5, true, { outOf: "j2" }),
  single("s7", ["zhaomu", "1号楼"], 14, 12, true),
  single("s8", ["zhaomu", "2号楼"], 6, 6, true),
  single("s9", ["konggang", "A座"], 10, 9, false),
  single("s10", ["konggang", "B座"], 3, 4, true),
  single("s11", ["yuelai", "北楼"], 7, 6, true),
  single("s12", ["yuelai", "南楼"], 1, 4, true),
  single("s13", ["ganzhi", "副楼"], 4, 5, false),
  single("s14", ["longta", "主楼"], 0, 3, true),
  joint("j1", "仙桃国际大数据谷A1栋联合党支部", ["xiantao", "A1栋"], 16, [4, 2, 2, 1], true),
  joint("j2", "仙桃国际大数据谷B1栋联合党支部", ["xiantao", "B1栋"], 8, [2, 2, 1, 1], false),
  joint("j3", "仙桃国际大数据谷B2栋联合党支部", ["xiantao", "B2栋"], 4, [2, 2, 1], true),
  joint("j4", "仙桃国际大数据谷C3栋联合党支部", ["xiantao", "C3栋"], 1, [2, 1, 1, 1, 1], true),
  joint("j5", "照母山数字文化园联合党支部", ["zhaomu", "1号楼"], 7, [3, 2], true),
  joint("j6", "空港网络视听基地联合党支部", ["konggang", "B座"], 5, [2, 2, 1], false),
  joint("j7", "悦来数字内容港联合党支部", ["yuelai", "北楼"], 3, [2, 2, 1, 1], true),
  {
    ...joint("b1", "感知科技孵化园楼宇联建党支部", ["ganzhi", "主楼"], 11, [4, 3, 2, 2, 1], true),
    kind: "BUILDING_JOINT",
    isDemonstration: true,
    renamedAgo: 6,
    developing: 4,
  },
  {
    ...joint("b2", "空港网络视听基地A座楼宇联建党支部", ["konggang", "A座"], 6, [2, 2, 2, 1], true),
    kind: "BUILDING_JOINT",
  },
  {
    ...joint("b3", "悦来数字内容港南楼楼宇联建党支部", ["yuelai", "南楼"], 2, [2, 1, 1, 1], false),
    kind: "BUILDING_JOINT",
  },
  single("s0", ["xiantao", "A1栋"], 15, 4, true, { dissolvedAgo: 4, successor: "j1", developing: 0 }),
  joint("j0", "照母山文创联合党支部", ["zhaomu", "1号楼"], 13, [2, 1, 1], false, {
    dissolvedAgo: 2,
    successor: "j5",
    developing: 0,
  }),
  single("e1", ["guanyin", "东塔"], 9, 6, true),
  joint("e2", "观音桥数字传媒大厦联合党支部", ["guanyin", "西塔"], 3, [2, 2, 1], true),
];

/** Enterprises with party members and no branch: three or more make one due, one or two wait for neighbours. */
export type UncoveredPlan = { park: ParkKey; building: string; members: number[]; isAlike: boolean };

export const uncoveredPlans: UncoveredPlan[] = [
  { park: "xiantao", building: "A2栋", members: [4, 3], isAlike: false },
  { park: "zhaomu", building: "3号楼", members: [3], isAlike: false },
  { park: "konggang", building: "B座", members: [3], isAlike: false },
  { park: "longta", building: "主楼", members: [5], isAlike: false },
  { park: "xiantao", building: "A2栋", members: [2, 1, 1, 1], isAlike: true },
  { park: "zhaomu", building: "3号楼", members: [2, 1, 1], isAlike: false },
  { park: "konggang", building: "B座", members: [1, 1, 1], isAlike: true },
  { park: "yuelai", building: "北楼", members: [1], isAlike: true },
  { park: "yuelai", building: "南楼", members: [2], isAlike: true },
  { park: "longta", building: "主楼", members: [1], isAlike: false },
  { park: "ganzhi", building: "副楼", members: [1], isAlike: false },
  { park: "guanyin", building: "东塔", members: [3], isAlike: false },
  { park: "guanyin", building: "西塔", members: [1, 1], isAlike: true },
];

/** Enterprises without any party member, to fill each park. */
export const plainCounts: Record<ParkKey, number> = {
  xiantao: 46,
  ganzhi: 12,
  zhaomu: 18,
  konggang: 14,
  yuelai: 12,
  longta: 8,
  ranjiaba: 6,
  guanyin: 8,
};
