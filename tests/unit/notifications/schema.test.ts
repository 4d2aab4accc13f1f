import { expect, test } from "vitest";
import { inboxList, notificationSettings, writeInboxCursor } from "@/lib/notifications/schema";

const settings = { version: "1", email: "", wanted: [] };

test.each([
  ["", null],
  [" liu@example.org ", "liu@example.org"],
  ["ｌiu＠example.org", "liu@example.org"],
])("the address %j is read as %j", (email, read) => {
  expect(notificationSettings.parse({ ...settings, email }).email).toBe(read);
});

test.each(["liu", "liu@", "a@example.org\r\nBcc: b@example.org", "a@example.org,b@example.org"])(
  "the address %j is refused",
  (email) => {
    expect(notificationSettings.safeParse({ ...settings, email }).success).toBe(false);
  },
);

test("a page of the inbox is found again by its cursor; a wrong one starts at the newest", () => {
  const last = { createdAt: new Date("2026-11-27T01:02:03.004Z"), id: "0193a000-0000-7000-8000-000000000001" };
  expect(inboxList.parse({ before: writeInboxCursor(last) }).before).toEqual(last);
  for (const before of ["x", "1-2", "99999999999999999-0193a000-0000-7000-8000-000000000001"]) {
    expect(inboxList.parse({ before }).before).toBeUndefined();
  }
});
