import type { Frame, Point } from "@/lib/parks/rules/projection";

export type Mark = Point & { radius: number };
export type Box = { left: number; top: number; right: number; bottom: number };

/** Between two marks, and between a mark and its label. */
const gap = 4;

const step = 4;
const farthest = 160;
const directions = 12;

/**
 * Marks pushed apart where they would cover each other: each stays where it belongs when that is free, else takes the
 * nearest free spot around it, east first. The order given is the order of right; the same marks always lie the same.
 */
export function placeApart(marks: Mark[], frame: Frame): Point[] {
  const placed: Mark[] = [];
  for (const mark of marks) {
    const free = spotsAround(mark).find((spot) => isFree({ ...spot, radius: mark.radius }, placed, frame));
    placed.push({ radius: mark.radius, ...(free ?? { x: mark.x, y: mark.y }) });
  }
  return placed.map(({ x, y }) => ({ x, y }));
}

function spotsAround({ x, y }: Point): Point[] {
  const spots: Point[] = [{ x, y }];
  for (let distance = step; distance <= farthest; distance += step) {
    for (let turn = 0; turn < directions; turn += 1) {
      const angle = (turn * 2 * Math.PI) / directions;
      spots.push({ x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) });
    }
  }
  return spots;
}

function isFree(mark: Mark, placed: Mark[], frame: Frame): boolean {
  const isInside =
    mark.x >= mark.radius &&
    mark.y >= mark.radius &&
    mark.x <= frame.width - mark.radius &&
    mark.y <= frame.height - mark.radius;
  return (
    isInside && placed.every((one) => Math.hypot(one.x - mark.x, one.y - mark.y) >= one.radius + mark.radius + gap)
  );
}

/** The square around a mark. */
export function boxOf({ x, y, radius }: Mark): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/**
 * Where each label stands beside its mark: right, left, below or above, the first place where it lies inside the frame and
 * touches no mark, no other label and nothing else. Null: there is none, and its number in the mark must do.
 */
export function placeLabels(
  labels: { mark: Mark; width: number; height: number }[],
  taken: Box[],
  frame: Frame,
): (Box | null)[] {
  const occupied = [...taken, ...labels.map(({ mark }) => boxOf(mark))];
  return labels.map((label) => {
    const found = boxesBeside(label).find((box) => isWithin(box, frame) && !occupied.some((one) => overlap(box, one)));
    if (found) occupied.push(found);
    return found ?? null;
  });
}

function boxesBeside({ mark, width, height }: { mark: Mark; width: number; height: number }): Box[] {
  const { x, y, radius } = mark;
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  return [
    at(x + radius + gap, y - height / 2),
    at(x - radius - gap - width, y - height / 2),
    at(x - width / 2, y + radius + gap),
    at(x - width / 2, y - radius - gap - height),
  ];
}

function isWithin(box: Box, { width, height }: Frame): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
