import { expect, test } from "vitest";
import { nowhere } from "@/lib/auth/scope";
import { hasInbox, visibleNotifications } from "@/lib/notifications/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

test.each([
  ["staff", staffOf("c"), true],
  ["secretary", secretaryOf("b"), true],
  ["instructor", instructorOf("i"), true],
  ["administrator", administrator(), false],
  ["auditor", auditor(), false],
  ["nobody", anonymousOf(), false],
  ["staff without an account", staffOf("c", { userId: null }), false],
])("an inbox belongs to whoever works with the register, and holds the own only: %s", (_who, actor, isOpen) => {
  expect(hasInbox(actor)).toBe(isOpen);
  expect(visibleNotifications(actor)).toEqual(isOpen ? { userId: actor.userId } : nowhere);
});
