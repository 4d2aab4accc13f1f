import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { coverageScope } from "@/lib/coverage/policy";
import type { CoverageBase, CoverageQuestion } from "@/lib/coverage/schema";
import { settingsOn } from "@/lib/settings/queries";

/** The question with its defaults: today, and the base that the committee's settings name; for several committees 在营且入驻. */
export async function completeQuestion<Asked extends CoverageQuestion>(
  actor: Actor,
  asked: Asked,
): Promise<Asked & { day: Day; base: CoverageBase }> {
  const day = asked.day ?? actor.day;
  const [only, ...others] = coverageScope(actor, asked.committee);
  const isOne = only !== undefined && others.length === 0;
  const base = asked.base ?? (isOne ? (await settingsOn(only, day)).coverageBase : "SETTLED");
  return { ...asked, day, base };
}
