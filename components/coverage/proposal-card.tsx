import type { Proposal } from "@/lib/coverage/rules/proposals";

/** One proposal with its reason, and the way to found the branch. A past day can be looked at, not acted on. */
export function ProposalCard(props: { proposal: Proposal; canFound: boolean }) {
  const { enterprises, reason } = props.proposal;
  const found = `/branches/new-joint?enterprises=${enterprises.map(({ id }) => id).join(",")}`;
  return (
    <li className="panel">
      <p>{reason}</p>
      <ul className="my-3 grid gap-1">
        {enterprises.map((enterprise) => (
          <li key={enterprise.id} className="flex flex-wrap justify-between gap-x-4">
            <a href={`/enterprises/${enterprise.id}`}>{enterprise.name}</a>
            <span className="muted">
              {enterprise.buildingName ?? "楼宇未登记"}，正式党员 {enterprise.fullMemberCount} 名
            </span>
          </li>
        ))}
      </ul>
      {props.canFound && (
        <a className="button" href={found}>
          按此建立联合支部
        </a>
      )}
    </li>
  );
}
