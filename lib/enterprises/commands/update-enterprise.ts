import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { contactPhoneColumns } from "@/lib/enterprises/commands/contact-phone";
import { openEnterprise, writeEnterprise } from "@/lib/enterprises/commands/editable-enterprise";
import { refuseTwin } from "@/lib/enterprises/commands/refuse-twin";
import { changedFields, knownFacts, pick, saidByStaff } from "@/lib/enterprises/rules/facts";
import { spelledEnterprise } from "@/lib/enterprises/rules/spelling";
import type { EditedEnterprise } from "@/lib/enterprises/schema";
import { maskPhone } from "@/lib/identifiers/phone";

/**
 * Corrects an enterprise's facts; each changed one gets staff and today as its source, and with `isVerified` the
 * unchanged ones too. An empty phone leaves the number as it is. Refuses a version that is no longer the newest.
 */
export function updateEnterprise(actor: Actor, input: EditedEnterprise): Promise<{ id: string }> {
  return command(actor, "enterprise.update", input, async (tx, record) => {
    const before = await openEnterprise(tx, actor, input.id);
    const { id, version, isVerified, isPhoneRemoved, contactPhone: phone, ...typed } = input;
    const isPhoneTyped = phone !== null || isPhoneRemoved;
    const contactPhone = isPhoneTyped ? phone && maskPhone(phone) : before.facts.contactPhone;
    const facts = { ...typed, contactPhone };
    const changed = changedFields(before.facts, facts);
    // The masks of two numbers can be alike: a number that was typed counts as said.
    const said = phone !== null && !changed.includes("contactPhone") ? [...changed, "contactPhone" as const] : changed;
    if (changed.includes("name") || changed.includes("creditCode")) {
      await refuseTwin(tx, { id, committeeId: before.committeeId, name: facts.name, creditCode: facts.creditCode });
    }
    const { contactPhone: _masked, name, registeredOn, plannedBranchOn, ...columns } = facts;
    const spelled = spelledEnterprise(name, before.formerNames.map((former) => former.name)); // biome-ignore format: one thought
    const fresh = { ...(isVerified ? knownFacts(facts) : {}), ...pick(facts, said) };
    await writeEnterprise(
      tx,
      actor,
      { id, version },
      {
        ...columns,
        ...spelled,
        ...(isPhoneTyped ? contactPhoneColumns(phone) : {}),
        registeredOn: registeredOn && toDate(registeredOn),
        plannedBranchOn: plannedBranchOn && toDate(plannedBranchOn),
        sources: saidByStaff(before.sources, fresh, actor.day),
      },
    );
    await record({
      subjectType: "Enterprise",
      subjectId: id,
      subjectName: name,
      committeeId: before.committeeId,
      before: pick(before.facts, said),
      after: { ...pick(facts, said), ...(isVerified ? { isVerified } : {}) },
    });
    return { id };
  });
}
