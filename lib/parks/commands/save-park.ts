import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { notFound } from "@/lib/errors";
import { auditSubject, openPark, placeFacts, stalePlace } from "@/lib/parks/commands/editable-place";
import { canEditPark } from "@/lib/parks/policy";
import type { EditedPark, NewPark } from "@/lib/parks/schema";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";

const spelled = (name: string) => ({ name, nameSort: pinyinSortKey(name), searchKeys: searchKeysOf(name) });

/** Registers a park under a committee in the actor's scope. Refuses a second park of the same name there. */
export function createPark(actor: Actor, input: NewPark): Promise<{ id: string }> {
  return command(actor, "park.create", input, async (tx, record) => {
    if (!canEditPark(actor, input)) throw notFound("党委");
    const { name, ...facts } = input;
    const park = await tx.park.create({ data: { ...facts, ...spelled(name) }, select: { id: true } });
    await record({ ...auditSubject("Park", { ...input, id: park.id }), after: input });
    return park;
  });
}

/** Changes a park's facts. Refuses when somebody saved it after the form was opened. */
export function updatePark(actor: Actor, input: EditedPark): Promise<{ id: string }> {
  return command(actor, "park.update", input, async (tx, record) => {
    const before = await openPark(tx, actor, input.id);
    const { id, version, name, ...facts } = input;
    const written = await tx.park.updateMany({
      where: { id, version, closedOn: null },
      data: { ...facts, ...spelled(name), version: { increment: 1 } },
    });
    if (written.count !== 1) throw stalePlace(before);
    await record({ ...auditSubject("Park", { ...before, name }), before: placeFacts(before), after: input });
    return { id };
  });
}
