import "server-only";
import { type Day, addDays } from "@/lib/calendar";
import { encryptPersonal, searchHash } from "@/lib/crypto/personal";
import { newId } from "@/lib/db/new-id";
import { spelledEnterprise } from "@/lib/enterprises/rules/spelling";
import { type SourcedField, type Sources, withSource } from "@/lib/enterprises/rules/sources";
import { maskPhone, phoneTail } from "@/lib/identifiers/phone";
import type { WritePlace } from "@/lib/imports/commands/written-row";
import { registrationLabels } from "@/lib/imports/labels";
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

/** The columns of a new enterprise. The file gives no day of closing: a closed one is closed on the day of the import. */
export function newRecord({ values, assumed }: EnterpriseToWrite, place: WritePlace) {
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
    ...phoneColumns(values.contactPhone),
    ...closingColumns(values.registration, place.day),
    sources: saidByRegistry({}, values, fieldsSaid(values, assumed), place),
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

/** The columns of a contact's phone. */
export function phoneColumns(phone: string | null) {
  if (phone === null) return { contactPhoneCipher: null, contactPhoneTailHash: null };
  return {
    contactPhoneCipher: encryptPersonal(phone),
    contactPhoneTailHash: searchHash("phoneTail", phoneTail(phone)),
  };
}

export function closingColumns(registration: Registration | null, day: Day) {
  if (registration === null || registration === "ACTIVE") return { closedOn: null, closeReason: null };
  return { closedOn: day, closeReason: registrationLabels[registration] };
}

/** The sources once the registry has said these fields, on the day of the import. Phones stand there masked. */
export function saidByRegistry(
  sources: Sources,
  values: EnterpriseValues,
  fields: readonly EnterpriseField[],
  { day, batchId }: WritePlace,
): Sources {
  return fields.reduce<Sources>((known, field) => {
    const said = values[field];
    const value = field === "contactPhone" && said !== null ? maskPhone(String(said)) : said;
    return withSource(known, field as SourcedField, { source: "REGISTRY", on: day, value, importId: batchId });
  }, sources);
}

function fieldsSaid(values: EnterpriseValues, assumed: readonly EnterpriseField[]): EnterpriseField[] {
  const fields = Object.keys(values) as EnterpriseField[];
  return fields.filter((field) => values[field] !== null && !assumed.includes(field));
}
