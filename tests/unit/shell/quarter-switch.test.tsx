import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { QuarterSwitch } from "@/components/shell/quarter-switch";
import { chosenQuarter } from "@/lib/calendar";

const day = "2026-11-23";
const shown = (q: string | undefined, name?: string) =>
  renderToStaticMarkup(
    <QuarterSwitch
      path="/summaries"
      params={{ [name ?? "q"]: q, status: "DRAFT", page: "3" }}
      quarter={chosenQuarter(q, day)}
      day={day}
      {...(name ? { name } : {})}
    />,
  );
const addresses = (html: string) =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href?.replace("&amp;", "&"));

test("previous and next quarter keep the filters and leave the page number", () => {
  expect(addresses(shown("2027Q1"))).toEqual([
    "/summaries?status=DRAFT",
    "/summaries?q=2027Q2&status=DRAFT",
    "/summaries?status=DRAFT",
  ]);
});

test("the quarter of today needs no parameter and no way back", () => {
  expect(addresses(shown(undefined))).toEqual(["/summaries?q=2026Q3&status=DRAFT", "/summaries?q=2027Q1&status=DRAFT"]);
  expect(shown(undefined)).toContain("2026年第4季度");
});

test("a list that searches with q keeps the quarter under another name", () => {
  expect(addresses(shown("2026Q2", "quarter"))[0]).toBe("/summaries?quarter=2026Q1&status=DRAFT");
});
