import { addDays, quarterDays, toDate } from "@/lib/calendar";
import { assembleContent, type Evidence } from "@/lib/summaries/rules/content";
import type { Reasons, Texts } from "@/lib/summaries/schema";
import { instantOn, secretaryOf, staffOf } from "@/prisma/seed/actors";
import type { SampleBranch } from "@/prisma/seed/branches/records";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import type { SamplePlan } from "@/prisma/seed/plans/draft";
import { type EvidenceOf, evidenceReader } from "@/prisma/seed/summaries/evidence";
import { type Step, stepsOf } from "@/prisma/seed/summaries/fates";
import { resultOf, textsOf, weaken } from "@/prisma/seed/summaries/words";
import type { World } from "@/prisma/seed/world";

/** Summaries of the quarters that are over: mostly accepted and on time; those of the last quarter stand at every step. */
export function seedSummaries(world: World, plans: SamplePlan[]): void {
  const random = randomOf("summaries");
  const evidenceOf = evidenceReader(world);
  for (const plan of plans) {
    for (const branch of plan.expected) {
      const steps = stepsOf(random, branch, plan, world.clock.day);
      if (steps.length > 0) seedSummary(world, random, evidenceOf, { plan, branch, steps });
      else if (branch.plan.key === "b3" && plan.ago === 1) seedDraft(world, random, plan, branch);
    }
    explainClosing(world, plan);
  }
}

/** A plan closed while a summary is missing says why. */
function explainClosing({ rows }: World, { id, expected }: SamplePlan): void {
  const closing = rows.planSteps.find(({ planId, status }) => planId === id && status === "CLOSED");
  const received = rows.summaries.filter(({ planId }) => planId === id).length;
  if (closing && received < expected.length) closing.reason = "个别支部没有报送，已当面了解情况，下季度跟进。";
}

type Case = { plan: SamplePlan; branch: SampleBranch; steps: Step[] };

/** A summary as it was written: what it said at first where it was sent back, what it says in the end, and its evidence. */
type Written = { id: string; texts: Texts; weak: { texts: Texts; reasons: Reasons } | null; results: Results };
type Results = Record<string, string>;

function seedSummary(world: World, random: Random, evidenceOf: EvidenceOf, told: Case): void {
  const { plan, branch, steps } = told;
  const texts = textsOf(random);
  const isReturned = steps.some(({ action }) => action === "SEND_BACK");
  const evidence = evidenceOf(plan, branch.id);
  const results = resultsOf(random, plan, evidence);
  const written: Written = { id: random.id(), texts, weak: isReturned ? weaken(random, texts) : null, results };
  const times = timesOf(world, random, steps);
  seedState(world, told, written, times);
  let number = 0;
  steps.forEach((step, index) => {
    const at = times[index] ?? new Date();
    seedStep(world, random, told, written, step, at);
    if (step.action !== "SUBMIT") return;
    number += 1;
    const said = number === 1 && written.weak ? written.weak.texts : texts;
    const by = secretaryOf(world, branch.id, step.on);
    const content = assembleContent(evidence, { texts: said, results }, step.on);
    const kept = { id: random.id(), summaryId: written.id, number, at, content };
    world.rows.submissions.push({ ...kept, byId: by.id, byName: by.name });
  });
}

/** One after the other, also on one day. */
function timesOf({ clock }: World, random: Random, steps: Step[]): Date[] {
  return steps.map(({ on }) => instantOn(clock, random, on)).toSorted((one, other) => one.getTime() - other.getTime());
}

/** What the secretary says where no record speaks: of every task that must be done, of most others. */
function resultsOf(random: Random, plan: SamplePlan, { tasks }: Evidence): Results {
  const silent = new Set(tasks.filter((task) => task.records.length === 0 && task.waiver === null).map(({ id }) => id));
  const said = plan.tasks.filter(({ id, idea }) => silent.has(id) && (idea.isMandatory || random.isLucky(0.7)));
  return Object.fromEntries(said.map((task) => [task.id, resultOf(random, task)]));
}

function seedState({ rows, clock }: World, { plan, branch, steps }: Case, written: Written, times: Date[]): void {
  const { id, texts, weak, results } = written;
  const status = steps.at(-1)?.to ?? "DRAFT";
  const wasImproved = steps.filter(({ action }) => action === "SUBMIT").length > 1;
  const [first, last] = [times[0] ?? new Date(), times.at(-1) ?? new Date()];
  rows.summaries.push({
    id,
    planId: plan.id,
    branchId: branch.id,
    status,
    ...(weak && !wasImproved ? weak.texts : texts),
    firstSubmittedOn: toDate(steps[0]?.on ?? clock.day),
    acceptedAt: status === "ACCEPTED" ? last : null,
    createdAt: new Date(first.getTime() - 50 * 60_000),
    updatedAt: last,
    version: steps.length + 1,
  });
  rows.summaryResults.push(...Object.entries(results).map(([taskId, text]) => ({ summaryId: id, taskId, text })));
}

function seedStep(world: World, random: Random, { plan, branch }: Case, written: Written, step: Step, at: Date): void {
  const { on, action, from, to } = step;
  const by = action === "SUBMIT" ? secretaryOf(world, branch.id, on) : staffOf(world, plan.committeeId);
  const reasons = action === "SEND_BACK" && written.weak ? { reasons: written.weak.reasons } : {};
  const move = { id: random.id(), summaryId: written.id, action, from, to, at };
  world.rows.summarySteps.push({ ...move, byId: by.id, byName: by.name, ...reasons });
}

/** Begun and left lying. */
function seedDraft({ rows, clock }: World, random: Random, plan: SamplePlan, branch: SampleBranch): void {
  const begunOn = addDays(quarterDays(plan.quarter).to, 4);
  if (begunOn > clock.day) return;
  const at = instantOn(clock, random, begunOn);
  const { practice } = textsOf(random);
  rows.summaries.push({
    id: random.id(),
    planId: plan.id,
    branchId: branch.id,
    practice,
    createdAt: at,
    updatedAt: at,
  });
}
