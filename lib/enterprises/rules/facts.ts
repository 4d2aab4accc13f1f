import type { EnterpriseCategory } from "@/generated/prisma/enums";
import { type Day, toDay } from "@/lib/calendar";
import { categoryLabels, registrationLabels } from "@/lib/enterprises/labels";
import {
  canGrowStale,
  type FactValue,
  type FieldSource,
  isStale,
  type SourcedField,
  type Sources,
  weighSources,
  withSource,
} from "@/lib/enterprises/rules/sources";

/** What is kept of an enterprise on its own row. Days as text; the phone masked. */
export type EnterpriseFacts = {
  name: string;
  creditCode: string | null;
  category: EnterpriseCategory;
  legalRepresentative: string | null;
  investorName: string | null;
  isInvestorMember: boolean | null;
  registeredOn: Day | null;
  capitalWan: number | null;
  employeeCount: number | null;
  declaredMemberCount: number | null;
  address: string | null;
  contactName: string | null;
  contactPhone: string | null;
  noBranchReason: string | null;
  plannedBranchOn: Day | null;
};

export type FactField = keyof EnterpriseFacts;

type Row = Omit<EnterpriseFacts, "registeredOn" | "capitalWan" | "contactPhone" | "plannedBranchOn"> & {
  registeredOn: Date | null;
  capitalWan: { toNumber(): number } | null;
  plannedBranchOn: Date | null;
};

/** The facts of a row as it was read from the database, with its phone already masked. */
export function factsOf(row: Row, maskedPhone: string | null): EnterpriseFacts {
  return {
    name: row.name,
    creditCode: row.creditCode,
    category: row.category,
    legalRepresentative: row.legalRepresentative,
    investorName: row.investorName,
    isInvestorMember: row.isInvestorMember,
    registeredOn: row.registeredOn && toDay(row.registeredOn),
    capitalWan: row.capitalWan === null ? null : row.capitalWan.toNumber(),
    employeeCount: row.employeeCount,
    declaredMemberCount: row.declaredMemberCount,
    address: row.address,
    contactName: row.contactName,
    contactPhone: maskedPhone,
    noBranchReason: row.noBranchReason,
    plannedBranchOn: row.plannedBranchOn && toDay(row.plannedBranchOn),
  };
}

/** The fields in which two sets of facts differ. */
export function changedFields(before: EnterpriseFacts, after: EnterpriseFacts): FactField[] {
  return (Object.keys(before) as FactField[]).filter((field) => before[field] !== after[field]);
}

/** Some of the facts, as values to keep. */
export function pick(facts: EnterpriseFacts, fields: readonly FactField[]): Partial<Record<FactField, FactValue>> {
  return Object.fromEntries(fields.map((field) => [field, facts[field]]));
}

/** The facts somebody knows. */
export function knownFacts(facts: EnterpriseFacts): Partial<Record<FactField, FactValue>> {
  return pick(
    facts,
    (Object.keys(facts) as FactField[]).filter((field) => facts[field] !== null),
  );
}

/** The sources after staff said these fields on a day. */
export function saidByStaff(sources: Sources, facts: Partial<Record<SourcedField, FactValue>>, day: Day): Sources {
  return Object.entries(facts).reduce<Sources>(
    (known, [field, value]) => withSource(known, field as SourcedField, { source: "STAFF", on: day, value }),
    sources,
  );
}

/** Facts as a form's fields hold them. The phone is left out: it is typed anew or stays. */
export function formValuesOf(facts: EnterpriseFacts): Record<Exclude<FactField, "contactPhone">, string> {
  const text = (value: FactValue) => (value === null ? "" : String(value));
  return {
    name: facts.name,
    creditCode: text(facts.creditCode),
    category: facts.category,
    legalRepresentative: text(facts.legalRepresentative),
    investorName: text(facts.investorName),
    isInvestorMember: facts.isInvestorMember === null ? "" : facts.isInvestorMember ? "yes" : "no",
    registeredOn: text(facts.registeredOn),
    capitalWan: text(facts.capitalWan),
    employeeCount: text(facts.employeeCount),
    declaredMemberCount: text(facts.declaredMemberCount),
    address: text(facts.address),
    contactName: text(facts.contactName),
    noBranchReason: text(facts.noBranchReason),
    plannedBranchOn: text(facts.plannedBranchOn),
  };
}

/** A fact in words; null when nothing is known. */
export function factInWords(field: SourcedField, value: FactValue): string | null {
  if (value === null) return null;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return value.toLocaleString("zh-CN");
  if (field === "category") return value in categoryLabels ? categoryLabels[value as EnterpriseCategory] : value;
  if (field === "registration") return registrationLabels[value as keyof typeof registrationLabels] ?? value;
  return value;
}

export type DescribedFact = {
  field: SourcedField;
  text: string | null;
  origin: FieldSource | null;
  isStale: boolean;
  /** What other sources say instead. */
  others: { source: FieldSource["source"]; on: Day; text: string }[];
};

/** A fact with where it came from, whether it is stale on the day, and what other sources say. */
export function describeFact(
  field: SourcedField,
  value: FactValue,
  sources: Sources,
  { day, staleDays }: { day: Day; staleDays: number },
): DescribedFact {
  const { origin, others } = weighSources(sources, field, value);
  return {
    field,
    text: factInWords(field, value),
    origin: origin ?? null,
    isStale: value !== null && canGrowStale(field) && isStale(origin, day, staleDays),
    others: others.map(({ source, on, value: said }) => ({ source, on, text: factInWords(field, said) ?? "" })),
  };
}

/** The word of the registry for how an enterprise stands: as the sources keep it. */
export function registrationOf(closedOn: Day | null, closeReason: string | null): string {
  if (closedOn === null) return "ACTIVE";
  const word = closeWord(closeReason);
  return Object.entries(registrationLabels).find(([, label]) => label === word)?.[0] ?? word;
}

/** How an enterprise ended, in a word: the beginning of its close reason. */
export function closeWord(closeReason: string | null): string {
  return closeReason?.split("：")[0] ?? registrationLabels.DEREGISTERED;
}
