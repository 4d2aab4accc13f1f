import { describe, expect, test } from "vitest";
import type { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import {
  answersSuggestions,
  canAnswerSuggestion,
  canWriteSuggestion,
  visibleSuggestions,
} from "@/lib/suggestions/policy";
import { pagePath } from "@/lib/suggestions/schema";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const userId = "u1";
const own = { userId };
const ofCommittee = { userId: "u2", committeeId: "c1" };
const elsewhere = { userId: "u2", committeeId: "c2" };
const ofNone = { userId: "u2", committeeId: null };

const table: Record<Role, { actor: Actor; sees: object; answers: boolean[] }> = {
  STAFF: {
    actor: staffOf("c1", { userId }),
    sees: { OR: [own, { committeeId: { in: ["c1"] } }] },
    answers: [true, false, false],
  },
  SECRETARY: { actor: secretaryOf("b1", { userId }), sees: own, answers: [false, false, false] },
  INSTRUCTOR: { actor: instructorOf("i1", { userId }), sees: own, answers: [false, false, false] },
  ADMIN: {
    actor: administrator({ userId }),
    sees: { OR: [own, { committeeId: null }] },
    answers: [false, false, true],
  },
  AUDITOR: { actor: auditor({ userId }), sees: own, answers: [false, false, false] },
};

describe.each(Object.entries(table))("%s", (_role, { actor, sees, answers }) => {
  test("reads the own ones and those it answers", () => expect(visibleSuggestions(actor)).toEqual(sees));
  test("may write", () => expect(canWriteSuggestion(actor)).toBe(true));
  test("answers its own committee's, or those of nobody's", () => {
    expect([ofCommittee, elsewhere, ofNone].map((one) => canAnswerSuggestion(actor, one))).toEqual(answers);
    expect(answersSuggestions(actor)).toBe(answers.includes(true));
  });
  test("never answers the own one", () => {
    for (const one of [ofCommittee, ofNone]) expect(canAnswerSuggestion(actor, { ...one, userId })).toBe(false);
  });
});

test("without a role nothing is written or answered", () => {
  const actor = anonymousOf({ committeeIds: ["c1"] });
  expect(canWriteSuggestion(actor)).toBe(false);
  expect(canAnswerSuggestion(actor, ofCommittee)).toBe(false);
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a?b=c", "", "/\t/x"])(
  "the page %j is not a path of this portal",
  (page) => expect(pagePath.parse(page)).toBe("/"),
);

test("a path of this portal is kept", () => expect(pagePath.parse("/branches/1/edit")).toBe("/branches/1/edit"));
