import { expect, test } from "vitest";
import { canWorkInField } from "@/lib/field/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

test.each([
  ["STAFF", staffOf("c1"), false],
  ["SECRETARY", secretaryOf("b1"), false],
  ["INSTRUCTOR", instructorOf("i1"), true],
  ["INSTRUCTOR without a profile", instructorOf("i1", { instructorId: null }), false],
  ["ADMIN", administrator(), false],
  ["AUDITOR", auditor(), false],
  ["nobody", anonymousOf({ instructorId: "i1" }), false],
])("%s has the field desk: %s", (_role, actor, has) => {
  expect(canWorkInField(actor)).toBe(has);
});
