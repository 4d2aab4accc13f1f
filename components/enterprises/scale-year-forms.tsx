import { randomUUID } from "node:crypto";
import type { Enterprise } from "@/components/enterprises/enterprise-facts";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { addScaleYearAction, removeScaleYearAction } from "@/lib/enterprises/actions";

/** The years on whose above-scale lists the enterprise stands: one more, or one that was a mistake. */
export function ScaleYearForms({ enterprise, day }: { enterprise: Enterprise; day: string }) {
  return (
    <Panel title="规模以上企业名单">
      {enterprise.scaleYears.length === 0 && <p className="muted mb-3">还没有登记年度。</p>}
      {enterprise.scaleYears.map(({ year, source }) => (
        <div key={year} className="mb-3 border-b border-line pb-3">
          <p>
            {year} 年度 <span className="muted">{source}</span>
          </p>
          <ActionForm
            action={removeScaleYearAction}
            requestKey={randomUUID()}
            submitLabel={`误登记，移出 ${year} 年度`}
            isDanger
          >
            <input type="hidden" name="id" value={enterprise.id} />
            <input type="hidden" name="year" value={year} />
          </ActionForm>
        </div>
      ))}
      <ActionForm action={addScaleYearAction} requestKey={randomUUID()} submitLabel="列入名单">
        <input type="hidden" name="id" value={enterprise.id} />
        <TextField name="year" label="年度" isRequired inputMode="numeric" initial={day.slice(0, 4)} />
        <TextField name="source" label="名单来源" isRequired hint="如：区统计局规上企业名录" />
      </ActionForm>
    </Panel>
  );
}
