import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { pageWindow } from "@/lib/forms/list-params";
import { canAnswerSuggestion, visibleSuggestions } from "@/lib/suggestions/policy";
import type { SuggestionList } from "@/lib/suggestions/schema";

const select = {
  id: true,
  kind: true,
  text: true,
  page: true,
  userId: true,
  userName: true,
  committeeId: true,
  createdAt: true,
  answer: true,
  answeredAt: true,
  answeredByName: true,
  version: true,
} satisfies Prisma.SuggestionSelect;

const newestFirst = [{ createdAt: "desc" as const }, { id: "desc" as const }];

function whereOf(actor: Actor, list: SuggestionList): Prisma.SuggestionWhereInput {
  return {
    AND: [
      visibleSuggestions(actor),
      list.kind ? { kind: list.kind } : {},
      list.state ? { answeredAt: list.state === "open" ? null : { not: null } } : {},
      list.q ? { text: { contains: list.q } } : {},
    ],
  };
}

/** One page of the suggestions the actor wrote or answers, newest first. */
export async function listSuggestions(actor: Actor, list: SuggestionList) {
  const where = whereOf(actor, list);
  const [rows, total] = await Promise.all([
    db.suggestion.findMany({ where, orderBy: newestFirst, ...pageWindow(list.page), select }),
    db.suggestion.count({ where }),
  ]);
  return { rows, total };
}

/** The whole list under the same filters, for the Excel file. */
export function exportSuggestions(actor: Actor, list: SuggestionList) {
  return db.suggestion.findMany({ where: whereOf(actor, list), orderBy: newestFirst, take: 10_000, select });
}

/** One suggestion with its answer, or null when missing or not the actor's to read. */
export async function findSuggestion(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const one = await db.suggestion.findFirst({ where: { AND: [visibleSuggestions(actor), { id }] }, select });
  return one && { ...one, can: { answer: one.answeredAt === null && canAnswerSuggestion(actor, one) } };
}
