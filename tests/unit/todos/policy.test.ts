import { expect, test } from "vitest";
import { hasTodos } from "@/lib/todos/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

test.each([
  ["staff", staffOf("c"), true],
  ["secretary", secretaryOf("b"), true],
  ["instructor", instructorOf("i"), true],
  ["administrator", administrator(), true],
  ["auditor", auditor(), false],
  ["nobody", anonymousOf(), false],
])("everybody but the auditor has something to do: %s", (_who, actor, expected) => {
  expect(hasTodos(actor)).toBe(expected);
});
