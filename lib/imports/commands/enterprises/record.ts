import "server-only";
import { addDays, type Day } from "@/lib/calendar";
import { newId } from "@/lib/db/new-id";
import { type FieldSource, type Sources, withSource } from "@/lib/enterprises/rules/sources";
import { spelledEnterprise } from "@/lib/enterprises/rules/spelling";
import type { WritePlace } from "@/lib/imports/commands/written-row";
import { registrationLabels } from "@/lib/imports/labels";
import type { StoredEnterprise } from "@/lib/imports/queries/stored-row";
import type { EnterpriseField, EnterpriseValues, Registration } from "@/lib/imports/rules/enterprises/values";
import type { EnterpriseToWrite } from "@/lib/imports/rules/judgement";

/** A row of `EnterpriseLocation`. */
export type LocationRecord = {
  id: string;
  enterpriseId: string;
  parkId: string;
  buildingId: string | null;
  isSettled: boolean;
  validFrom: Day;
  validTo: Day | null;
};

export type EnterpriseRecord = ReturnType<typeof newRecord>;

const noPhone = { contactPhoneCipher: null, contactPhoneTailHash: null };

/** The columns of a new enterprise. The file gives no day of closing: a closed one is closed on the day of the import. */
export function newRecord({ values, assumed, phone }: StoredEnterprise, place: WritePlace) {
  const { name, creditCode, legalRepresentative, investorName, isInvestorMember, registeredOn } = values;
  const { capitalWan, address, employeeCount, declaredMemberCount, contactName } = values;
  return {
    id: newId(),
    committeeId: place.committeeId,
    ...spelledEnterprise(name),
    creditCode,
    category: values.category ?? "OTHER",
    legalRepresentative,
    investorName,
    isInvestorMember,
    registeredOn,
    capitalWan,
    address,
    employeeCount,
    declaredMemberCount,
    contactName,
    ...(phone ?? noPhone),
    ...closingColumns(values.registration, place.day),
    sources: saidByRegistry({}, values, fieldsSaid(values, assumed), place.day),
  };
}

/**
 * Where a new enterprise is: since it was registered, for a registry's list of a park says that it is registered there;
 * since the day of the import where that day is unknown. A closed one was there up to its closing, at least the day before.
 */
export function firstLocation({ values, place: at }: EnterpriseToWrite, enterpriseId: string, day: Day) {
  if (!at) return null;
  const isClosed = closingColumns(values.registration, day).closedOn !== null;
  const since = values.registeredOn ?? day;
  const location: LocationRecord = {
    id: newId(),
    enterpriseId,
    parkId: at.parkId,
    buildingId: at.buildingId,
    isSettled: values.isSettled ?? false,
    validFrom: isClosed && since >= day ? addDays(day, -1) : since,
    validTo: isClosed ? day : null,
  };
  return location;
}

export function closingColumns(registration: Registration | null, day: Day) {
  if (registration === null || registration === "ACTIVE") return { closedOn: null, closeReason: null };
  return { closedOn: day, closeReason: registrationLabels[registration] };
}

/** The sources once the registry has said these fields, on the day of the import. The phone stands there masked. */
export function saidByRegistry(
  sources: Sources,
  values: EnterpriseValues,
  fields: readonly EnterpriseField[],
  day: Day,
): Sources {
  const said: Sources = { ...sources };
  for (const field of fields) {
    const entry: FieldSource = { source: "REGISTRY", on: day, value: values[field] };
    const known = said[field];
    said[field] = known ? withSource({ [field]: known }, field, entry)[field] : [entry];
  }
  return said;
}

function fieldsSaid(values: EnterpriseValues, assumed: readonly EnterpriseField[]): EnterpriseField[] {
  const fields = Object.keys(values) as EnterpriseField[];
  return fields.filter((field) => values[field] !== null && !assumed.includes(field));
}
