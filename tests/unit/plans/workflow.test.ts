import { expect, test } from "vitest";
import { PlanStatus } from "@/generated/prisma/enums";
import { allows, planActs, statusAfter } from "@/lib/plans/workflow";

/** Every status × act; null: refused. */
const table = {
  DRAFT: {
    edit: "DRAFT",
    remove: "DRAFT",
    publish: "PUBLISHED",
    amend: null,
    close: null,
    takeOver: null,
    waive: null,
  },
  PUBLISHED: {
    edit: null,
    remove: null,
    publish: null,
    amend: "PUBLISHED",
    close: "CLOSED",
    takeOver: "PUBLISHED",
    waive: "PUBLISHED",
  },
  CLOSED: { edit: null, remove: null, publish: null, amend: null, close: null, takeOver: null, waive: null },
} as const;

const cells = Object.values(PlanStatus).flatMap((status) => planActs.map((act) => [status, act] as const));

test.each(cells)("a plan that is %s and the act %s", (status, act) => {
  expect(statusAfter(status, act)).toBe(table[status][act]);
  expect(allows(status, act)).toBe(table[status][act] !== null);
});
