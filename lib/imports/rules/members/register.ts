import { normaliseName } from "@/lib/identifiers/name";
import type { MemberValues } from "@/lib/imports/rules/members/values";

/** A member of the committee's register, in the words of a row; numbers decrypted. */
export type KnownMember = {
  id: string;
  values: Omit<MemberValues, "birthOn" | "gender" | "stage" | "isMobile"> & {
    birthOn: MemberValues["birthOn"] | null;
    gender: MemberValues["gender"] | null;
    stage: NonNullable<MemberValues["stage"]>;
    isMobile: boolean;
  };
  /** Has left the committee. */
  hasLeft: boolean;
};

export type KnownEmployer = { id: string; name: string; isClosed: boolean };
export type KnownBranch = { id: string; name: string };

/** The register as far as it concerns a roster. Members by ID number (those of the file suffice); names by `normaliseName`. */
export type MemberRegister = {
  byIdNumber: ReadonlyMap<string, KnownMember>;
  employersByCode: ReadonlyMap<string, KnownEmployer>;
  employersByName: ReadonlyMap<string, readonly KnownEmployer[]>;
  branchesByName: ReadonlyMap<string, readonly KnownBranch[]>;
};

export type Employer = { employer: KnownEmployer | null; note?: string; post?: string };

/** Ends of an enterprise's name: what follows may be a department or a post. */
const END_OF_NAME =
  /(公司|中心|工作室|事务所|合伙企业|\(有限合伙\)|\(普通合伙\)|研究院|集团|协会|合作社|厂|店)(\([^()]*\))?/g;

/**
 * Finds the employer a row names: by code, by name, or by the front part of a longer text (某某公司技术部经理) when exactly
 * that name is registered. A name that fits two enterprises is not decided.
 */
export function findEmployer(name: string | null, code: string | null, register: MemberRegister): Employer {
  const coded = code ? register.employersByCode.get(code) : undefined;
  if (coded) return { employer: coded };
  if (name === null) return { employer: null, note: "没有填写工作单位" };
  const key = normaliseName(name);
  const exact = register.employersByName.get(key);
  if (exact) return onlyOne(exact, name);
  for (const end of [...key.matchAll(END_OF_NAME)].reverse()) {
    const front = key.slice(0, end.index + end[0].length);
    const rest = key.slice(front.length);
    const fitting = rest === "" ? undefined : register.employersByName.get(front);
    if (fitting) return { ...onlyOne(fitting, name), post: rest };
  }
  return { employer: null, note: `工作单位“${name}”不在企业登记中，请先登记该企业或核对名称` };
}

/** Finds the branch a row names. */
export function findBranch(
  name: string | null,
  register: MemberRegister,
): { branch: KnownBranch | null; note?: string } {
  if (name === null) return { branch: null };
  const fitting = register.branchesByName.get(normaliseName(name)) ?? [];
  if (fitting.length === 1) return { branch: fitting[0] ?? null };
  const why = fitting.length > 1 ? "有几个同名的" : "没有这个";
  return { branch: null, note: `所在党支部“${name}”未登记到支部：登记中${why}党支部，请核对名称` };
}

function onlyOne(fitting: readonly KnownEmployer[], name: string): Employer {
  const open = fitting.filter(({ isClosed }) => !isClosed);
  const [employer] = open.length > 0 ? open : fitting;
  if (open.length > 1 || (open.length === 0 && fitting.length > 1)) {
    return { employer: null, note: `工作单位“${name}”有几家同名企业，未关联，请在党员页面选择` };
  }
  if (employer?.isClosed) return { employer, note: `工作单位“${employer.name}”已关闭，请核对` };
  return { employer: employer ?? null };
}
