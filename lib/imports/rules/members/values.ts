import type { Gender, MemberStage } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";

/** What a row says of a member. Null: the row does not say, and an existing value stays. */
export type MemberValues = {
  name: string;
  idNumber: string;
  /** From the ID number, as is the gender. */
  birthOn: Day;
  gender: Gender;
  ethnicity: string | null;
  education: string | null;
  joinedOn: Day | null;
  becameFullOn: Day | null;
  stage: MemberStage | null;
  employerName: string | null;
  /** The enterprise in the register, where the employer was found. */
  employerId: string | null;
  post: string | null;
  phone: string | null;
  branchName: string | null;
  branchId: string | null;
  isMobile: boolean | null;
};

export type MemberField = keyof MemberValues;
