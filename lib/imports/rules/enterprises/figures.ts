import type { EnterpriseVerdict } from "@/lib/imports/rules/enterprises/verdict";

export type EnterpriseFigures = {
  rowsInFile: number;
  createdActive: number;
  createdInactive: number;
  duplicatesInFile: number;
  rejected: number;
  withoutCreditCode: number;
  correctedCodes: number;
  settledActive: number;
  membersDeclaredActive: number;
};

/**
 * The figures of an enterprise list. `created…` are the rows taken, by registration status; codes, settled and members are
 * counted over these, each enterprise once. They speak of the file, not of the register: a second import gives the same.
 */
export function summariseEnterprises(verdicts: readonly EnterpriseVerdict[]): EnterpriseFigures {
  const taken = verdicts.filter(({ outcome }) => outcome !== "REFUSED" && outcome !== "DUPLICATE");
  const active = taken.filter(({ said }) => said.isActive);
  return {
    rowsInFile: verdicts.length,
    createdActive: active.length,
    createdInactive: taken.length - active.length,
    duplicatesInFile: verdicts.filter(({ outcome }) => outcome === "DUPLICATE").length,
    rejected: verdicts.filter(({ outcome }) => outcome === "REFUSED").length,
    withoutCreditCode: taken.filter(({ said }) => said.code === "PENDING").length,
    correctedCodes: taken.filter(({ said }) => said.code === "CORRECTED").length,
    settledActive: active.filter(({ said }) => said.isSettled).length,
    membersDeclaredActive: active.reduce((sum, { said }) => sum + said.declaredMemberCount, 0),
  };
}
