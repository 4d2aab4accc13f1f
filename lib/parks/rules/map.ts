import { rateOf } from "@/lib/coverage/rules/standing";
import { textWidth } from "@/lib/documents/text-width";
import { type Box, type Mark, placeApart, placeLabels } from "@/lib/parks/rules/placement";
import { type Frame, type Place, type Point, projectionOf, scaleBar } from "@/lib/parks/rules/projection";

/** How far a park is covered, in the steps the map tells apart; `unknown` where the reader may not see coverage. */
export type CoverageBand = "high" | "middle" | "low" | "empty" | "unknown";

/** The step of an organization rate. The steps are the picture's own, no target: the table has the rate itself. */
export function coverageBand(coverage: { organized: number; base: number } | null): CoverageBand {
  if (coverage === null) return "unknown";
  const rate = rateOf(coverage.organized, coverage.base);
  if (rate === null) return "empty";
  return rate >= 80 ? "high" : rate >= 50 ? "middle" : "low";
}

const [leastRadius, growth] = [11, 17];

/** A circle whose area beyond the least one grows with the count. */
export function circleRadius(count: number, most: number): number {
  return leastRadius + (most > 0 ? growth * Math.sqrt(count / most) : 0);
}

const pointRadius = 10;
const letter = 12;
/** Room that the scale bar takes in the lower left corner. */
const barPixels = 140;

export type MapPark = { number: number; name: string; place: Place; settledCount: number };
export type MapPoint = { number: number; name: string; place: Place };
export type DrawnMark = { number: number; name: string; at: Mark; from: Point; isMoved: boolean; label: Box | null };
export type DrawnMap = { parks: DrawnMark[]; points: DrawnMark[]; bar: { metres: number; pixels: number } };

/** Everything of the picture by pixel: parks first, the larger before the smaller, then service points around them. */
export function drawMap(parks: MapPark[], points: MapPoint[], frame: Frame): DrawnMap {
  const { at, metresPerPixel } = projectionOf(
    [...parks, ...points].map(({ place }) => place),
    frame,
  );
  const most = Math.max(0, ...parks.map(({ settledCount }) => settledCount));
  const round = parks
    .map((park) => ({ ...park, from: at(park.place), radius: circleRadius(park.settledCount, most) }))
    .toSorted((a, b) => b.radius - a.radius || a.number - b.number);
  const square = points.map((point) => ({ ...point, from: at(point.place), radius: pointRadius }));
  const signs = [...round, ...square];
  const spots = placeApart(
    signs.map(({ from, radius }) => ({ ...from, radius })),
    frame,
  );
  const marks = signs.map(({ radius }, index) => ({ radius, ...(spots[index] as Point) }));
  const bar = scaleBar(metresPerPixel, barPixels);
  const labels = placeLabels(
    signs.map(({ name }, index) => ({
      mark: marks[index] as Mark,
      width: textWidth(name) * letter,
      height: letter + 4,
    })),
    [{ left: 0, top: frame.height - 40, right: bar.pixels + 24, bottom: frame.height }],
    frame,
  );
  const drawn = signs.map(({ number, name, from }, index): DrawnMark => {
    const mark = marks[index] as Mark;
    const isMoved = Math.hypot(mark.x - from.x, mark.y - from.y) > 2;
    return { number, name, at: mark, from, isMoved, label: labels[index] ?? null };
  });
  return { parks: drawn.slice(0, round.length), points: drawn.slice(round.length), bar };
}
