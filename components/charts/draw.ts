import "server-only";
import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import type { EChartsCoreOption } from "echarts/core";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

echarts.use([LineChart, GridComponent, LegendComponent, SVGRenderer]);

/** Pictures already drawn, by what they show: the same figures are drawn once. */
const drawn = new Map<string, string>();

/** Draws a chart on the server; returns the SVG's markup. The browser gets no chart code. */
export function drawChart(option: EChartsCoreOption, size: { width: number; height: number }): string {
  const key = JSON.stringify([option, size]);
  const found = drawn.get(key);
  if (found) return found;
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, ...size });
  chart.setOption({ animation: false, textStyle: { fontFamily: "inherit", color: "#57606a" }, ...option });
  const svg = chart.renderToSVGString().replace(/^<svg width="\d+" height="\d+"/, '<svg width="100%"');
  chart.dispose();
  if (drawn.size > 200) drawn.clear();
  drawn.set(key, svg);
  return svg;
}
