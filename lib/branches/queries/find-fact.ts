import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { officerPostLabels } from "@/lib/branches/labels";
import { visibleBranches } from "@/lib/branches/policy";
import { type BranchPart, branchParts } from "@/lib/branches/schema";
import { type Day, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import type { Tx } from "@/lib/db/transaction";

/** One dated fact of a branch: what it says in words, and its days; a term's end counts as `validTo`. */
export type BranchFact = {
  id: string;
  title: string;
  validFrom: Day;
  validTo: Day | null;
  enterpriseId: string | null;
};

/** A fact of a branch in the actor's scope, or null. The caller has the branch from `findBranch`. */
export async function findBranchFact(actor: Actor, branchId: string, part: string, id: string) {
  const known = branchParts.find((candidate) => candidate === part);
  if (!known || !isRecordId(branchId) || !isRecordId(id)) return null;
  const branch = await db.branch.findFirst({
    where: { AND: [visibleBranches(actor), { id: branchId }] },
    select: { id: true },
  });
  const fact = branch && (await readFact(db, branchId, known, id));
  return fact && { ...fact, part: known };
}

/** The same inside a command, which has proved the branch. */
export async function readFact(tx: Tx, branchId: string, part: BranchPart, id: string): Promise<BranchFact | null> {
  const where = { id, branchId };
  const days = { id: true, validFrom: true, validTo: true } as const;
  switch (part) {
    case "coverage": {
      const select = { ...days, enterpriseId: true, enterprise: { select: { name: true } } } as const;
      const fact = await tx.branchCoverage.findFirst({ where, select });
      return fact && { ...written(fact), title: `覆盖 ${fact.enterprise.name}`, enterpriseId: fact.enterpriseId };
    }
    case "officer": {
      const select = { ...days, post: true, member: { select: { name: true } } } as const;
      const fact = await tx.branchOfficer.findFirst({ where, select });
      return fact && { ...written(fact), title: `${fact.member.name} 任${officerPostLabels[fact.post]}` };
    }
    case "group": {
      const fact = await tx.partyGroup.findFirst({ where, select: { ...days, name: true } });
      return fact && { ...written(fact), title: `党小组 ${fact.name}` };
    }
    case "term": {
      const fact = await tx.branchTerm.findFirst({ where, select: { id: true, startsOn: true, endsOn: true } });
      return fact && { ...written({ id, validFrom: fact.startsOn, validTo: fact.endsOn }), title: "任期" };
    }
  }
}

function written(fact: { id: string; validFrom: Date; validTo: Date | null }) {
  return {
    id: fact.id,
    validFrom: toDay(fact.validFrom),
    validTo: fact.validTo && toDay(fact.validTo),
    enterpriseId: null,
  };
}
