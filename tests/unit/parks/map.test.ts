import { describe, expect, test } from "vitest";
import { circleRadius, coverageBand, drawMap, type MapPark } from "@/lib/parks/rules/map";
import { type Box, boxOf, placeApart, placeLabels } from "@/lib/parks/rules/placement";
import { projectionOf, scaleBar, writeDistance } from "@/lib/parks/rules/projection";

const frame = { width: 960, height: 560, padding: 72 };
const xiantao = { latitude: 29.7421, longitude: 106.5557 };
const longta = { latitude: 29.5934, longitude: 106.5263 };

describe("the projection", () => {
  test("puts everything inside the padding, north above south and east right of west", () => {
    const places = [xiantao, longta, { latitude: 29.7188, longitude: 106.6309 }];
    const { at } = projectionOf(places, frame);
    for (const place of places) {
      const { x, y } = at(place);
      expect(x).toBeGreaterThanOrEqual(frame.padding - 0.001);
      expect(x).toBeLessThanOrEqual(frame.width - frame.padding + 0.001);
      expect(y).toBeGreaterThanOrEqual(frame.padding - 0.001);
      expect(y).toBeLessThanOrEqual(frame.height - frame.padding + 0.001);
    }
    expect(at(xiantao).y).toBeLessThan(at(longta).y);
    expect(at(xiantao).x).toBeGreaterThan(at(longta).x);
  });

  test("has one scale both ways: a kilometre north is as long as a kilometre east", () => {
    const { at, metresPerPixel } = projectionOf([xiantao, longta], frame);
    const [here, north] = [at(xiantao), at({ ...xiantao, latitude: xiantao.latitude + 1_000 / 111_320 })];
    const middle = (xiantao.latitude + longta.latitude) / 2;
    const degrees = 1_000 / (111_320 * Math.cos((middle * Math.PI) / 180));
    const east = at({ ...xiantao, longitude: xiantao.longitude + degrees });
    expect(here.y - north.y).toBeCloseTo(1_000 / metresPerPixel, 6);
    expect(east.x - here.x).toBeCloseTo(1_000 / metresPerPixel, 6);
  });

  test("one park alone, and two at the same place, stand in the middle", () => {
    for (const places of [[xiantao], [xiantao, xiantao]]) {
      const { at, metresPerPixel } = projectionOf(places, frame);
      expect(at(xiantao)).toEqual({ x: 480, y: 280 });
      expect(Number.isFinite(metresPerPixel)).toBe(true);
    }
  });

  test("no park at all is no error", () => expect(projectionOf([], frame).metresPerPixel).toBeGreaterThan(0));
});

describe("the scale bar", () => {
  test.each([
    [1, 140, 100],
    [10, 140, 1_000],
    [40, 140, 5_000],
    [15, 140, 2_000],
  ])("%d metres a pixel in %d pixels: %d metres", (metresPerPixel, most, metres) => {
    const bar = scaleBar(metresPerPixel, most);
    expect(bar.metres).toBe(metres);
    expect(bar.pixels).toBeLessThanOrEqual(most);
  });
  test("is written as people say it", () => {
    expect([writeDistance(500), writeDistance(1_000), writeDistance(20_000)]).toEqual(["500 米", "1 千米", "20 千米"]);
  });
});

describe("marks make room for each other", () => {
  test("one that is free stays where it belongs", () => {
    expect(placeApart([{ x: 100, y: 100, radius: 12 }], frame)).toEqual([{ x: 100, y: 100 }]);
  });
  test("of two at the same place the first stays and the second goes beside it", () => {
    const [first, second] = placeApart(
      [
        { x: 100, y: 100, radius: 20 },
        { x: 100, y: 100, radius: 12 },
      ],
      frame,
    );
    expect(first).toEqual({ x: 100, y: 100 });
    const apart = Math.hypot((second?.x ?? 0) - 100, (second?.y ?? 0) - 100);
    expect(apart).toBeGreaterThanOrEqual(36);
    expect(apart).toBeLessThan(45);
  });
  test("one at the edge comes inside", () => {
    const [only] = placeApart([{ x: 2, y: 300, radius: 12 }], frame);
    expect(only?.x).toBeGreaterThanOrEqual(12);
  });
  test("twenty at one place are all apart, and the same each time", () => {
    const marks = Array.from({ length: 20 }, () => ({ x: 480, y: 280, radius: 12 }));
    const spots = placeApart(marks, frame);
    expect(placeApart(marks, frame)).toEqual(spots);
    for (const [index, a] of spots.entries()) {
      for (const b of spots.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(24);
    }
  });
});

describe("labels", () => {
  const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const label = (x: number, y: number, width = 80) => ({ mark: { x, y, radius: 12 }, width, height: 16 });

  test("stand right of the mark when that is free, left of it at the right edge", () => {
    const [right, left] = placeLabels([label(100, 100), label(940, 300)], [], frame);
    expect(right?.left).toBe(116);
    expect(left?.right).toBe(924);
  });
  test("touch neither each other nor a mark nor what is taken", () => {
    const labels = [label(100, 100), label(150, 104), label(130, 130), label(180, 120)];
    const taken = [{ left: 0, top: 520, right: 160, bottom: 560 }];
    const boxes = placeLabels(labels, taken, frame);
    const solid = [...taken, ...labels.map(({ mark }) => boxOf(mark))];
    const placed = boxes.filter((box) => box !== null);
    expect(placed.length).toBeGreaterThan(0);
    for (const [index, box] of placed.entries()) {
      for (const other of [...solid, ...placed.slice(index + 1)]) expect(overlap(box, other)).toBe(false);
    }
  });
  test("are left out where there is no room: the number in the mark must do", () => {
    expect(placeLabels([label(480, 280, 2_000)], [], frame)).toEqual([null]);
  });
});

describe("the picture", () => {
  const park = (number: number, settledCount: number, place = xiantao): MapPark => {
    return { number, name: `园区${number}`, place, settledCount };
  };

  test("keeps every park and point under its number; the larger park keeps its place", () => {
    const drawn = drawMap([park(1, 3), park(2, 40)], [{ number: 3, name: "服务点", place: xiantao }], frame);
    expect(drawn.parks.map(({ number, isMoved }) => [number, isMoved])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(drawn.points).toMatchObject([{ number: 3, isMoved: true }]);
  });
  test("one park only is drawn with its name", () => {
    const drawn = drawMap([park(1, 0)], [], frame);
    expect(drawn.parks).toMatchObject([{ isMoved: false, at: { x: 480, y: 280, radius: 11 } }]);
    expect(drawn.parks[0]?.label).not.toBeNull();
    expect(drawn.bar.metres).toBeGreaterThan(0);
  });
  test("circles grow by area, and stay readable at zero", () => {
    expect(circleRadius(0, 0)).toBe(11);
    expect(circleRadius(0, 100)).toBe(11);
    expect(circleRadius(100, 100)).toBe(28);
    expect(circleRadius(25, 100)).toBeCloseTo(19.5);
  });
});

test.each([
  [null, "unknown"],
  [{ organized: 0, base: 0 }, "empty"],
  [{ organized: 0, base: 10 }, "low"],
  [{ organized: 49, base: 100 }, "low"],
  [{ organized: 50, base: 100 }, "middle"],
  [{ organized: 79, base: 100 }, "middle"],
  [{ organized: 80, base: 100 }, "high"],
  [{ organized: 3, base: 3 }, "high"],
])("coverage %j is in the step %s", (coverage, band) => expect(coverageBand(coverage)).toBe(band));
