import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ParkMapPicture } from "@/components/parks/park-map";
import type { ParkMap } from "@/lib/parks/queries/park-map";

const park = (number: number, name: string, place: ParkMap["parks"][number]["place"]): ParkMap["parks"][number] => ({
  id: `p${number}`,
  number,
  name,
  place,
  settledCount: 3,
  coverage: { organized: 1, base: 2 },
  can: { edit: false },
});
const here = { latitude: 29.7, longitude: 106.5 };

test("a name with markup is drawn as letters, in the picture and in its words", () => {
  const name = '<script>alert("1")</script>&';
  const svg = renderToStaticMarkup(
    <ParkMapPicture map={{ base: "SETTLED", parks: [park(1, name, here)], points: [] }} />,
  );
  expect(svg).not.toContain("<script");
  expect(svg).toContain("&lt;script&gt;");
});

test("who cannot see the picture hears how many places it shows and which parks; one without a place is not among them", () => {
  const map: ParkMap = {
    base: null,
    parks: [park(1, "甲园区", here), park(2, "乙园区", null)],
    points: [{ id: "s", number: 3, name: "服务点", kind: "SERVICE", parkName: "甲园区", place: here }],
  };
  const svg = renderToStaticMarkup(<ParkMapPicture map={map} />);
  expect(svg).toContain('role="img"');
  expect(svg).toMatch(/aria-label="[^"]*园区 1 个：1 甲园区；服务点 1 个/);
  expect(svg).not.toContain("乙园区");
});
