import { beforeAll, describe, expect, test } from "vitest";
import { createBranch } from "@/lib/branches/commands/create-branch";
import type { NewBranch } from "@/lib/branches/schema";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { withForm } from "@/tests/support/actors";
import { branch, building, enterprise, member, park } from "@/tests/support/factories/registers";
import { freshName } from "@/tests/support/fresh";
import { type Cast, castOf, coveragesOf, membershipsOf, trailOf } from "./cast";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

function facts(more: Partial<NewBranch> = {}): NewBranch {
  return {
    kind: "SINGLE",
    name: freshName("党支部"),
    foundedOn: "2026-03-05",
    approvingPaper: "渝网党〔2026〕3号",
    meetingPlace: "会议室",
    buildingId: null,
    isDemonstration: true,
    committeeId: cast.committeeId,
    enterpriseIds: [],
    coveredFrom: null,
    termStartsOn: null,
    termEndsOn: null,
    takesOver: false,
    joinsMembers: false,
    ...more,
  };
}

const ofCommittee = (more = {}) => enterprise({ committeeId: cast.committeeId, ...more });

describe("createBranch", () => {
  test("registers the branch with a term of three years, its coverage and its members, and leaves one audit entry", async () => {
    const { id: enterpriseId, name: enterpriseName } = await ofCommittee();
    const free = await member({ enterpriseId });
    const taken = await member({ enterpriseId, branchId: (await branch({ committeeId: cast.committeeId })).id });
    const applicant = await member({ enterpriseId, stage: "APPLICANT" });
    const input = facts({ name: "云达科技党支部", enterpriseIds: [enterpriseId], joinsMembers: true });
    const { id } = await createBranch(cast.staff, input);
    const row = await db.branch.findUniqueOrThrow({ where: { id }, include: { terms: true } });
    expect(row).toMatchObject({ kind: "SINGLE", name: "云达科技党支部", isDemonstration: true, version: 1 });
    expect(row.searchKeys).toContain("~yd");
    expect(row.terms.map(({ startsOn, endsOn }) => [toDay(startsOn), toDay(endsOn)])).toEqual([
      ["2026-03-05", "2029-03-05"],
    ]);
    expect(await coveragesOf(id)).toEqual([[enterpriseId, "2026-03-05–"]]);
    expect(await membershipsOf(free.id)).toEqual([[id, "2026-03-05–"]]);
    expect(await membershipsOf(taken.id)).toHaveLength(1);
    expect(await membershipsOf(applicant.id)).toEqual([]);
    expect(await trailOf(id)).toMatchObject([
      {
        action: "branch.create",
        committeeId: cast.committeeId,
        actorId: cast.staff.userId,
        after: { enterprises: [enterpriseName], members: [free.name] },
      },
    ]);
  });

  test("takes days of its own for the coverage and the term", async () => {
    const { id: enterpriseId } = await ofCommittee();
    const days = { coveredFrom: "2026-05-01", termStartsOn: "2026-04-01", termEndsOn: "2028-04-01" };
    const { id } = await createBranch(cast.staff, facts({ enterpriseIds: [enterpriseId], ...days }));
    expect(await coveragesOf(id)).toEqual([[enterpriseId, "2026-05-01–"]]);
    const term = await db.branchTerm.findFirstOrThrow({ where: { branchId: id } });
    expect([toDay(term.startsOn), toDay(term.endsOn)]).toEqual(["2026-04-01", "2028-04-01"]);
  });

  test("refuses every other role and staff of another committee, and writes nothing", async () => {
    const input = facts();
    for (const [, actor] of cast.refused) {
      await expect(createBranch(actor, input)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await db.branch.count({ where: { name: input.name } })).toBe(0);
  });

  test("refuses another committee's enterprise and building", async () => {
    const { id: foreign } = await enterprise();
    await expect(createBranch(cast.staff, facts({ enterpriseIds: [foreign] }))).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
    const house = await building({ parkId: (await park()).id });
    await expect(createBranch(cast.staff, facts({ buildingId: house.id }))).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: "所选楼宇不属于支部所在的党委。请重新选择楼宇。",
    });
  });

  test("refuses a closed enterprise, naming it", async () => {
    const closed = await ofCommittee({ closedOn: "2026-01-31" });
    await expect(createBranch(cast.staff, facts({ enterpriseIds: [closed.id] }))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      message: expect.stringContaining(`“${closed.name}”已于2026年1月31日停业注销`),
    });
  });

  test("refuses the future, coverage before the founding, a term that ends before it starts and a name twice", async () => {
    const refuse = (more: Partial<NewBranch>, words: string) =>
      expect(createBranch(cast.staff, facts(more))).rejects.toMatchObject({
        refusal: "CONFLICT",
        message: expect.stringContaining(words),
      });
    await refuse({ foundedOn: "2026-11-24" }, "成立日期晚于今天");
    await refuse({ coveredFrom: "2026-03-04" }, "覆盖起始日期早于支部成立日期");
    await refuse({ termStartsOn: "2026-01-01" }, "任期开始日期早于支部成立日期");
    await refuse({ termEndsOn: "2026-03-05" }, "结束日期必须晚于开始日期");
    const { name } = await branch({ committeeId: cast.committeeId });
    await refuse({ name }, "已有同名党支部");
  });

  test("an enterprise of a joint branch is refused, or taken over when asked, and both branches' trails say so", async () => {
    const [first, second] = [await ofCommittee(), await ofCommittee()];
    const joint = await branch({ kind: "JOINT", covers: [first.id, second.id] });
    const input = facts({ enterpriseIds: [first.id] });
    await expect(createBranch(cast.staff, input)).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: expect.stringContaining(`“${first.name}”自2024年1月1日起由“${joint.name}”覆盖`),
    });
    const { id } = await createBranch(cast.staff, { ...input, takesOver: true });
    expect(await coveragesOf(id)).toEqual([[first.id, "2026-03-05–"]]);
    expect(Object.fromEntries(await coveragesOf(joint.id))).toEqual({
      [first.id]: "2024-01-01–2026-03-05",
      [second.id]: "2024-01-01–",
    });
    expect(await trailOf(joint.id)).toMatchObject([{ after: { coverageEnded: first.name, validTo: "2026-03-05" } }]);
  });

  test("does not take over what another branch covers only since the same day", async () => {
    const { id: enterpriseId } = await ofCommittee();
    await branch({ kind: "JOINT", covers: [enterpriseId], foundedOn: "2026-03-05" });
    const input = facts({ enterpriseIds: [enterpriseId], takesOver: true });
    await expect(createBranch(cast.staff, input)).rejects.toMatchObject({
      message: expect.stringContaining("不早于所填日期，无法转入"),
    });
  });

  test("a large enterprise may have two branches of its own", async () => {
    const { id: enterpriseId } = await ofCommittee();
    await branch({ covers: [enterpriseId] });
    const { id } = await createBranch(cast.staff, facts({ enterpriseIds: [enterpriseId] }));
    expect(await coveragesOf(id)).toHaveLength(1);
  });

  test("the database keeps a single branch to one enterprise", async () => {
    const ids = [(await ofCommittee()).id, (await ofCommittee()).id];
    await expect(createBranch(cast.staff, facts({ enterpriseIds: ids }))).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: "单独支部同一时间只覆盖一家企业。请改为联合支部，或先结束原有覆盖。",
    });
  });

  test("one form pressed three times at once makes one branch", async () => {
    const actor = withForm(cast.staff);
    const input = facts({ enterpriseIds: [(await ofCommittee()).id] });
    const answers = await Promise.all([1, 2, 3].map(() => createBranch(actor, input)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  test("of two joint branches founded at once over one enterprise, one is refused", async () => {
    const ids = [(await ofCommittee()).id, (await ofCommittee()).id];
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => createBranch(cast.staff, facts({ kind: "JOINT", enterpriseIds: ids }))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.branchCoverage.count({ where: { enterpriseId: { in: ids } } })).toBe(2);
  });
});
