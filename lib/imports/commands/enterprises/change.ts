import "server-only";
import type { Day } from "@/lib/calendar";
import { newId } from "@/lib/db/new-id";
import { spelledEnterprise } from "@/lib/enterprises/rules/spelling";
import type { FactTable, FactUndo } from "@/lib/imports/commands/dated-facts";
import type { ActivityFact, EnterpriseColumns, PresentEnterprise } from "@/lib/imports/commands/enterprises/present";
import { closingColumns, type LocationRecord, saidByRegistry } from "@/lib/imports/commands/enterprises/record";
import type { WritePlace } from "@/lib/imports/commands/written-row";
import type { StoredEnterprise } from "@/lib/imports/queries/stored-row";
import { type Location, planLocation } from "@/lib/imports/rules/enterprises/location-plan";
import type { EnterpriseField, EnterpriseValues } from "@/lib/imports/rules/enterprises/values";
import type { EnterpriseToWrite } from "@/lib/imports/rules/judgement";

/** What stood before a row was written. */
export type EnterpriseBefore = {
  columns: EnterpriseColumns;
  facts: FactUndo[];
  /** A location that was replaced on the day it was entered. */
  removedLocation: LocationRecord | null;
};

export type FormerName = { id: string; enterpriseId: string; name: string; nameKey: string; validFrom: string | null };

/** All that a changed row does to an enterprise. */
export type EnterpriseChange = {
  id: string;
  columns: EnterpriseColumns;
  formerName: FormerName | null;
  location: LocationRecord | null;
  ends: { table: FactTable; id: string; validTo: Day | null }[];
  before: EnterpriseBefore;
};

const plainFields = [
  "creditCode",
  "category",
  "legalRepresentative",
  "investorName",
  "isInvestorMember",
  "registeredOn",
  "capitalWan",
  "address",
  "employeeCount",
  "declaredMemberCount",
  "contactName",
] as const satisfies readonly (EnterpriseField & keyof EnterpriseColumns)[];

/** Works out what a changed row does: only the fields that differed when it was judged, everything else stays. */
export function changeOf(
  present: PresentEnterprise,
  toWrite: StoredEnterprise,
  fields: readonly EnterpriseField[],
  activity: readonly ActivityFact[],
  place: WritePlace,
): EnterpriseChange {
  const { id } = present;
  const columns = nextColumns(present, toWrite, fields, place);
  const location = locationChange(present, toWrite, fields, columns, place);
  const ended = [...activity, ...location.ended];
  const formerName = fields.includes("name") ? formerNameOf(present, place) : null;
  const begun: FactUndo[] = [
    ...(location.begun ? [{ table: "EnterpriseLocation" as const, id: location.begun.id, did: "BEGAN" as const }] : []),
    ...(formerName ? [{ table: "EnterpriseName" as const, id: formerName.id, did: "BEGAN" as const }] : []),
  ];
  const undos = ended.map(({ table, id: fact, validTo }): FactUndo => ({ table, id: fact, did: "ENDED", validTo }));
  const before = { columns: present.columns, facts: [...begun, ...undos], removedLocation: location.removed };
  const ends = ended.map(({ table, id: fact }) => ({
    table,
    id: fact,
    validTo: closedBy(columns, place.day) ?? place.day,
  }));
  return { id, columns, formerName, location: location.begun, ends, before };
}

function nextColumns(
  { columns, formerNames }: PresentEnterprise,
  toWrite: StoredEnterprise,
  fields: readonly EnterpriseField[],
  place: WritePlace,
): EnterpriseColumns {
  const { values } = toWrite;
  const said = new Set(fields);
  const plain = Object.fromEntries(
    plainFields.filter((field) => said.has(field)).map((field) => [field, values[field]]),
  );
  const known = [columns.name, ...formerNames.map(({ name }) => name)];
  return {
    ...columns,
    ...plain,
    ...(said.has("name") ? spelledEnterprise(values.name, known) : {}),
    ...(said.has("contactPhone") ? toWrite.phone : {}),
    ...(said.has("registration") ? nextClosing(columns, values, place) : {}),
    sources: saidByRegistry(columns.sources, values, fields, place.day),
  };
}

const closedBy = ({ closedOn }: EnterpriseColumns, day: Day) =>
  closedOn !== null && closedOn <= day ? closedOn : null;

/** One that was closed before keeps its day: the file only says how it ended. */
function nextClosing({ closedOn }: EnterpriseColumns, { registration }: EnterpriseValues, { day }: WritePlace) {
  const closing = closingColumns(registration, day);
  return closing.closedOn !== null && closedOn !== null && closedOn <= day ? { ...closing, closedOn } : closing;
}

/** A name that held for less than a day was a slip of the pen and leaves no trace. */
function formerNameOf({ id, columns, formerNames }: PresentEnterprise, { day }: WritePlace): FormerName | null {
  const last = formerNames[0]?.validTo ?? null;
  if (last !== null && last >= day) return null;
  return { id: newId(), enterpriseId: id, name: columns.name, nameKey: columns.nameKey, validFrom: last };
}

function locationChange(
  { id, columns, location: current }: PresentEnterprise,
  { values, place: said }: EnterpriseToWrite,
  fields: readonly EnterpriseField[],
  next: EnterpriseColumns,
  { day }: WritePlace,
) {
  const isOfPlace = fields.some((field) => field === "parkName" || field === "buildingName" || field === "isSettled");
  if (!isOfPlace && !fields.includes("registration")) return { begun: null, removed: null, ended: [] };
  const isReopened = closedBy(columns, day) !== null && closedBy(next, day) === null;
  const plan = planLocation(
    current,
    { place: said, isBuildingSaid: values.buildingName !== null, isSettled: values.isSettled },
    { day, closedOn: closedBy(next, day), isReopened },
  );
  const whole = (location: Omit<Location, "id">, locationId: string): LocationRecord => {
    const { parkId, buildingId, isSettled, validFrom, validTo } = location;
    return { id: locationId, enterpriseId: id, parkId, buildingId, isSettled, validFrom, validTo };
  };
  return {
    begun: plan.begin ? whole(plan.begin, newId()) : null,
    removed: plan.isRemoved && current ? whole(current, current.id) : null,
    ended:
      plan.endOn !== null && current
        ? [{ table: "EnterpriseLocation" as const, id: current.id, validTo: current.validTo }]
        : [],
  };
}
