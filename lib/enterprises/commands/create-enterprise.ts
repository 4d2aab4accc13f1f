import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { type ChosenPlace, chosenPlace } from "@/lib/enterprises/commands/chosen-place";
import { contactPhoneColumns } from "@/lib/enterprises/commands/contact-phone";
import { refuseFuture } from "@/lib/enterprises/commands/editable-enterprise";
import { refuseTwin } from "@/lib/enterprises/commands/refuse-twin";
import { canEditEnterprise } from "@/lib/enterprises/policy";
import { knownFacts, saidByStaff } from "@/lib/enterprises/rules/facts";
import { spelledEnterprise } from "@/lib/enterprises/rules/spelling";
import type { NewEnterprise } from "@/lib/enterprises/schema";
import { notFound } from "@/lib/errors";
import { maskPhone } from "@/lib/identifiers/phone";

/**
 * Registers an enterprise under a committee in the actor's scope, with its park from a day on. Staff is the source of
 * every fact that was given. Refuses an enterprise that is already registered there.
 */
export function createEnterprise(actor: Actor, input: NewEnterprise): Promise<{ id: string }> {
  return command(actor, "enterprise.create", input, async (tx, record) => {
    if (!canEditEnterprise(actor, input)) throw notFound("党委");
    await refuseTwin(tx, input);
    const { place: named, isSettled, locatedOn, contactPhone: phone, committeeId, ...typed } = input;
    const facts = { ...typed, contactPhone: phone && maskPhone(phone) };
    const place = named && (await chosenPlace(tx, actor, named));
    if (place && locatedOn) refuseFuture(actor, locatedOn, "起始日期");
    const said = { ...knownFacts(facts), ...(place ? placeFacts(place, isSettled) : {}) };
    const { name, contactPhone: _masked, registeredOn, plannedBranchOn, ...columns } = facts;
    const enterprise = await tx.enterprise.create({
      data: {
        ...columns,
        ...spelledEnterprise(name),
        ...contactPhoneColumns(phone),
        committeeId,
        registeredOn: registeredOn && toDate(registeredOn),
        plannedBranchOn: plannedBranchOn && toDate(plannedBranchOn),
        sources: saidByStaff({}, said, actor.day),
      },
      select: { id: true },
    });
    if (place && locatedOn) {
      await tx.enterpriseLocation.create({
        data: {
          enterpriseId: enterprise.id,
          parkId: place.parkId,
          buildingId: place.buildingId,
          isSettled,
          validFrom: toDate(locatedOn),
        },
      });
    }
    await record({
      subjectType: "Enterprise",
      subjectId: enterprise.id,
      subjectName: name,
      committeeId,
      after: { ...said, ...(locatedOn ? { locatedOn } : {}) },
    });
    return enterprise;
  });
}

/** What a place says, as facts with a source. */
export function placeFacts(place: ChosenPlace | null, isSettled: boolean) {
  return {
    isSettled: place !== null && isSettled,
    parkName: place?.parkName ?? null,
    buildingName: place?.buildingName ?? null,
  };
}
