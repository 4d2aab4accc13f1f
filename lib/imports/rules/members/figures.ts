import type { MemberVerdict } from "@/lib/imports/rules/members/verdict";

export type MemberFigures = {
  rowsInFile: number;
  created: number;
  duplicatesInFile: number;
  rejected: number;
  probationary: number;
  unknownEnterprise: number;
};

/**
 * The figures of a member roster. `created` are the members taken, each once; `probationary` and `unknownEnterprise` (no
 * employer could be found for them) are counted among these. A second import of the same file gives the same.
 */
export function summariseMembers(verdicts: readonly MemberVerdict[]): MemberFigures {
  const taken = verdicts.filter(({ outcome }) => outcome !== "REFUSED" && outcome !== "DUPLICATE");
  return {
    rowsInFile: verdicts.length,
    created: taken.length,
    duplicatesInFile: verdicts.filter(({ outcome }) => outcome === "DUPLICATE").length,
    rejected: verdicts.filter(({ outcome }) => outcome === "REFUSED").length,
    probationary: taken.filter(({ said }) => said.stage === "PROBATIONARY").length,
    unknownEnterprise: taken.filter(({ said }) => !said.isEmployerKnown).length,
  };
}
