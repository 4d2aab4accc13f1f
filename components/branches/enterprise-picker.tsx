import type { ReactNode } from "react";
import type { PickedEnterprise } from "@/lib/branches/queries/pick-enterprises";

/**
 * Choosing enterprises with a plain form: search, tick, search again; what is ticked stays in the address.
 * The last button leads on to `step=details` of the same page.
 */
export function EnterprisePicker(props: {
  path: string;
  q: string;
  chosen: PickedEnterprise[];
  found: PickedEnterprise[];
  nextLabel: string;
  /** What is listed before anything was searched for. */
  foundTitle?: string;
  /** Fields above the search, such as the committee. */
  children?: ReactNode;
}) {
  const unsearched = props.foundTitle ?? "有正式党员、还没有支部的企业";
  const foundTitle = props.q ? `搜索“${props.q}”的结果` : unsearched;
  return (
    <form action={props.path} className="panel grid max-w-3xl gap-4">
      {props.children}
      <div className="flex gap-2">
        <input
          type="search"
          name="q"
          aria-label="搜索企业"
          placeholder="企业名称、拼音首字母或信用代码"
          defaultValue={props.q}
          maxLength={50}
          className="input"
        />
        <button type="submit" className="button">
          搜索
        </button>
      </div>
      {props.chosen.length > 0 && (
        <Choices title={`已选 ${props.chosen.length} 家`} enterprises={props.chosen} isChosen />
      )}
      <Choices title={foundTitle} enterprises={props.found} />
      <div className="flex flex-wrap gap-3">
        <button type="submit" name="step" value="details" className="button button-primary">
          {props.nextLabel}
        </button>
      </div>
    </form>
  );
}

function Choices(props: { title: string; enterprises: PickedEnterprise[]; isChosen?: boolean }) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{props.title}</legend>
      {props.enterprises.length === 0 && <p className="muted">没有找到。可换用名称中的其他字，或先登记企业。</p>}
      {props.enterprises.map((enterprise) => (
        <label key={enterprise.id} className="flex items-baseline gap-2 border-b border-line py-2 last:border-0">
          <input
            type="checkbox"
            name="enterprises"
            value={enterprise.id}
            defaultChecked={props.isChosen}
            className="size-4 flex-none translate-y-0.5 accent-primary"
          />
          <span className="min-w-0">
            {enterprise.name}
            <span className="muted block text-xs">{describe(enterprise)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One line about an enterprise: where it is, its full members, and whose it is already. */
export function describe({ parkName, buildingName, fullCount, coveredBy }: PickedEnterprise): string {
  const place = [parkName, buildingName].filter(Boolean).join(" ");
  const covered = coveredBy.length > 0 ? `由${coveredBy.join("、")}覆盖` : "";
  return [place, `正式党员 ${fullCount} 名`, covered].filter(Boolean).join(" · ");
}
