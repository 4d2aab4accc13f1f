import { describe, expect, test } from "vitest";
import type { ActivityStatus } from "@/generated/prisma/enums";
import {
  type ActivityAction,
  type ActivityPart,
  activityActions,
  activityStep,
  isActivityActionPossible,
} from "@/lib/activities/workflow";

const statuses: ActivityStatus[] = ["PLANNED", "HELD", "CANCELLED"];

/** Everything that is possible; what is missing here is refused. */
const possible: Record<string, ActivityStatus> = {
  "PLANNED EDIT ORGANIZER": "PLANNED",
  "PLANNED INVITE ORGANIZER": "PLANNED",
  "PLANNED ANSWER GUEST": "PLANNED",
  "PLANNED DOOR ORGANIZER": "PLANNED",
  "PLANNED CHECK_IN GUEST": "PLANNED",
  "PLANNED TICK ORGANIZER": "PLANNED",
  "PLANNED ADD_RESULT ORGANIZER": "PLANNED",
  "PLANNED HOLD ORGANIZER": "HELD",
  "PLANNED CANCEL ORGANIZER": "CANCELLED",
  "HELD EDIT ORGANIZER": "HELD",
  "HELD TICK ORGANIZER": "HELD",
  "HELD ADD_RESULT ORGANIZER": "HELD",
};

const every = statuses.flatMap((status) =>
  activityActions.flatMap((action) =>
    (["ORGANIZER", "GUEST"] as const).map((part): [ActivityStatus, ActivityAction, ActivityPart] => [
      status,
      action,
      part,
    ]),
  ),
);

describe("status × action × part", () => {
  test.each(every)("%s %s %s", (status, action, part) => {
    expect(activityStep(status, action, [part])).toBe(possible[`${status} ${action} ${part}`] ?? null);
  });
  test.each(every)("%s %s for nobody", (status, action) => expect(activityStep(status, action, [])).toBeNull());
});

test("what nobody may do in a status is not possible in it", () => {
  const all = (status: ActivityStatus) => activityActions.filter((action) => isActivityActionPossible(status, action));
  expect(all("HELD")).toEqual(["EDIT", "TICK", "ADD_RESULT"]);
  expect(all("CANCELLED")).toEqual([]);
});
