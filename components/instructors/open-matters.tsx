import { writeDutyDay } from "@/lib/duty/labels";
import type { OpenMatters } from "@/lib/instructors/queries/open-matters";
import { requestCategoryLabels } from "@/lib/requests/labels";

/** Before a hand-over: the open matters that go over with the assignments, and how many stay behind. */
export function MattersToPass({ requests, shifts }: OpenMatters) {
  const [passed, planned] = [requests.filter(({ goesOver }) => goesOver), shifts.filter(({ goesOver }) => goesOver)];
  const left = requests.length - passed.length + shifts.length - planned.length;
  return (
    <section aria-label="一并交接的事项" className="mb-4 grid gap-2">
      <h2>一并交接的事项</h2>
      <details open={passed.length > 0 && passed.length <= 10}>
        <summary className="cursor-pointer">未答复的企业诉求 {passed.length} 项，立即转给接手人</summary>
        <ul className="mt-1 grid gap-1 pl-4">
          {passed.map(({ id, enterprise, category, dueOn }) => (
            <li key={id}>
              <a href={`/requests/${id}`}>
                {enterprise.name}：{requestCategoryLabels[category]}
              </a>
              <span className="muted ml-2">办理期限 {dueOn}</span>
            </li>
          ))}
        </ul>
      </details>
      <details open={planned.length > 0 && planned.length <= 10}>
        <summary className="cursor-pointer">待驻点的班次 {planned.length} 个，从交接日期起转给接手人</summary>
        <ul className="mt-1 grid gap-1 pl-4">
          {planned.map(({ id, dutyOn, servicePoint }) => (
            <li key={id}>
              <a href={`/duty/${id}`}>
                {writeDutyDay(dutyOn)} {servicePoint.name}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <p className="muted">
        接手人没有登录账号的，诉求由您接办；接手人当天在同一服务点已有班次的，取消重复的一个。
        {left > 0 && `另有 ${left} 项不属于这些联系对象，仍留在原处。`}
      </p>
    </section>
  );
}

/** Before somebody leaves: what would be left without anybody. */
export function MattersLeft({ requests, shifts, handOverHref }: OpenMatters & { handOverHref: string }) {
  if (requests.length + shifts.length === 0) return null;
  const words = [
    requests.length > 0 && `${requests.length} 项未答复的企业诉求`,
    shifts.length > 0 && `${shifts.length} 个待驻点的班次`,
  ].filter(Boolean);
  return (
    <p className="mb-4 text-attention">
      还有 {words.join("、")}，离岗后无人接办。请先<a href={handOverHref}>交接</a>，或在
      <a href="/requests">企业诉求</a>和<a href="/duty">驻点服务</a>中另行安排。
    </p>
  );
}
