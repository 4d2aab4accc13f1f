import { coverageBandLabels } from "@/lib/parks/labels";
import type { ParkMap } from "@/lib/parks/queries/park-map";
import { type CoverageBand, coverageBand, type DrawnMark, drawMap } from "@/lib/parks/rules/map";
import { writeDistance } from "@/lib/parks/rules/projection";

const frame = { width: 960, height: 560, padding: 72 };

/** Colour, and a line around the circle that says the same without it. */
const looks: Record<CoverageBand, { fill: string; stroke: string; dash?: string; width: number }> = {
  high: { fill: "#e8f3ec", stroke: "#2e7d4f", width: 3 },
  middle: { fill: "#fdf3dc", stroke: "#9a6700", dash: "8 4", width: 2 },
  low: { fill: "#fdecea", stroke: "#b42318", dash: "2 4", width: 2 },
  empty: { fill: "#ffffff", stroke: "#57606a", width: 1 },
  unknown: { fill: "#f2f0ec", stroke: "#57606a", width: 2 },
};

const isPlaced = <T extends { place: unknown }>(row: T): row is T & { place: NonNullable<T["place"]> } =>
  row.place !== null;

/** The parks and service points where they lie, north up; the numbers are those of the tables. */
export function ParkMapPicture({ map }: { map: ParkMap }) {
  const [parks, points] = [map.parks.filter(isPlaced), map.points.filter(isPlaced)];
  const drawn = drawMap(parks, points, frame);
  const bandOf = new Map(parks.map((park) => [park.number, coverageBand(park.coverage)]));
  const bands = [...new Set(bandOf.values())];
  const words = parks.map((park) => `${park.number} ${park.name}`).join("，");
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="overflow-x-auto" aria-label="位置图，可左右滚动" tabIndex={0}>
        <svg
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          className="w-full min-w-160"
          role="img"
          aria-label={`园区和服务点位置示意图，园区 ${parks.length} 个：${words}；服务点 ${points.length} 个。明细见表格。`}
        >
          <rect width={frame.width} height={frame.height} fill="#f7f6f3" />
          {[...drawn.parks, ...drawn.points].map((mark) => (
            <Leader key={mark.number} mark={mark} />
          ))}
          {drawn.parks.map((mark) => (
            <ParkMark key={mark.number} mark={mark} band={bandOf.get(mark.number) ?? "unknown"} />
          ))}
          {drawn.points.map((mark) => (
            <PointMark key={mark.number} mark={mark} />
          ))}
          <ScaleBar {...drawn.bar} />
        </svg>
      </section>
      <Legend bands={bands} hasPoints={points.length > 0} />
    </figure>
  );
}

/** From where a mark stands to where it belongs, when it had to make room. */
function Leader({ mark: { at, from, isMoved } }: { mark: DrawnMark }) {
  if (!isMoved) return null;
  return (
    <>
      <line x1={from.x} y1={from.y} x2={at.x} y2={at.y} stroke="#8c959f" />
      <circle cx={from.x} cy={from.y} r={2} fill="#57606a" />
    </>
  );
}

function ParkMark({ mark, band }: { mark: DrawnMark; band: CoverageBand }) {
  const { fill, stroke, dash, width } = looks[band];
  const { x, y, radius } = mark.at;
  return (
    <g>
      <circle cx={x} cy={y} r={radius} fill={fill} stroke={stroke} strokeWidth={width} strokeDasharray={dash} />
      <Words mark={mark} />
    </g>
  );
}

function PointMark({ mark }: { mark: DrawnMark }) {
  const { x, y, radius } = mark.at;
  const side = radius * 1.7;
  return (
    <g>
      <rect
        x={x - side / 2}
        y={y - side / 2}
        width={side}
        height={side}
        fill="#ffffff"
        stroke="#2563a6"
        strokeWidth={2}
      />
      <Words mark={mark} />
    </g>
  );
}

function Words({ mark: { number, name, at, label } }: { mark: DrawnMark }) {
  return (
    <>
      <text x={at.x} y={at.y} fontSize={11} textAnchor="middle" dominantBaseline="central" fill="#1f2328">
        {number}
      </text>
      {label && (
        <text x={label.left} y={(label.top + label.bottom) / 2} fontSize={12} dominantBaseline="central" fill="#1f2328">
          {name}
        </text>
      )}
    </>
  );
}

function ScaleBar({ metres, pixels }: { metres: number; pixels: number }) {
  const [left, y] = [16, frame.height - 14];
  return (
    <g>
      <path d={`M${left} ${y - 6}V${y}H${left + pixels}V${y - 6}`} fill="none" stroke="#1f2328" />
      <text x={left + 4} y={y - 8} fontSize={12} fill="#1f2328">
        {writeDistance(metres)}
      </text>
    </g>
  );
}

function Legend({ bands, hasPoints }: { bands: CoverageBand[]; hasPoints: boolean }) {
  return (
    <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-2">
      {(Object.keys(looks) as CoverageBand[])
        .filter((band) => bands.includes(band))
        .map((band) => (
          <span key={band} className="inline-flex items-center gap-1">
            <svg width={20} height={20} aria-hidden="true">
              <circle
                cx={10}
                cy={10}
                r={8}
                fill={looks[band].fill}
                stroke={looks[band].stroke}
                strokeWidth={looks[band].width}
                strokeDasharray={looks[band].dash}
              />
            </svg>
            {coverageBandLabels[band]}
          </span>
        ))}
      {hasPoints && (
        <span className="inline-flex items-center gap-1">
          <svg width={20} height={20} aria-hidden="true">
            <rect x={3} y={3} width={14} height={14} fill="#ffffff" stroke="#2563a6" strokeWidth={2} />
          </svg>
          服务点
        </span>
      )}
      <span>圆越大，入驻企业越多；数字是表格中的“图上序号”；上方为北。</span>
    </figcaption>
  );
}
