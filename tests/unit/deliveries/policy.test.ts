import { expect, test } from "vitest";
import { nowhere } from "@/lib/auth/scope";
import { canManageDeliveries, visibleDeliveries } from "@/lib/deliveries/policy";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

test.each([
  ["staff", staffOf("c"), false],
  ["secretary", secretaryOf("b"), false],
  ["instructor", instructorOf("i"), false],
  ["administrator", administrator(), true],
  ["auditor", auditor(), false],
  ["nobody", anonymousOf(), false],
])("what left the portal is the administrator's care: %s", (_who, actor, isOpen) => {
  expect(canManageDeliveries(actor)).toBe(isOpen);
  expect(visibleDeliveries(actor)).toEqual(isOpen ? {} : nowhere);
});
