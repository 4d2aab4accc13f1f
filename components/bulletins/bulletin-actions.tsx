import type { BulletinFile } from "@/lib/bulletins/queries/find-bulletin";

/** What can be done with a bulletin; publishing is the one primary action, and only of a draft. */
export function BulletinActions({ bulletin }: { bulletin: BulletinFile }) {
  const { can } = bulletin;
  const path = `/bulletins/${bulletin.id}`;
  return (
    <>
      {can.openPlan && (
        <a className="button" href={`/plans/${bulletin.plan.id}/progress`}>
          计划进度
        </a>
      )}
      {can.edit && (
        <a className="button" href={`${path}/edit`}>
          修改
        </a>
      )}
      <a className="button" href={`${path}/print`}>
        打印
      </a>
      <a className="button" href={`/api${path}/word`} download>
        下载 Word
      </a>
      {can.publish && (
        <a className="button button-primary" href={`${path}/publish`}>
          印发
        </a>
      )}
    </>
  );
}
