import { drawChart } from "@/components/charts/draw";
import { Picture } from "@/components/charts/picture";
import type { TrendPoint } from "@/lib/coverage/queries/coverage-trend";
import { rateOf, writeRate } from "@/lib/coverage/rules/standing";

const lines = [
  { name: "组织覆盖率", color: "#a4161a", part: "organized" },
  { name: "工作覆盖率", color: "#2563a6", part: "worked" },
  { name: "单独组建率", color: "#9a6700", part: "single" },
] as const;

/** Three rates over eight quarters; the last point is the chosen day. */
export function CoverageTrend(props: { points: TrendPoint[] }) {
  const { points } = props;
  const svg = drawChart(
    {
      grid: { left: 44, right: 52, top: 36, bottom: 28 },
      legend: { top: 0, left: 0, itemWidth: 16, textStyle: { fontSize: 13, color: "#1f2328" } },
      xAxis: { type: "category", data: points.map(({ quarter }) => quarter), axisTick: { show: false } },
      yAxis: { type: "value", min: 0, axisLabel: { formatter: "{value}%" }, splitNumber: 4 },
      series: lines.map(({ name, color, part }, index) => ({
        name,
        type: "line",
        color,
        symbol: ["circle", "rect", "triangle"][index],
        symbolSize: 7,
        lineStyle: { type: index === 1 ? "dashed" : "solid" },
        data: points.map((point) => rateOf(point[part], point.base)),
        // Where the line has arrived stands at its end; the way there is read from the axis.
        endLabel: { show: true, formatter: "{c}%", color: "#1f2328" },
      })),
    },
    { width: 640, height: 220 },
  );
  const words = points.map((point) => `${point.quarter} ${writeRate(point.organized, point.base)}`).join("，");
  return <Picture svg={svg} label={`近八个季度组织覆盖率：${words}`} />;
}
