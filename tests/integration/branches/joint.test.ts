import { beforeAll, describe, expect, test } from "vitest";
import { foundJointBranch } from "@/lib/branches/commands/found-joint-branch";
import { findJointBranchPlan } from "@/lib/branches/queries/find-joint-branch-plan";
import { pickEnterprises } from "@/lib/branches/queries/pick-enterprises";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { withForm } from "@/tests/support/actors";
import { branch, building, enterprise, member, park } from "@/tests/support/factories/registers";
import { freshName } from "@/tests/support/fresh";
import { type Cast, castOf, coveragesOf, day, membershipsOf, trailOf } from "./cast";

let cast: Cast;
let buildingId: string;
beforeAll(async () => {
  cast = await castOf();
  buildingId = (await building({ parkId: (await park({ committeeId: cast.committeeId })).id })).id;
});

const near = (more = {}) => enterprise({ committeeId: cast.committeeId, buildingId, ...more });
const proposal = (enterpriseIds: string[], more = {}) => ({
  name: freshName("联合党支部"),
  committeeId: cast.committeeId,
  foundedOn: day,
  enterpriseIds,
  ...more,
});

describe("foundJointBranch", () => {
  test("founds the branch with coverages, three years of term and the members without a branch, in one audit entry", async () => {
    const [first, second] = [await near(), await near()];
    const full = await member({ enterpriseId: first.id });
    const probationary = await member({ enterpriseId: second.id, stage: "PROBATIONARY", joinedOn: "2026-05-01" });
    const elsewhere = await branch({ committeeId: cast.committeeId });
    const taken = await member({ enterpriseId: second.id, branchId: elsewhere.id });
    const left = await member({ enterpriseId: second.id, leftOn: "2026-01-01" });
    const activist = await member({ enterpriseId: first.id, stage: "ACTIVIST" });
    const { id } = await foundJointBranch(cast.staff, proposal([first.id, second.id]));
    const row = await db.branch.findUniqueOrThrow({ where: { id }, include: { terms: true } });
    expect(row).toMatchObject({ kind: "JOINT", committeeId: cast.committeeId, approvingPaper: null });
    expect(row.terms.map(({ startsOn, endsOn }) => [toDay(startsOn), toDay(endsOn)])).toEqual([[day, "2029-11-23"]]);
    expect(Object.fromEntries(await coveragesOf(id))).toEqual({ [first.id]: `${day}–`, [second.id]: `${day}–` });
    expect(await membershipsOf(full.id)).toEqual([[id, `${day}–`]]);
    expect(await membershipsOf(probationary.id)).toEqual([[id, `${day}–`]]);
    expect(await membershipsOf(taken.id)).toEqual([[elsewhere.id, "2024-01-01–"]]);
    expect(await membershipsOf(left.id)).toEqual([]);
    expect(await membershipsOf(activist.id)).toEqual([]);
    const trail = await trailOf(id);
    expect(trail).toHaveLength(1);
    expect(trail[0]).toMatchObject({ action: "branch.found-joint", committeeId: cast.committeeId });
    const joined = { members: expect.arrayContaining([full.name, probationary.name]) };
    expect(trail).toMatchObject([{ after: joined }]);
  });

  test("registers only those chosen, and refuses one who cannot join", async () => {
    const [first, second] = [await near(), await near()];
    const [chosen, other] = [await member({ enterpriseId: first.id }), await member({ enterpriseId: first.id })];
    const ids = [first.id, second.id];
    const stranger = await member({ committeeId: cast.committeeId });
    await expect(
      foundJointBranch(cast.staff, proposal(ids, { memberIds: [chosen.id, stranger.id] })),
    ).rejects.toMatchObject({ refusal: "CONFLICT", message: expect.stringContaining("所选党员中有人") });
    const { id } = await foundJointBranch(cast.staff, proposal(ids, { memberIds: [chosen.id] }));
    expect(await membershipsOf(chosen.id)).toEqual([[id, `${day}–`]]);
    expect(await membershipsOf(other.id)).toEqual([]);
  });

  test("refuses every other role and staff of another committee", async () => {
    const input = proposal([(await near()).id, (await near()).id]);
    for (const [, actor] of cast.refused) {
      await expect(foundJointBranch(actor, input)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await db.branch.count({ where: { name: input.name } })).toBe(0);
  });

  test("says of every enterprise at once why it cannot join", async () => {
    const [covered, large, fit] = [await near(), await near(), await near()];
    const own = await branch({ covers: [covered.id] });
    for (let count = 0; count < 3; count++) await member({ enterpriseId: large.id });
    await expect(foundJointBranch(cast.staff, proposal([covered.id, large.id, fit.id]))).rejects.toMatchObject({
      refusal: "CONFLICT",
    });
    const refused = await foundJointBranch(cast.staff, proposal([covered.id, large.id, fit.id])).catch(String);
    expect(refused).toContain(`“${covered.name}”已由“${own.name}”覆盖`);
    expect(refused).toContain(`“${large.name}”有正式党员 3 名，应单独成立支部`);
    expect(refused).not.toContain(fit.name);
    expect(await db.branchCoverage.count({ where: { enterpriseId: fit.id } })).toBe(0);
  });

  test("two full members and a probationary one are few enough", async () => {
    const [first, second] = [await near(), await near()];
    await member({ enterpriseId: first.id });
    await member({ enterpriseId: first.id });
    await member({ enterpriseId: first.id, stage: "PROBATIONARY" });
    await expect(foundJointBranch(cast.staff, proposal([first.id, second.id]))).resolves.toHaveProperty("id");
  });

  test("refuses a closed one, one outside the committee, one or six of them, and the future", async () => {
    const fit = await near();
    const closed = await near({ closedOn: "2026-10-01" });
    await expect(foundJointBranch(cast.staff, proposal([fit.id, closed.id]))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      message: expect.stringContaining(closed.name),
    });
    const foreign = await enterprise();
    await expect(foundJointBranch(cast.staff, proposal([fit.id, foreign.id]))).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
    await expect(foundJointBranch(cast.staff, proposal([fit.id, fit.id]))).rejects.toMatchObject({
      message: expect.stringContaining("2 至 5 家"),
    });
    const six = await Promise.all(Array.from({ length: 6 }, () => near()));
    await expect(foundJointBranch(cast.staff, proposal(six.map(({ id }) => id)))).rejects.toMatchObject({
      message: expect.stringContaining("2 至 5 家"),
    });
    const late = proposal([fit.id, (await near()).id], { foundedOn: "2026-11-24" });
    await expect(foundJointBranch(cast.staff, late)).rejects.toMatchObject({ refusal: "CONFLICT" });
  });

  test("one form pressed three times at once founds one branch", async () => {
    const actor = withForm(cast.staff);
    const input = proposal([(await near()).id, (await near()).id]);
    const answers = await Promise.all([1, 2, 3].map(() => foundJointBranch(actor, input)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await trailOf(answers[0]?.id ?? "")).toHaveLength(1);
  });
});

describe("findJointBranchPlan", () => {
  test("shows the enterprises and who would join", async () => {
    const [first, second] = [await near(), await near()];
    const person = await member({ enterpriseId: first.id });
    const plan = await findJointBranchPlan(cast.staff, {
      q: "",
      step: undefined,
      committee: undefined,
      enterprises: [first.id, second.id],
    });
    expect(plan?.committee.id).toBe(cast.committeeId);
    expect(plan?.enterprises.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    expect(plan?.enterprises.find(({ id }) => id === first.id)).toMatchObject({ fullCount: 1, coveredBy: [] });
    expect(plan?.members).toMatchObject([{ id: person.id, employer: first.name }]);
  });

  test("nothing for enterprises of two committees, of another committee, or none", async () => {
    const pick = { q: "", step: undefined, committee: undefined };
    const foreign = await enterprise();
    expect(await findJointBranchPlan(cast.staff, { ...pick, enterprises: [] })).toBeNull();
    expect(await findJointBranchPlan(cast.staff, { ...pick, enterprises: [foreign.id] })).toBeNull();
    const both = { ...cast.staff, committeeIds: [cast.committeeId, foreign.committeeId] };
    expect(await findJointBranchPlan(both, { ...pick, enterprises: [(await near()).id, foreign.id] })).toBeNull();
    for (const [, actor] of cast.refused.slice(1)) {
      expect(await findJointBranchPlan(actor, { ...pick, enterprises: [(await near()).id] })).toBeNull();
    }
  });
});

describe("pickEnterprises", () => {
  const pick = { step: undefined, committee: undefined };

  test("finds by a part of the name, initials and credit code, beside what is chosen", async () => {
    const wanted = await near({ name: "重庆蓝鲸数智有限公司" });
    const chosen = await near();
    for (const q of ["蓝鲸", "ljsz", (wanted.creditCode ?? "").toLowerCase()]) {
      const picked = await pickEnterprises(cast.staff, cast.committeeId, { ...pick, q, enterprises: [chosen.id] });
      expect(picked.found.map(({ id }) => id)).toEqual([wanted.id]);
      expect(picked.chosen.map(({ id }) => id)).toEqual([chosen.id]);
    }
  });

  test("without a search offers those with full members and without a branch", async () => {
    const { committeeId, staff } = await castOf();
    const [due, covered] = [await enterprise({ committeeId }), await enterprise({ committeeId })];
    await enterprise({ committeeId });
    await member({ enterpriseId: due.id });
    await member({ enterpriseId: covered.id });
    await branch({ covers: [covered.id] });
    const { found } = await pickEnterprises(staff, committeeId, { ...pick, q: "", enterprises: [] });
    expect(found.map(({ id }) => id)).toEqual([due.id]);
  });
});
