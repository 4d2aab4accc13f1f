import { type ListParams, listHref } from "@/components/shell/list-address";
import type { CoverageFigures } from "@/lib/coverage/queries/summarize-coverage";
import { writeRate } from "@/lib/coverage/rules/standing";

/** The rates with numerator, denominator and the list behind each. */
export function CoverageRates(props: { figures: CoverageFigures; baseLabel: string; params: ListParams }) {
  const { figures } = props;
  const to = (state: string) => listHref("/coverage/enterprises", props.params, { state });
  const rates = [
    { label: "组织覆盖率", part: figures.organized, state: "ORGANIZED" },
    { label: "工作覆盖率", part: figures.worked, state: "WORKED" },
    { label: "单独组建率", part: figures.single, state: "SINGLE" },
  ];
  return (
    <>
      <dl className="grid grid-cols-3 gap-3">
        {rates.map(({ label, part, state }) => (
          <div key={state}>
            <dt className="muted">{label}</dt>
            <dd>
              <a href={to(state)} className="block text-2xl leading-tight font-semibold text-ink">
                {writeRate(part, figures.base)}
              </a>
              <span className="muted text-xs">
                {part} / {figures.base} 家
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted mt-2 text-xs">分母：{props.baseLabel}</p>
    </>
  );
}
