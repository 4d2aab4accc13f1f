import type { EnterpriseEntry } from "@/lib/imports/rules/enterprises/entry";
import type { EnterpriseValues, KnownRegistration } from "@/lib/imports/rules/enterprises/values";

/** An enterprise of the committee's register, in the words of a row. */
export type KnownEnterprise = {
  id: string;
  nameKey: string;
  formerNameKeys: readonly string[];
  values: Omit<EnterpriseValues, "registration"> & { registration: KnownRegistration };
};

/** The register as far as it concerns a file: enterprises by code, by today's name and by former names. */
export type EnterpriseRegister = {
  byCode: ReadonlyMap<string, KnownEnterprise>;
  byName: ReadonlyMap<string, readonly KnownEnterprise[]>;
  byFormerName: ReadonlyMap<string, readonly KnownEnterprise[]>;
};

/** Who a row speaks of. `key` is the same for all rows of the file that speak of one enterprise. */
export type Subject = { key: string; known: KnownEnterprise | null; note?: string };

export function enterpriseRegister(enterprises: Iterable<KnownEnterprise>): EnterpriseRegister {
  const byCode = new Map<string, KnownEnterprise>();
  const byName = new Map<string, KnownEnterprise[]>();
  const byFormerName = new Map<string, KnownEnterprise[]>();
  for (const enterprise of enterprises) {
    const { creditCode } = enterprise.values;
    if (creditCode) byCode.set(creditCode, enterprise);
    addTo(byName, enterprise.nameKey, enterprise);
    for (const key of new Set(enterprise.formerNameKeys)) addTo(byFormerName, key, enterprise);
  }
  return { byCode, byName, byFormerName };
}

/**
 * Finds who each row speaks of. A code decides; a row without one is the enterprise of its name: the one with that name in
 * the file, else in the register (today's names before former ones). Two different codes are two enterprises, whatever
 * their names. A name that fits two enterprises decides nothing: such a row is refused.
 */
export function subjectFinder(entries: readonly EnterpriseEntry[], register: EnterpriseRegister) {
  const codesOfName = new Map<string, Set<string>>();
  for (const { nameKey, values, reasons } of entries) {
    if (values.creditCode === null || reasons.length > 0) continue;
    const codes = codesOfName.get(nameKey);
    if (codes) codes.add(values.creditCode);
    else codesOfName.set(nameKey, new Set([values.creditCode]));
  }
  const claimed = new Map<KnownEnterprise, string>();

  return (entry: EnterpriseEntry): Subject | { refusal: string } => {
    const { nameKey, values } = entry;
    if (values.creditCode) return subjectOfCode(values.creditCode, nameKey, register, claimed);
    const codes = codesOfName.get(nameKey);
    if (codes && codes.size > 1) return { refusal: sameNames(`文件中有 ${codes.size} 家同名企业`) };
    const [code] = codes ?? [];
    if (code) return subjectOfCode(code, nameKey, register, claimed);
    const today = register.byName.get(nameKey) ?? [];
    const fitting = today.length > 0 ? today : (register.byFormerName.get(nameKey) ?? []);
    if (fitting.length > 1) return { refusal: sameNames(`登记中有 ${fitting.length} 家企业用过这个名称`) };
    const known = fitting[0] ?? null;
    if (!known) return { key: nameKey, known };
    return { key: known.values.creditCode ?? known.nameKey, known };
  };
}

/** An enterprise that waits for its code is the one of that name; the first code to come takes it. */
function subjectOfCode(
  code: string,
  nameKey: string,
  register: EnterpriseRegister,
  claimed: Map<KnownEnterprise, string>,
): Subject {
  const known = register.byCode.get(code);
  if (known) return { key: code, known };
  const sameName = register.byName.get(nameKey) ?? [];
  const waiting = sameName.find((other) => other.values.creditCode === null && (claimed.get(other) ?? code) === code);
  if (waiting) claimed.set(waiting, code);
  if (waiting || sameName.length === 0) return { key: code, known: waiting ?? null };
  return { key: code, known: null, note: "登记中已有同名企业，信用代码不同，按另一家企业登记，请核对" };
}

function sameNames(what: string): string {
  return `没有信用代码，而${what}，无法确定是哪一家，请补上信用代码后重新导入`;
}

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
