export type Place = { latitude: number; longitude: number };
export type Point = { x: number; y: number };
export type Frame = { width: number; height: number; padding: number };

/** Length of a degree of latitude; of longitude at the equator. */
const metresPerDegree = 111_320;

/** A picture never shows less ground than this across: one place, or several at the same spot, stand in its middle. */
const leastMetres = 1_000;

/**
 * An equirectangular projection that fits all places into the frame inside its padding, north up, one scale both ways.
 * A district is small enough for it: the error over 50 km stays below a pixel's width of the marks.
 */
export function projectionOf(places: Place[], frame: Frame): { at: (place: Place) => Point; metresPerPixel: number } {
  const [south, north] = ends(places.map(({ latitude }) => latitude));
  const [west, east] = ends(places.map(({ longitude }) => longitude));
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 };
  const narrowing = Math.cos((middle.latitude * Math.PI) / 180);
  const [innerWidth, innerHeight] = [frame.width - 2 * frame.padding, frame.height - 2 * frame.padding];
  const metresPerPixel = Math.max(
    ((east - west) * narrowing * metresPerDegree) / innerWidth,
    ((north - south) * metresPerDegree) / innerHeight,
    leastMetres / innerWidth,
  );
  const pixelsPerDegree = metresPerDegree / metresPerPixel;
  return {
    metresPerPixel,
    at: ({ latitude, longitude }) => ({
      x: frame.width / 2 + (longitude - middle.longitude) * narrowing * pixelsPerDegree,
      y: frame.height / 2 - (latitude - middle.latitude) * pixelsPerDegree,
    }),
  };
}

function ends(numbers: number[]): [number, number] {
  return numbers.length === 0 ? [0, 0] : [Math.min(...numbers), Math.max(...numbers)];
}

/** A bar of a round length (1, 2 or 5 times a power of ten, in metres) that takes at most so many pixels. */
export function scaleBar(metresPerPixel: number, mostPixels: number): { metres: number; pixels: number } {
  const most = metresPerPixel * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  return { metres, pixels: metres / metresPerPixel };
}

/** `500 米`, `2 千米`. */
export function writeDistance(metres: number): string {
  return metres < 1_000 ? `${metres} 米` : `${metres / 1_000} 千米`;
}
