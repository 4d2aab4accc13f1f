import { Panel } from "@/components/ui/panel";
import { activityMeasureLabels, writeAmount } from "@/lib/activities/labels";
import type { ActivityTotals } from "@/lib/activities/queries/activity-totals";

/** What held activities come to. Each measure is summed within its unit; nothing is ranked. */
export function TotalsPanel(props: { title: string; totals: ActivityTotals; note?: string }) {
  const { totals } = props;
  const items = [
    { label: "已开展活动", value: `${totals.activityCount} 项` },
    { label: "到场党支部", value: `${totals.branchCount} 个`, note: `${totals.branchPeople} 人次` },
    { label: "到场企业", value: `${totals.enterpriseCount} 家`, note: `${totals.enterprisePeople} 人次` },
    ...totals.figures.map(({ measure, unit, amount }) => ({
      label: activityMeasureLabels[measure],
      value: writeAmount(amount, unit),
    })),
  ];
  return (
    <Panel title={props.title} more={props.note && <span className="muted text-xs">{props.note}</span>}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]">
        {items.map(({ label, value, ...more }) => (
          <div key={`${label}${value}`}>
            <dt className="muted text-xs">{label}</dt>
            <dd className="text-lg font-medium">
              {value}
              {"note" in more && <span className="muted ml-2 text-xs font-normal">{more.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
