import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Day, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { canEditEnterprise, canRevealContact, visibleEnterprises } from "@/lib/enterprises/policy";
import { historiesOf } from "@/lib/enterprises/queries/histories";
import { ownRow, readOwnRow } from "@/lib/enterprises/queries/own-row";
import { type DescribedFact, describeFact, type EnterpriseFacts, registrationOf } from "@/lib/enterprises/rules/facts";
import { historyOf } from "@/lib/enterprises/rules/history";
import type { FactValue, SourcedField } from "@/lib/enterprises/rules/sources";
import { visibleMembers } from "@/lib/members/policy";
import { settingsOn } from "@/lib/settings/queries";

/** One enterprise's own row in the actor's scope, for its forms; null when it is missing or outside. */
export async function findEnterpriseRow(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const row = await db.enterprise.findFirst({ where: { AND: [visibleEnterprises(actor), { id }] }, select: ownRow });
  if (!row) return null;
  const canEdit = canEditEnterprise(actor, row);
  return {
    ...readOwnRow(row),
    can: {
      edit: canEdit && row.closedOn === null,
      editLists: canEdit,
      reopen: canEdit && row.closedOn !== null,
      reveal: canRevealContact(actor) && row.contactPhoneCipher !== null,
    },
  };
}

/** One enterprise with its sources, people, branches, instructors and history; null when missing or outside the scope. */
export async function findEnterprise(actor: Actor, id: string) {
  const enterprise = await findEnterpriseRow(actor, id);
  if (!enterprise) return null;
  const [histories, people, settings] = await Promise.all([
    historiesOf(id, actor.day),
    peopleOf(actor, id),
    settingsOn(enterprise.committeeId, actor.day),
  ]);
  const holdsToday = (span: { validFrom: Day; validTo: Day | null }) =>
    span.validFrom <= actor.day && (span.validTo === null || span.validTo > actor.day);
  const location = histories.locations.find(holdsToday) ?? null;
  const { facts, sources, ...rest } = enterprise;
  const described = describeAll(facts, location, registrationOf(rest.closedOn, rest.closeReason), (field, value) =>
    describeFact(field, value, sources, { day: actor.day, staleDays: settings.staleDays }),
  );
  return {
    ...rest,
    ...histories,
    facts: described,
    staleDays: settings.staleDays,
    location,
    coverages: histories.coverages.map((coverage) => ({
      ...coverage,
      isToday: coverage.isLive && holdsToday(coverage),
      canOpen: actor.committeeIds.includes(coverage.committeeId) || actor.branchIds.includes(coverage.branchId),
    })),
    assignments: histories.assignments.map((assignment) => ({
      ...assignment,
      isToday: holdsToday(assignment),
      canOpen: actor.committeeIds.includes(assignment.committeeId),
    })),
    people,
    history: historyOf({
      ...histories,
      name: enterprise.name,
      registeredOn: facts.registeredOn,
      closedOn: enterprise.closedOn,
      closeReason: enterprise.closeReason,
    }),
  };
}

type Described = Record<SourcedField, DescribedFact>;
type Location = { parkName: string; buildingName: string | null; isSettled: boolean } | null;

function describeAll(
  facts: EnterpriseFacts,
  location: Location,
  registration: string,
  describe: (field: SourcedField, value: FactValue) => DescribedFact,
): Described {
  const values: Record<SourcedField, FactValue> = {
    ...facts,
    isSettled: location?.isSettled ?? null,
    parkName: location?.parkName ?? null,
    buildingName: location?.buildingName ?? null,
    registration,
  };
  const entries = Object.entries(values) as [SourcedField, FactValue][];
  return Object.fromEntries(entries.map(([field, value]) => [field, describe(field, value)])) as Described;
}

/** The first thirty working there today whom the actor may see, by name; numbers for everybody come from the histories. */
async function peopleOf(actor: Actor, enterpriseId: string) {
  const employments = await db.employment.findMany({
    where: {
      AND: [{ enterpriseId }, validOn(actor.day), { member: { AND: [visibleMembers(actor), { leftOn: null }] } }],
    },
    orderBy: [{ member: { nameSort: "asc" } }, { id: "asc" }],
    take: 30,
    select: { post: true, isManagement: true, member: { select: { id: true, name: true, stage: true } } },
  });
  return employments.map(({ member, ...employment }) => ({ ...member, ...employment }));
}
