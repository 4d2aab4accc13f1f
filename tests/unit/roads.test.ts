import { describe, expect, test } from "vitest";
import { actions } from "@/tests/support/roads/actions";
import { addressesOf, exportedActions } from "@/tests/support/roads/found";
import { pages } from "@/tests/support/roads/pages";
import { routes } from "@/tests/support/roads/routes";

describe("every road has its row in the role table, and every row its road", () => {
  test.each([
    ["page", addressesOf("page.tsx"), pages],
    ["route", addressesOf("route.ts"), routes],
    ["action", exportedActions(), actions],
  ])("%s", (_kind, found, table) => {
    expect(found.length).toBeGreaterThan(5);
    expect(Object.keys(table).toSorted()).toEqual(found);
  });
});
