import { beforeAll, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { advanceMember } from "@/lib/members/commands/advance-member";
import { changeEmployment } from "@/lib/members/commands/change-employment";
import { endDuty, recordDuty } from "@/lib/members/commands/duties";
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
import { branch, enterprise, member, officer } from "@/tests/support/factories/registers";

let cast: Cast;
let otherBranch: string;
beforeAll(async () => {
  cast = await castOf();
  otherBranch = (await branch({ committeeId: cast.committeeId, foundedOn: "2020-01-01" })).id;
});

type Key = { id: string; version: number };

describe("transferMember", () => {
  const move = ({ id, version }: Key, on = "2026-06-01", branchId = otherBranch) => ({
    id,
    version,
    branchId,
    on,
    reason: null,
  });

  test("closes the old membership on the day, opens the new one, and ends offices in the old branch", async () => {
    const row = await memberOf(cast);
    await officer({ branchId: cast.branchId, memberId: row.id, post: "PUBLICITY" });
    await transferMember(cast.staff, move(row));
    expect(await membershipsOf(row.id)).toEqual([
      [cast.branchId, "2024-01-01–2026-06-01"],
      [otherBranch, "2026-06-01–"],
    ]);
    expect(await officesOf(row.id)).toEqual([["PUBLICITY", "2024-01-01–2026-06-01"]]);
    expect((await rowOf(row.id)).version).toBe(2);
    expect(await trailOf(row.id)).toMatchObject([
      {
        action: "member.transfer",
        committeeId: cast.committeeId,
        before: { branchId: cast.branchId },
        after: { branchId: otherBranch, endedOffices: [{ post: "PUBLICITY" }] },
      },
    ]);
  });

  test("puts into a branch who had none", async () => {
    const row = await member({ committeeId: cast.committeeId });
    await transferMember(cast.staff, move(row));
    expect(await membershipsOf(row.id)).toEqual([[otherBranch, "2026-06-01–"]]);
  });

  test("refuses the branch one is in, a day before the present membership, and an old form", async () => {
    const row = await memberOf(cast);
    const stay = move(row, "2026-06-01", cast.branchId);
    await expect(transferMember(cast.staff, stay)).rejects.toMatchObject({ refusal: "CONFLICT" });
    for (const on of ["2024-01-01", "2023-05-01"]) {
      await expect(transferMember(cast.staff, move(row, on))).rejects.toMatchObject({ refusal: "CONFLICT" });
    }
    await expect(transferMember(cast.staff, move({ ...row, version: 7 }))).rejects.toBeInstanceOf(StaleError);
    expect(await membershipsOf(row.id)).toEqual([[cast.branchId, "2024-01-01–"]]);
    expect(await trailOf(row.id)).toEqual([]);
  });

  test("refuses a branch of another committee and one dissolved by that day", async () => {
    const row = await memberOf(cast);
    const foreign = await branch();
    const dissolved = await branch({ committeeId: cast.committeeId, dissolvedOn: "2026-01-01" });
    const toForeign = move(row, "2026-06-01", foreign.id);
    await expect(transferMember(cast.staff, toForeign)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    const toDissolved = move(row, "2026-06-01", dissolved.id);
    await expect(transferMember(cast.staff, toDissolved)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("R8: of two transfers at once one is made", async () => {
    const row = await memberOf(cast);
    const third = (await branch({ committeeId: cast.committeeId })).id;
    const both = [move(row), move(row, "2026-06-01", third)].map((input) => transferMember(cast.staff, input));
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await membershipsOf(row.id)).toHaveLength(2);
  });
});

describe("changeEmployment", () => {
  let employer: { id: string; name: string };
  beforeAll(async () => {
    employer = await enterprise({ committeeId: cast.committeeId });
  });
  const change = ({ id, version }: Key, typed: string | null, on = "2026-06-01") => ({
    id,
    version,
    employer: typed,
    post: "技术总监",
    isManagement: true,
    on,
  });

  test("another employer: the old employment ends on the day the new one begins", async () => {
    const row = await memberOf(cast);
    await changeEmployment(cast.staff, change(row, employer.name));
    expect(await employmentsOf(row.id)).toEqual([
      [cast.enterpriseId, null, false, "2024-01-01–2026-06-01"],
      [employer.id, "技术总监", true, "2026-06-01–"],
    ]);
    expect(await trailOf(row.id)).toMatchObject([
      {
        action: "member.changeEmployment",
        before: { enterpriseId: cast.enterpriseId },
        after: { enterpriseId: employer.id },
      },
    ]);
  });

  test("another post with the same employer is a fact of its own", async () => {
    const row = await memberOf(cast, { enterpriseId: employer.id });
    await changeEmployment(cast.staff, change(row, employer.name));
    expect((await employmentsOf(row.id)).map(([, post]) => post)).toEqual([null, "技术总监"]);
    const again = change({ id: row.id, version: 2 }, employer.name, "2026-07-01");
    await expect(changeEmployment(cast.staff, again)).rejects.toMatchObject({ refusal: "CONFLICT" });
  });

  test("no employer: the old employment ends, and ending nothing is refused", async () => {
    const row = await memberOf(cast);
    await changeEmployment(cast.staff, change(row, null));
    expect(await employmentsOf(row.id)).toEqual([[cast.enterpriseId, null, false, "2024-01-01–2026-06-01"]]);
    const again = change({ id: row.id, version: 2 }, null, "2026-07-01");
    await expect(changeEmployment(cast.staff, again)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});

describe("advanceMember", () => {
  const advance = ({ id, version }: Key, stage: "ACTIVIST" | "CANDIDATE" | "PROBATIONARY" | "FULL", on: string) => ({
    id,
    version,
    stage,
    on,
  });
  const on = "2026-11-20";

  test("from applicant to probationary member, who has joined that day", async () => {
    const row = await member({ committeeId: cast.committeeId, stage: "APPLICANT" });
    for (const [index, stage] of (["ACTIVIST", "CANDIDATE", "PROBATIONARY"] as const).entries()) {
      await advanceMember(cast.staff, advance({ id: row.id, version: index + 1 }, stage, on));
    }
    expect(await rowOf(row.id)).toMatchObject({ stage: "PROBATIONARY", joinedOn: toDate(on), becameFullOn: null });
    expect(await trailOf(row.id)).toHaveLength(3);
  });

  test("probation: one year from the branch vote, not a day less", async () => {
    const row = await member({ committeeId: cast.committeeId, stage: "PROBATIONARY", joinedOn: "2025-11-20" });
    const early = advance(row, "FULL", "2026-11-19");
    await expect(advanceMember(cast.staff, early)).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      message: expect.stringContaining("2026年11月20日"),
    });
    await advanceMember(cast.staff, advance(row, "FULL", "2026-11-20"));
    expect(await rowOf(row.id)).toMatchObject({ stage: "FULL", becameFullOn: toDate("2026-11-20") });
    expect(await trailOf(row.id)).toMatchObject([
      { action: "member.advance", before: { stage: "PROBATIONARY" }, after: { stage: "FULL", on: "2026-11-20" } },
    ]);
  });

  test("S29: refuses to skip a stage, to go back, and a day that lies ahead", async () => {
    const activist = await member({ committeeId: cast.committeeId, stage: "ACTIVIST" });
    const full = await member({ committeeId: cast.committeeId });
    for (const wrong of [advance(activist, "FULL", on), advance(full, "PROBATIONARY", on)]) {
      await expect(advanceMember(cast.staff, wrong)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    }
    const ahead = advance(activist, "CANDIDATE", "2026-12-01");
    await expect(advanceMember(cast.staff, ahead)).rejects.toMatchObject({ refusal: "CONFLICT" });
  });
});

describe("duties", () => {
  const duty = ({ id, version }: Key, validFrom = "2026-01-01") => ({ id, version, duty: "党员先锋岗", validFrom });

  test("are recorded from a day and ended on a day", async () => {
    const row = await memberOf(cast);
    await recordDuty(cast.staff, duty(row));
    const entry = await db.memberDuty.findFirstOrThrow({ where: { memberId: row.id } });
    const end = { id: row.id, version: 2, entryId: entry.id, on: "2026-10-01" };
    await endDuty(cast.staff, end);
    expect(await dutiesOf(row.id)).toEqual([["党员先锋岗", "2026-01-01–2026-10-01"]]);
    await expect(endDuty(cast.staff, { ...end, version: 3 })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect((await trailOf(row.id)).map(({ action }) => action)).toEqual(["member.recordDuty", "member.endDuty"]);
  });

  test("refuses the same duty twice at one time, and an end before the beginning", async () => {
    const row = await memberOf(cast);
    await recordDuty(cast.staff, duty(row));
    const twice = duty({ id: row.id, version: 2 }, "2026-05-01");
    await expect(recordDuty(cast.staff, twice)).rejects.toMatchObject({ refusal: "CONFLICT" });
    const entry = await db.memberDuty.findFirstOrThrow({ where: { memberId: row.id } });
    const early = { id: row.id, version: 2, entryId: entry.id, on: "2026-01-01" };
    await expect(endDuty(cast.staff, early)).rejects.toMatchObject({ refusal: "CONFLICT" });
  });

  test("S23: refuses to end another member's duty", async () => {
    const [row, other] = [await memberOf(cast), await memberOf(cast)];
    await recordDuty(cast.staff, duty(other));
    const entry = await db.memberDuty.findFirstOrThrow({ where: { memberId: other.id } });
    const wrong = { id: row.id, version: 1, entryId: entry.id, on: "2026-10-01" };
    await expect(endDuty(cast.staff, wrong)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    expect((await rowOf(row.id)).version).toBe(1);
  });
});

test("S21: no change is open to another role or to another committee", async () => {
  const row = await memberOf(cast, { stage: "PROBATIONARY", joinedOn: "2025-01-01" });
  const { id, version } = row;
  for (const actor of await refusedAt(cast)) {
    const attempts = [
      transferMember(actor, { id, version, branchId: otherBranch, on: "2026-06-01", reason: null }),
      changeEmployment(actor, { id, version, employer: null, post: null, isManagement: false, on: "2026-06-01" }),
      advanceMember(actor, { id, version, stage: "FULL", on: "2026-06-01" }),
      recordDuty(actor, { id, version, duty: "党员先锋岗", validFrom: "2026-06-01" }),
    ];
    for (const outcome of await Promise.allSettled(attempts)) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { refusal: "NOT_FOUND" } });
    }
  }
  expect((await rowOf(id)).version).toBe(1);
  expect(await trailOf(id)).toEqual([]);
});
