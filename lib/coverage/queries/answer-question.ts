import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import type { CoverageBase, CoverageQuestion } from "@/lib/coverage/schema";

/** The question with its defaults: today, and the base most committees report by. */
export function completeQuestion<Asked extends CoverageQuestion>(
  actor: Actor,
  asked: Asked,
): Asked & { day: Day; base: CoverageBase } {
  return { ...asked, day: asked.day ?? actor.day, base: asked.base ?? "SETTLED" };
}
