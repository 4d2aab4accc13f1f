import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { chosenPlace } from "@/lib/enterprises/commands/chosen-place";
import { placeFacts } from "@/lib/enterprises/commands/create-enterprise";
import { openEnterprise, refuseFuture, writeEnterprise } from "@/lib/enterprises/commands/editable-enterprise";
import { presentLocation } from "@/lib/enterprises/commands/move-enterprise";
import { saidByStaff } from "@/lib/enterprises/rules/facts";
import type { CorrectedLocation } from "@/lib/enterprises/schema";
import { DomainError } from "@/lib/errors";

/**
 * Corrects a wrong entry of the present location: it was so from the beginning. Without a place the entry is removed;
 * the trail keeps it. Refuses when there is none (that would be a change), and days that overlap an earlier location.
 */
export function correctLocation(actor: Actor, input: CorrectedLocation): Promise<{ id: string }> {
  return command(actor, "enterprise.correctLocation", input, async (tx, record) => {
    const before = await openEnterprise(tx, actor, input.id);
    const { id, version, isSettled, locatedOn } = input;
    const present = await presentLocation(tx, id);
    if (!present) {
      throw new DomainError("WRONG_STATE", "该企业现在没有登记所在园区，没有可更正的内容。请用“迁址、入驻变更”登记。");
    }
    const place = input.place && (await chosenPlace(tx, actor, input.place));
    const said = placeFacts(place, isSettled);
    await writeEnterprise(tx, actor, { id, version }, { sources: saidByStaff(before.sources, said, actor.day) });
    if (place && locatedOn) {
      refuseFuture(actor, locatedOn, "起始日期");
      const { parkId, buildingId } = place;
      await tx.enterpriseLocation.update({
        where: { id: present.id },
        data: { parkId, buildingId, isSettled, validFrom: toDate(locatedOn) },
      });
    } else {
      await tx.enterpriseLocation.delete({ where: { id: present.id } });
    }
    await record({
      subjectType: "Enterprise",
      subjectId: id,
      subjectName: before.name,
      committeeId: before.committeeId,
      before: present,
      after: { ...said, locatedOn: place && locatedOn },
    });
    return { id };
  });
}
