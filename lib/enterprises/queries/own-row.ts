import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { toDay } from "@/lib/calendar";
import { decryptPersonal } from "@/lib/crypto/personal";
import { factsOf } from "@/lib/enterprises/rules/facts";
import { readSources } from "@/lib/enterprises/rules/sources";
import { maskPhone } from "@/lib/identifiers/phone";

/** What is read of an enterprise's own row, for its page, its forms and every change of it. */
export const ownRow = {
  id: true,
  committeeId: true,
  name: true,
  creditCode: true,
  category: true,
  legalRepresentative: true,
  investorName: true,
  isInvestorMember: true,
  registeredOn: true,
  capitalWan: true,
  employeeCount: true,
  declaredMemberCount: true,
  address: true,
  contactName: true,
  contactPhoneCipher: true,
  noBranchReason: true,
  plannedBranchOn: true,
  closedOn: true,
  closeReason: true,
  sources: true,
  version: true,
} satisfies Prisma.EnterpriseSelect;

/** That row with its days as text and its phone masked. */
export function readOwnRow(row: Prisma.EnterpriseGetPayload<{ select: typeof ownRow }>) {
  return {
    id: row.id,
    committeeId: row.committeeId,
    name: row.name,
    facts: factsOf(row, row.contactPhoneCipher && maskPhone(decryptPersonal(row.contactPhoneCipher))),
    sources: readSources(row.sources),
    closedOn: row.closedOn && toDay(row.closedOn),
    closeReason: row.closeReason,
    version: row.version,
  };
}
