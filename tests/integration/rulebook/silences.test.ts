import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { mintActor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { endSilence } from "@/lib/rulebook/commands/end-silence";
import { silenceFinding } from "@/lib/rulebook/commands/silence-finding";
import { branchFindings } from "@/lib/rulebook/queries/branch-findings";
import { findSilence } from "@/lib/rulebook/queries/find-silence";
import type { SilencedFinding } from "@/lib/rulebook/schema";
import { type Cast, castOf, day, refusedAt, trailOf } from "@/tests/integration/branches/cast";
import { withForm } from "@/tests/support/actors";
import { silence } from "@/tests/support/factories/quarter";
import { branch, member } from "@/tests/support/factories/registers";

let cast: Cast;
let branchId: string;

beforeEach(async () => {
  cast = await castOf();
  branchId = (await branch({ committeeId: cast.committeeId })).id;
});

const aside = (more: Partial<SilencedFinding> = {}): SilencedFinding => ({
  branchId,
  rule: "branchSize",
  subjectId: branchId,
  until: "2026-12-31",
  reason: "正在与邻近支部商量合并",
  ...more,
});

const kept = () => db.findingSilence.findMany({ where: { branchId } });

describe("silenceFinding", () => {
  test("puts a finding aside until the day, for its reason, and leaves an entry", async () => {
    await silenceFinding(cast.staff, aside());
    const findings = await branchFindings(cast.staff, { branchIds: [branchId] });
    expect(findings.filter(({ silence }) => silence)).toMatchObject([
      {
        rule: "branchSize",
        silencedUntil: "2026-12-31",
        silence: { reason: "正在与邻近支部商量合并", byName: "党委工作人员" },
      },
    ]);
    const [later] = (await branchFindings(cast.staff, { branchIds: [branchId], day: "2026-12-31" })).filter(
      ({ rule }) => rule === "branchSize",
    );
    expect(later?.silencedUntil).toBeNull();
    expect(await trailOf(branchId)).toMatchObject([
      {
        action: "finding.silence",
        committeeId: cast.committeeId,
        reason: "正在与邻近支部商量合并",
        after: { rule: "支部人数", until: "2026-12-31" },
      },
    ]);
  });

  test("a member's finding is put aside for that member", async () => {
    const { id } = await member({ branchId, stage: "PROBATIONARY", joinedOn: "2025-01-01", name: "李明" });
    await silenceFinding(cast.staff, aside({ rule: "probation", subjectId: id }));
    expect(await kept()).toMatchObject([{ rule: "probation", subjectId: id }]);
    expect(await trailOf(branchId)).toMatchObject([{ after: { rule: "预备期", subject: "李明" } }]);
  });

  test("refuses everybody but staff of the branch's committee", async () => {
    for (const actor of await refusedAt(cast, branchId)) {
      await expect(silenceFinding(actor, aside())).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await kept()).toEqual([]);
  });

  test("refuses a branch that is not there, and a subject that is not the rule's", async () => {
    const outsider = await member({ committeeId: cast.committeeId });
    const left = await member({ branchId, leftOn: "2026-11-01" });
    const wrong = [
      aside({ branchId: randomUUID() }),
      aside({ subjectId: randomUUID() }),
      aside({ subjectId: left.id }),
      aside({ rule: "probation", subjectId: outsider.id }),
      aside({ rule: "probation", subjectId: left.id }),
    ];
    for (const input of wrong) {
      await expect(silenceFinding(cast.staff, input)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await kept()).toEqual([]);
  });

  test.each([
    ["today", day],
    ["a day that is over", "2026-11-22"],
    ["more than a year ahead", "2027-11-24"],
  ])("refuses %s", async (_case, until) => {
    await expect(silenceFinding(cast.staff, aside({ until }))).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect(await kept()).toEqual([]);
  });

  test("a year ahead to the day is still taken", async () => {
    await silenceFinding(cast.staff, aside({ until: "2027-11-23" }));
    expect(await kept()).toHaveLength(1);
  });

  test("refuses a finding already put aside, also when two people press at once", async () => {
    const tries = await Promise.allSettled([
      silenceFinding(cast.staff, aside()),
      silenceFinding(cast.staff, aside({ until: "2027-01-31" })),
    ]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(silenceFinding(cast.staff, aside())).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await kept()).toHaveLength(1);
  });

  test("one that has run out may be put aside again", async () => {
    await silence({ branchId, rule: "branchSize", until: day });
    await silenceFinding(cast.staff, aside());
    expect(await kept()).toHaveLength(2);
  });

  test("refuses a dissolved branch", async () => {
    const data = { dissolvedOn: toDate(day), dissolveReason: "撤销" };
    await db.branch.update({ where: { id: branchId }, data });
    await expect(silenceFinding(cast.staff, aside())).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("a form pressed twice acts once", async () => {
    const actor = withForm(cast.staff);
    await silenceFinding(actor, aside());
    await silenceFinding(actor, aside());
    expect(await kept()).toHaveLength(1);
  });
});

describe("endSilence", () => {
  test("the finding speaks again, and the entry says what was put aside", async () => {
    const { id } = await silence({ branchId, rule: "branchSize", until: "2026-12-31" });
    expect(await findSilence(cast.staff, id)).toMatchObject({ title: "支部人数", until: "2026-12-31" });
    await endSilence(cast.staff, { id });
    const findings = await branchFindings(cast.staff, { branchIds: [branchId] });
    expect(findings.filter(({ silencedUntil }) => silencedUntil)).toEqual([]);
    expect(await findSilence(cast.staff, id)).toBeNull();
    expect(await trailOf(branchId)).toMatchObject([
      { action: "finding.endSilence", before: { rule: "支部人数", until: "2026-12-31", reason: "正在办理" } },
    ]);
  });

  test("refuses everybody but staff of the branch's committee, who do not find it either", async () => {
    const { id } = await silence({ branchId, rule: "branchSize", until: "2026-12-31" });
    for (const actor of await refusedAt(cast, branchId)) {
      await expect(endSilence(actor, { id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      expect(await findSilence(actor, id)).toBeNull();
    }
    await expect(endSilence(cast.staff, { id: randomUUID() })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    expect(await kept()).toMatchObject([{ endedAt: null }]);
  });

  test("refuses one that has been taken up or has run out", async () => {
    const { id } = await silence({ branchId, rule: "branchSize", until: "2026-12-31" });
    await endSilence(cast.staff, { id });
    await expect(endSilence(cast.staff, { id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    const old = await silence({ branchId, rule: "term", until: day });
    await expect(endSilence(cast.staff, { id: old.id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    const dayBefore = mintActor({ ...cast.staff, day: "2026-11-22" });
    await endSilence(dayBefore, { id: old.id });
  });
});
