import type { Prisma } from "@/generated/prisma/client";
import type { Role } from "@/generated/prisma/enums";
import { type Actor, holds } from "@/lib/auth/actor";
import { within } from "@/lib/auth/scope";

/** Everybody reads the own ones; staff those of their committees, the administrator those of people without a committee. */
export function visibleSuggestions(actor: Actor): Prisma.SuggestionWhereInput {
  return within<Prisma.SuggestionWhereInput>(actor, (role) => {
    const own = { userId: actor.userId ?? "" };
    const toAnswer = answeredBy(actor, role);
    return toAnswer ? { OR: [own, toAnswer] } : own;
  });
}

/** Which ones a role answers; null: none. */
function answeredBy(actor: Actor, role: Role): Prisma.SuggestionWhereInput | null {
  switch (role) {
    case "STAFF":
      return { committeeId: { in: actor.committeeIds } };
    case "ADMIN":
      return { committeeId: null };
    case "SECRETARY":
    case "INSTRUCTOR":
    case "AUDITOR":
      return null;
  }
}

/** Whoever has an account and a role may write into the box. */
export function canWriteSuggestion(actor: Actor): boolean {
  return actor.userId !== null && actor.roles.length > 0;
}

/** Staff answer for their committee, the administrator for the system; nobody answers the own one. */
export function canAnswerSuggestion(actor: Actor, one: { userId: string; committeeId: string | null }): boolean {
  if (one.userId === actor.userId) return false;
  if (one.committeeId === null) return holds(actor, "ADMIN");
  return holds(actor, "STAFF") && actor.committeeIds.includes(one.committeeId);
}

/** Whether answering is part of the actor's work: then the list is more than the own suggestions. */
export function answersSuggestions(actor: Actor): boolean {
  return holds(actor, "STAFF") || holds(actor, "ADMIN");
}
