import { z } from "zod";
import { EnterpriseCategory } from "@/generated/prisma/enums";
import { isDay } from "@/lib/calendar";
import { filterId, filterOf, listParams } from "@/lib/forms/list-params";

export const coverageBases = ["SETTLED", "ACTIVE", "ABOVE_SCALE", "WITH_MEMBERS", "ASSOCIATION"] as const;
export const coverageStates = ["ORGANIZED", "SINGLE", "JOINT", "UNORGANIZED", "WORKED", "UNWORKED", "DUE"] as const;

export type CoverageBase = (typeof coverageBases)[number];
export type CoverageState = (typeof coverageStates)[number];

/** What the board is asked: a day (default: today), a base (default: the committee's setting), one committee or all in scope. */
export const coverageQuestion = z.object({
  day: z.string().max(10).refine(isDay).optional().catch(undefined),
  base: filterOf(coverageBases),
  committee: filterId,
});

/** The list behind a figure: the same question, and which of its enterprises. */
export const coverageList = coverageQuestion.extend({
  ...listParams.shape,
  state: filterOf(coverageStates),
  park: z
    .union([z.uuid(), z.literal("none")])
    .optional()
    .catch(undefined),
  building: filterId,
  category: z.enum(EnterpriseCategory).optional().catch(undefined),
  scale: filterOf(["above", "below"]),
});

export type CoverageQuestion = z.output<typeof coverageQuestion>;
export type CoverageList = z.output<typeof coverageList>;
