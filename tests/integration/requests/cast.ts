import type { Actor } from "@/lib/auth/actor";
import type { NewRequest } from "@/lib/requests/schema";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { account, assignment, branch, committee, enterprise, instructor } from "@/tests/support/factories/registers";

export const day = "2026-11-23";

export type Cast = {
  committeeId: string;
  enterpriseId: string;
  staff: Actor;
  secretary: Actor;
  instructor: Actor;
  /** Everybody to whom the enterprise is nothing, each with as much scope as the role can have. */
  strangers: Actor[];
};

/** An enterprise, whoever works with it, and everybody else. */
export async function castOf(): Promise<Cast> {
  const committeeId = (await committee()).id;
  const enterpriseId = (await enterprise({ committeeId })).id;
  const branchId = (await branch({ committeeId, covers: [enterpriseId] })).id;
  const userOf = async (grant: Parameters<typeof account>[0]) => (await account(grant)).id;
  const instructorUser = await userOf({ grants: [{ role: "INSTRUCTOR" }] });
  const profile = (await instructor({ committeeId, userId: instructorUser })).id;
  await assignment({ instructorId: profile, enterpriseId });
  const elsewhere = (await committee()).id;
  return {
    committeeId,
    enterpriseId,
    staff: staffOf(committeeId, { day, userId: await userOf({ grants: [{ role: "STAFF", committeeId }] }) }),
    secretary: secretaryOf(branchId, { day, userId: await userOf({ grants: [{ role: "SECRETARY", branchId }] }) }),
    instructor: instructorOf(profile, { day, userId: instructorUser }),
    strangers: [
      staffOf(elsewhere, { day }),
      secretaryOf((await branch({ committeeId })).id, { day }),
      instructorOf((await instructor({ committeeId })).id, { day }),
      administrator({ day }),
      auditor({ day }),
      anonymousOf({ day, committeeIds: [committeeId] }),
    ],
  };
}

/** What an enterprise asks for. */
export function asks(cast: Cast, more: Partial<NewRequest> = {}): NewRequest {
  return {
    enterpriseId: cast.enterpriseId,
    category: "TALENT",
    text: "希望组织校园招聘",
    raisedOn: "2026-11-20",
    dueOn: null,
    shiftId: null,
    ...more,
  };
}
