import { describe, expect, test } from "vitest";
import { drawQuarterWeeks, type Mark } from "@/components/charts/quarter-weeks";

const q4 = { year: 2026, quarter: 4 as const };
const mark = (facts: Partial<Mark> = {}): Mark => ({ day: "2026-11-25", kind: "DONE", text: "周静", ...facts });
const count = (svg: string, part: string) => svg.split(part).length - 1;

describe("the picture of a quarter", () => {
  test("nothing typed by anybody becomes markup", () => {
    const svg = drawQuarterWeeks(q4, [mark({ text: `"><script>alert('x')</script>&` })], "2026-11-27");
    expect(svg).toContain("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;");
    expect(svg).not.toContain("<script>");
  });

  test("has every day of the quarter once, and no day outside it", () => {
    expect(count(drawQuarterWeeks(q4, [], "2026-11-27"), "<rect")).toBe(92);
    expect(count(drawQuarterWeeks({ year: 2027, quarter: 1 }, [], "2026-11-27"), "<rect")).toBe(90);
    expect(drawQuarterWeeks(q4, [mark({ day: "2027-01-02" })], "2026-11-27")).not.toContain("<title>");
  });

  test("tells the kinds apart by shape, not by colour alone", () => {
    const kinds = ["DONE", "PLANNED", "MISSED", "CANCELLED", "VISIT"] as const;
    const shapes = kinds.map((kind) => {
      const svg = drawQuarterWeeks(q4, [mark({ kind })], "2026-11-27");
      return /<\/title>(.*?)<\/g>/.exec(svg)?.[1]?.replaceAll(/#[0-9a-f]{3,6}/g, "");
    });
    expect(new Set(shapes).size).toBe(kinds.length);
  });

  test("a full day shows three marks and how many more", () => {
    const marks = Array.from({ length: 5 }, () => mark({ kind: "VISIT" }));
    const svg = drawQuarterWeeks(q4, marks, "2026-11-27");
    expect(count(svg, "<title>")).toBe(3);
    expect(svg).toContain(">+2<");
  });

  test("today has a frame of its own", () => {
    expect(count(drawQuarterWeeks(q4, [], "2026-11-27"), 'stroke-width="2"')).toBe(1);
    expect(count(drawQuarterWeeks(q4, [], "2027-02-01"), 'stroke-width="2"')).toBe(0);
  });
});
