import { describe, expect, test } from "vitest";
import { Role, SummaryStatus } from "@/generated/prisma/enums";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import {
  canReviewSummaries,
  canReviewSummary,
  canSeeSummaries,
  canWriteSummaries,
  canWriteSummary,
  summaryAbilities,
  visibleSummaries,
} from "@/lib/summaries/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const summary = { branchId: "b1", committeeId: "c1", submittedById: null };
const elsewhere = { branchId: "b2", committeeId: "c2", submittedById: null };

type Row = { actor: Actor; sees: object; writes: boolean; reviews: boolean };
const none = { sees: { branch: nowhere }, writes: false, reviews: false };

const table: Record<Role, Row> = {
  STAFF: { actor: staffOf("c1"), sees: { branch: { committeeId: { in: ["c1"] } } }, writes: false, reviews: true },
  SECRETARY: { actor: secretaryOf("b1"), sees: { branch: { id: { in: ["b1"] } } }, writes: true, reviews: false },
  INSTRUCTOR: { ...none, actor: instructorOf("i1") },
  ADMIN: { ...none, actor: administrator() },
  AUDITOR: { ...none, actor: auditor() },
};

describe.each(Object.values(Role))("%s", (role) => {
  const { actor, sees, writes, reviews } = table[role];
  test("sees", () => expect(visibleSummaries(actor)).toEqual(sees));
  test("has the page", () => expect(canSeeSummaries(actor)).toBe(writes || reviews));
  test("writes the own", () =>
    expect([canWriteSummaries(actor), canWriteSummary(actor, summary)]).toEqual([writes, writes]));
  test("reviews", () =>
    expect([canReviewSummaries(actor), canReviewSummary(actor, summary)]).toEqual([reviews, reviews]));
  test("may do nothing elsewhere", () => {
    expect([canWriteSummary(actor, elsewhere), canReviewSummary(actor, elsewhere)]).toEqual([false, false]);
  });
  test("without its role a scope opens nothing", () => {
    const bare = anonymousOf({ committeeIds: ["c1"], branchIds: ["b1"] });
    expect([canSeeSummaries(bare), canWriteSummary(bare, summary), canReviewSummary(bare, summary)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

const offered: Record<SummaryStatus, Record<"STAFF" | "SECRETARY", string[]>> = {
  DRAFT: { STAFF: [], SECRETARY: ["write", "submit"] },
  SUBMITTED: { STAFF: ["sendBack", "accept"], SECRETARY: ["withdraw"] },
  SENT_BACK: { STAFF: [], SECRETARY: ["write", "submit"] },
  ACCEPTED: { STAFF: ["reopen"], SECRETARY: [] },
};

describe.each(Object.values(SummaryStatus))("what a screen offers at %s", (status) => {
  test.each(Object.values(Role))("%s", (role) => {
    const can = summaryAbilities(table[role].actor, { ...summary, status });
    const wanted = role === "STAFF" || role === "SECRETARY" ? offered[status][role] : [];
    expect(Object.entries(can).flatMap(([name, may]) => (may ? [name] : []))).toEqual(wanted);
  });
});

test("nobody reviews an own submission: neither the branch's secretary who is also staff, nor who pressed submit", () => {
  const both = mintActor({ ...staffOf("c1"), roles: ["STAFF", "SECRETARY"], branchIds: ["b1"] });
  expect(canReviewSummary(both, summary)).toBe(false);
  expect(canReviewSummary(both, { ...summary, branchId: "b9" })).toBe(true);
  const submitter = staffOf("c1");
  expect(canReviewSummary(submitter, { ...summary, submittedById: submitter.userId })).toBe(false);
  expect(canReviewSummary(mintActor({ ...submitter, userId: null }), summary)).toBe(true);
});
