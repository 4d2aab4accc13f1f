import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";

/** Leaves in the trail that a list went out of the portal: which list, under which filters, how many rows. */
export async function recordExport(
  actor: Actor,
  noun: string,
  facts: { filters: Record<string, unknown>; rowCount: number },
): Promise<void> {
  await command(actor, `${noun}.export`, facts, async (_tx, record) => {
    await record({ subjectType: noun, after: JSON.parse(JSON.stringify(facts)) });
    return undefined;
  });
}
