import type { EnterpriseCategory } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";

/** What the registry says: active, or closed and how. The close reason kept with an enterprise is the label of this word. */
export type Registration = "ACTIVE" | "DEREGISTERED" | "REVOKED" | "ANNULLED" | "MOVED_OUT" | "CEASED";

/** The same in the register, where an enterprise can also be closed for a reason somebody wrote. */
export type KnownRegistration = Registration | "CLOSED";

/** What a row says of an enterprise. Null: the row does not say, and an existing value stays. */
export type EnterpriseValues = {
  name: string;
  creditCode: string | null;
  legalRepresentative: string | null;
  investorName: string | null;
  isInvestorMember: boolean | null;
  registeredOn: Day | null;
  /** 万元, two decimals. */
  capitalWan: number | null;
  category: EnterpriseCategory | null;
  address: string | null;
  isSettled: boolean | null;
  employeeCount: number | null;
  declaredMemberCount: number | null;
  contactName: string | null;
  contactPhone: string | null;
  registration: Registration | null;
  parkName: string | null;
  buildingName: string | null;
};

export type EnterpriseField = keyof EnterpriseValues;
