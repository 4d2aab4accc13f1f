import { readFileSync } from "node:fs";
import path from "node:path";
import { normaliseName } from "@/lib/identifiers/name";
import { readEnterprises } from "@/lib/imports/rules/enterprises/entry";
import { summariseEnterprises } from "@/lib/imports/rules/enterprises/figures";
import { enterpriseRegister, type KnownEnterprise } from "@/lib/imports/rules/enterprises/subjects";
import type { EnterpriseValues } from "@/lib/imports/rules/enterprises/values";
import { type EnterpriseVerdict, judgeEnterprises } from "@/lib/imports/rules/enterprises/verdict";
import { readMembers } from "@/lib/imports/rules/members/entry";
import { summariseMembers } from "@/lib/imports/rules/members/figures";
import type { KnownBranch, KnownEmployer, KnownMember, MemberRegister } from "@/lib/imports/rules/members/register";
import { judgeMembers, type MemberVerdict } from "@/lib/imports/rules/members/verdict";
import { findTable, type Table, type TableChoice } from "@/lib/imports/rules/table/find-table";
import { splitLines } from "@/lib/imports/rules/table/lines";
import type { Cell, Sheet } from "@/lib/sheets/cell";

export const day = "2026-11-23";

const fixtures = path.join(import.meta.dirname, "../../fixtures/imports");

export function fixture(name: string): Buffer {
  return readFileSync(path.join(fixtures, name));
}

export function sheet(rows: Cell[][], name = "Sheet1"): Sheet {
  return { name, hidden: false, rows };
}

export function tableIn(sheets: Sheet[], kind: "ENTERPRISES" | "MEMBERS", choice?: TableChoice): Table {
  const search = findTable(sheets, kind, choice);
  if ("refusal" in search) throw new Error(search.refusal);
  return search.table;
}

/** From the sheets of a file to its figures, as the import does it. */
export function judgeEnterpriseFile(sheets: Sheet[], known: KnownEnterprise[] = [], parkName: string | null = null) {
  const table = tableIn(sheets, "ENTERPRISES");
  const { data, skipped } = splitLines(table, "ENTERPRISES");
  const entries = readEnterprises(data, table.columns, { day, parkName });
  const verdicts = judgeEnterprises(entries, enterpriseRegister(known));
  return { table, skipped, verdicts, figures: summariseEnterprises(verdicts) };
}

export function judgeMemberFile(sheets: Sheet[], register: MemberRegister = memberRegister({})) {
  const table = tableIn(sheets, "MEMBERS");
  const { data, skipped } = splitLines(table, "MEMBERS");
  const verdicts = judgeMembers(readMembers(data, table.columns, { day }), register);
  return { table, skipped, verdicts, figures: summariseMembers(verdicts) };
}

/** A file of one sheet whose first row is the header. */
export function enterprises(header: string[], ...rows: Cell[][]) {
  return judgeEnterpriseFile([sheet([header, ...rows])]);
}

const nothing: EnterpriseValues = {
  name: "",
  creditCode: null,
  legalRepresentative: null,
  investorName: null,
  isInvestorMember: null,
  registeredOn: null,
  capitalWan: null,
  category: null,
  address: null,
  isSettled: null,
  employeeCount: null,
  declaredMemberCount: null,
  contactName: null,
  contactPhone: null,
  registration: null,
  parkName: null,
  buildingName: null,
};

export function knownEnterprise(
  values: Partial<KnownEnterprise["values"]> & { name: string },
  formerNames: string[] = [],
): KnownEnterprise {
  return {
    id: `id of ${values.name} ${values.creditCode ?? ""}`,
    nameKey: normaliseName(values.name),
    formerNameKeys: formerNames.map(normaliseName),
    values: { ...nothing, registration: "ACTIVE", ...values },
  };
}

/** The register as it stands once these verdicts were written. */
export function enterprisesAfter(known: KnownEnterprise[], verdicts: EnterpriseVerdict[]): KnownEnterprise[] {
  const after = new Map(known.map((enterprise) => [enterprise.id, enterprise]));
  for (const { outcome, values, knownId, line } of verdicts) {
    if (values === null || (outcome !== "NEW" && outcome !== "CHANGED")) continue;
    const before = knownId === null ? undefined : after.get(knownId);
    const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
    const merged = { ...nothing, ...before?.values, ...said } as EnterpriseValues;
    const isRenamed = before !== undefined && before.nameKey !== normaliseName(merged.name);
    const id = before?.id ?? `line ${line} of ${after.size}`;
    after.set(id, {
      id,
      nameKey: normaliseName(merged.name),
      formerNameKeys: [...(before?.formerNameKeys ?? []), ...(isRenamed ? [before.nameKey] : [])],
      values: { ...merged, registration: merged.registration ?? "ACTIVE" },
    });
  }
  return [...after.values()];
}

export function memberRegister(known: {
  members?: KnownMember[];
  employers?: (KnownEmployer & { code?: string | null })[];
  branches?: KnownBranch[];
}): MemberRegister {
  const { members = [], employers = [], branches = [] } = known;
  return {
    byIdNumber: new Map(members.map((member) => [member.values.idNumber, member])),
    employersByCode: new Map(employers.filter(({ code }) => code).map((employer) => [employer.code ?? "", employer])),
    employersByName: Map.groupBy(employers, ({ name }) => normaliseName(name)),
    branchesByName: Map.groupBy(branches, ({ name }) => normaliseName(name)),
  };
}

export function employersOf(known: KnownEnterprise[]): (KnownEmployer & { code: string | null })[] {
  return known.map(({ id, values }) => ({
    id,
    name: values.name,
    isClosed: values.registration !== "ACTIVE",
    code: values.creditCode,
  }));
}

export function membersAfter(verdicts: MemberVerdict[]): KnownMember[] {
  return verdicts
    .filter(({ outcome }) => outcome === "NEW")
    .map(({ line, values }) => {
      if (values === null) throw new Error(`line ${line} has no values`);
      const post = values.employerId === null ? null : values.post;
      const stage = values.stage ?? "FULL";
      return {
        id: `member ${line}`,
        hasLeft: false,
        values: { ...values, post, stage, isMobile: values.isMobile ?? false },
      };
    });
}
