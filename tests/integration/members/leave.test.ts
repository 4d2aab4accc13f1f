import { beforeAll, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { recordDuty } from "@/lib/members/commands/duties";
import { leaveCommittee, returnMember } from "@/lib/members/commands/leave-committee";
import { transferMember } from "@/lib/members/commands/transfer-member";
import {
  type Cast,
  castOf,
  dutiesOf,
  employmentsOf,
  memberOf,
  membershipsOf,
  officesOf,
  refusedAt,
  rowOf,
  trailOf,
} from "@/tests/integration/members/cast";
import { member, officer } from "@/tests/support/factories/registers";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

type Key = { id: string; version: number };
const on = "2026-09-01";

const leave = ({ id, version }: Key, day = on) => ({
  id,
  version,
  on: day,
  kind: "TRANSFERRED" as const,
  detail: "××街道党工委",
});
const comeBack = ({ id, version }: Key, branchId: string | null = null, day = "2026-10-01") => ({
  id,
  version,
  branchId,
  on: day,
  reason: "重新转入",
});

describe("leaveCommittee", () => {
  test("ends membership, employment, offices and duties that day; the file stays with its history", async () => {
    const row = await memberOf(cast);
    await officer({ branchId: cast.branchId, memberId: row.id, post: "ORGANIZATION" });
    await recordDuty(cast.staff, { ...row, duty: "党员审核员", validFrom: "2025-01-01" });
    await db.memberDuty.create({
      data: { memberId: row.id, duty: "红色网评员", validFrom: toDate("2026-12-01") },
    });
    await leaveCommittee(cast.staff, leave({ id: row.id, version: 2 }));
    expect(await rowOf(row.id)).toMatchObject({ leftOn: toDate(on), leaveReason: "转往其他党组织：××街道党工委" });
    expect(await membershipsOf(row.id)).toEqual([[cast.branchId, `2024-01-01–${on}`]]);
    expect(await employmentsOf(row.id)).toEqual([[cast.enterpriseId, null, false, `2024-01-01–${on}`]]);
    expect(await officesOf(row.id)).toEqual([["ORGANIZATION", `2024-01-01–${on}`]]);
    // A duty that was to begin later never does.
    expect(await dutiesOf(row.id)).toEqual([["党员审核员", `2025-01-01–${on}`]]);
    expect((await trailOf(row.id)).at(-1)).toMatchObject({
      action: "member.leave",
      reason: "转往其他党组织：××街道党工委",
      before: { membership: { branchId: cast.branchId }, employment: { enterpriseId: cast.enterpriseId } },
      after: { leftOn: on, endedDutyCount: 1 },
    });
  });

  test("refuses a day before what would end, and then ends nothing", async () => {
    const row = await memberOf(cast);
    await expect(leaveCommittee(cast.staff, leave(row, "2024-01-01"))).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect(await rowOf(row.id)).toMatchObject({ leftOn: null, version: 1 });
    expect(await membershipsOf(row.id)).toEqual([[cast.branchId, "2024-01-01–"]]);
  });

  test("refuses other roles, another committee, an old form, and who has left", async () => {
    const row = await memberOf(cast);
    for (const actor of await refusedAt(cast)) {
      await expect(leaveCommittee(actor, leave(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(leaveCommittee(cast.staff, leave({ ...row, version: 5 }))).rejects.toBeInstanceOf(StaleError);
    await leaveCommittee(cast.staff, leave(row));
    const again = { id: row.id, version: 2 };
    await expect(leaveCommittee(cast.staff, leave(again))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    const move = { ...again, branchId: cast.branchId, on: "2026-10-01", reason: null };
    await expect(transferMember(cast.staff, move)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await trailOf(row.id)).toHaveLength(1);
  });
});

describe("returnMember", () => {
  test("puts back on the register, into a branch from a day on, with the gap in the history", async () => {
    const row = await memberOf(cast, { leftOn: on });
    await returnMember(cast.staff, comeBack(row, cast.branchId));
    expect(await rowOf(row.id)).toMatchObject({ leftOn: null, leaveReason: null, version: 2 });
    expect(await membershipsOf(row.id)).toEqual([
      [cast.branchId, `2024-01-01–${on}`],
      [cast.branchId, "2026-10-01–"],
    ]);
    expect(await trailOf(row.id)).toMatchObject([
      { action: "member.return", reason: "重新转入", before: { leftOn: on }, after: { returnedOn: "2026-10-01" } },
    ]);
  });

  test("refuses other roles, who has not left, a day before the leaving, and a second press", async () => {
    const row = await memberOf(cast, { leftOn: on });
    for (const actor of await refusedAt(cast)) {
      await expect(returnMember(actor, comeBack(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const early = comeBack(row, null, "2026-08-31");
    await expect(returnMember(cast.staff, early)).rejects.toMatchObject({ refusal: "CONFLICT" });
    const presses = [comeBack(row), comeBack(row)].map((input) => returnMember(cast.staff, input));
    const outcomes = await Promise.allSettled(presses);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const here = await member({ committeeId: cast.committeeId });
    await expect(returnMember(cast.staff, comeBack(here))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});
