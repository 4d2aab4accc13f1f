import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import type { SentVisit } from "@/lib/visits/schema";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { account, assignment, branch, committee, enterprise, instructor } from "@/tests/support/factories/registers";

export const day = "2026-11-23";

export type Cast = {
  committeeId: string;
  enterpriseId: string;
  branchId: string;
  instructorId: string;
  instructor: Actor;
  staff: Actor;
  /** Everybody who may not record a visit there, each with as much scope as the role can have. */
  refused: Actor[];
};

/** An instructor with an enterprise and a branch to look after, the committee's staff, and everybody else. */
export async function castOf(): Promise<Cast> {
  const committeeId = (await committee()).id;
  const enterpriseId = (await enterprise({ committeeId })).id;
  const branchId = (await branch({ committeeId, covers: [enterpriseId] })).id;
  const userId = (await account({ grants: [{ role: "INSTRUCTOR" }] })).id;
  const instructorId = (await instructor({ committeeId, userId })).id;
  await assignment({ instructorId, enterpriseId });
  await assignment({ instructorId, branchId });
  const staffId = (await account({ grants: [{ role: "STAFF", committeeId }] })).id;
  const staff = staffOf(committeeId, { day, userId: staffId });
  return {
    committeeId,
    enterpriseId,
    branchId,
    instructorId,
    staff,
    instructor: instructorOf(instructorId, { day, userId }),
    refused: [
      staff,
      secretaryOf(branchId, { day }),
      instructorOf((await instructor({ committeeId })).id, { day }),
      administrator({ day }),
      auditor({ day }),
      anonymousOf({ day, instructorId }),
    ],
  };
}

/** A visit as a phone sends it. */
export function sent(cast: Cast, more: Partial<SentVisit> = {}): SentVisit {
  return {
    id: randomUUID(),
    enterpriseId: cast.enterpriseId,
    branchId: null,
    kind: "VISIT",
    visitedOn: "2026-11-20",
    peopleMet: "人事负责人",
    found: "业务平稳",
    done: "介绍政策",
    employeeCount: null,
    declaredMemberCount: null,
    contactName: null,
    isStillHere: null,
    nextVisitOn: null,
    latitude: null,
    longitude: null,
    requests: [],
    recordedAt: null,
    ...more,
  };
}
