import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { type ChosenPlace, chosenPlace } from "@/lib/enterprises/commands/chosen-place";
import { placeFacts } from "@/lib/enterprises/commands/create-enterprise";
import { openEnterprise, refuseFuture, writeEnterprise } from "@/lib/enterprises/commands/editable-enterprise";
import { saidByStaff } from "@/lib/enterprises/rules/facts";
import type { MovedEnterprise } from "@/lib/enterprises/schema";
import { DomainError } from "@/lib/errors";

/**
 * A real change of place: from a day on the enterprise is in another park or building, settled or not, or in none. The
 * present location ends on that day. Refuses a day in the future or not after the present one began, and no change at all.
 */
export function moveEnterprise(actor: Actor, input: MovedEnterprise): Promise<{ id: string }> {
  return command(actor, "enterprise.move", input, async (tx, record) => {
    const before = await openEnterprise(tx, actor, input.id);
    const { id, version, isSettled, movedOn, address } = input;
    refuseFuture(actor, movedOn, "变更日期");
    const place = input.place && (await chosenPlace(tx, actor, input.place));
    const present = await presentLocation(tx, id);
    if (isSamePlace(present, place, isSettled)) {
      throw new DomainError("CONFLICT", "园区、楼宇和入驻情况都没有变化。请重新选择，或返回。");
    }
    if (present && movedOn <= present.validFrom) {
      throw new DomainError(
        "CONFLICT",
        `现在的所在地从 ${present.validFrom} 开始，变更应在其后。如果是原来登记有误，请用“更正所在地”。`,
      );
    }
    const said = { ...placeFacts(place, isSettled), ...(address === null ? {} : { address }) };
    await writeEnterprise(
      tx,
      actor,
      { id, version },
      {
        ...(address === null ? {} : { address }),
        sources: saidByStaff(before.sources, said, actor.day),
      },
    );
    if (present) {
      await tx.enterpriseLocation.update({ where: { id: present.id }, data: { validTo: toDate(movedOn) } });
    }
    if (place) {
      const { parkId, buildingId } = place;
      await tx.enterpriseLocation.create({
        data: { enterpriseId: id, parkId, buildingId, isSettled, validFrom: toDate(movedOn) },
      });
    }
    await record({
      subjectType: "Enterprise",
      subjectId: id,
      subjectName: before.name,
      committeeId: before.committeeId,
      before: present ?? {},
      after: { ...said, movedOn },
    });
    return { id };
  });
}

/** The location without an end, in words and ids. */
export async function presentLocation(tx: Tx, enterpriseId: string) {
  const location = await tx.enterpriseLocation.findFirst({
    where: { enterpriseId, validTo: null },
    select: {
      id: true,
      parkId: true,
      buildingId: true,
      isSettled: true,
      validFrom: true,
      park: { select: { name: true } },
      building: { select: { name: true } },
    },
  });
  if (!location) return null;
  const { park, building, validFrom, ...rest } = location;
  return { ...rest, parkName: park.name, buildingName: building?.name ?? null, validFrom: toDay(validFrom) };
}

type Present = Awaited<ReturnType<typeof presentLocation>>;

function isSamePlace(present: Present, place: ChosenPlace | null, isSettled: boolean): boolean {
  if (present === null || place === null) return present === place;
  return present.parkId === place.parkId && present.buildingId === place.buildingId && present.isSettled === isSettled;
}
