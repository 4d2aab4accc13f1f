import type { SummaryAction, SummaryStatus } from "@/generated/prisma/enums";
import { addDays, type Day, quarterDays } from "@/lib/calendar";
import { statusAfter } from "@/lib/summaries/workflow";
import type { SampleBranch } from "@/prisma/seed/branches/records";
import { laterOf } from "@/prisma/seed/chance/quarters";
import type { Random } from "@/prisma/seed/chance/random";
import { habitOf } from "@/prisma/seed/org-life/meetings";
import type { SamplePlan } from "@/prisma/seed/plans/draft";

export type Step = { action: SummaryAction; from: SummaryStatus; to: SummaryStatus; on: Day };

type Wish = { action: SummaryAction; on: Day };
type Fate = "WAITING" | "WAITING_LATE" | "SENT_BACK" | "SUBMITTED_AGAIN" | "NOTHING";

/** How the last quarter's review stands, branch by branch; the others are accepted. */
const lastQuarter: Record<string, Fate> = {
  s2: "WAITING",
  j3: "WAITING",
  s5: "WAITING_LATE",
  s8: "WAITING_LATE",
  j7: "WAITING_LATE",
  e2: "WAITING_LATE",
  s11: "SUBMITTED_AGAIN",
  j1: "SENT_BACK",
  s9: "SENT_BACK",
  s13: "NOTHING",
  j6: "NOTHING",
  b3: "NOTHING",
};

/** Never reported for a quarter that is over. */
const missing: Record<string, number> = { s13: 3, j6: 4, b3: 2 };

/** What happened to a branch's summary until the samples' day. */
export function stepsOf(random: Random, branch: SampleBranch, plan: SamplePlan, day: Day): Step[] {
  const steps: Step[] = [];
  for (const { action, on } of wishesOf(random, branch, plan, day)) {
    if (on > day) break;
    const from = steps.at(-1)?.to ?? "DRAFT";
    const to = statusAfter(from, action);
    if (!to) throw new Error(`${action} does not follow ${from}`);
    steps.push({ action, from, to, on });
  }
  return steps;
}

function wishesOf(random: Random, branch: SampleBranch, plan: SamplePlan, day: Day): Wish[] {
  const { key } = branch.plan;
  const fate = plan.ago === 1 ? lastQuarter[key] : undefined;
  if (plan.ago === 0 || missing[key] === plan.ago || fate === "NOTHING") return [];
  const submitted = firstDay(random, branch, plan);
  const sentBack = addDays(submitted, random.between(1, 3));
  const again = addDays(sentBack, random.between(2, 4));
  const recently = addDays(day, -random.between(1, 6));
  const submit = { action: "SUBMIT", on: submitted } as const;
  const returned = [submit, { action: "SEND_BACK", on: sentBack } as const];
  switch (fate) {
    case "WAITING":
      return [submit];
    case "WAITING_LATE":
      return [{ action: "SUBMIT", on: laterOf(addDays(plan.dueOn, 2), recently) }];
    case "SENT_BACK":
      return returned;
    case "SUBMITTED_AGAIN":
      return [...returned, { action: "SUBMIT", on: laterOf(again, recently) }];
    case undefined:
      return random.isLucky(habitOf(branch) > 0.9 ? 0.08 : 0.4)
        ? [...returned, { action: "SUBMIT", on: again }, { action: "ACCEPT", on: addDays(again, 2) }]
        : [submit, { action: "ACCEPT", on: sentBack }];
  }
}

/** After the quarter's last meeting; on time by most, late now and then by branches of weak habits. */
function firstDay(random: Random, branch: SampleBranch, { quarter, dueOn }: SamplePlan): Day {
  const habit = habitOf(branch);
  const isLate = random.isLucky(habit === 1 ? 0 : habit > 0.9 ? 0.05 : 0.5);
  const on = addDays(dueOn, isLate ? random.between(1, 7) : -random.between(0, 6));
  return laterOf(addDays(quarterDays(quarter).to, 1), on);
}
