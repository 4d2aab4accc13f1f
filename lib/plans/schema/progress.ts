import { z } from "zod";
import { filterId, filterOf } from "@/lib/forms/list-params";
import { reportFigures } from "@/lib/plans/rules/progress";

/** Which branches of the progress board are shown: those behind a figure of the reports, or in a state of a task. */
export const progressList = z.object({
  show: filterOf(reportFigures),
  task: filterId,
  state: filterOf(["DONE", "OPEN", "LATE", "WAIVED"]),
});

export type ProgressList = z.output<typeof progressList>;
